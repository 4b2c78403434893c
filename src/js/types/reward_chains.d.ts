/** Reward chains. */
export interface RewardChains {
  /**
   * Reads one page of the player's reward chains.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 50.
   * `options.offset`: how many to pass over, 0 where nothing is said.
   * API operation: `get-reward-chains-list`.
   */
  list(options?: ListOptions): Promise<Page<RewardChain>>;

  /**
   * Reads all of the player's reward chains, page after page, while they are asked for.
   *
   * `options.limit`: how many a page; `options.offset`: where to start.
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-reward-chains-list`.
   */
  all(options?: ListOptions): AsyncIterableIterator<RewardChain>;

  /**
   * Reads how many value points count for a chain: the player's, or their clan's.
   *
   * `chainId`: the chain's `reward_chain_id`.
   * Rejects with `chain_not_found`, among others.
   * API operation: `get-user-reward-chain-balance`.
   */
  balance(chainId: number, options?: CallOptions): Promise<ValuePoint>;

  /**
   * Claims a step that the points reach. The points are not spent.
   *
   * `options.chainId`: the chain's `reward_chain_id`. `options.stepId`: the step's `step_id`, not its position.
   * Reads the chain first, sends once, and confirms a lost answer by reading: neither lost nor doubled. With
   * `applied: "unknown"` it goes on in `liveops.pending()`. Takes 30000 milliseconds where no `timeoutMs` is said.
   * Rejects with `not_enough_points`, `already_claimed`, `step_not_found` or `chain_not_found`, among others.
   * API operation: `claim-user-reward-chain-step-reward`.
   */
  claim(options: RewardStepOptions): Promise<Claim>;

  /**
   * Watches a reward chain: reads it at once, within a minute after it starts over (each shop at its own moment), and when
   * the page is shown or online again. What is returned ends it, as `options.signal` and `close()` do.
   *
   * Throws `invalid_argument`. `onError` is called with `network` where this package's own `watch.js` could not be loaded: then it has ended.
   */
  watch(options: WatchOptions<RewardChain>): () => void;
}
