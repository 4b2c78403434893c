import { h } from "../dom.js";
import { percent } from "../format.js";
import { itemList, itemName } from "../items.js";
import { copy } from "../language.js";

/** What a code gives, before anything is redeemed. */
export function given(code, rewards, ...rest) {
  const bonus = (rewards.bonus ?? []).map(({ item, quantity }) => ({ ...item, quantity }));
  const discounts = [
    rewards.discount?.percent && copy.codes.discount(percent(rewards.discount.percent)),
    ...(rewards.discounted_items ?? []).map((item) =>
      copy.codes.itemDiscount(percent(item.discount.percent), itemName(item)),
    ),
  ].filter(Boolean);
  return h(
    "article",
    { class: "given", "data-verified": code },
    h("h2", {}, copy.codes.gives(code)),
    discounts.map((text) => h("p", { class: "discount" }, text)),
    bonus.length > 0 && itemList(bonus),
    rest,
  );
}
