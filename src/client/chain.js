// Chains of every kind.

/** Their areas. */
export const CHAINS = ["dailyChains", "offerChains", "rewardChains"];

/** A chain of an area as it is now; null where there is none. Reward chains cannot be read one by one. */
export async function readChain({ get, all }, chainId, options) {
  if (get) return get(chainId, options);
  for await (const chain of all(options)) if (chain.reward_chain_id === chainId) return chain;
  return null;
}
