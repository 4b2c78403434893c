/** Pay Station: where orders are paid. */
export interface PayStation {
  /**
   * The address where an order is paid, for a link or a page of its own. It holds the order's token:
   * a secret of this player.
   *
   * `order`: what `orders.createWithCart`, `orders.createWithItem` or `offerChains.order` answered.
   * Throws `invalid_argument`.
   */
  url(order: { token: string }): string;

  /**
   * Opens Pay Station. Call it in the click itself, before anything is awaited, or the browser blocks it:
   * it opens the window, or the frame above the page, at once and leads it to Pay Station when the order is there.
   * If the order is rejected, it closes and the outcome rejects with the same error.
   *
   * `order`: what `orders.createWithCart`, `orders.createWithItem` or `offerChains.order` answered, or its promise.
   * Throws `invalid_argument`.
   */
  open(order: Order | Promise<Order>, options?: OpenOptions): Checkout;

  /**
   * The newest checkout that this shop opened in the last 24 hours, before the page was loaded (again), and whose end
   * it has not seen: after a redirect to Pay Station and back, or a reload while the player pays. Null where there is none.
   */
  returned(): ReturnedCheckout | null;
}
