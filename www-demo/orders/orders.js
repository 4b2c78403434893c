import { openDialog } from "../dialog.js";
import { h } from "../dom.js";
import { copy } from "../language.js";
import { knownItems } from "../player/known-items.js";
import { ordersOf } from "./order-list.js";
import { order } from "./order.js";

/** The orders made on this device: each is read as it is now, and followed where it has no end yet. */
export function openOrders(session) {
  openDialog("orders", copy.orders.title, async (dialog) => {
    const kept = ordersOf(session).all();
    if (kept.length === 0) return [empty(dialog)];
    const closed = new AbortController();
    dialog.addEventListener("close", () => closed.abort());
    await knownItems(session); // An order names its items by their SKUs alone.
    return [
      h(
        "ol",
        { class: "orders" },
        kept.map((entry) => order(entry, session, closed.signal)),
      ),
      h("p", { class: "hint" }, copy.orders.here),
    ];
  });
}

function empty(dialog) {
  const shop = h("a", { class: "button amber", href: "#/shop" }, copy.orders.toShop);
  shop.onclick = () => dialog.close();
  return h("div", { class: "empty" }, h("p", {}, copy.orders.empty), shop);
}
