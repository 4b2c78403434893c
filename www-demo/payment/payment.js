const ended = new Set(["done", "canceled", "expired"]);
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Opens Pay Station for an order and follows the order to its end. Call it in the click, before any `await`:
 * `order` is still the promise of the order, and the browser lets only a click open a window.
 * `tell` gets `{ status, url }`, where `status` is the order's own or, while it is unpaid, what became of
 * the window: `opening`, `blocked`, `closed`. Where the order can no longer be read it is `lost`, with the `error`.
 * Rejects when there is no order.
 */
export async function pay(liveops, order, tell, signal) {
  const checkout = liveops.payStation.open(order);
  let unpaidWindow = null;
  const leftWindow = checkout.outcome.then(
    (outcome) => {
      unpaidWindow = outcome;
    },
    () => {}, // No order: `order` itself says so below.
  );

  tell({ status: "opening" });
  const { order_id: orderId, token } = await order;
  const url = liveops.payStation.url({ token });

  for (let wait = 1_500; !signal.aborted; wait = Math.min(wait * 1.2, 10_000)) {
    // Read before the order: a window closed right after the payment must not look unpaid.
    const left = unpaidWindow;
    try {
      const { status } = await liveops.orders.get(orderId, { signal });
      tell({ status: status === "new" && left ? left : status, url });
      if (ended.has(status)) return;
    } catch (error) {
      if (error.code === "aborted") return;
      if (!error.retryable) return tell({ status: "lost", url, error });
      // One failed reading says nothing about the order; the next one may.
    }
    await (left ? sleep(wait) : Promise.race([sleep(wait), leftWindow]));
  }
}
