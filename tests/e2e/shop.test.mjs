// The shop's shelves, an item looked at, and what is bought without a cart, in the storefront.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { Storefront } from "./storefront.mjs";

describe("the shelves of Lanternwild", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  const card = (sku) => `.card[data-sku="${sku}"]`;
  const item = 'dialog[data-dialog="item"]';
  const granted = () => page.emulator.grants("mira", "order");
  const address = () => page.run(() => location.hash);
  const shown = () => page.run(() => Array.from(document.querySelectorAll(".shelves .card"), ({ dataset }) => dataset.sku));
  const showsOnly = (...skus) =>
    page.driver.wait(async () => JSON.stringify(await shown()) === JSON.stringify(skus), 10_000, `not only ${skus}`);

  const enterAsMira = async () => {
    await page.run(() => localStorage.setItem("player", "mira"));
    await page.driver.navigate().refresh();
    await shop.see('[data-open="player"]');
    await shop.go("shop");
  };

  page.test("group, search and order stand in the address: a reload keeps them, the way back undoes them", async () => {
    await shop.go("shop");
    await shop.click('.groups a[href="#/shop?group=bundles"]');
    await shop.see('.groups a[href="#/shop?group=bundles"][aria-current]');
    await page.run(() => {
      const sort = document.querySelector("#sort");
      sort.value = "price";
      sort.dispatchEvent(new Event("change"));
    });
    await shop.type("#search", "night");
    await showsOnly("bundle_garden", "bundle_starfall", "bundle_wanderer", "bundle_storm");
    assert.equal(await address(), "#/shop?group=bundles&q=night&sort=price");

    await page.driver.navigate().refresh();
    await showsOnly("bundle_garden", "bundle_starfall", "bundle_wanderer", "bundle_storm");
    await page.driver.navigate().back();
    await shop.see('.groups a[aria-current][href^="#/shop?group=bundles"]');
    await page.driver.navigate().back();
    await shop.see('.groups a[href="#/shop"][aria-current]');
  });

  page.test("an item has an address of its own; closed, the shelf is as it was", async () => {
    await page.driver.get(`${page.emulator.storefront}/#/shop/bundle_garden?group=bundles`);
    await shop.reads(item, /2 × Moonflower Seed/);
    await shop.closeDialog();
    assert.equal(await address(), "#/shop?group=bundles");
    await shop.click(`${card("bundle_wanderer")} .opens`);
    await shop.see(`${item}[data-sku="bundle_wanderer"]`);
    await page.driver.navigate().back();
    await page.driver.wait(async () => (await shop.count(item)) === 0, 10_000, "the way back does not close it");
  });

  page.test("a guest who adds something signs in and goes on from there", async () => {
    await shop.go("shop");
    await shop.click(`${card("wick")} .buy button`);
    await shop.click('dialog [data-player="mira"]');
    await shop.see(`${card("wick")} .in-basket`);
  });

  page.test("what is free is taken once, and then says when it can be taken again", async () => {
    await enterAsMira();
    await shop.click(`${card("borrowed_light")} .buy button`);
    await shop.notice("done", /In your bag: Borrowed Light/);
    await shop.reads(`${card("borrowed_light")} .limit`, /You have had yours.* 17 hr/);
    assert.equal(await shop.count(`${card("borrowed_light")} .buy button`), 0);
    assert.deepEqual(await granted(), [["borrowed_light", 1]]);
  });

  page.test("Embers buy what they suffice for, and what is missing is said before", async () => {
    await enterAsMira();
    await page.driver.get(`${page.emulator.storefront}/#/shop/cloak_cinder`);
    await shop.reads(`${item} .purchase`, /You have 120 Embers\. 230 are missing/);
    assert.equal(await shop.count(`${item} [data-buy="embers"]`), 0);
    await shop.closeDialog();
    await shop.click(`${card("lantern_ember")} .opens`);
    await shop.click(`${item} [data-buy="embers"]`);
    await shop.notice("done", /Bought\. In your bag: Ember Lantern/);
    await shop.reads("[data-balance=ember]", /^30$/);
    assert.deepEqual(await granted(), [["lantern_ember", 1]]);
  });

  page.test("a hidden item is found by its code, which is in no address, and bought with it", async () => {
    await enterAsMira();
    assert.equal(await shop.count(card("lantern_hollow")), 0);
    await shop.type("#search", "HOLLOWTREE");
    assert.equal(await address(), "#/shop");
    await page.run(() => document.querySelector("#search").form.requestSubmit());
    await shop.click(`.found ${card("lantern_hollow")} .opens`);
    await shop.pay(`${item} [data-pay]`, "pay", "Paid");
    await shop.notice("done", /In your bag: Hollow-Tree Lantern/);
    assert.deepEqual(await granted(), [["lantern_hollow", 1]]);
  });

  page.test("an emptied basket keeps no promo code", async () => {
    await enterAsMira();
    await shop.click(`${card("wick")} .buy button`);
    await shop.see(`${card("wick")} .in-basket`);
    await shop.openBasket();
    await shop.type("#promo-code", "GLOW20\n");
    await shop.reads("[data-basket]", /Before: \$0\.49, now: \$0\.39/);
    await shop.click('[data-basket] [data-sku="wick"] .remove');
    await shop.reads("[data-basket]", /Empty so far/);
    await shop.see("#promo-code");
    await shop.closeDialog();
    await shop.click(`${card("wick")} .buy button`);
    await shop.openBasket();
    await shop.reads("[data-basket] .total", /^Total\s+\$0\.49$/);
  });

  page.test("a basket that costs nothing is taken without Pay Station", async () => {
    await enterAsMira();
    await page.run(async () => {
      const { LiveOps } = await import("xsolla-liveops");
      const { project_id: projectId, api, pay_station: payStationUrl } = await (await fetch("/_emulator/origins")).json();
      const minted = await fetch(new URL("/_emulator/players/mira/token", api), { method: "POST" });
      const { token } = await minted.json();
      const liveops = new LiveOps({ projectId, environment: { apiUrl: api, payStationUrl }, token });
      await liveops.cart.putItem("seed_snowdrop", { quantity: 2 });
    });
    await shop.openBasket();
    assert.equal(await shop.count("[data-basket] [data-pay]"), 0);
    await shop.click("[data-take-free]");
    await shop.notice("done", /all in your bag/);
    await shop.reads("[data-basket]", /Empty so far/);
    assert.deepEqual(await granted(), [["seed_snowdrop", 2]]);
  });
});
