/** A client of one project, for one player at a time. */
export class LiveOps {
  /**
   * Makes a client. Nothing is sent.
   *
   * Throws `invalid_argument`, naming the option.
   */
  constructor(options: LiveOpsOptions);

  /**
   * The API's time, whatever this device's clock says: right to half a call's duration and half a second once an answer
   * with a `Date` that the browser lets be read has come. The device's own time before, and where browsers hide it.
   *
   * @example
   * msUntil(nextResetAt(chain), { now: liveops.now() });
   */
  now(): Date;

  /** Ends all that is in flight, and all that comes later, with `aborted`. */
  close(): void;

  /**
   * The claims of this player of which nobody could tell whether they were made, those of earlier visits among them. They
   * are confirmed by reading. Only one whose time is over may be sent again, for two minutes, by the page that made it.
   * One that has ended meanwhile is listed until its `settled` was asked for, or the step is claimed anew.
   */
  pending(): Promise<PendingClaim[]>;

  /** Codes of either kind. */
  readonly promotions: Promotions;
  /** Coupons: codes that grant items by themselves. */
  readonly coupons: Coupons;
  /** Promo codes: codes that change a cart. */
  readonly promoCodes: PromoCodes;
  /** Daily chains. */
  readonly dailyChains: DailyChains;
  /** Offer chains. */
  readonly offerChains: OfferChains;
  /** Reward chains. */
  readonly rewardChains: RewardChains;
  /** The player's clan. */
  readonly clans: Clans;
  /** Items to offer beside a purchase. */
  readonly upsell: Upsell;
  /** The catalog. */
  readonly catalog: Catalog;
  /** The player's carts. */
  readonly cart: Carts;
  /** The player's orders. */
  readonly orders: Orders;
  /** Pay Station: where orders are paid. */
  readonly payStation: PayStation;
}
