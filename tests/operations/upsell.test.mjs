import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("upsell", () => {
  const page = new Page(WEDNESDAY_NOON);

  page.test("list gives the configured items with their prices", async () => {
    await page.signIn("mira");
    const upsell = await page.run(() => liveops.upsell.list());
    assert.equal(upsell.has_more, false);
    assert.equal(upsell.items[0].sku, "bundle_wanderer");
    assert.equal(Number(upsell.items[0].price.amount), 7.99);
    assert.equal(upsell.items[0].price.currency, "USD");
  });
});
