// The module fails for good: each call that it ran settles, and the next one works. Mostly it runs out of memory, as no page can
// bring about but one that takes hold of the memory while the module starts.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("a failure of the module", () => {
  const page = new Page(WEDNESDAY_NOON);

  /** Runs steps on a page that has loaded the package and can make it fail. */
  const failing = (name, steps, check) =>
    page.test(name, async () => {
      await page.driver.get(`${page.emulator.storefront}/empty.html`);
      const before = page.consoleLines.length;
      check(await page.run(`async () => { ${PREPARE} return (${steps})(); }`));
      assert.deepEqual(page.consoleLines.slice(before), []);
    });

  failing(
    "ends what is in flight, and what comes next works, by the same client and the same methods",
    async () => {
      const answers = [];
      const fetch = () => new Promise((resolve) => answers.push(resolve));
      let sign;
      const signed = new Promise((resolve) => (sign = resolve));
      const shop = new LiveOps({ projectId: 1, fetch });
      const guarded = new LiveOps({ projectId: 1, fetch, token: () => signed });
      const { list } = shop.dailyChains;
      const inFlight = [list(), shop.offerChains.order({ chainId: 1, stepNumber: 1 }), guarded.coupons.redeem("WINTER")].map(told);
      await until(() => answers.length === 2);

      const failed = fail(() => shop.coupons.redeem(HUGE));
      const next = list();
      await until(() => answers.length === 3);
      answers[2](Response.json(EMPTY));
      const worked = await next;
      for (const answer of answers) answer(Response.json(EMPTY));
      sign("a.token");
      const ended = await Promise.all(inFlight);
      return { failed: await failed, worked, ended, sent: answers.length };
    },
    ({ failed, worked, ended, sent }) => {
      // Nothing had been done of it: it ran again by itself.
      assert.equal(failed.code, "invalid_argument");
      assert.deepEqual(worked, { has_more: false, items: [] });
      const told = ended.map(({ name, code, applied, retryable }) => [name, code, applied, retryable]);
      const internal = (applied) => ["LiveOpsError", "internal", applied, false];
      assert.deepEqual(told, [internal(false), internal("unknown"), internal(false)]);
      for (const { message, cause } of ended) {
        assert.match(message, /call again/);
        assert.match(cause, /RuntimeError/);
      }
      assert.equal(sent, 3, "what waited for its token is never sent");
    },
  );

  failing(
    "in the middle of a claim does not lose it",
    async () => {
      const sent = [];
      let isClaimed = false;
      const fetch = async ({ method }) => {
        sent.push(method);
        if (method === "POST") return (isClaimed = true), new Promise(() => {});
        const step = { step_number: 1, status: isClaimed ? "claimed" : "claimable", unlocked_date: 1_700_000_000 };
        return Response.json({ id: 1, steps: [step] });
      };
      const shop = new LiveOps({ projectId: 1, fetch, storage: null });
      const claim = shop.dailyChains.claim({ chainId: 1, stepNumber: 1 });
      await until(() => isClaimed);
      await fail(() => shop.coupons.redeem(HUGE));
      return { claim: await claim, sent };
    },
    ({ claim, sent }) => {
      assert.deepEqual(claim, { recovered: true });
      assert.deepEqual(sent, ["GET", "POST", "GET"]);
    },
  );

  failing(
    "is thrown by a helper, which works the next time",
    async () => {
      const chain = { steps: [{ step_number: 1, status: "claimable" }] };
      const before = library.claimableSteps(chain).length;
      exhaust();
      const failed = await told(async () => library.claimableSteps({ steps: [{ status: HUGE }] }));
      const after = [library.claimableSteps(chain).length, library.msUntil(7, { now: 5 })];
      return { before, failed, after };
    },
    ({ before, failed, after }) => {
      assert.equal(before, 1);
      assert.deepEqual([failed.name, failed.code, failed.applied], ["LiveOpsError", "internal", false]);
      assert.deepEqual(after, [1, 2]);
    },
  );

  failing(
    "leaves an order followed, and a token asked for anew",
    async () => {
      const reasons = [];
      const statuses = ["new", "done"];
      const fetch = async () => Response.json({ order_id: 7, status: statuses.shift() });
      const shop = new LiveOps({ projectId: 1, fetch, storage: null, random: () => 0, token: (reason) => (reasons.push(reason), "opaque") });
      const seen = [];
      for await (const status of shop.orders.track(7)) {
        seen.push(status);
        await fail(() => shop.coupons.redeem(HUGE));
      }
      return { seen, reasons };
    },
    ({ seen, reasons }) => {
      assert.deepEqual(seen, ["new", "done"]);
      assert.deepEqual(new Set(reasons), new Set(["first"]));
    },
  );

  failing(
    "holds nothing back: fifty in a row",
    async () => {
      const shop = new LiveOps({ projectId: 1, fetch: async () => Response.json(EMPTY) });
      let worked = 0;
      for (let turn = 0; turn < 50; turn++) {
        await fail(async () => library.claimableSteps({ steps: [{ status: HUGE }] }));
        worked += (await shop.dailyChains.list()).items.length === 0;
      }
      return { worked, instances: memories };
    },
    ({ worked, instances }) => assert.deepEqual([worked, instances], [50, 51]),
  );

  failing(
    "stays within a client that was closed, and options that changed since",
    async () => {
      const asked = [];
      const fetch = async ({ url }) => (asked.push(new URL(url).pathname), Response.json(EMPTY));
      const options = { projectId: 1, fetch };
      const [shop, closed] = [new LiveOps(options), new LiveOps(options)];
      options.projectId = 2;
      closed.close();
      await fail(() => shop.coupons.redeem(HUGE));
      const ends = [await told(closed.dailyChains.list()), await told(shop.dailyChains.list())];
      return { ends: ends.map(({ code }) => code ?? "worked"), asked };
    },
    ({ ends, asked }) => {
      assert.deepEqual(ends, ["aborted", "worked"]);
      assert.deepEqual(asked, ["/api/v2/project/1/user/daily_chain"]);
    },
  );

  failing(
    "comes from what a page passes, too",
    async () => {
      const thrower = (trap, target) => new Proxy(target, { [trap]: () => { throw new TypeError(trap); } });
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      const shop = new LiveOps({ projectId: 1, fetch: async () => Response.json(EMPTY) });
      const ends = [];
      for (const call of [
        () => shop.dailyChains.list(proxy),
        () => shop.coupons.redeem("A", { selectedUnitItems: thrower("ownKeys", {}) }),
        () => shop.cart.fill({ items: thrower("get", []) }),
        () => shop.catalog.items({ additionalFields: thrower("get", []) }),
        async () => library.claimableSteps(proxy),
      ]) {
        const { name, code, applied } = await told(call);
        ends.push([name, code, applied, (await shop.dailyChains.list()).has_more]);
      }
      return ends;
    },
    (ends) => assert.deepEqual(ends, ends.map(() => ["LiveOpsError", "internal", false, false])),
  );

  failing(
    "comes from a stack that was used up, too",
    async () => {
      const chain = { steps: [{ step_number: 1, status: "claimable" }] };
      const fetch = async () => Response.json(EMPTY);
      const shop = new LiveOps({ projectId: 1, fetch });
      const ends = [];
      const dive = () => {
        try {
          dive();
        } catch {
          // Up from the end, where less and less is missing.
          if (ends.length < 200) ends.push(told(async () => library.claimableSteps(chain)), told(() => shop.dailyChains.list()));
        }
        if (ends.length < 200) throw new Error("up");
      };
      try {
        dive();
      } catch {}
      const settled = await Promise.allSettled(ends);
      const after = [library.claimableSteps(chain).length, (await shop.dailyChains.list()).items.length];
      return { settled: settled.length, after };
    },
    ({ settled, after }) => {
      assert.equal(settled, 200);
      assert.deepEqual(after, [1, 0]);
    },
  );
});

/** What the steps use. `fail` makes a call while there is no memory left. */
const PREPARE = `
  const HUGE = "x".repeat(8 << 20);
  const EMPTY = { has_more: false, items: [] };
  const told = async (call) => {
    try {
      return { value: await (typeof call === "function" ? call() : call) };
    } catch (error) {
      return { ...error, name: error.name, message: error.message, cause: String(error.cause) };
    }
  };
  const until = async (isSo) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
  };
  let memory;
  let memories = 0;
  const hold = (instance) => {
    memories++;
    memory = Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory);
    return instance;
  };
  const { instantiateStreaming, Instance } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...values) => {
    const result = await instantiateStreaming(...values);
    hold(result.instance);
    return result;
  };
  WebAssembly.Instance = function (...values) {
    return hold(new Instance(...values));
  };
  const exhaust = () => {
    for (let pages = 65536; pages >= 1; ) {
      try {
        memory.grow(pages);
      } catch {
        pages >>= 1;
      }
    }
  };
  const fail = (call) => {
    exhaust();
    return told(call);
  };
  const library = await import("/node_modules/xsolla-liveops/dist/url.js");
  const { LiveOps } = library;
  await library.init();
`;
