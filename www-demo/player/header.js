import { action, h, shape } from "../dom.js";
import { number } from "../format.js";
import { copy } from "../language.js";
import { move } from "../motion.js";
import { say } from "../notice.js";
import { cartButton } from "../shop/cart-button.js";
import { openBag } from "./bag.js";
import { openPlayer } from "./menu.js";
import { signInButton } from "./sign-in.js";

/** The right end of the header: Embers, bag, basket and player, or the way to sign in. */
export function startHeader(session) {
  const purse = document.querySelector(".purse");
  const cart = cartButton(session);
  let belongings = null;

  session.addEventListener("player", () => {
    belongings = session.player && playerBelongings(session);
    purse.replaceChildren(
      ...(belongings
        ? [belongings.balance, belongings.bag, cart, playerButton(session)]
        : [cart, signInButton(session)]),
    );
  });
  session.addEventListener("inventory", () => belongings.show(session.inventory));
}

/** Embers and bag. What changes in them is said to who does not see it. */
function playerBelongings(session) {
  const embers = h("span", {}, "…");
  const count = h("span", { class: "count", hidden: true });
  const balance = h(
    "span",
    { class: "balance", "data-balance": "ember" },
    h("img", { src: "/art/ember.svg", alt: copy.emberBalance, width: 24, height: 24 }),
    embers,
  );
  const bag = action([shape("bag"), count], () => openBag(session), { class: "plain", "data-open": "bag" });
  bag.ariaLabel = copy.bag.open;
  let known = null;

  function show({ wallet, items }) {
    const now = { embers: wallet?.ember ?? 0, things: items.reduce((sum, item) => sum + item.quantity, 0) };
    embers.textContent = number(now.embers);
    count.textContent = number(now.things);
    count.hidden = now.things === 0;
    bag.ariaLabel = copy.bag.openWith(number(now.things), now.things);
    if (known) tell(now);
    known = now;
  }

  function tell(now) {
    const said = [];
    if (now.embers !== known.embers) said.push(copy.bag.embersNow(number(now.embers)));
    if (now.things !== known.things) said.push(copy.bag.thingsNow(number(now.things), now.things));
    if (said.length > 0) say(said.join(" "));
    if (now.embers > known.embers) grow(balance);
    if (now.things > known.things) grow(count);
  }

  return { balance, bag, show };
}

const grow = (element) => move(element, [{}, { scale: 1.25 }, {}], 400);

function playerButton(session) {
  const { name } = session.player;
  return action([shape("person"), h("span", { class: "player-name" }, name)], () => openPlayer(session), {
    class: "plain",
    "data-open": "player",
    "aria-label": copy.player.open(name),
  });
}
