import { action, h, shape } from "../dom.js";
import { number } from "../format.js";
import { copy } from "../language.js";
import { move } from "../motion.js";
import { say } from "../notice.js";
import { openCart } from "./cart-drawer.js";
import { cartOf } from "./cart.js";

/** The basket in the header, with how many things are in it. It follows the cart of whoever is here. */
export function cartButton(session) {
  const count = h("span", { class: "count", hidden: true });
  const button = action([shape("basket"), count], () => openCart(session), { class: "plain", "data-open": "basket" });
  let known = null;

  function show() {
    const { lines, cart, problem } = cartOf(session);
    if (problem) return; // What was read before is the best there is.
    const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
    count.hidden = quantity === 0;
    count.textContent = number(quantity);
    button.ariaLabel = copy.basket.open(number(quantity), quantity);
    if (known !== null && quantity !== known) say(copy.basket.now(number(quantity), quantity));
    if (known !== null && quantity > known) move(count, [{}, { scale: 1.25 }, {}], 400);
    known = cart && quantity;
  }

  session.addEventListener("cart", show);
  session.addEventListener("player", () => {
    known = null;
    show();
    if (session.player) cartOf(session).read();
  });
  session.addEventListener("purchase", () => cartOf(session).read());
  return button;
}
