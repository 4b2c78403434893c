// What a page needs once it opens a checkout or tracks an order: loaded then, and not before.
import { follow } from "./opening.js";
import { tracking } from "./tracking.js";

/** The checkouts of one client. */
export function checkout(shop) {
  const { track, hint } = tracking(shop);
  return { track, open: (opened) => follow(shop, opened, hint) };
}
