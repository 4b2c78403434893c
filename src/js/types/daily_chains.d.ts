/** Daily chains. */
export interface DailyChains {
  /**
   * Reads one page of the player's daily chains.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 50.
   * `options.offset`: how many to pass over, 0 where nothing is said.
   * API operation: `get-daily-chains-list`.
   */
  list(options?: ListOptions): Promise<Page<DailyChain>>;

  /**
   * Reads all of the player's daily chains, page after page, while they are asked for.
   *
   * `options.limit`: how many a page; `options.offset`: where to start.
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-daily-chains-list`.
   */
  all(options?: ListOptions): AsyncIterableIterator<DailyChain>;

  /**
   * Reads one daily chain.
   *
   * `chainId`: the chain's `id`.
   * Rejects with `chain_not_found`, among others.
   * API operation: `get-user-daily-chain-by-id`.
   */
  get(chainId: number, options?: CallOptions): Promise<DailyChain>;

  /**
   * Claims the step of today.
   *
   * `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
   * Reads the chain first, sends once, and confirms a lost answer by reading: neither lost nor doubled. With
   * `applied: "unknown"` it goes on in `liveops.pending()`. Takes 30000 milliseconds where no `timeoutMs` is said.
   * Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
   * API operation: `claim-user-daily-chain-step-reward`.
   */
  claim(options: ChainStepOptions): Promise<Claim>;

  /**
   * Watches a daily chain: reads it at once, within a minute after a further step of it opens (each shop at its own moment), and when
   * the page is shown or online again. What is returned ends it, as `options.signal` and `close()` do.
   *
   * Throws `invalid_argument`. `onError` is called with `network` where this package's own `watch.js` could not be loaded: then it has ended.
   */
  watch(options: WatchOptions<DailyChain>): () => void;
}
