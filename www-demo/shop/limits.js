import { nextResetAt } from "xsolla-liveops";
import { countdown } from "../countdown.js";
import { h } from "../dom.js";
import { number } from "../format.js";
import { copy } from "../language.js";

/** How many of an item this player can still have; Infinity where nothing limits it. */
export function left(item) {
  return Math.min(item.limits?.per_user?.available ?? Infinity, item.limits?.per_item?.available ?? Infinity);
}

export const canBeBought = (item) => item.can_be_bought !== false && left(item) > 0;

/** Why there is none to be had, or how many are left, and when they start over; nothing for what has no limit. */
export function limitLine(item, clock) {
  const text = limitText(item);
  if (!text) return null;
  const reset = nextResetAt(item.limits?.per_user ?? {});
  return h("p", { class: "limit" }, text, reset && [" ", copy.shop.again, " ", countdown(reset, clock)]);
}

function limitText(item) {
  const { per_user: mine, per_item: stock } = item.limits ?? {};
  if (stock?.available === 0) return copy.shop.soldOut;
  if (mine?.available === 0) return mine.total === 1 ? copy.shop.hadIt : copy.shop.hadAll(number(mine.total));
  if (item.can_be_bought === false) return copy.shop.notSold;
  return [
    mine && copy.shop.leftForYou(number(mine.available), number(mine.total)),
    stock && copy.shop.inStock(number(stock.available)),
  ]
    .filter(Boolean)
    .join(" ");
}
