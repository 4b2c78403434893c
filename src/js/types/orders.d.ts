/** The player's orders. */
export interface Orders {
  /**
   * Reads how far an order got.
   *
   * `orderId`: the order's `order_id`.
   * Rejects with `order_not_found`, among others.
   * API operation: `get-order`.
   */
  get(orderId: number, options?: CallOptions): Promise<OrderState>;

  /**
   * Follows an order: gives each status once, as it changes. It always ends: with `"done"`, `"canceled"` or `"expired"`,
   * or with `"pending"` when `deadlineMs` is over. A read that failed and may be repeated is survived.
   *
   * `orderId`: the order's `order_id`.
   * Rejects with `order_not_found`, `unauthorized` or `aborted`, among others.
   * API operation: `get-order`, and the socket that pushes statuses.
   */
  track(orderId: number, options?: TrackOptions): AsyncGenerator<OrderStatus | "pending", void>;

  /**
   * Makes the order for one item, to be paid for in money. Hand the promise to `payStation.open` in the click itself.
   * Nothing is charged before the player pays.
   *
   * `sku`: the item's `sku`, 1 to 255 characters. `options.quantity`: how many, 1 where nothing is said.
   * Rejects with `item_not_found`, `item_unavailable`, `region_locked`, `code_not_found`, `code_expired` or `limit_reached`, among others.
   * API operation: `create-order-with-item`.
   */
  createWithItem(sku: string, options?: ItemOrderOptions): Promise<Order>;

  /**
   * Makes the order for a cart, to be paid for in money. Hand the promise to `payStation.open` in the click itself.
   * Nothing is charged before the player pays.
   *
   * `options.cartId`: the cart, the current one where nothing is said.
   * Rejects with `cart_invalid`, `item_unavailable`, `region_locked` or `limit_reached`, among others.
   * API operations: `create-order`, `create-order-by-cart-id`.
   */
  createWithCart(options?: CartOrderOptions): Promise<Order>;

  /**
   * Orders an item that costs nothing: it is granted at once. It is sent once and never again, since
   * each order grants.
   *
   * `sku`: the item's `sku`, 1 to 255 characters. `options.quantity`: how many, 1 where nothing is said.
   * Rejects with `item_unavailable` where it costs something, `limit_reached` or `item_not_found`, among others.
   * API operation: `create-free-order-with-item`.
   */
  createFreeWithItem(sku: string, options?: ItemOrderOptions): Promise<DoneOrder>;

  /**
   * Orders a cart that costs nothing: its items are granted at once. It is sent once and never again,
   * since each order grants.
   *
   * `options.cartId`: the cart, the current one where nothing is said.
   * Rejects with `cart_invalid` where it costs something, among others.
   * API operations: `create-free-order`, `create-free-order-by-cart-id`.
   */
  createFreeWithCart(options?: CartOrderOptions): Promise<DoneOrder>;

  /**
   * Buys one of an item for virtual currency: the wallet is charged and the item granted at once. It is
   * sent once and never again, since each order charges.
   *
   * `sku`: the item's `sku`; `options.virtualCurrencySku`: the currency's, as in the item's `virtual_prices`.
   * Rejects with `not_enough_currency` or `item_not_found`, among others.
   * API operation: `create-order-with-item-for-virtual-currency`.
   */
  createWithItemForVirtualCurrency(sku: string, options: VirtualCurrencyOrderOptions): Promise<DoneOrder>;
}
