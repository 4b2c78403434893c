/** The catalog. Guests see it too; with a token, `limits` and `promotions` are this player's own. */
export interface Catalog {
  /**
   * Reads one page of the sellable items of every kind.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
   * items by a unique catalog offer's code, and previews a promo code's prices.
   * API operation: `get-sellable-items`.
   */
  items(options?: CatalogListOptions): Promise<Page<StoreItem>>;

  /**
   * Reads all sellable items of every kind, page after page, while they are asked for.
   *
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-sellable-items`.
   */
  allItems(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

  /**
   * Reads one page of the virtual items.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
   * items by a unique catalog offer's code, and previews a promo code's prices.
   * API operation: `get-virtual-items`.
   */
  virtualItems(options?: CatalogListOptions): Promise<Page<StoreItem>>;

  /**
   * Reads all virtual items, page after page, while they are asked for.
   *
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-virtual-items`.
   */
  allVirtualItems(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

  /**
   * Reads one page of the bundles.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
   * items by a unique catalog offer's code, and previews a promo code's prices.
   * API operation: `get-bundle-list`.
   */
  bundles(options?: CatalogListOptions): Promise<Page<StoreItem>>;

  /**
   * Reads all bundles, page after page, while they are asked for.
   *
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-bundle-list`.
   */
  allBundles(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

  /**
   * Reads one page of the virtual currencies.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
   * items by a unique catalog offer's code, and previews a promo code's prices.
   * API operation: `get-virtual-currency`.
   */
  virtualCurrencies(options?: CatalogListOptions): Promise<Page<StoreItem>>;

  /**
   * Reads all virtual currencies, page after page, while they are asked for.
   *
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-virtual-currency`.
   */
  allVirtualCurrencies(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

  /**
   * Reads one page of the packages of virtual currency.
   *
   * `options.limit`: how many at most; the API's own default and maximum are 50. `options.promoCode` opens hidden
   * items by a unique catalog offer's code, and previews a promo code's prices.
   * API operation: `get-virtual-currency-package`.
   */
  virtualCurrencyPackages(options?: CatalogListOptions): Promise<Page<StoreItem>>;

  /**
   * Reads all packages of virtual currency, page after page, while they are asked for.
   *
   * A page that is empty but says that more follow is a `bad_response`.
   * API operation: `get-virtual-currency-package`.
   */
  allVirtualCurrencyPackages(options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

  /**
   * Reads one page of the items of a group.
   *
   * `groupId`: the group's `external_id`, 1 to 255 characters.
   * API operation: `get-sellable-items-group`.
   */
  itemsOfGroup(groupId: string, options?: CatalogListOptions): Promise<Page<StoreItem>>;

  /**
   * Reads all items of a group, page after page, while they are asked for.
   *
   * `groupId`: the group's `external_id`, 1 to 255 characters.
   * API operation: `get-sellable-items-group`.
   */
  allItemsOfGroup(groupId: string, options?: CatalogListOptions): AsyncIterableIterator<StoreItem>;

  /**
   * Reads one item.
   *
   * `sku`: the item's `sku`, 1 to 255 characters.
   * Rejects with `item_not_found`, among others.
   * API operation: `get-sellable-item-by-sku`.
   */
  item(sku: string, options?: CatalogOptions): Promise<StoreItem>;

  /**
   * Reads the groups, those below others inside of them.
   *
   * `options.promoCode`: a unique catalog offer's code, for groups of hidden items.
   * API operation: `get-item-groups`.
   */
  groups(options?: GroupsOptions): Promise<Groups>;
}
