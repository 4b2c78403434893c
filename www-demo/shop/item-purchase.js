import { action, h, redraw } from "../dom.js";
import { number } from "../format.js";
import { itemName } from "../items.js";
import { copy } from "../language.js";
import { checkout } from "../payment/checkout.js";
import { addToCart, buyForEmbers, takeFree } from "./buy.js";
import { cartOf } from "./cart.js";
import { codeOf } from "./catalog.js";
import { canBeBought, left, limitLine } from "./limits.js";
import { emberPrice, price } from "./price.js";
import { shopAddress } from "./selection.js";
import { stepper } from "./stepper.js";

/** All ways to get an item, until `signal` ends them. `draw` follows what has changed: the item, the wallet, the basket. */
export function purchase(session, item, signal) {
  const element = h("div", { class: "purchase" });
  const quantity = stepper(itemName(item));
  const code = codeOf(item.sku);
  const till = code && hiddenTill(session, item, code, signal);
  till?.offer(true);

  const closeButton = () => element.closest("dialog").querySelector(".close");

  function draw(now = item) {
    item = now;
    quantity.limit(left(item));
    redraw(element, [limitLine(item, session.clock), ...(canBeBought(item) ? ways() : [])], closeButton);
  }

  function ways() {
    if (code) return [price(item), h("p", { class: "hint" }, copy.item.withCode), till.element];
    return [
      item.price && forMoney(),
      ...(item.virtual_prices ?? []).map(forEmbers),
      item.is_free && [price(item), action(copy.shop.take, () => takeFree(session, item), control("free", "amber"))],
    ];
  }

  function forMoney() {
    const inCart = cartOf(session).quantityOf(item.sku);
    return h(
      "div",
      { class: "way" },
      price(item),
      quantity.element,
      action(copy.item.add, () => addToCart(session, item, quantity.value()), control("cart", "amber")),
      inCart > 0 && h("p", { class: "hint" }, number(inCart), " ", copy.shop.inBasket),
    );
  }

  /** One at a time: the API sells no more at once for virtual currency. */
  function forEmbers(virtual) {
    const balance = session.inventory?.wallet?.[virtual.sku];
    const missing = virtual.amount - (balance ?? Infinity);
    const buy = () => buyForEmbers(session, item, virtual);
    const label = copy.item.buyForEmbers(number(virtual.amount));
    return h(
      "div",
      { class: "way" },
      emberPrice(virtual),
      missing > 0 ? embersLink() : action(label, buy, control("embers", item.price ? "quiet" : "amber")),
      balance !== undefined &&
        h(
          "p",
          { class: "hint" },
          copy.item.balance(number(balance)),
          missing > 0 && h("strong", {}, " ", copy.item.missing(number(missing))),
        ),
    );
  }

  draw();
  return { element, draw };
}

function embersLink() {
  const href = shopAddress({ group: "embers" });
  return h("a", { class: "button quiet", href, "data-control": "embers" }, copy.item.getEmbers);
}

/** A hidden item is bought by itself: its code is the order's. */
function hiddenTill(session, item, promoCode, signal) {
  const order = (options) => session.liveops.orders.createWithItem(item.sku, { ...options, promoCode });
  return checkout(session, order, { subject: `item/${item.sku}`, success: copy.shop.bought(itemName(item)), signal });
}

const control = (name, look) => ({ class: look, "data-control": name, "data-buy": name });
