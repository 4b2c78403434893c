import { copy } from "../language.js";

/**
 * Opens Pay Station for an order and follows the order to its end. Call it in the click, before any `await`:
 * `order` is still the promise of the order, and the browser lets only a click open a window.
 *
 * `tell` gets `{ status, orderId, url }` at every change. `status` is the order's own, or while it is unpaid how
 * Pay Station was left: `blocked`, `closed` or `failed`. Rejects when there is no order.
 */
export async function pay(liveops, order, { mode, tell, signal }) {
  const checkout = liveops.payStation.open(order, { mode, labels: copy.payment.overlay });
  tell({ status: "opening" });
  const { order_id: orderId, token } = await order;
  const url = liveops.payStation.url({ token });

  let status = "new";
  let left = null;
  const show = () => tell({ status: (status === "new" && left) || status, orderId, url });
  show();

  leaving(liveops, checkout, orderId, signal).then(
    (outcome) => {
      left = outcome;
      show();
    },
    () => {}, // What went wrong with the order, `statuses` says too.
  );
  for await (status of checkout.statuses({ signal })) show();
}

/** How Pay Station was left, told only after the order was read: a window closed right after the payment must not look unpaid. */
async function leaving(liveops, checkout, orderId, signal) {
  const outcome = await checkout.outcome;
  if (outcome !== "blocked") await statusNow(liveops, orderId, signal);
  return outcome;
}

/** Reads an order, again and again where it cannot be read. */
async function statusNow(liveops, orderId, signal) {
  for await (const status of liveops.orders.track(orderId, { signal })) return status;
}
