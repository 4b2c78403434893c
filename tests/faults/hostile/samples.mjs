// The official samples, by the calls that they answer. `#` stands for a number that differs in each call.
import { readFile } from "node:fs/promises";

const CALLS = [
  ["promotions.verify", ["WINTER2023"], "verify-promotion-code-coupon"],
  ["promotions.verify", ["WINTER2023"], "verify-promotion-code-promo-code"],
  ["coupons.rewards", ["WINTER2023"], "get-coupon-rewards-by-code"],
  ["coupons.redeem", ["WINTER2023"], "redeem-coupon"],
  ["promoCodes.rewards", ["WINTER2023"], "get-promo-code-rewards-by-code"],
  ["promoCodes.redeem", ["WINTER2023"], "redeem-promo-code"],
  ["promoCodes.remove", [], "remove-cart-promo-code"],
  ["dailyChains.list", [{ offset: 0 }], "get-daily-chains-list"],
  ["dailyChains.get", ["#"], "get-user-daily-chain-by-id"],
  ["offerChains.get", ["#"], "get-user-offer-chain-by-id"],
  ["offerChains.order", [{ chainId: 1, stepNumber: 1 }], "order-user-offer-chain-step-reward"],
  ["rewardChains.list", [{ offset: 0 }], "get-reward-chains-list"],
  ["rewardChains.balance", ["#"], "get-user-reward-chain-balance"],
  ["rewardChains.balance", ["#"], "get-user-reward-chain-balance-clan"],
  ["clans.topContributors", ["#"], "get-user-clan-top-contributors"],
  ["clans.update", [], "user-clan-update"],
  ["upsell.list", [{ offset: 0 }], "get-upsell-for-project-client"],
  ["catalog.virtualItems", [{ offset: 0 }], "get-virtual-items"],
  ["catalog.bundles", [{ offset: 0 }], "get-bundle-list"],
  ["catalog.virtualCurrencies", [{ offset: 0 }], "get-virtual-currency"],
  ["catalog.virtualCurrencyPackages", [{ offset: 0 }], "get-virtual-currency-package"],
  ["catalog.item", ["booster"], "get-sellable-item-by-sku"],
  ["catalog.groups", [{ offset: 0 }], "get-item-groups"],
  ["cart.get", [], "get-user-cart"],
  ["cart.fill", [{ items: [{ sku: "booster", quantity: 1 }] }], "cart-fill"],
  ["orders.get", ["#"], "get-order"],
  ["orders.createWithItem", ["booster"], "create-order-with-item"],
  ["orders.createFreeWithItem", ["booster"], "create-free-order-with-item"],
  ["orders.get", ["#"], "error-extended", 422],
  ["coupons.redeem", ["WINTER2023"], "error-short", 422],
];

export async function samples() {
  const read = async ([call, given, name, status = 200]) => {
    const sample = JSON.parse(await readFile(new URL(`../../fixtures/${name}.json`, import.meta.url), "utf8"));
    return { call, given, sample, status };
  };
  return Promise.all(CALLS.map(read));
}
