import { action, h } from "./dom.js";
import { money, number } from "./format.js";
import { itemName, picture } from "./items.js";
import { copy } from "./language.js";
import { explain, notice } from "./notice.js";

/** The basket as the API prices it; the page adds nothing up itself. */
export function basket(session) {
  const element = h("section", { class: "basket", "aria-label": copy.basket.title, "data-basket": true });
  let cart = { items: [] };

  const show = (now) => {
    cart = now;
    element.replaceChildren(h("h2", {}, copy.basket.title), ...contents());
  };

  /** Runs a change of the cart and shows the cart it answers with; after an error, the cart as it is. */
  const change = async (run) => {
    try {
      show(await run());
    } catch (error) {
      notice("error", explain(error));
      await session.liveops.cart.get().then(show, () => {});
    }
  };

  /** Filling replaces what is in the cart, so every line goes along; gifts come from the promo code by themselves. */
  const setQuantity = (sku, quantity) =>
    change(() => {
      const lines = new Map(cart.items.filter((item) => !item.is_bonus).map((item) => [item.sku, item.quantity]));
      lines.set(sku, quantity);
      const items = Array.from(lines, ([lineSku, lineQuantity]) => ({ sku: lineSku, quantity: lineQuantity }));
      return session.liveops.cart.fill({ items: items.filter((line) => line.quantity > 0) });
    });
  const add = (sku) =>
    setQuantity(sku, 1 + (cart.items.find((item) => item.sku === sku && !item.is_bonus)?.quantity ?? 0));
  const removePromoCode = () => change(() => session.liveops.promoCodes.remove());

  function contents() {
    const { items } = cart;
    const promotions = [...(cart.promotions ?? []), ...items.flatMap((item) => item.promotions ?? [])].map(
      (promotion) => promotion.name,
    );
    const hasCode = promotions.length > 0 || items.some((item) => item.is_bonus);
    return [
      items.length > 0 ? h("ul", { class: "lines" }, items.map(line)) : h("p", {}, copy.basket.empty),
      hasCode &&
        h(
          "p",
          { class: "promotion" },
          h("span", {}, [...new Set(promotions)].join(", ") || copy.basket.withCode),
          action(copy.basket.removeCode, removePromoCode, { class: "quiet", "data-remove-promo-code": true }),
        ),
      cart.price && h("p", { class: "total" }, h("span", {}, copy.basket.total), price(cart.price)),
      cart.price &&
        h("p", { class: "hint" }, copy.basket.hint, " ", !hasCode && h("a", { href: "#/codes" }, copy.basket.useCode)),
    ].filter(Boolean);
  }

  function line(item) {
    const name = itemName(item);
    const isOnlyLine = cart.items.filter((other) => !other.is_bonus).length === 1;
    return h(
      "li",
      { "data-sku": item.sku },
      picture(item, 40),
      h("span", { class: "name" }, name, item.is_bonus && h("small", {}, copy.basket.gift)),
      !item.is_bonus &&
        h(
          "span",
          { class: "quantity" },
          action("−", () => setQuantity(item.sku, item.quantity - 1), {
            class: "quiet",
            "aria-label": copy.basket.less(name),
            disabled: item.quantity === 1 && isOnlyLine,
          }),
          h("span", {}, number(item.quantity)),
          action("+", () => setQuantity(item.sku, item.quantity + 1), {
            class: "quiet",
            "aria-label": copy.basket.more(name),
          }),
        ),
      !item.is_bonus && price(item.price),
    );
  }

  if (session.player) {
    element.append(h("h2", {}, copy.basket.title), h("div", { class: "skeleton lines" }));
    session.liveops.cart
      .get()
      .then(show, (error) => element.replaceChildren(h("p", { role: "alert" }, explain(error))));
  } else {
    element.append(h("h2", {}, copy.basket.title), h("p", {}, copy.basket.guest));
  }
  return { element, add };
}

/** A price, with the list price struck through when there is a discount. */
export function price(sent) {
  if (!sent?.currency) return h("span", { class: "price" }, copy.free);
  const discounted = Number(sent.amount) < Number(sent.amount_without_discount);
  return h(
    "span",
    { class: "price" },
    discounted &&
      h(
        "s",
        {},
        h("span", { class: "spoken" }, copy.listPrice, " "),
        money(sent.amount_without_discount, sent.currency),
      ),
    " ",
    h("strong", {}, money(sent.amount, sent.currency)),
  );
}
