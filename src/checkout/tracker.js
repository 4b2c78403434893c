// One order that is followed: when it is read again, and what wakes it before.
import { onReturn } from "../client/page_return.js";
import { GAP } from "./tracking_rules.js";

/** Milliseconds that a read may still take when the time is over. */
const GRACE = 5_000;

/** Milliseconds that a call may take where the client does not say. */
const TIMEOUT = 15_000;

const now = () => performance.now();

export class Tracker {
  orderId;
  /** The status that was last heard of, read or not. */
  heard;
  #shop;
  #end;
  #lastRead = -Infinity;
  #isWoken = false;
  #timer;
  #deadline;
  #proceed;
  #over = new AbortController();

  /** Follows an order for so many milliseconds, or until a signal is aborted; wakes when `left` is settled. */
  constructor(shop, orderId, milliseconds, signal, left) {
    this.orderId = orderId;
    this.#shop = shop;
    this.#end = now() + milliseconds;
    // Also for a page that never asks for the next status: nothing stays behind for longer.
    this.#deadline = setTimeout(() => this.leave(), milliseconds);
    for (const end of [shop.closed, signal]) end?.addEventListener("abort", () => this.leave(), { signal: this.over });
    const wake = () => this.wake();
    onReturn(wake, this.over);
    left?.then(wake, wake);
  }

  /** Aborted when its time is over. */
  get over() {
    return this.#over.signal;
  }

  /** How far the order got; undefined where that could not be learned this time. */
  async read(signal) {
    this.#isWoken = false;
    this.#lastRead = now();
    const timeoutMs = Math.min(this.#shop.options.timeoutMs ?? TIMEOUT, Math.max(0, Math.ceil(this.#end - now())) + GRACE);
    try {
      return (await this.#shop.read(this.orderId, { signal, timeoutMs })).status;
    } catch (error) {
      if (!error.retryable) throw error;
    }
  }

  /** Waits so long, or less where it is woken. */
  rest(milliseconds) {
    return new Promise((resolve) => {
      this.#proceed = () => {
        this.#proceed = undefined;
        resolve();
      };
      if (this.over.aborted) this.#proceed();
      else this.#sleep(this.#isWoken ? 0 : milliseconds);
    });
  }

  /** Something may have happened: the order is read soon. */
  wake(heard) {
    if (heard !== undefined) this.heard = heard;
    this.#isWoken = true;
    if (this.#proceed) this.#sleep(0);
  }

  #sleep(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#proceed, Math.max(milliseconds, this.#lastRead + GAP - now()));
  }

  /** Lets go of all that it waits for. */
  leave() {
    this.#over.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    this.#proceed?.();
  }
}
