// What each write of the matrix needs before it, and what it has done: by the audit, the cart or the order.
import { WRITES as ASKED } from "../page/writes.js";

const ofKind = (grants, kind, sku) => grants.filter((grant) => grant.kind === kind && grant.sku === sku);
const DAY = 24 * 60 * 60 * 1000;
const granted = (kind, sku = "gift") => ({ times: ({ grants }) => ofKind(grants, kind, sku).length });
// A step may be granted once more in the chain's next cycle.
const claimed = (kind) => ({
  times({ grants }) {
    const cycles = ofKind(grants, kind, "gift").map(({ cycle }) => cycle);
    return Math.max(0, ...cycles.map((cycle) => cycles.filter((other) => other === cycle).length));
  },
  cycles: ({ grants }) => new Set(ofKind(grants, kind, "gift").map(({ cycle }) => cycle)).size,
  // Clocks stand still, unless a fault moves one on by days.
  later: ({ grants, began }) => ofKind(grants, kind, "gift").filter(({ at }) => Date.parse(at) - began >= DAY).length,
});
const inCart = (isDone) => ({ readsCart: true, times: ({ cart }) => Number(isDone(cart)) });
const quantity = (cart, sku) => cart.items.filter((item) => item.sku === sku).reduce((sum, item) => sum + item.quantity, 0);
const isCheaper = ({ price }) => Number(price?.amount) < Number(price?.amount_without_discount);
// Nothing is granted before it is paid: only an order that the library names can be looked for.
const ordered = { times: ({ orders }) => (orders === null ? null : orders) };

const fill = (sku, quantity = 1) => ["PUT", "cart/fill", { items: [{ sku, quantity }] }];
const ticket = ["POST", "free/item/ticket", {}];

const KNOWN = {
  dailyClaim: { read: "get-user-daily-chain-by-id", place: 1, ...claimed("daily_chain") },
  offerClaim: { read: "get-user-offer-chain-by-id", place: 1, ...claimed("offer_chain") },
  rewardClaim: { read: "get-reward-chains-list", place: 1, before: [ticket], ...claimed("reward_chain") },
  paidStep: ordered,
  couponOfMany: granted("coupon"),
  couponOnce: granted("coupon"),
  couponSingleUse: granted("coupon"),
  promoCodeRedeem: { before: [fill("apple")], ...inCart(isCheaper) },
  promoCodeRemove: {
    before: [fill("apple"), ["POST", "promocode/redeem", { coupon_code: "CANARYPROMO", cart: { id: "current" } }]],
    ...inCart((cart) => !isCheaper(cart)),
  },
  clanUpdate: { before: [ticket], clan: "another", ...granted("clan_update") },
  cartFill: inCart((cart) => quantity(cart, "gift") === 3),
  cartPut: inCart((cart) => quantity(cart, "gift") === 3),
  cartDelete: { before: [fill("apple")], ...inCart((cart) => quantity(cart, "apple") === 0) },
  cartClear: { before: [fill("apple")], ...inCart((cart) => cart.items.length === 0) },
  orderOfItem: ordered,
  orderOfCart: { before: [fill("apple")], ...ordered },
  freeOrderOfItem: granted("order"),
  freeOrderOfCart: { before: [fill("gift")], ...granted("order") },
  orderForVirtualCurrency: granted("order", "apple"),
};

/**
 * By name: what the page knows of it; `read`, the operation that the library confirms it with; `place`, how many requests
 * come before it; `before`, what its player asks first; `times(found)`, how often it was done, null where nobody can tell;
 * `cycles(found)`, in how many of a chain's cycles; `later(found)`, how often in another than the one that was read, which stood at `began`.
 */
export const WRITES = Object.fromEntries(
  Object.entries(ASKED).map(([name, asked]) => [name, { name, read: asked.operation, place: 0, before: [], ...asked, ...KNOWN[name] }]),
);
