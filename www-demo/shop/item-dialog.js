import { openDialog } from "../dialog.js";
import { h } from "../dom.js";
import { date, number, percent } from "../format.js";
import { counted, itemList, itemName, listed, picture } from "../items.js";
import { copy, localized } from "../language.js";
import { route } from "../route.js";
import { points } from "./card.js";
import { cartOf } from "./cart.js";
import { readItem } from "./catalog.js";
import { purchase } from "./item-purchase.js";
import { discount, moneyPrice } from "./price.js";
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

function show(session, item) {
  openDialog("item", itemName(item), (dialog) => {
    const closed = new AbortController();
    const buying = purchase(session, item, closed.signal);
    const read = async () => buying.draw(await readItem(session, item.sku));
    dialog.dataset.sku = item.sku;
    dialog.addEventListener("close", () => {
      closed.abort();
      if (route().detail === item.sku) leave();
    });
    session.addEventListener("inventory", () => buying.draw(), closed);
    session.addEventListener("purchase", () => read().catch(console.error), closed);
    cartOf(session).addEventListener("change", () => buying.draw(), closed);
    return [
      h("div", { class: "plate" }, picture(item, 192), off(item)),
      h(
        "div",
        { class: "facts" },
        h("p", { class: "story" }, localized(item.long_description) || localized(item.description)),
        inside(item),
        promotions(item),
        attributes(item),
        points(item),
        buying.element,
      ),
    ];
  });
}

function off(item) {
  const percentage = discount(item);
  return percentage && h("span", { class: "off" }, copy.shop.off(percentage));
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
