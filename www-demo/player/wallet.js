import { h } from "../dom.js";
import { number } from "../format.js";
import { picture } from "../items.js";
import { copy, localized } from "../language.js";

/** What a player holds that is counted: Embers to spend, and the points that light their jars. */
export function wallet({ inventory }, known) {
  const { wallet = {}, points = {} } = inventory ?? {};
  const embers = { sku: "ember", name: copy.embers, amount: wallet.ember ?? 0 };
  const gathered = Object.entries(points).map(([sku, amount]) => ({ sku, name: pointName(sku, known), amount }));
  return h(
    "dl",
    { class: "wallet" },
    [embers, ...gathered].map(({ sku, name, amount }) =>
      h("div", { "data-point": sku }, h("dt", {}, picture({ sku }, 32), name), h("dd", {}, number(amount))),
    ),
  );
}

/** The items that bring points name them. */
function pointName(sku, known) {
  const [point] = [...known.values()].flatMap((item) => item.vp_rewards ?? []).filter((reward) => reward.sku === sku);
  return localized(point?.name) || sku;
}
