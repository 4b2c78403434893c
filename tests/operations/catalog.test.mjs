import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("catalog", () => {
  const page = new Page(WEDNESDAY_NOON);
  const skus = ({ items }) => items.map(({ sku }) => sku);

  /** All SKUs of a list, read page by page. */
  const walk = (method, ...given) =>
    page.run(
      async (method, given) => {
        const skus = [];
        for await (const { sku } of liveops.catalog[method](...given)) skus.push(sku);
        return skus;
      },
      method,
      given,
    );

  page.test("items reads one page, allItems all of them in the same order", async () => {
    await page.signIn("mira");
    const first = await page.run(() => liveops.catalog.items({ limit: 4 }));
    const second = await page.run(() => liveops.catalog.items({ limit: 4, offset: 4 }));
    assert.deepEqual([first.items.length, first.has_more], [4, true]);
    const all = await walk("allItems", { limit: 4 });
    assert.deepEqual(all.slice(0, 8), [...skus(first), ...skus(second)]);
    assert.equal(new Set(all).size, all.length);
    for (const sku of ["lantern_brass", "embers_100", "bundle_garden"]) assert.ok(all.includes(sku), sku);
  });

  page.test("each list holds its own kind, by page and as a whole", async () => {
    await page.signIn("mira");
    for (const [one, all, there, absent] of [
      ["virtualItems", "allVirtualItems", "lantern_brass", "bundle_garden"],
      ["bundles", "allBundles", "bundle_garden", "lantern_brass"],
      ["virtualCurrencyPackages", "allVirtualCurrencyPackages", "embers_100", "lantern_brass"],
    ]) {
      const whole = await walk(all, { limit: 1 });
      assert.ok(whole.includes(there), `${all} without ${there}`);
      assert.ok(!whole.includes(absent), `${all} with ${absent}`);
      const read = await page.run((one) => liveops.catalog[one]({ limit: 50 }), one);
      assert.deepEqual(skus(read), whole, one);
    }
    const currencies = await page.run(() => liveops.catalog.virtualCurrencies());
    assert.deepEqual(await walk("allVirtualCurrencies"), skus(currencies));
  });

  page.test("item tells its prices, in money and in virtual currency", async () => {
    await page.signIn("mira");
    const item = await page.run(() => liveops.catalog.item("lantern_brass"));
    assert.deepEqual([item.sku, item.type, item.name], ["lantern_brass", "virtual_good", "Brass Lantern"]);
    assert.deepEqual([Number(item.price.amount), item.price.currency], [2.99, "USD"]);
    assert.deepEqual(item.virtual_prices.map(({ sku, amount }) => [sku, amount]), [["ember", 240]]);
    assert.equal((await page.run(() => liveops.catalog.item("lantern_brass", { locale: "de" }))).name, "Messinglaterne");
  });

  page.test("item shows what a discount takes off", async () => {
    await page.signIn("mira");
    const { price, promotions } = await page.run(() => liveops.catalog.item("cloak_frost"));
    assert.deepEqual([price.amount_without_discount, Number(promotions[0].discount.percent)], ["7.99", 25]);
    // 5.9925, rounded
    assert.equal(price.amount, "5.99");
  });

  page.test("item refuses what is not there", async () => {
    await page.signIn("mira");
    const error = await page.refused(() => liveops.catalog.item("no_such_item"));
    assert.deepEqual([error.code, error.status, error.errorCode, error.applied], ["item_not_found", 404, 4001, false]);
  });

  page.test("groups name what itemsOfGroup reads", async () => {
    await page.signIn("mira");
    const { groups } = await page.run(() => liveops.catalog.groups());
    const ids = groups.map(({ external_id: id }) => id);
    for (const id of ["lanterns", "cloaks", "garden"]) assert.ok(ids.includes(id), id);
    const garden = await page.run(() => liveops.catalog.itemsOfGroup("garden"));
    assert.deepEqual(skus(garden).toSorted(), ["seed_fern", "seed_moonflower", "seed_snowdrop", "seed_willow"]);
    assert.deepEqual(await walk("allItemsOfGroup", "garden", { limit: 1 }), skus(garden));
  });

  page.test("a guest sees the catalog, a player their own limits", async () => {
    await page.signIn(null);
    const limits = () => page.run(async () => (await liveops.catalog.item("borrowed_light")).limits.per_user);
    assert.deepEqual([(await limits()).total, (await limits()).available], [1, 1]);
    await page.signIn("mira");
    await page.run(() => liveops.orders.createFreeWithItem("borrowed_light"));
    const { available, recurrent_schedule: schedule } = await limits();
    assert.deepEqual([available, schedule.interval_type], [0, "daily"]);
  });

  page.test("a hidden item is shown to who knows the code of its offer", async () => {
    await page.signIn("mira");
    assert.ok(!(await walk("allItems")).includes("lantern_hollow"));
    assert.equal((await page.refused(() => liveops.catalog.item("lantern_hollow"))).code, "item_not_found");
    assert.ok((await walk("allItems", { promoCode: "HOLLOWTREE" })).includes("lantern_hollow"));
    const item = await page.run(() => liveops.catalog.item("lantern_hollow", { promoCode: "HOLLOWTREE" }));
    assert.equal(Number(item.price.amount), 6.99);
  });

  page.test("additionalFields are told where they are asked for", async () => {
    await page.signIn("mira");
    const [plain, more] = await page.run(() =>
      Promise.all([liveops.catalog.item("bell"), liveops.catalog.item("bell", { additionalFields: ["order", "media_list"] })]),
    );
    assert.equal(plain.order, undefined);
    assert.deepEqual([more.order, Array.isArray(more.media_list)], [13, true]);
  });
});
