/** Codes of either kind. */
export interface Promotions {
  /**
   * Tells whether a code is a coupon or a promo code, and what it gives. Nothing is redeemed.
   *
   * `code`: 1 to 128 characters, trimmed, case-sensitive.
   * Rejects with `code_not_found`, `limit_reached`, `code_expired` or `region_locked`, among others.
   * API operation: `verify-promotion-code`.
   */
  verify(code: string, options?: CallOptions): Promise<VerifiedCode>;
}
