import { checkout } from "../payment/checkout.js";
import { action, h } from "../dom.js";
import { money, number } from "../format.js";
import { itemName, picture } from "../items.js";
import { copy } from "../language.js";
import { explain, notice } from "../notice.js";

/** Everything the baskets of this page ask for, one after the other: two at once would both count from the same number. */
let queue = Promise.resolve();
const inTurn = (run) => (queue = queue.then(run));

/** The basket as the API prices it; the page adds nothing up itself. */
export function basket(session) {
  const element = h("section", { class: "basket", "aria-label": copy.basket.title, "data-basket": true });
  const { liveops } = session; // What is still queued after a sign-out must not reach the next player's cart.
  const till = checkout(session, order);
  let cart = { items: [] };

  const show = (now) => {
    cart = now;
    till.offer(Boolean(cart.price));
    element.replaceChildren(h("h2", {}, copy.basket.title), ...contents());
  };

  /** Shows the cart as it is. Gives back whether it could be read. */
  async function read() {
    try {
      show(await liveops.cart.get());
      return true;
    } catch (error) {
      const again = action(copy.tryAgain, () => inTurn(read), { class: "quiet" });
      const problem = h("p", { role: "alert" }, explain(error));
      element.replaceChildren(h("h2", {}, copy.basket.title), problem, again);
      return false;
    }
  }

  /** Changes the cart as it is now, which another window may have filled; a cart that is not known stays as it is. */
  const change = (run) =>
    inTurn(async () => {
      if (!(await read())) return notice("error", copy.basket.unknown);
      try {
        show(await run());
      } catch (error) {
        notice("error", explain(error));
        await read();
      }
    });

  /** More or fewer of an item; its gifts come and go by themselves. */
  const add = (sku, more = 1) =>
    change(async () => {
      const line = cart.items.find((item) => item.sku === sku && !item.is_bonus);
      const quantity = more + (line?.quantity ?? 0);
      if (quantity > 0) return liveops.cart.fill({ items: [{ sku, quantity }] });
      await liveops.cart.deleteItem(sku);
      return liveops.cart.get();
    });
  const removePromoCode = () => change(() => liveops.promoCodes.remove());

  /** The order for what is in the cart once the changes before it are through. */
  function order() {
    const made = queue.then(() => liveops.orders.createWithCart());
    queue = made.then(
      () => {},
      () => {}, // Whoever pays is told; the next in the queue goes on.
    );
    return made;
  }

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
      cart.price && !hasCode && h("p", { class: "hint" }, h("a", { href: "#/codes" }, copy.basket.useCode)),
      till.element,
    ].filter(Boolean);
  }

  function line(item) {
    const name = itemName(item);
    return h(
      "li",
      { "data-sku": item.sku },
      picture(item, 40),
      h("span", { class: "name" }, name, item.is_bonus && h("small", {}, copy.basket.gift)),
      !item.is_bonus &&
        h(
          "span",
          { class: "quantity" },
          action("−", () => add(item.sku, -1), {
            class: "quiet",
            "aria-label": item.quantity === 1 ? copy.basket.remove(name) : copy.basket.less(name),
          }),
          h("span", {}, number(item.quantity)),
          action("+", () => add(item.sku), {
            class: "quiet",
            "aria-label": copy.basket.more(name),
          }),
        ),
      !item.is_bonus && price(item.price),
    );
  }

  if (session.player) {
    element.append(h("h2", {}, copy.basket.title), h("div", { class: "skeleton lines" }));
    inTurn(read);
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
