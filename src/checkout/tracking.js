// Follows orders to their ends, by reading them. What else is heard of an order only causes a read.
import { chance } from "../client/chance.js";
import { race } from "./aborting.js";
import { orderSocket } from "./order_socket.js";
import { Tracker } from "./tracker.js";
import { DEADLINE, delay, isEnd, isSlow } from "./tracking_rules.js";

/** The trackers of one client. */
export function tracking(shop) {
  const trackers = new Set();
  const socket = orderSocket(shop, hint);

  /**
   * Each status of an order, or of the promise of one, as it changes, to its end, or `"pending"` when the time is
   * over. `left` is settled when the player left Pay Station.
   */
  async function* track(order, options, left) {
    const { signal, deadlineMs } = read(shop, options);
    const { orderId } = await race(shop, "orders.track", [shop.closed, signal], [order]);
    const tracker = new Tracker(shop, orderId, deadlineMs, signal, left);
    const seen = new Set();
    trackers.add(tracker);
    socket.use();
    tracker.over.addEventListener("abort", () => {
      trackers.delete(tracker);
      socket.release();
    });
    try {
      for (let attempt = 0; ; attempt++) {
        const status = await tracker.read(signal);
        const isDone = isEnd(status);
        if (isDone) shop.records.drop(orderId);
        const isLast = isDone || tracker.over.aborted;
        // Nobody has to ask for more after the last one.
        if (isLast) tracker.leave();
        if (status && !seen.has(status)) {
          seen.add(status);
          attempt = 0;
          yield status;
        }
        if (isDone) return;
        if (isLast) {
          yield "pending";
          return;
        }
        const slow = isSlow(globalThis.document?.hidden, socket.isStanding, tracker.heard, status);
        await tracker.rest(delay(attempt, slow, chance(shop.options.random)));
      }
    } finally {
      tracker.leave();
    }
  }

  /** Something may have happened to an order, or to any. */
  function hint(orderId, heard) {
    for (const tracker of trackers) if (orderId === undefined || tracker.orderId === orderId) tracker.wake(heard);
  }

  return { track, hint };
}

function read({ error }, options) {
  const wrong = (problem) => {
    throw error(`orders.track: ${problem}`, "invalid_argument");
  };
  if (typeof (options ?? {}) !== "object") wrong("the options must be an object");
  const { signal, deadlineMs } = options ?? {};
  if (signal && !(signal instanceof AbortSignal)) wrong("`signal` must be an AbortSignal: pass `controller.signal`");
  const isTime = Number.isInteger(deadlineMs) && deadlineMs > 0 && deadlineMs < 2 ** 31;
  if (deadlineMs != null && !isTime) wrong("`deadlineMs` must be a whole number from 1 to 2147483647");
  return { signal, deadlineMs: deadlineMs ?? DEADLINE };
}
