import { action, h, shape } from "../dom.js";
import { number } from "../format.js";
import { itemName, listed, picture } from "../items.js";
import { copy, localized } from "../language.js";
import { addToCart, takeFree } from "./buy.js";
import { codeOf } from "./catalog.js";
import { canBeBought, limitLine } from "./limits.js";
import { discount, emberPrice, price } from "./price.js";
import { selection, shopAddress } from "./selection.js";

/** An item on the shelf. Its name leads to all there is to know about it. */
export function card(item, session) {
  const off = discount(item);
  const canBuy = canBeBought(item);
  const href = shopAddress(selection(), item.sku);
  return h(
    "li",
    { class: "card", "data-sku": item.sku, "data-out": !canBuy },
    h(
      "div",
      { class: "plate" },
      picture(item, 96),
      off && h("span", { class: "off" }, copy.shop.off(off)),
      h("span", { class: "in-basket", hidden: true }),
    ),
    h("h3", {}, h("a", { class: "opens", href, "data-control": `open ${item.sku}` }, itemName(item))),
    h("p", { class: "about" }, localized(item.description)),
    item.bundle_type === "standard" && h("p", { class: "inside" }, listed(item.content ?? [])),
    points(item),
    limitLine(item, session.clock),
    h("div", { class: "buy" }, prices(item), canBuy && buyButton(item, session)),
  );
}

/** The points that come with an item. */
export function points(item) {
  const rewards = item.vp_rewards ?? [];
  if (rewards.length === 0) return null;
  return h(
    "p",
    { class: "points" },
    rewards.map((point) => h("span", {}, copy.shop.points(number(point.amount), point.name))),
  );
}

function prices(item) {
  const [virtual] = item.virtual_prices ?? [];
  const either = item.price && virtual;
  return h("div", { class: "prices" }, price(item), either && h("small", {}, copy.shop.or, " ", emberPrice(virtual)));
}

/** What can be done from the shelf. Embers and codes are used in the item's dialog, where all is said about them. */
function buyButton(item, session) {
  const name = itemName(item);
  const control = { class: "quiet", "data-control": `buy ${item.sku}` };
  if (item.price && !codeOf(item.sku))
    return action(copy.shop.add, () => addToCart(session, item), { ...control, "aria-label": copy.shop.addItem(name) });
  if (item.is_free)
    return action(copy.shop.take, () => takeFree(session, item), {
      ...control,
      "aria-label": copy.shop.takeItem(name),
    });
  return h(
    "a",
    {
      ...control,
      class: "button quiet",
      href: shopAddress(selection(), item.sku),
      "aria-label": copy.shop.lookAt(name),
    },
    copy.shop.look,
  );
}

/** Shows on every card how many of its item lie in the basket. */
export function markCards(shelf, cart) {
  for (const mark of shelf.querySelectorAll(".in-basket")) {
    const quantity = cart.quantityOf(mark.closest(".card").dataset.sku);
    mark.hidden = quantity === 0;
    mark.replaceChildren(
      shape("basket"),
      h("span", {}, number(quantity)),
      h("span", { class: "spoken" }, copy.shop.inBasket),
    );
  }
}
