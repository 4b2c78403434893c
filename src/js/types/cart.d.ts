/** The player's carts: the current one, or another by `options.cartId`. Guests use them too, for game keys. */
export interface Carts {
  /**
   * Reads the cart.
   *
   * `options.currency`: an ISO 4217 code; `options.locale`: a language; the project's own where nothing is said.
   * Rejects with `cart_invalid`, among others.
   * API operations: `get-user-cart`, `get-cart-by-id`.
   */
  get(options?: GetCartOptions): Promise<Cart>;

  /**
   * Puts items into the cart, in place of lines of the same items, and answers with it. What could not
   * be put in stands in its `warnings`.
   *
   * `options.items`: at least one `{ sku, quantity }`; quantities from 1.
   * Rejects with `cart_invalid`, `item_not_found`, `item_unavailable` or `limit_reached`, among others.
   * API operations: `cart-fill`, `cart-fill-by-id`.
   */
  fill(options: FillCartOptions): Promise<Cart>;

  /**
   * Puts an item into the cart, or changes how many of it are in there. Nothing is answered: read the cart for its prices.
   *
   * `sku`: the item's `sku`, 1 to 255 characters. `options.quantity`: how many, from 1.
   * Rejects with `item_not_found`, `item_unavailable` or `limit_reached`, among others.
   * API operations: `put-item`, `put-item-by-cart-id`.
   */
  putItem(sku: string, options: PutItemOptions): Promise<void>;

  /**
   * Takes an item out of the cart.
   *
   * `sku`: the item's `sku`, 1 to 255 characters.
   * Rejects with `item_not_found`, among others.
   * API operations: `delete-item`, `delete-item-by-cart-id`.
   */
  deleteItem(sku: string, options?: CartOptions): Promise<void>;

  /**
   * Takes everything out of the cart.
   *
   * API operations: `cart-clear`, `cart-clear-by-id`.
   */
  clear(options?: CartOptions): Promise<void>;
}
