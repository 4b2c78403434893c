// A hundred thousand calls in one page: what is left of them afterwards.
import { holdMemories } from "./mutated.js";
import { mutator } from "./mutate.js";

/** Answers by what is asked, as the API would. */
const ANSWERS = [
  [/daily_chain\/\d+\/step/, () => [null, 204]],
  [/daily_chain\/\d+$/, ({ id }) => [{ id, steps: [{ step_number: 1, status: "claimable", unlocked_date: 1_800_000_000 }] }]],
  [/daily_chain/, ({ page }) => [page]],
  [/coupon\/redeem/, () => [{ items: [{ sku: "booster", quantity: 1 }] }]],
  [/payment\/item/, () => [{ order_id: 641, token: "opaque" }]],
  [/order\/\d+/, ({ id }) => [{ order_id: id, status: "new" }]],
  [/verify/, () => [{ errorCode: 9801, errorMessage: "[0401-9801]: No such code.", transactionId: "c9e1a" }, 404]],
  [/cart/, () => [{ cart_id: "a", items: [{ sku: "booster", quantity: 2, price: { amount: "6150.0000000000000000" } }] }]],
];

let soak;

/** Makes calls until there were so many, and tells how they ended. */
export async function run(options) {
  soak ??= await begin(options);
  return soak(options.calls);
}

/** What is left, with what can be collected by then collected: another script asks for it. */
export const left = () => watched.now();

let watched;

async function begin({ environment, token, seed }) {
  const memories = holdMemories();
  watched = watchWhatIsHeld();
  const { init, LiveOps, claimableSteps } = await import("xsolla-liveops");
  await init();
  const step = { step_number: 1, status: "claimable", items: [{ sku: "booster", quantity: 1 }] };
  const page = { has_more: false, items: Array.from({ length: 3 }, (_, id) => ({ id: id + 1, steps: [step, step] })) };
  const { below } = mutator(seed);
  const fetch = async ({ url, signal }) => {
    const { pathname } = new URL(url);
    if (below(200) === 0) throw new TypeError("Failed to fetch");
    if (below(500) === 0) return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
    const id = Number(/\d+$/.exec(pathname)?.[0] ?? 1);
    const [body, status = 200] = ANSWERS.find(([pattern]) => pattern.test(pathname))[1]({ id, page });
    return new Response(body && JSON.stringify(body), { status });
  };
  const jwt = () => `a.${btoa(JSON.stringify({ sub: "mira", iat: 1000, exp: 1000 + 200 }))}.c`;
  // What the page itself keeps for all calls, and must not fill.
  const forever = new AbortController();
  const stubbed = new LiveOps({ projectId: 1, fetch, token: async () => jwt(), random: () => 0, storage: null });
  const real = new LiveOps({ projectId: 44056, environment, token, storage: null });
  const ends = {};
  let made = 0;

  async function call(turn) {
    const options = { signal: below(3) ? undefined : below(20) ? forever.signal : AbortSignal.timeout(below(3)), timeoutMs: 50 };
    const chainId = turn + 1;
    switch (below(10)) {
      case 0: return stubbed.dailyChains.get(chainId, options);
      case 1: return stubbed.dailyChains.list({ ...options, offset: turn });
      case 2: return stubbed.coupons.redeem("WINTER2023", options);
      case 3: return stubbed.orders.createWithItem("booster", options);
      case 4: return stubbed.promotions.verify(`CODE${turn}`, options);
      case 5: return stubbed.dailyChains.claim({ chainId, stepNumber: 1, ...options });
      case 6: return stubbed.orders.get(chainId, options);
      case 7: return claimableSteps(page.items[0]);
      case 8: return below(5) ? stubbed.cart.get(options) : stubbed.coupons.redeem(" ");
      default: {
        if (below(10) === 0) return real.dailyChains.list({ ...options, timeoutMs: 5000 });
        const chains = [];
        for await (const chain of stubbed.dailyChains.all({ ...options, limit: 3 })) chains.push(chain);
        return chains;
      }
    }
  }

  async function lane(calls) {
    while (made < calls) {
      const told = await call(made++).then(
        () => "read",
        (error) => (error?.name === "LiveOpsError" ? error.code : String(error?.stack)),
      );
      ends[told] = (ends[told] ?? 0) + 1;
    }
  }

  return async (calls) => {
    const began = performance.now();
    await Promise.all(Array.from({ length: 8 }, () => lane(calls)));
    // Claims whose callers left go on until they know.
    await Promise.allSettled((await stubbed.pending()).map(({ settled }) => settled));
    // The last of them still put away what they used.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { made, ends, seconds: (performance.now() - began) / 1000, memory: memories[0].buffer.byteLength, instances: memories.length };
  };
}

/** Counts what a page can leave behind: timers, listeners, locks, channels. From before the package is loaded. */
function watchWhatIsHeld() {
  const timers = new Set();
  const channels = new Set();
  let listeners = 0;
  for (const [set, clear, isOnce] of [["setTimeout", "clearTimeout", true], ["setInterval", "clearInterval", false]]) {
    const [own, end] = [window[set], window[clear]];
    window[set] = (run, milliseconds, ...given) => {
      const id = own(() => {
        if (isOnce) timers.delete(id);
        run(...given);
      }, milliseconds);
      timers.add(id);
      return id;
    };
    window[clear] = (id) => {
      timers.delete(id);
      end(id);
    };
  }
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const known = new WeakMap();
  // Who is gone has no listeners.
  const collected = new FinalizationRegistry((of) => (listeners -= of.size));
  const listenersOf = (target) => {
    if (!known.has(target)) {
      const of = new Set();
      known.set(target, of);
      collected.register(target, of);
    }
    return known.get(target);
  };
  EventTarget.prototype.addEventListener = function (type, run, options) {
    const of = listenersOf(this ?? window);
    const key = `${type} ${name(run)}`;
    if (run && !of.has(key)) {
      listeners++;
      of.add(key);
      const gone = () => of.delete(key) && listeners--;
      if (options?.once) addEventListener.call(this, type, gone, { once: true });
      if (options?.signal) addEventListener.call(options.signal, "abort", gone, { once: true });
    }
    return addEventListener.call(this, type, run, options);
  };
  EventTarget.prototype.removeEventListener = function (type, run, options) {
    if (listenersOf(this ?? window).delete(`${type} ${name(run)}`)) listeners--;
    return removeEventListener.call(this, type, run, options);
  };
  const names = new WeakMap();
  let last = 0;
  const name = (run) => run && (names.get(run) ?? names.set(run, ++last).get(run));
  const Channel = BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(...values) {
      super(...values);
      channels.add(this);
    }
    close() {
      channels.delete(this);
      super.close();
    }
  };
  const now = async () => {
    const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {};
    return { timers: timers.size, listeners, locks: held.length + pending.length, channels: channels.size };
  };
  return { now };
}
