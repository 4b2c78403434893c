import { openDialog } from "../dialog.js";
import { h } from "../dom.js";
import { itemList } from "../items.js";
import { copy } from "../language.js";

/** The bag: what the game says this player owns, not what the page believes. */
export function openBag(session) {
  openDialog("bag", copy.bag.title, async () => {
    await session.refreshInventory();
    return [bagContents(session)];
  });
}

export function bagContents(session) {
  const items = session.inventory?.items ?? [];
  return items.length > 0 ? itemList(items, 48) : h("p", {}, copy.bag.empty);
}
