//! TypeScript for what pages pass, and for what Rust cannot say.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What a client is made with. */
export interface LiveOpsOptions {
  /** The project's id in Publisher Account. */
  projectId: number;
  /**
   * The player's token, or a function that gives it: asked for one call at a time, `"first"`, when it
   * is `"expiring"` in 90 seconds, and when the API `"refused"` it. Null, or nothing, is a guest.
   */
  token?: string | null | TokenFunction;
  /** `"live"` where nothing is said; `"test"`: Xsolla's test payments; or the addresses of another server, such as the emulator. */
  environment?: "live" | "test" | EnvironmentAddresses;
  /** The language of cart and catalog, such as `"en"`, where a call names none. */
  locale?: string;
  /** How long a call may take with all it does, in milliseconds: 1 to 2147483647, 15000 where nothing is said. */
  timeoutMs?: number;
  /** Called instead of the global `fetch`, with a `Request`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds that only ever grow, for the age of a token; `performance.now` where nothing is said. */
  now?: () => number;
}

/** Gives the player's token; null for a guest. */
export type TokenFunction = (
  reason: "first" | "expiring" | "refused",
) => string | null | undefined | Promise<string | null | undefined>;

/** The addresses of a server: https, or http on this machine. */
export interface EnvironmentAddresses {
  /** Where the API's paths start, such as `"http://127.0.0.1:8788/api"`. */
  apiUrl: string;
  /** Pay Station's origin, such as `"http://127.0.0.1:8789"`. */
  payStationUrl: string;
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
export interface GetCartOptions extends CallOptions {
  /** An ISO 4217 code. */
  currency?: string;
  /** A language, such as `"en"`. */
  locale?: string;
}

/** What goes into the cart. */
export interface FillCartOptions extends CallOptions {
  /** At least one item; quantities from 1. */
  items: { sku: string; quantity: number }[];
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

/** How a payment window is opened. */
export interface OpenOptions {
  /** A window of its own. */
  mode?: "window";
}

/** An open checkout. */
export interface Checkout {
  /**
   * How the window ended. `"closed"`: by the player, or by Pay Station; the order tells whether it was paid.
   * `"blocked"`: by the browser; show `payStation.url(order)` as a link. `"failed"`: it could not be led to Pay Station.
   * Rejects as the order's promise does, and with `aborted` after `close()`.
   */
  readonly outcome: Promise<"closed" | "blocked" | "failed">;
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
  /** Whether the API did what was asked. `"unknown"`: read the chain, the cart or the order again. */
  applied: boolean | "unknown";
}
"#;
