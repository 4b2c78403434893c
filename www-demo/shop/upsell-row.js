import { action, h, redraw } from "../dom.js";
import { knownName, picture } from "../items.js";
import { copy } from "../language.js";
import { canBeBought } from "./limits.js";
import { price } from "./price.js";

const MOST = 3;

/** What the project offers beside a purchase, without what is in the cart already. It is read once a drawer. */
export function upsellRow(session, cart) {
  const element = h("div", { class: "upsell" });
  let offered = [];

  session.liveops.upsell.list().then(({ items }) => {
    offered = items.filter((item) => item.price && canBeBought(item));
    show();
  }, console.error); // An extra: the basket does without it.

  function show() {
    const items = offered.filter((item) => cart.quantityOf(item.sku) === 0).slice(0, MOST);
    if (cart.lines.length === 0 || items.length === 0) return redraw(element, []);
    redraw(element, [h("h3", {}, copy.basket.upsell), h("ul", {}, items.map(offer))], () =>
      element.querySelector("button"),
    );
  }

  function offer(item) {
    return h(
      "li",
      { "data-upsell": item.sku },
      picture(item, 40),
      h("span", { class: "name" }, knownName(item), price(item)),
      action("+", () => cart.add(item.sku), {
        class: "quiet",
        "aria-label": copy.shop.addItem(knownName(item)),
        "data-control": `upsell ${item.sku}`,
      }),
    );
  }

  return { element, show };
}
