import { h } from "../dom.js";
import { copy } from "../language.js";
import { explain } from "../notice.js";
import { openSignIn } from "../player/sign-in.js";
import { readHidden } from "../shop/catalog.js";
import { finds } from "../shop/finds.js";
import { codeForm } from "./code-form.js";
import { coupon } from "./coupon.js";
import { promoCode } from "./promo-code.js";
import { receivingBag } from "./receiving-bag.js";

/** Codes: one field, what the code gives before anything is redeemed, a choice where there is one, and the bag. */
export function codes(root, session, signal) {
  const form = codeForm(look);
  const gift = h("div", { class: "gift", "aria-live": "polite" });
  const bag = receivingBag(session, signal);
  let looking = new AbortController();

  root.replaceChildren(h("div", { class: "codes-and-bag" }, h("div", {}, form.element, gift), bag.element));

  /** Shows what a code gives; the latest that was asked for counts. */
  async function look(code) {
    looking.abort();
    looking = new AbortController();
    const overtaken = AbortSignal.any([signal, looking.signal]);
    gift.replaceChildren();
    if (!session.player) return openSignIn(session);
    try {
      const found = await session.liveops.promotions.verify(code, { signal: overtaken });
      gift.replaceChildren(await result(code, found, overtaken));
      gift.scrollIntoView({ block: "nearest" });
    } catch (error) {
      if (error.code !== "aborted") form.fail(explain(error));
    }
  }

  async function result(code, { type, rewards }, overtaken) {
    if (type === "coupon") return coupon(code, rewards ?? {}, session, received);
    if (type === "promocode") return promoCode(code, rewards ?? {}, session);
    const hidden = finds(session);
    hidden.show(await readHidden(session, code, overtaken));
    return hidden.element;
  }

  /** What a coupon gave is in the bag now, and shown there. */
  async function received(items) {
    form.clear();
    gift.replaceChildren(h("p", { class: "yours" }, copy.codes.yours));
    await session.refreshInventory();
    bag.receive(items);
  }
}
