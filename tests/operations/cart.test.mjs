import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("cart", () => {
  const page = new Page(WEDNESDAY_NOON);

  page.test("fill replaces lines of the same items, get reads it back", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 9 }] }));
    const filled = await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 2 }, { sku: "honey", quantity: 1 }] }));
    assert.deepEqual(filled.items.map(({ sku, quantity }) => [sku, quantity]).toSorted(), [["bell", 2], ["honey", 1]]);
    assert.equal(Number(filled.price.amount), 5.97);
    assert.equal(filled.price.currency, "USD");
    assert.deepEqual(await page.run(() => liveops.cart.get()), filled);
  });

  page.test("each player has a cart of their own", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 2 }] }));
    await page.signIn("tobin");
    assert.deepEqual((await page.run(() => liveops.cart.get())).items, []);
  });

  page.test("fill never sells an item that is not there", async () => {
    await page.signIn("mira");
    const outcome = await page
      .run(() => liveops.cart.fill({ items: [{ sku: "no_such_item", quantity: 1 }] }))
      .catch((error) => error);
    if (outcome.name === "LiveOpsError") {
      assert.ok(["item_not_found", "item_unavailable", "cart_invalid"].includes(outcome.code), outcome.code);
    } else {
      assert.deepEqual(outcome.items, []);
      assert.deepEqual(outcome.warnings.map(({ sku }) => sku), ["no_such_item"]);
    }
  });
});
