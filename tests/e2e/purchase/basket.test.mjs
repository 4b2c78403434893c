// A basket from its first item to the payment, in the storefront.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../../browser/page.mjs";
import { Storefront } from "../storefront.mjs";

describe("a basket in Lanternwild", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  const line = (sku) => `[data-basket] [data-sku="${sku}"]`;
  const add = (sku) => shop.click(`.card[data-sku="${sku}"] .buy button`);
  const granted = () => page.emulator.grants("mira", "order");

  page.test("the last line can be taken out", async () => {
    await shop.signIn("mira");
    await shop.go("shop");
    await add("map_marsh");
    await shop.see('.card[data-sku="map_marsh"] .in-basket');
    await shop.openBasket();
    await shop.reads(line("map_marsh"), /1\.49/);
    await shop.click(`${line("map_marsh")} .quantity button:first-child`);
    await shop.reads("[data-basket]", /Empty so far/);
    assert.equal(await shop.count("[data-basket] [data-pay]"), 0);
    await shop.closeDialog();
  });

  page.next("a promo code makes the basket cheaper", async () => {
    await add("map_marsh");
    await add("lantern_glass");
    await shop.go("codes");
    await shop.enter("#code", "GLOW20");
    await shop.click('[data-verified="GLOW20"] [data-redeem="promocode"]');
    // 1.49 + 5.99 − 20 % = 5.984, rounded
    await shop.reads("[data-basket] .total", /5\.98.*7\.48/s);
  });

  page.next("a canceled payment gives nothing and leaves the player the choice", async () => {
    await shop.pay("[data-basket] [data-pay]", "cancel", "anceled");
    await shop.reads(".checkout", /canceled. Nothing was charged/);
    assert.deepEqual(await granted(), []);
  });

  page.next("paid, the basket is empty and the bag holds its items", async () => {
    await shop.pay("[data-basket] [data-pay]", "pay", "Paid");
    await shop.notice("done", /all in your bag/);
    await shop.reads("[data-basket]", /Empty so far/);
    assert.deepEqual((await granted()).toSorted(), [["lantern_glass", 1], ["map_marsh", 1]]);
    await shop.closeDialog();
    await shop.click('[data-open="bag"]');
    await shop.see('dialog [data-sku="lantern_glass"]');
  });
});
