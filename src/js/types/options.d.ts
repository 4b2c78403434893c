/** What a client is made with. */
export interface LiveOpsOptions {
  /** The project's id in Publisher Account. */
  projectId: number;
  /**
   * The player's token, or a function that gives it: asked for one call at a time, `"first"`, when it
   * is `"expiring"` in 90 seconds, and when the API `"refused"` it. Null, or nothing, is a guest.
   */
  token?: string | null | TokenFunction;
  /** Who shops without a token: a visitor who buys game keys. Used for carts and their orders where there is no token. */
  guest?: Guest | null;
  /** `"live"` where nothing is said; `"test"`: Xsolla's test payments; or the addresses of another server, such as the emulator. */
  environment?: "live" | "test" | EnvironmentAddresses;
  /** The language of the catalog, of `cart.get` and of Pay Station, such as `"en"`, where a call names none. */
  locale?: string;
  /** How long a call may take with all it does, in milliseconds: 1 to 2147483647, 15000 where nothing is said. */
  timeoutMs?: number;
  /** Called instead of the global `fetch`, with a `Request`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds that only ever grow, for the age of a token and the API's time; `performance.now` where nothing is said. */
  now?: () => number;
  /** Where the ids of orders that are being paid for, and the steps of claims under way, outlive a reload: `localStorage` where nothing is said, null for nowhere. Never a token; the player's id, and the code of a coupon of a single use, not in plain text but as a hash. */
  storage?: Storage | null;
  /** A number from 0 up to 1, for the time between two reads; `Math.random` where nothing is said. */
  random?: () => number;
}

/**
 * Gives the player's token. Null, or nothing, means a guest: it is asked again at the next call.
 *
 * What throws, rejects, gives something else, or does not settle within `timeoutMs` counts for 60 seconds: it is not asked
 * again meanwhile, and every call rejects, with `unauthorized` where it threw or rejected, unless the token in use is still
 * good, or what did not settle gives one after all. So answer null, instead of throwing, while nobody is signed in.
 */
export type TokenFunction = (
  reason: "first" | "expiring" | "refused",
) => string | null | undefined | Promise<string | null | undefined>;

/** A visitor without an account. */
export interface Guest {
  /** An id that the shop keeps for this visitor: 1 to 255 characters of printable ASCII. */
  id: string;
  /** Where the keys are sent. */
  email: string;
}

/** The addresses of a server: https, or http on this machine. */
export interface EnvironmentAddresses {
  /** Where the API's paths start, such as `"http://127.0.0.1:8788/api"`. */
  apiUrl: string;
  /** Pay Station's origin, such as `"http://127.0.0.1:8789"`. */
  payStationUrl: string;
  /** Where the statuses of orders are pushed, such as `"ws://127.0.0.1:8788/connection/websocket"`: wss, or ws on this machine. They are only read where nothing is said. */
  orderSocketUrl?: string;
}

/** What every call may say of itself. */
export interface CallOptions {
  /** Ends the call: it rejects with `aborted`. */
  signal?: AbortSignal;
  /** How long the call may take with all it does, in milliseconds: 1 to 2147483647. */
  timeoutMs?: number;
}

/** Which part of a list is asked for. */
export interface ListOptions extends CallOptions {
  /** How many entries at most, from 1. */
  limit?: number;
  /** How many entries to pass over, from 0. */
  offset?: number;
}

/** A step of a daily or offer chain. */
export interface ChainStepOptions extends CallOptions {
  /** The chain's `id`. */
  chainId: number;
  /** The step's `step_number`. */
  stepNumber: number;
}

/** A step of a reward chain. */
export interface RewardStepOptions extends CallOptions {
  /** The chain's `reward_chain_id`. */
  chainId: number;
  /** The step's `step_id`: not its position. */
  stepId: number;
}

/** How a coupon is redeemed. */
export interface RedeemCouponOptions extends CallOptions {
  /** The chosen unit item's SKU by unit SKU. */
  selectedUnitItems?: Record<string, string>;
}

/** How a coupon of a single use is redeemed. */
export interface RedeemSingleUseOptions extends RedeemCouponOptions {
  /**
   * That the code is this player's own and can be redeemed once: then it may be sent again where its answer was lost. Not for a
   * code with a limit that players share: another player's use would look like this one's.
   */
  singleUse: true;
}

/** Which cart is meant. */
export interface CartOptions extends CallOptions {
  /** The cart's id; `"current"` where nothing is said. */
  cartId?: string;
}

/** How a promo code is put on a cart. */
export interface RedeemPromoCodeOptions extends CartOptions {
  /** The chosen unit item's SKU by unit SKU. */
  selectedUnitItems?: Record<string, string>;
}

/** How a cart is read. */
export interface GetCartOptions extends CartOptions {
  /** An ISO 4217 code. */
  currency?: string;
  /** A language, such as `"en"`. */
  locale?: string;
}

/** What goes into the cart. */
export interface FillCartOptions extends CartOptions {
  /** At least one item; quantities from 1. */
  items: { sku: string; quantity: number }[];
}

/** How many of an item go into the cart. */
export interface PutItemOptions extends CartOptions {
  /** How many, from 1. */
  quantity: number;
}

/** How the catalog is shown. */
export interface CatalogOptions extends CallOptions {
  /** A language, such as `"en"`. */
  locale?: string;
  /** The country to show prices for, in two letters, such as `"US"`; the API finds it out by itself where nothing is said. */
  country?: string;
  /** The code of a unique catalog offer, which shows hidden items, or a promo code whose prices are to be seen. 1 to 128 characters. */
  promoCode?: string;
  /** Whether items are shown too that are not sold yet or any more. */
  showInactiveTimeLimitedItems?: boolean;
  /** What else to tell of each item. */
  additionalFields?: ("media_list" | "order" | "long_description" | "custom_attributes" | (string & {}))[];
}

/** Which part of the catalog is asked for, and how it is shown. */
export interface CatalogListOptions extends CatalogOptions, ListOptions {}

/** Which groups are shown. */
export interface GroupsOptions extends CallOptions {
  /** The code of a unique catalog offer. */
  promoCode?: string;
}

/** How an order is made. */
export interface OrderOptions extends CallOptions {
  /** An ISO 4217 code. */
  currency?: string;
  /** The language of Pay Station, such as `"en"`. */
  locale?: string;
  /** Settings of Pay Station, as the API has them. Empty objects in it are left out, since the API refuses them. */
  settings?: Record<string, unknown>;
  /** The shop's own parameters, for its webhooks. Empty objects in it are left out, since the API refuses them. */
  customParameters?: Record<string, unknown>;
}

/** How an order for one item is made. */
export interface ItemOrderOptions extends OrderOptions {
  /** How many, from 1. */
  quantity?: number;
  /** A promo code for this order. */
  promoCode?: string;
}

/** How an order for a cart is made. */
export interface CartOrderOptions extends OrderOptions {
  /** The cart's id; the current one where nothing is said. */
  cartId?: string;
}

/** How an item is bought for virtual currency. */
export interface VirtualCurrencyOrderOptions extends CallOptions {
  /** The virtual currency's SKU. */
  virtualCurrencySku: string;
  /** Where the game is played; `"xsolla"` where nothing is said. */
  platform?: string;
  /** The shop's own parameters, for its webhooks. Empty objects in it are left out, since the API refuses them. */
  customParameters?: Record<string, unknown>;
}

/** Which chain is watched, and who hears of it. */
export interface WatchOptions<Chain> {
  /** The chain's `id`; of a reward chain its `reward_chain_id`. */
  chainId: number;
  /** Called with the chain as it is at first, and whenever a read finds it changed. */
  onChange: (chain: Chain) => void;
  /** Called when a read fails: another follows in seconds, then ever later, up to five minutes. */
  onError?: (error: LiveOpsError) => void;
  /** Ends it. */
  signal?: AbortSignal;
}

/** A claimed step. */
export interface Claim {
  /** Whether the API's own answer was lost and the claim was confirmed by reading. */
  recovered: boolean;
}

/** A claimed step of an offer chain. */
export interface OfferClaim extends Claim {
  /** The order that the claim made; null where the answer was lost. */
  orderId: number | null;
}

/** A claim that ended with `applied: "unknown"`, or was under way when an earlier page was left. */
export type PendingClaim = PendingDailyClaim | PendingOfferClaim | PendingRewardClaim | PendingCoupon;

/** A claim of a daily chain. */
export interface PendingDailyClaim {
  operation: "dailyChains.claim";
  chainId: number;
  stepNumber: number;
  /** Settles once a read tells: as the claim itself would have, or with `applied: "unknown"` where no read will ever tell. */
  settled: Promise<Claim>;
}

/** A claim of an offer chain. */
export interface PendingOfferClaim {
  operation: "offerChains.claim";
  chainId: number;
  stepNumber: number;
  /** As that of a daily chain. */
  settled: Promise<OfferClaim>;
}

/** A claim of a reward chain. */
export interface PendingRewardClaim {
  operation: "rewardChains.claim";
  chainId: number;
  stepId: number;
  /** As that of a daily chain. */
  settled: Promise<Claim>;
}

/** How Pay Station is opened. */
export interface OpenOptions {
  /**
   * `"window"` where nothing is said: a window of its own. `"iframe"`: a frame above the page. `"redirect"`: this page
   * itself leads to Pay Station; `payStation.returned()` tells of it when the player comes back.
   */
  mode?: "window" | "iframe" | "redirect";
  /** The texts of the frame above the page; English where one is missing. */
  labels?: CheckoutLabels;
}

/** What the frame above the page says. */
export interface CheckoutLabels {
  /** Its heading. */
  title?: string;
  /** The button that closes it. */
  close?: string;
  /** While Pay Station loads. */
  loading?: string;
  /** Where Pay Station did not load in time. */
  failed?: string;
  /** The link to Pay Station in a window of its own, in that case. */
  openWindow?: string;
}

/** An open checkout. */
export interface Checkout {
  /**
   * How it ended. `"closed"`: by the player, or by Pay Station; the order tells whether it was paid.
   * `"blocked"`: by the browser; show `payStation.url(order)` as a link. `"failed"`: Pay Station could not be shown.
   * A redirect leaves the page: it is `"closed"` where the browser brings the page back as it was.
   * A page with `Cross-Origin-Opener-Policy: same-origin` cannot see its windows: for it they are closed at once.
   * Rejects as the order's promise does, with `aborted` after `close()`, and with `network` where this package's own
   * `checkout.js` could not be loaded (a window is led to Pay Station all the same).
   */
  readonly outcome: Promise<"closed" | "blocked" | "failed">;

  /** Follows the order, as `orders.track` does, from the moment it is there. Rejects as the order's promise does, too. */
  statuses(options?: TrackOptions): AsyncGenerator<OrderStatus | "pending", void>;
}

/** A checkout from before the page was loaded. */
export interface ReturnedCheckout {
  /** The order's `order_id`. */
  readonly orderId: number;

  /** Follows the order, as `orders.track` does. */
  statuses(options?: TrackOptions): AsyncGenerator<OrderStatus | "pending", void>;
}

/** How an order is followed. */
export interface TrackOptions {
  /** Ends it: it rejects with `aborted`. */
  signal?: AbortSignal;
  /** How long it is followed, in milliseconds: 1 to 2147483647, 600000 where nothing is said. */
  deadlineMs?: number;
}

/** Every failure of this library: a native `Error`. */
export interface LiveOpsError extends Error {
  name: "LiveOpsError";
  /** What went wrong. */
  code: LiveOpsErrorCode;
  /** The HTTP status; null where no answer came. */
  status: number | null;
  /** The API's own number; null where it gave none. */
  errorCode: number | null;
  /** The API's id of the request, for Xsolla's support. */
  transactionId: string | null;
  /** Whether the same call may be made again and could then succeed. */
  retryable: boolean;
  /** How many milliseconds the API asks to wait before that; null where it does not, or where browsers hide it. */
  retryAfterMs: number | null;
  /** Whether the API did what was asked. `"unknown"`: read the chain, the cart or the order again. */
  applied: boolean | "unknown";
}

/** A coupon that its page said to be of a single use. Its code is nowhere kept: after a reload entering it again tells. */
export interface PendingCoupon {
  operation: "coupons.redeem";
  /** As that of a daily chain. */
  settled: Promise<RedeemedSingleUse>;
}

/** What a coupon of a single use gave. */
export type RedeemedSingleUse =
  | (RedeemedCoupon & { recovered: false })
  | {
      /** The answer was lost, and no use is left. */
      recovered: true;
      /** `coupons.rewards` told before what it gives. */
      items: null;
    };

/** What a change of clans granted. */
export type UpdatedClan =
  | (ClanUpdate & { recovered: false })
  | {
      /** An answer was lost. */
      recovered: true;
      /** What the last answer lists; null where it lists nothing, and only the lost one told: read the inventory. */
      reward: RewardItem[] | null;
    };
