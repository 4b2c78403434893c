/** Promo codes: codes that change a cart. */
export interface PromoCodes {
  /**
   * Tells what a promo code gives. Nothing is redeemed.
   *
   * `code`: 1 to 128 characters, trimmed, case-sensitive.
   * Rejects with `code_not_found`, `limit_reached` or `region_locked`, among others.
   * API operation: `get-promo-code-rewards-by-code`.
   */
  rewards(code: string, options?: CallOptions): Promise<CodeRewards>;

  /**
   * Puts a promo code on the cart and answers with the cart. It counts as used once the cart is paid.
   *
   * `code`: 1 to 128 characters, trimmed, case-sensitive.
   * `options.cartId`: the cart, `"current"` where nothing is said.
   * `options.selectedUnitItems`: the chosen unit item's SKU by unit SKU, where `is_selectable` asks for it.
   * Rejects with `code_not_found`, `code_expired`, `limit_reached`, `cart_invalid` or `invalid_request`, among others.
   * API operation: `redeem-promo-code`.
   */
  redeem(code: string, options?: RedeemPromoCodeOptions): Promise<Cart>;

  /**
   * Takes the promo code off the cart and answers with the cart as it was before.
   *
   * `options.cartId`: the cart, `"current"` where nothing is said.
   * Rejects with `cart_invalid` or `invalid_request`, among others.
   * API operation: `remove-cart-promo-code`.
   */
  remove(options?: CartOptions): Promise<Cart>;
}
