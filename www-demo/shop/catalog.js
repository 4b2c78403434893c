/** The groups do not change while the page is open; each client reads them once. */
const groupsByClient = new WeakMap();

/** Codes of hidden offers that were entered, by the SKU of what they show: it is bought with the same code. */
const codesBySku = new Map();

const fields = ["long_description"];

/** Everything on the shelves and the groups it stands in; for a player with their own limits. */
export async function readCatalog({ liveops }, signal) {
  const [groups, items] = await Promise.all([readGroups(liveops), readItems(liveops, { signal })]);
  return { groups, items };
}

/** One item, also a hidden one whose code was entered before. */
export function readItem({ liveops }, sku) {
  return liveops.catalog.item(sku, { additionalFields: fields, promoCode: codeOf(sku) });
}

/** What a code shows that nobody sees without it. */
export async function readHidden({ liveops }, code, signal) {
  const [open, all] = await Promise.all([
    readItems(liveops, { signal }),
    readItems(liveops, { signal, promoCode: code }),
  ]);
  const known = new Set(open.map((item) => item.sku));
  const hidden = all.filter((item) => !known.has(item.sku));
  for (const item of hidden) codesBySku.set(item.sku, code);
  return hidden;
}

export const codeOf = (sku) => codesBySku.get(sku);

function readItems(liveops, options) {
  return Array.fromAsync(liveops.catalog.allItems({ ...options, additionalFields: fields }));
}

async function readGroups(liveops) {
  if (!groupsByClient.has(liveops)) groupsByClient.set(liveops, liveops.catalog.groups());
  try {
    return (await groupsByClient.get(liveops)).groups;
  } catch (error) {
    groupsByClient.delete(liveops);
    throw error;
  }
}
