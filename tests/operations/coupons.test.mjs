import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("coupons", () => {
  const page = new Page(WEDNESDAY_NOON);

  page.test("rewards names what there is to choose from", async () => {
    await page.signIn("mira");
    const rewards = await page.run(() => liveops.coupons.rewards("MOTHLIGHT"));
    assert.equal(rewards.is_selectable, true);
    const moth = rewards.bonus.find(({ item }) => item.sku === "moth_companion").item;
    assert.deepEqual(moth.unit_items.map(({ sku }) => sku), ["moth_dusk", "moth_dawn"]);
  });

  page.test("redeem grants the items once, and refuses the second time", async () => {
    await page.signIn("mira");
    const before = await page.emulator.quantity("mira", "seed_fern");
    const given = await page.run(() => liveops.coupons.redeem("FIRSTLIGHT"));
    assert.deepEqual(given.items.map(({ sku, quantity }) => [sku, quantity]), [["ember", 50], ["seed_fern", 3]]);
    assert.equal(await page.emulator.quantity("mira", "seed_fern"), before + 3);

    const error = await page.refused(() => liveops.coupons.redeem("FIRSTLIGHT"));
    assert.deepEqual([error.code, error.status, error.errorCode], ["limit_reached", 422, 9804]);
    assert.equal(await page.emulator.quantity("mira", "seed_fern"), before + 3);
  });

  page.test("redeem gives the chosen unit item, and nothing for a wrong choice or none", async () => {
    await page.signIn("mira");
    for (const selectedUnitItems of [undefined, { moth_companion: "moth_noon" }]) {
      const error = await page.refused((options) => liveops.coupons.redeem("MOTHLIGHT", options), { selectedUnitItems });
      assert.deepEqual([error.code, error.status, error.errorCode], ["invalid_request", 422, 1102]);
    }
    assert.equal(await page.emulator.quantity("mira", "moth_dawn"), 0);

    await page.run(() => liveops.coupons.redeem("MOTHLIGHT", { selectedUnitItems: { moth_companion: "moth_dawn" } }));
    assert.equal(await page.emulator.quantity("mira", "moth_dawn"), 1);
    assert.equal(await page.emulator.quantity("mira", "moth_dusk"), 0);
  });

  page.test("a code's own limit counts for all players", async () => {
    for (const player of ["mira", "tobin", "ilse"]) {
      await page.signIn(player);
      await page.run(() => liveops.coupons.redeem("LASTEMBERS"));
    }
    await page.signIn("mira");
    const error = await page.refused(() => liveops.coupons.redeem("LASTEMBERS"));
    assert.equal(error.code, "limit_reached");
  });

  page.test("a code of the past and a code of nobody are told apart", async () => {
    await page.signIn("mira");
    const old = await page.refused(() => liveops.coupons.redeem("OLDMOON"));
    assert.deepEqual([old.code, old.status, old.errorCode], ["code_expired", 422, 9810]);
    const unknown = await page.refused(() => liveops.coupons.redeem("NOSUCHCODE"));
    assert.deepEqual([unknown.code, unknown.status, unknown.errorCode], ["code_not_found", 404, 4001]);
  });
});
