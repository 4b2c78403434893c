import { itemName } from "../items.js";
import { copy } from "../language.js";
import { notice, noticeOf } from "../notice.js";
import { ordersOf } from "../orders/order-list.js";
import { openSignIn } from "../player/sign-in.js";
import { cartOf } from "./cart.js";

/** What only a player can do: a guest is asked to sign in, and goes on from there. */
function asPlayer(session, run) {
  if (session.player) return run();
  const closed = new AbortController();
  openSignIn(session);
  document.querySelector('dialog[data-dialog="player"]').addEventListener("close", () => closed.abort());
  session.addEventListener("player", run, { once: true, signal: closed.signal });
}

export const addToCart = (session, item, quantity = 1) =>
  asPlayer(session, () => cartOf(session).add(item.sku, quantity));

/** Takes what costs nothing. */
export function takeFree(session, item) {
  return asPlayer(session, () =>
    orderAtOnce(session, () => session.liveops.orders.createFreeWithItem(item.sku), copy.shop.taken(itemName(item))),
  );
}

/** Buys one of an item for virtual currency. Who has just signed in sees what they have first. */
export function buyForEmbers(session, item, virtualPrice) {
  if (!session.player) return openSignIn(session);
  const { sku: virtualCurrencySku } = virtualPrice;
  return orderAtOnce(
    session,
    () => session.liveops.orders.createWithItemForVirtualCurrency(item.sku, { virtualCurrencySku }),
    copy.shop.bought(itemName(item)),
  );
}

/** Sends an order that is granted at once and says what is known of it, never more; then all that it changed is read again. */
export async function orderAtOnce(session, send, success) {
  const { liveops } = session;
  const orders = ordersOf(session);
  try {
    orders.add((await send()).order_id);
    notice("done", success);
  } catch (error) {
    noticeOf(error);
  }
  await session.purchaseEnded(liveops);
}
