import { openDialog } from "../dialog.js";
import { h } from "../dom.js";
import { itemName } from "../items.js";
import { route } from "../route.js";
import { readItem } from "./catalog.js";
import { itemFacts, itemPicture } from "./item-facts.js";
import { purchase } from "./item-purchase.js";
import { selection, shopAddress } from "./selection.js";

/** Opens the item that the address names, or closes the one that it no longer names. */
export async function followItem(session, known, fromShelf) {
  const { detail: sku } = route();
  const open = document.querySelector('dialog[data-dialog="item"]');
  if (open?.dataset.sku === sku) return;
  open?.close();
  if (!sku) return;
  // An entry that leads here from the shelf is left by going back, any other one by taking its place.
  if (history.state === null) history.replaceState({ fromShelf }, "");
  try {
    const item = known ?? (await readItem(session, sku));
    if (route().detail === sku && !dialogOf(sku)) show(session, item);
  } catch (error) {
    leave();
    throw error;
  }
}

const dialogOf = (sku) => document.querySelector(`dialog[data-sku="${CSS.escape(sku)}"]`);

function leave() {
  if (history.state?.fromShelf) history.back();
  else history.replaceState(null, "", shopAddress(selection()));
}

/** Where the keyboard goes back to, also when the shelf was drawn anew meanwhile. */
const cardLink = (item) => document.querySelector(`[data-control="open ${CSS.escape(item.sku)}"]`);

function show(session, item) {
  openDialog("item", itemName(item), (dialog) => {
    const closed = new AbortController();
    const buying = purchase(session, item, closed.signal);
    const read = async () => buying.draw(await readItem(session, item.sku));
    dialog.dataset.sku = item.sku;
    dialog.addEventListener("close", () => {
      closed.abort();
      if (route().detail === item.sku) leave();
      if (document.activeElement === document.body) cardLink(item)?.focus();
    });
    session.addEventListener("inventory", () => buying.draw(), closed);
    session.addEventListener("purchase", () => read().catch(console.error), closed);
    session.addEventListener("cart", () => buying.draw(), closed);
    return [itemPicture(item), h("div", { class: "facts" }, itemFacts(item), buying.element)];
  });
}
