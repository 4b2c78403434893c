import { openDialog } from "../dialog.js";
import { action, h, redraw } from "../dom.js";
import { copy } from "../language.js";
import { explain } from "../notice.js";
import { checkout } from "../payment/checkout.js";
import { signInButton } from "../player/sign-in.js";
import { orderAtOnce } from "./buy.js";
import { cartLines } from "./cart-lines.js";
import { cartOf } from "./cart.js";
import { moneyPrice } from "./price.js";
import { promoCode } from "./promo-code.js";
import { upsellRow } from "./upsell-row.js";

/** The basket: what is in it, a promo code and what it changed, what goes with it, and the way to pay. */
export function openCart(session) {
  openDialog("basket", copy.basket.title, (dialog) => {
    const closed = new AbortController();
    dialog.addEventListener("close", () => closed.abort());
    session.addEventListener("player", () => dialog.close(), closed);
    if (!session.player) return [h("p", {}, copy.basket.guest), signInButton(session)];
    return [contents(session, dialog, closed)];
  });
}

function contents(session, dialog, closed) {
  const cart = cartOf(session);
  const lines = h("div", {}, h("div", { class: "skeleton drawer" }));
  const total = h("div", { role: "status" });
  const code = promoCode(cart);
  const upsell = upsellRow(session, cart);
  const till = checkout(session, cart.order, closed);
  const takeFree = () => orderAtOnce(session, cart.orderFree, copy.basket.taken);
  const free = action(copy.basket.takeFree, takeFree, { class: "amber", "data-take-free": true });
  const firstControl = () => lines.querySelector("button") ?? dialog.querySelector(".close");

  function show() {
    const filled = cart.lines.length > 0;
    const isFree = filled && Boolean(cart.cart.is_free);
    const price = filled && !isFree && cart.cart.price;
    redraw(lines, cart.problem ? unreadable(cart) : cartLines(cart), firstControl);
    redraw(total, price ? [totalLine(price)] : []);
    code.show();
    upsell.show();
    free.hidden = !isFree;
    till.offer(Boolean(price));
  }

  session.addEventListener("cart", show, closed);
  free.hidden = true;
  if (cart.cart) show();
  cart.read();
  return h(
    "section",
    { class: "cart", "data-basket": true },
    [lines, code.element, upsell.element],
    h("div", { class: "cart-foot" }, total, free, till.element),
  );
}

function unreadable(cart) {
  return [
    h("p", { role: "alert" }, explain(cart.problem)),
    action(copy.tryAgain, cart.read, { class: "quiet", "data-control": "again" }),
  ];
}

function totalLine(price) {
  return h("p", { class: "total" }, h("span", {}, copy.basket.total), moneyPrice(price));
}
