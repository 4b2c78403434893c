/** The player's clan. */
export interface Clans {
  /**
   * Reads who gave most points to the player's clan: at most ten, none without a clan.
   *
   * `chainId`: the reward chain's `reward_chain_id`.
   * API operation: `get-user-clan-top-contributors`.
   */
  topContributors(chainId: number, options?: CallOptions): Promise<Contributor[]>;

  /**
   * Tells the API that the player's clan may have changed. What the old clan had left to claim is
   * granted, and only this answer lists it: where it was lost and the update sent again, up to three times in the time that
   * the call has, nobody can tell what was granted.
   *
   * API operation: `user-clan-update`.
   */
  update(options?: CallOptions): Promise<UpdatedClan>;
}
