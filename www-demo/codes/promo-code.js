import { action, h } from "../dom.js";
import { copy } from "../language.js";
import { explain, notice } from "../notice.js";
import { openCart } from "../shop/cart-drawer.js";
import { cartOf } from "../shop/cart.js";
import { given } from "./given.js";
import { unitChoice } from "./unit-choice.js";

/** A promo code: it is put on the basket. */
export function promoCode(code, rewards, session) {
  const choice = unitChoice(rewards);

  async function apply() {
    const selectedUnitItems = choice.selected();
    if (!selectedUnitItems) return;
    try {
      await cartOf(session).applyCode(code, selectedUnitItems);
      notice("done", copy.codes.applied(code));
      openCart(session);
    } catch (error) {
      notice("error", explain(error));
    }
  }

  const button = action(copy.codes.apply, apply, { class: "amber", "data-redeem": "promocode" });
  return given(code, rewards, choice.element, h("p", {}, copy.codes.forBasket), button);
}
