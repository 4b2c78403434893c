/** Offer chains. */
export interface OfferChains {
  /**
   * Reads one page of the player's offer chains.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 30.
   * `options.offset`: how many to pass over, 0 where nothing is said.
   * API operation: `get-offer-chains-list`.
   */
  list(options?: ListOptions): Promise<Page<OfferChain>>;

  /**
   * Reads all of the player's offer chains, page after page, while they are asked for.
   *
   * `options.limit`: how many a page; `options.offset`: where to start.
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-offer-chains-list`.
   */
  all(options?: ListOptions): AsyncIterableIterator<OfferChain>;

  /**
   * Reads one offer chain.
   *
   * `chainId`: the chain's `id`.
   * Rejects with `chain_not_found`, among others.
   * API operation: `get-user-offer-chain-by-id`.
   */
  get(chainId: number, options?: CallOptions): Promise<OfferChain>;

  /**
   * Claims a free step: the chain's `next_step_number`, where `is_free` is true.
   *
   * `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
   * Reads the chain first, sends once, and confirms a lost answer by reading: neither lost nor doubled. With
   * `applied: "unknown"` it goes on in `liveops.pending()`. Takes 30000 milliseconds where no `timeoutMs` is said.
   * Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
   * API operation: `claim-user-offer-chain-step-reward`.
   */
  claim(options: ChainStepOptions): Promise<OfferClaim>;

  /**
   * Makes the order for a paid step: the chain's `next_step_number`, where `is_free` is false.
   * Hand the promise to `payStation.open` in the click itself. Nothing is charged before the player pays.
   *
   * A further call for the same step gives the same order while it can still be paid, and rejects with `already_claimed` while
   * it is being paid: on this page, or one of this browser that is gone. Where the answer was lost it is made again; the order
   * that nobody got cannot be paid. An order that another page has open in Pay Station and that is not paid yet does not
   * stop a further one: its token is with that page.
   *
   * `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
   * Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
   * API operation: `order-user-offer-chain-step-reward`.
   */
  order(options: ChainStepOptions): Promise<Order>;

  /**
   * Watches an offer chain: reads it at once, within a minute after it starts over (each shop at its own moment), and when
   * the page is shown or online again. What is returned ends it, as `options.signal` and `close()` do.
   *
   * Throws `invalid_argument`. `onError` is called with `network` where this package's own `watch.js` could not be loaded: then it has ended.
   */
  watch(options: WatchOptions<OfferChain>): () => void;
}
