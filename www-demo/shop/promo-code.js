import { action, h, redraw } from "../dom.js";
import { money } from "../format.js";
import { listed } from "../items.js";
import { copy, localized } from "../language.js";
import { explain } from "../notice.js";

/** The promo code of a cart: a field for it, or what it has changed and the way to take it off. */
export function promoCode(cart) {
  const element = h("div", { class: "promo-code" });
  const input = h("input", {
    id: "promo-code",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    maxlength: 128,
    "aria-describedby": "promo-code-problem",
    "data-control": "code",
  });
  const problem = h("p", { class: "problem", id: "promo-code-problem", role: "alert" });
  const apply = action(copy.basket.applyCode, put, {
    class: "quiet",
    "data-apply-promo-code": true,
    "data-control": "code",
  });
  const form = h(
    "form",
    { novalidate: true },
    h("label", { for: "promo-code" }, copy.basket.codeLabel),
    h("div", { class: "field" }, input, apply),
    problem,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    apply.click();
  };
  input.oninput = () => problem.replaceChildren();

  async function put() {
    const code = input.value.trim();
    if (!code) return input.focus();
    try {
      await cart.applyCode(code);
      input.value = "";
    } catch (error) {
      problem.replaceChildren(...why(error));
      problem.scrollIntoView({ block: "center" });
      input.focus({ preventScroll: true });
    }
  }

  /** A code that lets choose is put on where there is room to choose. */
  function why(error) {
    const elsewhere = error.code === "invalid_request" || error.code === "code_not_found";
    return [explain(error), elsewhere ? h("a", { href: "#/codes" }, copy.basket.lookInCodes) : ""];
  }

  return {
    element,
    show() {
      if (!cart.cart) return redraw(element, []);
      redraw(element, hasCode(cart) ? changed(cart) : [form]);
    },
  };
}

/** A code of an earlier visit shows by the promotions on the whole cart. */
const hasCode = ({ code, cart }) => code !== null || (cart.promotions ?? []).length > 0;

function changed(cart) {
  const promotions = cart.cart.promotions ?? [];
  const names = promotions.map((promotion) => localized(promotion.name));
  const gifts = promotions.flatMap((promotion) => promotion.bonus ?? []);
  const { priceBeforeCode: before } = cart;
  return [
    h(
      "div",
      { class: "applied" },
      h(
        "p",
        {},
        h("strong", {}, cart.code ? copy.basket.codeOn(cart.code) : copy.basket.withCode),
        names.length > 0 && h("small", {}, names.join(", ")),
      ),
      action(copy.basket.removeCode, () => cart.removeCode(), {
        class: "quiet",
        "data-remove-promo-code": true,
        "data-control": "code",
      }),
    ),
    h(
      "ul",
      { class: "changes" },
      before?.currency && cart.cart.price && h("li", {}, copy.basket.before(shown(before), shown(cart.cart.price))),
      gifts.length > 0 && h("li", {}, copy.basket.added(listed(gifts))),
    ),
  ];
}

const shown = ({ amount, currency }) => money(amount, currency);
