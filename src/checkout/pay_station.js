// `liveops.payStation` and `orders.track`: what has to be there in the click itself. All else comes with
// `load.checkout()` when it is first used.
import { liveOpsError } from "../client/error.js";
import { later } from "../client/later.js";

const OPEN = "payStation.open";

/**
 * Gives a client its Pay Station. `options` are the client's own, which Rust has checked; `closed` is aborted
 * by `close()`; `load.checkout` loads `checkout.js`; `core.token` gives the player's token, null where there is none.
 */
export function connect(client, options, closed, payStation, socket, records, core, load) {
  const shop = { options, closed, payStation, socket, records, read: client.orders.get, core, error: liveOpsError };
  const loaded = later(load, "checkout", "payStation", ({ checkout }) => checkout(shop));

  async function* track(order, options, left) {
    yield* (await loaded()).track(order, options, left);
  }

  /** Pay Station's address, its fixed path and the encoded token: no other URL is ever opened. */
  function url(order, operation = "payStation.url") {
    try {
      const { token } = order;
      if (typeof token === "string" && /^[!-~]+$/.test(token)) {
        return `${payStation}/paystation4/?token=${encodeURIComponent(token)}`;
      }
    } catch {}
    wrong(operation, "`order` must be an order with its `token`, as `offerChains.order` answers");
  }

  client.orders.track = (orderId, options) => track({ orderId }, options);
  client.payStation = {
    url: (order) => url(order),

    open(order, options) {
      const mode = readMode(options);
      if (!(order instanceof Promise)) url(order, OPEN);
      const known = Promise.resolve(order).then((order) => {
        const address = url(order, OPEN);
        records.add(order.order_id);
        return { orderId: order.order_id, url: address };
      });
      const payment = mode === "window" && openWindow();
      // Whatever else can be loaded or not: the window is led to Pay Station, or closes.
      const led =
        payment &&
        known.then(
          ({ url }) => closed.aborted || payment.location.replace(url),
          () => payment.close(),
        );
      // Before the page disables the button that was clicked.
      const focused = globalThis.document?.activeElement;
      const outcome =
        payment === null
          ? Promise.resolve("blocked")
          : loaded().then(({ open }) => open({ mode, options, known, payment, led, focused }));
      // A page that only waits for the order has handled its rejection there.
      for (const promise of [outcome, known, led]) if (promise) promise.catch(() => {});
      return { outcome, statuses: (options) => track(known, options, outcome) };
    },

    returned() {
      const orderId = records.newest();
      return orderId ? { orderId, statuses: (options) => track({ orderId }, options) } : null;
    },
  };
}

function readMode(options) {
  const mode = options?.mode ?? "window";
  if (typeof (options ?? {}) !== "object") wrong(OPEN, "the options must be an object");
  if (!["window", "iframe", "redirect"].includes(mode)) wrong(OPEN, '`mode` must be "window", "iframe" or "redirect"');
  return mode;
}

/** Opens an empty window; null where the browser blocks it, or where there is no document, such as in a worker. */
function openWindow() {
  try {
    const payment = globalThis.open();
    // What it shows later must not reach back into this page.
    payment.opener = null;
    return payment;
  } catch {
    return null;
  }
}

function wrong(operation, problem) {
  throw liveOpsError(`${operation}: ${problem}`, "invalid_argument");
}
