import { itemName } from "../items.js";
import { language, localized } from "../language.js";
import { address, route } from "../route.js";

export const sorts = ["featured", "price", "name"];

/** What of the catalog is shown, as the address says it: a reload, a link and the way back all keep it. */
export function selection() {
  const { query } = route();
  const sort = sorts.includes(query.get("sort")) ? query.get("sort") : "featured";
  return { group: query.get("group") ?? "", words: query.get("q") ?? "", sort };
}

export function shopAddress({ group, words, sort }, sku = "") {
  return address("shop", sku, { group, q: words, sort: sort === "featured" ? "" : sort });
}

/** The items of a selection, in its order. */
export function selected(items, groups, { group, words, sort }) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const found = items.filter((item) => inGroup(item, group, groups) && matches(item, wanted));
  if (sort === "name") return found.sort((one, other) => byName.compare(itemName(one), itemName(other)));
  return sort === "price" ? found.sort((one, other) => rank(one) - rank(other)) : found;
}

/** Whether an item stands in a group or in one below it. */
export function inGroup(item, groupId, groups) {
  if (!groupId) return true;
  const ids = idsFrom(groups.find((group) => group.external_id === groupId));
  return (item.groups ?? []).some((group) => ids.includes(group.external_id));
}

function idsFrom(group) {
  return group ? [group.external_id, ...(group.children ?? []).flatMap(idsFrom)] : [];
}

function matches(item, wanted) {
  const text = folded(`${itemName(item)} ${localized(item.description)}`);
  return wanted.every((word) => text.includes(word));
}

const byName = new Intl.Collator(language);

/** Without case and accents, which not every keyboard has. */
const folded = (text) =>
  text
    .toLocaleLowerCase(language)
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");

/** Free things first, then by money; what only Embers buy comes last. */
function rank(item) {
  if (item.is_free) return 0;
  if (item.price) return Number(item.price.amount);
  return 1e9 + (item.virtual_prices?.[0]?.amount ?? 0);
}
