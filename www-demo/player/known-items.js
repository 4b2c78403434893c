import { itemName } from "../items.js";

/** What each client has read of the catalog. */
const catalogs = new WeakMap();

/**
 * The catalog's items by SKU, for what the API and the game tell of by its SKU alone. Read once a client; empty where
 * it cannot be read now.
 */
export async function knownItems({ liveops }) {
  if (!catalogs.has(liveops)) catalogs.set(liveops, read(liveops));
  try {
    return await catalogs.get(liveops);
  } catch (error) {
    console.error(error);
    catalogs.delete(liveops);
    return new Map();
  }
}

async function read(liveops) {
  const items = await Array.fromAsync(liveops.catalog.allItems());
  items.forEach(itemName); // From now on they are called by their names.
  return new Map(items.map((item) => [item.sku, item]));
}
