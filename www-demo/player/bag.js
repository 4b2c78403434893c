import { openDialog } from "../dialog.js";
import { h } from "../dom.js";
import { counted, itemList, picture } from "../items.js";
import { copy, localized } from "../language.js";
import { knownItems } from "./known-items.js";
import { wallet } from "./wallet.js";

/** A moth's colours are keys to the API too; these are keys to the player. */
const platforms = new Set(["steam", "gog"]);

/** The bag: what the game says this player owns, not what the page believes. */
export function openBag(session) {
  openDialog("bag", copy.bag.title, async () => {
    const [known] = await Promise.all([knownItems(session), session.refreshInventory()]);
    const items = session.inventory?.items ?? [];
    return [
      wallet(session, known),
      ...(items.length > 0 ? groups(items, known).map(([name, group]) => shelf(name, group)) : [empty()]),
      items.some((item) => isKey(known.get(item.sku))) && h("p", { class: "hint" }, copy.bag.keys),
    ];
  });
}

/** All of it in one list, for beside something else. */
export function bagContents(session) {
  const items = session.inventory?.items ?? [];
  return items.length > 0 ? itemList(items, 48) : empty();
}

const empty = () => h("p", { class: "empty" }, copy.bag.empty);
const isKey = (item) => platforms.has(item?.drm_sku);

/** The items under the names of their groups; what is in none comes last. */
function groups(items, known) {
  const byName = Map.groupBy(items, ({ sku }) => localized(known.get(sku)?.groups?.[0]?.name) || copy.bag.others);
  const last = ([name]) => (name === copy.bag.others ? 1 : 0);
  return [...byName].toSorted((one, other) => last(one) - last(other));
}

function shelf(name, items) {
  return h(
    "section",
    { class: "belongings", "aria-label": name },
    h("h3", {}, name),
    h(
      "ul",
      {},
      items.map((item) => h("li", { "data-sku": item.sku }, picture(item, 48), h("span", {}, counted(item)))),
    ),
  );
}
