import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("promo codes", () => {
  const page = new Page(WEDNESDAY_NOON);
  const fill = () => page.run(() => liveops.cart.fill({ items: [{ sku: "bundle_garden", quantity: 1 }, { sku: "bell", quantity: 2 }] }));

  page.test("rewards tells the discount, the discounted items and the bonus", async () => {
    await page.signIn("mira");
    const rewards = await page.run(() => liveops.promoCodes.rewards("PLANTING"));
    assert.deepEqual(rewards.bonus.map(({ item }) => item.sku), ["honey"]);
    assert.deepEqual(
      rewards.discounted_items.map(({ sku, discount }) => [sku, Number(discount.percent)]),
      [["bundle_garden", 30], ["seed_moonflower", 50]],
    );
  });

  page.test("redeem makes the cart cheaper, remove restores it", async () => {
    await page.signIn("mira");
    const full = await fill();
    assert.equal(Number(full.price.amount), 4.49 + 2 * 2.49);

    const cheaper = await page.run(() => liveops.promoCodes.redeem("GLOW20"));
    assert.equal(Number(cheaper.price.amount_without_discount), 9.47);
    // 9.47 − 20 % = 7.576, rounded
    assert.equal(Number(cheaper.price.amount), 7.58);

    const restored = await page.run(() => liveops.promoCodes.remove());
    assert.equal(Number(restored.price.amount), 9.47);
  });

  page.test("redeem adds the bonus to the cart, and grants nothing before it is paid", async () => {
    await page.signIn("mira");
    await fill();
    const before = await page.emulator.quantity("mira", "honey");
    await page.run(() => liveops.promoCodes.redeem("PLANTING", { cartId: "current" }));
    const cart = await page.run(() => liveops.cart.get());
    const bonus = cart.items.find(({ sku }) => sku === "honey");
    assert.deepEqual([bonus.is_bonus, bonus.quantity], [true, 1]);
    assert.equal(await page.emulator.quantity("mira", "honey"), before);
  });

  page.test("redeem refuses a code that nobody has, and leaves the cart as it was", async () => {
    await page.signIn("mira");
    const before = await fill();
    const error = await page.refused(() => liveops.promoCodes.redeem("NOSUCHCODE"));
    assert.deepEqual([error.code, error.status, error.errorCode], ["code_not_found", 404, 4001]);
    assert.deepEqual((await page.run(() => liveops.cart.get())).price, before.price);
  });
});
