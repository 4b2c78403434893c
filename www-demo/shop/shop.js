import { h, redraw } from "../dom.js";
import { copy } from "../language.js";
import { load } from "../load.js";
import { explain, notice } from "../notice.js";
import { route } from "../route.js";
import { markCards } from "./card.js";
import { cartOf } from "./cart.js";
import { readCatalog, readHidden } from "./catalog.js";
import { finds } from "./finds.js";
import { followItem } from "./item-dialog.js";
import { selection } from "./selection.js";
import { shelf, skeleton } from "./shelf.js";
import { toolbar } from "./toolbar.js";

/** The page of each root that was opened: read again, it keeps what was typed and found. */
const pages = new WeakMap();

/** Shop: the whole catalog, to look through, to search, and to fill the basket from. */
export async function shop(root, session, signal) {
  if (!pages.has(root)) pages.set(root, page(root, session));
  const { shelves, draw, follow } = pages.get(root);
  session.addEventListener("cart", () => markCards(shelves, cartOf(session)), { signal });
  window.addEventListener("hashchange", () => follow(true), { signal });
  root.ariaBusy = "true";
  await load(shelves, session, { skeleton, read: () => readCatalog(session, signal), draw });
  if (signal.aborted) return;
  root.ariaBusy = "false";
  markCards(shelves, cartOf(session));
  follow(false);
}

function page(root, session) {
  let catalog = null;
  const bar = toolbar({ changed: redrawn, enter: (words) => !shelves.querySelector(".card") && tryCode(words) });
  const found = finds(session);
  const shelves = h("div", { class: "shelves" });
  root.replaceChildren(h("div", { class: "shop" }, bar.form, bar.groups, found.element, shelves));
  bar.follow([]);

  const draw = (read) => {
    catalog = read;
    bar.follow(catalog.groups);
    return shelf(catalog, { ...selection(), words: bar.words() }, session, { tryCode, clear: bar.clear });
  };

  function redrawn() {
    if (!catalog) return; // Typed while it is read: it will be drawn with what was typed.
    redraw(shelves, draw(catalog));
    markCards(shelves, cartOf(session));
  }

  /** Shows what the address asks for; `within` says whether it has changed while the shop was open. */
  function follow(within) {
    if (!catalog) return;
    if (within) redrawn();
    const known = catalog.items.find((item) => item.sku === route().detail);
    followItem(session, known, within).catch((error) => notice("error", explain(error)));
  }

  /** What no item is called may be the code of a hidden one. */
  async function tryCode(words) {
    if (!words || !catalog) return;
    try {
      const hidden = await readHidden(session, words);
      if (hidden.length === 0) return notice("error", copy.shop.noSuchCode);
      bar.clear();
      found.show(hidden);
    } catch (error) {
      notice("error", explain(error));
    }
  }

  return { shelves, draw, follow };
}
