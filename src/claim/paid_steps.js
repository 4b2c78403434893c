// Orders for paid steps: of one step no more than one is handed out that can still be paid.
import { liveOpsError } from "../client/error.js";
import { mayBePaid } from "../client/page_storage.js";
import { failure } from "./given.js";
import { asLongAs } from "./waiting.js";

/** With these an order has ended, and whether the step can be bought is the API's to say. */
const ENDED = ["done", "canceled", "expired"];

/**
 * Gives what makes the order of a step. `make` sends for a new one and `read` reads one by its id; `storage` is the
 * page's, and `player` gives a number for the player.
 *
 * The order with its token is kept in this page's memory alone. Its id is written down, so that a step that was paid
 * for on a page that is gone is not sold again before the chain tells of it.
 */
export function paidSteps({ make, read, projectId, storage, player }) {
  const prefix = `xsolla-liveops.steps.${projectId}.`;
  const open = new Map();
  const turns = new Map();

  /** The order of the step that can still be paid; undefined where another may be made. */
  async function stillOpen(name, options) {
    const known = open.get(name);
    const orderId = known?.order_id ?? orderOf(name);
    if (!orderId) return undefined;
    let status;
    try {
      ({ status } = await read(orderId, options));
    } catch (error) {
      if (error.code !== "order_not_found") throw error;
    }
    if (status === "new") return known;
    if (status === undefined || ENDED.includes(status)) return undefined;
    const problem = `offerChains.order: order ${orderId} for this step is being paid: nothing was sent, read the chain again soon`;
    throw liveOpsError(problem, "already_claimed");
  }

  /** The id that was written down of a step, unless that order has expired. */
  function orderOf(name) {
    const [orderId, at] = (storage.read(name) ?? "").split(".").map(Number);
    return mayBePaid(at) ? orderId : undefined;
  }

  function write(name, orderId) {
    for (const other of storage.names(prefix)) if (!orderOf(other)) storage.drop(other);
    storage.write(name, `${orderId}.${Date.now()}`);
  }

  /** `call` is what ends it: the signal `leaving`, and the milliseconds that are `left()`. */
  return async function order(step, call) {
    const name = `${prefix}${(await within(player(), call)) ?? 0}.${step.chainId}.${step.stepNumber}`;
    // One click after the other: the second finds the order of the first.
    const before = turns.get(name);
    let end;
    const turn = Promise.all([before, new Promise((resolve) => (end = resolve))]);
    turns.set(name, turn);
    try {
      await within(before, call);
      const known = await stillOpen(name, { signal: call.leaving, timeoutMs: call.left() });
      if (known) return known;
      const made = await make(step, call);
      open.set(name, made);
      write(name, made.order_id);
      return made;
    } finally {
      end();
      if (turns.get(name) === turn) turns.delete(name);
    }
  };
}

/** Waits for what comes before anything is sent, as long as the call may. */
async function within(before, { leaving, left }) {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort("timeout"), left());
  const leave = () => over.abort("aborted");
  leaving.addEventListener("abort", leave);
  if (leaving.aborted) leave();
  try {
    return await asLongAs(before, over.signal, (code) => failure("offerChains.order", code));
  } finally {
    clearTimeout(timer);
    leaving.removeEventListener("abort", leave);
  }
}
