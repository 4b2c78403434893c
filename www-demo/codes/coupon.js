import { action } from "../dom.js";
import { listed } from "../items.js";
import { copy } from "../language.js";
import { notice, noticeOf } from "../notice.js";
import { given } from "./given.js";
import { unitChoice } from "./unit-choice.js";

/** A coupon: it is redeemed for its items. `received(items)` is called with what it gave. */
export function coupon(code, rewards, session, received) {
  const choice = unitChoice(rewards);

  async function redeem() {
    const selectedUnitItems = choice.selected();
    if (!selectedUnitItems) return;
    try {
      // The API answers with the unit; in the bag is the unit item that was chosen.
      const { items } = await session.liveops.coupons.redeem(code, { selectedUnitItems });
      const granted = items.map(({ sku, quantity }) => ({ sku: selectedUnitItems[sku] ?? sku, quantity }));
      notice("done", copy.codes.redeemed(listed(granted)));
      await received(granted);
    } catch (error) {
      noticeOf(error);
      await session.refreshInventory();
    }
  }

  const button = action(copy.codes.redeem, redeem, { class: "amber", "data-redeem": "coupon" });
  return given(code, rewards, choice.element, button);
}
