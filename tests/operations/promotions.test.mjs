import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("promotions", () => {
  const page = new Page(WEDNESDAY_NOON);

  page.test("verify tells a coupon and what it gives, without redeeming it", async () => {
    await page.signIn("mira");
    const verified = await page.run(() => liveops.promotions.verify("  FIRSTLIGHT "));
    assert.equal(verified.type, "coupon");
    assert.equal(verified.code, "FIRSTLIGHT");
    const given = verified.rewards.bonus.map(({ item, quantity }) => [item.sku, quantity]);
    assert.deepEqual(given, [["ember", 50], ["seed_fern", 3]]);
    assert.equal(verified.rewards.is_selectable, false);
    assert.deepEqual(await page.emulator.grants("mira", "coupon"), []);
  });

  page.test("verify tells a promo code and its discount", async () => {
    await page.signIn("mira");
    const verified = await page.run(() => liveops.promotions.verify("GLOW20"));
    assert.equal(verified.type, "promocode");
    assert.equal(Number(verified.rewards.discount.percent), 20);
  });

  page.test("verify refuses a code that nobody has, whatever its characters", async () => {
    await page.signIn("mira");
    for (const code of ["NOSUCHCODE", "firstlight", "a/b?c#d", "100% ü+&=", "%2e%2e"]) {
      const error = await page.refused((code) => liveops.promotions.verify(code), code);
      assert.deepEqual([error.code, error.status, error.errorCode], ["code_not_found", 404, 9811], code);
      assert.ok(!error.message.includes(code), "an error never repeats a code");
    }
  });

  page.test("verify needs a player", async () => {
    await page.signIn(null);
    const error = await page.refused(() => liveops.promotions.verify("FIRSTLIGHT"));
    assert.deepEqual([error.code, error.status, error.applied], ["unauthorized", 401, false]);
  });
});
