import { bagContents } from "../player/bag.js";
import { unitChoice } from "./unit-choice.js";
import { action, h } from "../dom.js";
import { percent } from "../format.js";
import { itemList, itemName, listed } from "../items.js";
import { copy } from "../language.js";
import { explain, notice, noticeOf } from "../notice.js";
import { openSignIn } from "../player/sign-in.js";
import { openCart } from "../shop/cart-drawer.js";
import { cartOf } from "../shop/cart.js";
import { readHidden } from "../shop/catalog.js";
import { finds } from "../shop/finds.js";

/** The codes of the emulator's own seed, so that there is something to enter. */
const demoCodes = ["FIRSTLIGHT", "MOTHLIGHT", "LASTEMBERS", "OLDMOON", "GLOW20", "PLANTING", "SONGS", "HOLLOWTREE"];

/** Codes: one field, what the code gives before anything is redeemed, a choice where there is one, and the bag. */
export function codes(root, session, signal) {
  const input = h("input", {
    id: "code",
    name: "code",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    "aria-describedby": "code-problem",
  });
  const problem = h("p", { class: "problem", id: "code-problem", role: "alert" });
  const gift = h("div", { class: "gift", "aria-live": "polite" });
  const bag = h("section", { class: "bag", "aria-label": copy.bag.title });

  let looking = new AbortController();

  const form = h(
    "form",
    { class: "code-form", novalidate: true },
    h("label", { for: "code" }, copy.codes.label),
    h("div", { class: "field" }, input, h("button", { class: "amber" }, copy.codes.look)),
    problem,
    h(
      "p",
      { class: "demo-codes" },
      copy.codes.demo,
      " ",
      demoCodes.map((code) => [" ", action(code, () => enter(code), { class: "chip", "data-code": code })]),
    ),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    look(input.value);
  };

  root.replaceChildren(h("div", { class: "codes-and-bag" }, h("div", {}, form, gift), bag));
  showBag();

  function enter(code) {
    input.value = code;
    return look(code);
  }

  async function look(code) {
    looking.abort();
    looking = new AbortController();
    problem.textContent = "";
    gift.replaceChildren();
    if (!session.player) return openSignIn(session);
    const overtaken = AbortSignal.any([signal, looking.signal]);
    try {
      const found = await session.liveops.promotions.verify(code, { signal: overtaken });
      gift.replaceChildren(await result(code, found, overtaken));
      gift.scrollIntoView({ block: "nearest" });
    } catch (error) {
      if (error.code === "aborted") return;
      problem.textContent = explain(error);
      input.focus();
    }
  }

  async function result(code, { type, rewards }, overtaken) {
    if (type === "coupon") return coupon(code, rewards ?? {});
    if (type === "promocode") return promoCode(code, rewards ?? {});
    const hidden = finds(session);
    hidden.show(await readHidden(session, code, overtaken));
    return hidden.element;
  }

  function coupon(code, rewards) {
    const choice = unitChoice(rewards);
    const redeem = async () => {
      const selectedUnitItems = choice.selected();
      if (!selectedUnitItems) return;
      try {
        const { items } = await session.liveops.coupons.redeem(code, { selectedUnitItems });
        const granted = items.map((item) =>
          selectedUnitItems[item.sku] ? { sku: selectedUnitItems[item.sku], quantity: item.quantity } : item,
        );
        notice("done", copy.codes.redeemed(listed(granted)));
        gift.replaceChildren(h("h2", {}, copy.codes.yours), itemList(granted));
        input.value = "";
      } catch (error) {
        noticeOf(error);
      }
      await session.refreshInventory();
      showBag();
    };
    return given(code, rewards, choice, action(copy.codes.redeem, redeem, { class: "amber", "data-redeem": "coupon" }));
  }

  function promoCode(code, rewards) {
    const choice = unitChoice(rewards);
    const apply = async () => {
      const selectedUnitItems = choice.selected();
      if (!selectedUnitItems) return;
      try {
        await cartOf(session).applyCode(code, selectedUnitItems);
        notice("done", copy.codes.applied(code));
        openCart(session);
      } catch (error) {
        notice("error", explain(error));
      }
    };
    return given(
      code,
      rewards,
      choice,
      h("p", {}, copy.codes.forBasket),
      action(copy.codes.apply, apply, { class: "amber", "data-redeem": "promocode" }),
    );
  }

  function showBag() {
    bag.replaceChildren(...(session.player ? [h("h2", {}, copy.bag.title), bagContents(session)] : []));
  }
}

/** What a code gives, before anything is redeemed. */
function given(code, rewards, choice, ...rest) {
  const bonus = (rewards.bonus ?? []).map(({ item, quantity }) => ({ ...item, quantity }));
  const discounted = rewards.discounted_items ?? [];
  return h(
    "article",
    { class: "given", "data-verified": code },
    h("h2", {}, copy.codes.gives(code)),
    rewards.discount?.percent && h("p", { class: "discount" }, copy.codes.discount(percent(rewards.discount.percent))),
    discounted.map((item) =>
      h("p", { class: "discount" }, copy.codes.itemDiscount(percent(item.discount.percent), itemName(item))),
    ),
    bonus.length > 0 && itemList(bonus),
    choice.element,
    rest,
  );
}
