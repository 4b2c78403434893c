import { action, h } from "../dom.js";
import { number } from "../format.js";
import { itemName, picture } from "../items.js";
import { copy } from "../language.js";
import { left } from "./limits.js";
import { price } from "./price.js";

/** What lies in the cart, with what can be changed of it; what a promotion added comes last and goes by itself. */
export function cartLines(cart) {
  if (cart.lines.length + cart.gifts.length === 0) return [h("p", { class: "empty" }, copy.basket.empty)];
  return [
    h(
      "ul",
      { class: "lines" },
      cart.lines.map((item) => line(item, cart)),
      cart.gifts.map(gift),
    ),
  ];
}

function line(item, cart) {
  const name = itemName(item);
  const change = (label, by, spoken) =>
    action(label, () => cart.add(item.sku, by), {
      class: "quiet",
      "aria-label": spoken,
      "data-control": `${label} ${item.sku}`,
      disabled: by > 0 && item.quantity >= left(item),
    });
  return h(
    "li",
    { "data-sku": item.sku },
    picture(item, 48),
    h("span", { class: "name" }, name, item.can_be_bought === false && h("small", {}, copy.shop.notSold)),
    action(copy.basket.takeOut, () => cart.remove(item.sku), {
      class: "plain remove",
      "aria-label": copy.basket.remove(name),
      "data-control": `out ${item.sku}`,
    }),
    h(
      "span",
      { class: "quantity" },
      change("−", -1, item.quantity === 1 ? copy.basket.remove(name) : copy.basket.less(name)),
      h("span", {}, number(item.quantity)),
      change("+", 1, copy.basket.more(name)),
    ),
    h("span", { class: "each" }, price(item), item.price && item.quantity > 1 && h("small", {}, copy.basket.each)),
  );
}

function gift(item) {
  return h(
    "li",
    { "data-sku": item.sku, "data-gift": true },
    picture(item, 48),
    h(
      "span",
      { class: "name" },
      copy.counted(number(item.quantity ?? 1), itemName(item)),
      h("small", {}, copy.basket.gift),
    ),
  );
}
