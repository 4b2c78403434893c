// Orders for paid steps: of one step no more than one is handed out that can still be paid.
import { liveOpsError } from "../client/error.js";

/** An order that was not paid for so long has expired. */
const DAY = 86_400_000;

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
    return Math.abs(Date.now() - at) < DAY ? orderId : undefined;
  }

  function write(name, orderId) {
    for (const other of storage.names(prefix)) if (!orderOf(other)) storage.drop(other);
    storage.write(name, `${orderId}.${Date.now()}`);
  }

  async function inTurn(name, { chainId, stepNumber, ...options }) {
    const known = await stillOpen(name, options);
    if (known) return known;
    const order = await make({ chainId, stepNumber, ...options });
    open.set(name, order);
    write(name, order.order_id);
    return order;
  }

  return async function order(given) {
    const name = `${prefix}${(await player()) ?? 0}.${given.chainId}.${given.stepNumber}`;
    // One click after the other: the second finds the order of the first.
    const turn = (turns.get(name) ?? Promise.resolve()).then(() => inTurn(name, given));
    const over = turn.then(
      () => {},
      () => {},
    );
    turns.set(name, over);
    over.then(() => turns.get(name) === over && turns.delete(name));
    return turn;
  };
}
