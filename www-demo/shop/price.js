import { h } from "../dom.js";
import { money, number, percent } from "../format.js";
import { copy } from "../language.js";

/** What an item costs: nothing, money with the list price struck through, or Embers; null where nobody says. */
export function price(item) {
  if (item.is_free) return h("span", { class: "price" }, h("strong", {}, copy.free));
  if (item.price) return moneyPrice(item.price);
  const [virtual] = item.virtual_prices ?? [];
  return virtual ? emberPrice(virtual) : null;
}

export function moneyPrice({ amount, amount_without_discount: listed, currency }) {
  const list = Number(amount) < Number(listed) && struck(money(listed, currency));
  return h("span", { class: "price" }, h("strong", {}, money(amount, currency)), list && [" ", list]);
}

export function emberPrice({ amount, amount_without_discount: listed, name }) {
  return h(
    "span",
    { class: "price" },
    h("img", { src: "/art/ember.svg", alt: "", width: 24, height: 24 }),
    h("strong", {}, number(amount), h("span", { class: "spoken" }, " ", name ?? copy.embers)),
    amount < listed && [" ", struck(number(listed))],
  );
}

function struck(text) {
  return h("s", {}, h("span", { class: "spoken" }, copy.listPrice, " "), text);
}

/** How much cheaper an item is, in percent of its list price; null where it is not. */
export function discount(item) {
  const shown = item.price ?? item.virtual_prices?.[0];
  const [now, listed] = [Number(shown?.amount), Number(shown?.amount_without_discount)];
  if (!(now < listed)) return null;
  const declared = (item.promotions ?? []).map((promotion) => promotion.discount?.percent).filter(Boolean);
  return percent(declared.length === 1 ? declared[0] : Math.round((1 - now / listed) * 100));
}
