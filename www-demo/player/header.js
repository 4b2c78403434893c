import { openBag } from "./bag.js";
import { action, h, shape } from "../dom.js";
import { number } from "../format.js";
import { copy } from "../language.js";
import { cartButton } from "../shop/cart-button.js";
import { openSignIn, signInButton } from "./sign-in.js";

/** The right end of the header: Embers, bag and player, or the way to sign in. */
export function startHeader(session) {
  const purse = document.querySelector(".purse");
  const cart = cartButton(session);
  const draw = () =>
    purse.replaceChildren(...(session.player ? playerPurse(session, cart) : [cart, signInButton(session)]));
  session.addEventListener("player", draw);
  session.addEventListener("inventory", draw);
}

function playerPurse(session, cart) {
  const embers = session.inventory?.wallet?.ember;
  const kinds = session.inventory?.items.length;
  return [
    h(
      "span",
      { class: "balance", "data-balance": "ember", "aria-label": copy.emberBalance },
      h("img", { src: "/art/ember.svg", alt: "", width: 24, height: 24 }),
      h("span", {}, embers === undefined ? "…" : number(embers)),
    ),
    action([shape("bag"), kinds > 0 && h("span", { class: "count" }, number(kinds))], () => openBag(session), {
      class: "plain",
      "data-open": "bag",
      "aria-label": copy.bag.open,
    }),
    cart,
    action([shape("person"), h("span", { class: "player-name" }, session.player.name)], () => openSignIn(session), {
      class: "plain",
      "data-open": "player",
      "aria-label": copy.signIn.open(session.player.name),
    }),
  ];
}
