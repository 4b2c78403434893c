// A whole purchase, once for each way to open Pay Station; who judges it are the emulator's inventory and audit.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../../browser/page.mjs";
import { Storefront } from "../storefront.mjs";

describe("a purchase in each mode", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  const bought = [["lantern_glass", 2], ["map_marsh", 1]];
  const granted = (kind) => page.emulator.grants("mira", kind);
  const kindling = (step) => `.offer-chain[aria-label="Weekend Kindling"] [data-step="${step}"]`;

  for (const mode of ["window", "iframe", "redirect"]) {
    page.test(`a basket with a promo code is paid (${mode})`, async () => {
      await shop.visit("mira", "#/shop");
      await shop.add("map_marsh");
      await shop.add("lantern_glass");
      await shop.openBasket();
      await shop.click('[data-basket] [data-sku="lantern_glass"] .quantity button:last-child');
      await shop.reads("[data-basket] .total", /13\.47/);

      await shop.enter("#promo-code", "GLOW20");
      await shop.reads("[data-basket] .total", /10\.78.*13\.47/s);
      await shop.click("[data-remove-promo-code]");
      await shop.see("#promo-code");
      assert.doesNotMatch(await shop.text("[data-basket] .total"), /10\.78/);
      await shop.enter("#promo-code", "GLOW20");
      await shop.reads("[data-basket] .total", /10\.78.*13\.47/s);

      await shop.choosePayStation(mode);
      await shop.pay("[data-basket] [data-pay]", "pay", "Paid", mode);
      await shop.notice("done", mode === "redirect" ? /Paid\. It is in your bag/ : /all in your bag/);
      assert.deepEqual((await granted("order")).toSorted(), bought);
    });

    page.next(`basket, bag, orders and jar show it (${mode})`, async () => {
      if (mode === "redirect") await shop.openBasket();
      await shop.reads("[data-basket]", /Empty so far/);
      await shop.closeDialog();
      await shop.click('[data-open="bag"]');
      for (const [sku] of bought) await shop.see(`dialog[data-dialog="bag"] [data-sku="${sku}"]`);
      await shop.closeDialog();
      await shop.openOrders();
      await shop.see('dialog[data-dialog="orders"] li[data-status="done"]:only-child');
      await shop.closeDialog();
      await shop.go("glow");
      const points = Object.fromEntries(await granted("value_points"));
      assert.ok(points.glow > 0);
      await shop.reads('.reward-chain[aria-label="A Jar of Glow"] [data-balance="glow"]', new RegExp(`^${points.glow} Glow`));
    });

    page.next(`a paid stone of the trail is paid, and the path goes on (${mode})`, async () => {
      await shop.go("trail");
      await shop.click(`${kindling(1)}[data-status="claimable"] button`);
      await shop.see(`${kindling(2)}[data-status="for_sale"]`);
      await shop.pay(`${kindling(2)} .state > button`, "pay", "Paid", mode);
      if (mode === "redirect") await shop.go("trail");
      await shop.see(`${kindling(2)}[data-status="claimed"]`);
      await shop.see(`${kindling(3)}[data-status="claimable"]`);
      assert.deepEqual(await granted("offer_chain"), [["wick", 2], ["embers_100", 1]]);
    });
  }
});
