import { basket, price } from "./basket.js";
import { action, h, panel } from "../dom.js";
import { number } from "../format.js";
import { itemName, picture } from "../items.js";
import { copy } from "../language.js";
import { load } from "../load.js";
import { openSignIn } from "../player/sign-in.js";

/** Shop: what the game recommends, beside the basket. */
export function shop(root, session, signal) {
  return load(root, session, {
    skeleton: () => [
      h(
        "div",
        { class: "shop-and-basket", "aria-hidden": "true" },
        h(
          "ul",
          { class: "cards" },
          Array.from({ length: 8 }, () => h("li", { class: "card skeleton" })),
        ),
      ),
    ],
    read: () => session.liveops.upsell.list({ signal }),
    draw: ({ items }) => (items.length > 0 ? [shelf(items, session)] : [panel(copy.shop.empty)]),
  });
}

function shelf(items, session) {
  const { element, add } = basket(session);
  return h(
    "div",
    { class: "shop-and-basket" },
    h(
      "ul",
      { class: "cards" },
      items.map((item) => card(item, session, add)),
    ),
    element,
  );
}

function card(item, session, add) {
  const points = item.vp_rewards ?? [];
  return h(
    "li",
    { class: "card", "data-sku": item.sku },
    picture(item, 96),
    h("h2", {}, itemName(item)),
    h("p", {}, item.description),
    h(
      "p",
      { class: "points" },
      points.map((point) => h("span", {}, copy.shop.points(number(point.amount), point.name))),
    ),
    h(
      "div",
      { class: "buy" },
      price(item.price),
      action(copy.shop.add, () => (session.player ? add(item.sku) : openSignIn(session)), {
        class: "quiet",
        "aria-label": copy.shop.addItem(itemName(item)),
      }),
    ),
  );
}
