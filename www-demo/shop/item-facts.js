import { h } from "../dom.js";
import { date, percent } from "../format.js";
import { itemList, listed, picture } from "../items.js";
import { copy, localized } from "../language.js";
import { points } from "./card.js";
import { discount, moneyPrice } from "./price.js";

export function itemPicture(item) {
  const off = discount(item);
  return h("div", { class: "plate" }, picture(item, 192), off && h("span", { class: "off" }, copy.shop.off(off)));
}

/** All that is known of an item, but how to get it. */
export function itemFacts(item) {
  return [
    h("p", { class: "story" }, localized(item.long_description) || localized(item.description)),
    inside(item),
    promotions(item),
    attributes(item),
    points(item),
  ];
}

/** What a bundle holds, and what that costs by itself. */
function inside({ content, total_content_price: total }) {
  if (!content?.length) return null;
  const worth = total && h("p", { class: "worth" }, copy.item.worth, " ", moneyPrice(total));
  return h("section", {}, h("h3", {}, copy.item.inside), itemList(content, 32), worth);
}

function promotions({ promotions: applying }) {
  if (!applying?.length) return null;
  return h(
    "ul",
    { class: "promotions" },
    applying.map((promotion) => h("li", {}, h("strong", {}, localized(promotion.name)), " ", effect(promotion))),
  );
}

function effect({ discount: taken, bonus, date_end: end }) {
  return [
    taken?.percent && copy.item.cheaper(percent(taken.percent)),
    bonus?.length > 0 && copy.item.bonus(listed(bonus)),
    end && copy.item.until(date(new Date(end))),
  ]
    .filter(Boolean)
    .join(" ");
}

function attributes({ attributes: known }) {
  if (!known?.length) return null;
  return h(
    "dl",
    { class: "attributes" },
    known.map(({ name, values }) =>
      h(
        "div",
        {},
        h("dt", {}, localized(name)),
        h("dd", {}, (values ?? []).map(({ value }) => localized(value)).join(", ")),
      ),
    ),
  );
}
