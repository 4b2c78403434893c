/** Items to offer beside a purchase. */
export interface Upsell {
  /**
   * Reads the items that the project offers beside a purchase.
   *
   * API operation: `get-upsell-for-project-client`.
   */
  list(options?: CallOptions): Promise<Page<StoreItem>>;
}
