import { action, h, shape } from "../dom.js";
import { number } from "../format.js";
import { copy } from "../language.js";
import { openCart } from "./cart-drawer.js";
import { cartOf } from "./cart.js";

/** The basket in the header, with how many things are in it. It follows the cart of whoever is here. */
export function cartButton(session) {
  const count = h("span", { class: "count", hidden: true });
  const button = action([shape("basket"), count], () => openCart(session), { class: "plain", "data-open": "basket" });
  let following = new AbortController();

  function show(cart) {
    const quantity = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
    const grown = quantity > Number(count.dataset.quantity ?? 0);
    count.hidden = quantity === 0;
    count.textContent = number(quantity);
    count.dataset.quantity = quantity;
    count.toggleAttribute("data-grown", grown);
    button.ariaLabel = copy.basket.open(number(quantity), quantity);
  }

  function follow() {
    following.abort();
    following = new AbortController();
    const cart = cartOf(session);
    cart.addEventListener("change", () => show(cart), following);
    show(cart);
    if (session.player) cart.read();
  }

  session.addEventListener("player", follow);
  session.addEventListener("purchase", () => cartOf(session).read());
  return button;
}
