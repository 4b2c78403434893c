/** Coupons: codes that grant items by themselves. */
export interface Coupons {
  /**
   * Tells what a coupon gives. Nothing is redeemed.
   *
   * `code`: 1 to 128 characters, trimmed, case-sensitive.
   * Rejects with `code_not_found`, `limit_reached` or `region_locked`, among others.
   * API operation: `get-coupon-rewards-by-code`.
   */
  rewards(code: string, options?: CallOptions): Promise<CodeRewards>;

  /**
   * Redeems a coupon and answers with the items it granted. It is sent once and never again:
   * a coupon may be redeemable several times.
   *
   * With `options.singleUse`, which says that this player can redeem it once, a lost answer is made up for as that of a claim
   * is: by reading whether a use is left, and by sending it again where two reads say so.
   *
   * `code`: 1 to 128 characters, trimmed, case-sensitive.
   * `options.selectedUnitItems`: the chosen unit item's SKU by unit SKU, where `is_selectable` asks for it.
   * Rejects with `code_not_found`, `code_expired`, `limit_reached`, `region_locked` or `invalid_request`, among others.
   * API operation: `redeem-coupon`.
   */
  redeem(code: string, options: RedeemSingleUseOptions): Promise<RedeemedSingleUse>;
  redeem(code: string, options?: RedeemCouponOptions): Promise<RedeemedCoupon>;
  redeem(code: string, options: RedeemCouponOptions & { singleUse: boolean }): Promise<RedeemedCoupon | RedeemedSingleUse>;
}
