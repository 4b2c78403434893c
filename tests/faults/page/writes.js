// The writes of the matrix: how a page asks the library for one, reads whether it was done, and would ask the API itself.

const claims = { class: "conditional" };
const never = { class: "never" };
const newEachTime = { class: "new-each-time" };
const state = { class: "state" };

export const WRITES = {
  dailyClaim: {
    ...claims,
    operation: "claim-user-daily-chain-step-reward",
    ask: (liveops) => liveops.dailyChains.claim({ chainId: 1, stepNumber: 1 }),
    request: ["POST", "user/daily_chain/1/step/number/1/claim"],
  },
  offerClaim: {
    ...claims,
    operation: "claim-user-offer-chain-step-reward",
    ask: (liveops) => liveops.offerChains.claim({ chainId: 1, stepNumber: 1 }),
    request: ["POST", "user/offer_chain/1/step/number/1/claim"],
  },
  rewardClaim: {
    ...claims,
    operation: "claim-user-reward-chain-step-reward",
    ask: (liveops) => liveops.rewardChains.claim({ chainId: 1, stepId: 5 }),
    request: ["POST", "user/reward_chain/1/step/5/claim"],
  },
  paidStep: {
    ...newEachTime,
    operation: "order-user-offer-chain-step-reward",
    ask: (liveops) => liveops.offerChains.order({ chainId: 2, stepNumber: 1 }),
    request: ["POST", "user/offer_chain/2/step/number/1/order"],
  },
  couponOfMany: {
    ...never,
    operation: "redeem-coupon",
    ask: (liveops) => liveops.coupons.redeem("CANARYCOUPON"),
    request: ["POST", "coupon/redeem", { coupon_code: "CANARYCOUPON" }],
  },
  couponOnce: {
    ...never,
    operation: "redeem-coupon",
    ask: (liveops) => liveops.coupons.redeem("CANARYONCE"),
    request: ["POST", "coupon/redeem", { coupon_code: "CANARYONCE" }],
  },
  couponSingleUse: {
    class: "single-use",
    operation: "redeem-coupon",
    ask: (liveops) => liveops.coupons.redeem("CANARYONCE", { singleUse: true }),
    request: ["POST", "coupon/redeem", { coupon_code: "CANARYONCE" }],
  },
  promoCodeRedeem: {
    ...state,
    operation: "redeem-promo-code",
    ask: (liveops) => liveops.promoCodes.redeem("CANARYPROMO"),
    request: ["POST", "promocode/redeem", { coupon_code: "CANARYPROMO", cart: { id: "current" } }],
  },
  promoCodeRemove: {
    ...state,
    operation: "remove-cart-promo-code",
    ask: (liveops) => liveops.promoCodes.remove(),
    request: ["PUT", "promocode/remove", { cart: { id: "current" } }],
  },
  clanUpdate: {
    class: "state-with-receipt",
    operation: "user-clan-update",
    ask: (liveops) => liveops.clans.update(),
    request: ["PUT", "user/clan/update"],
  },
  cartFill: {
    ...state,
    operation: "cart-fill",
    ask: (liveops) => liveops.cart.fill({ items: [{ sku: "gift", quantity: 3 }] }),
    request: ["PUT", "cart/fill", { items: [{ sku: "gift", quantity: 3 }] }],
  },
  cartPut: {
    ...state,
    operation: "put-item",
    ask: (liveops) => liveops.cart.putItem("gift", { quantity: 3 }),
    request: ["PUT", "cart/item/gift", { quantity: 3 }],
  },
  cartDelete: {
    ...state,
    operation: "delete-item",
    ask: (liveops) => liveops.cart.deleteItem("apple"),
    request: ["DELETE", "cart/item/apple"],
  },
  cartClear: {
    ...state,
    operation: "cart-clear",
    ask: (liveops) => liveops.cart.clear(),
    request: ["PUT", "cart/clear"],
  },
  orderOfItem: {
    ...newEachTime,
    operation: "create-order-with-item",
    ask: (liveops) => liveops.orders.createWithItem("apple"),
    request: ["POST", "payment/item/apple", {}],
  },
  orderOfCart: {
    ...newEachTime,
    operation: "create-order",
    ask: (liveops) => liveops.orders.createWithCart(),
    request: ["POST", "payment/cart", {}],
  },
  freeOrderOfItem: {
    ...never,
    operation: "create-free-order-with-item",
    ask: (liveops) => liveops.orders.createFreeWithItem("gift"),
    request: ["POST", "free/item/gift", {}],
  },
  freeOrderOfCart: {
    ...never,
    operation: "create-free-order",
    ask: (liveops) => liveops.orders.createFreeWithCart(),
    request: ["POST", "free/cart", {}],
  },
  orderForVirtualCurrency: {
    ...never,
    operation: "create-order-with-item-for-virtual-currency",
    ask: (liveops) => liveops.orders.createWithItemForVirtualCurrency("apple", { virtualCurrencySku: "ember" }),
    request: ["POST", "payment/item/apple/virtual/ember", {}],
  },
};
