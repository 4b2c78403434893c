// What the storefront says and keeps when answers are late, lost or missing.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { PaymentWindow } from "../browser/pay_station.mjs";
import { Page } from "../browser/page.mjs";
import { Storefront } from "./storefront.mjs";

describe("an honest shop", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  const filled = [["bundle_garden", "1"], ["lantern_glass", "1"], ["map_marsh", "1"]];
  const basketLines = () =>
    page.run(() =>
      Array.from(document.querySelectorAll("[data-basket] .lines li"), (line) => [
        line.dataset.sku,
        line.querySelector(".quantity > span").textContent,
      ]),
    );

  /** Clicks "Add" on cards in one go, as a quick player does, without waiting for an answer. */
  const addAtOnce = (...skus) =>
    page.run((skus) => {
      for (const sku of skus) document.querySelector(`.card[data-sku="${sku}"] button`).click();
    }, skus);

  /** Lets the page's calls to addresses that hold this text fail as `fail` says, until it is called again. */
  const failCalls = (part, fail) =>
    page.run(
      (part, fail) => {
        window.realFetch ??= window.fetch;
        window.failed = 0;
        window.fetch = (request, options) => {
          const url = request.url ?? String(request);
          if (!part || !url.includes(part)) return window.realFetch(request, options);
          window.failed += 1;
          if (fail === "network") return Promise.reject(new TypeError("cut off"));
          return Promise.resolve(Response.json({ errorCode: 9001, errorMessage: "none" }, { status: fail }));
        };
      },
      part,
      fail,
    );
  const failed = (times) =>
    page.driver.wait(() => page.run((times) => window.failed >= times, times), 20_000, "no call was made to fail");

  page.test("two quick Adds both arrive, and what another window added stays", async () => {
    await shop.signIn("mira");
    await shop.go("shop");
    const inSecondWindow = await shop.secondWindow("shop");
    await addAtOnce("map_marsh", "bundle_garden");
    await shop.see('.card[data-sku="map_marsh"] .in-basket');
    await shop.see('.card[data-sku="bundle_garden"] .in-basket');

    await inSecondWindow(async () => {
      await addAtOnce("lantern_glass");
      await shop.see('.card[data-sku="lantern_glass"] .in-basket');
      await shop.openBasket();
      await shop.see('[data-basket] [data-sku="lantern_glass"]');
      assert.deepEqual((await basketLines()).toSorted(), filled);
    });
  });

  page.next("a basket that cannot be read is not filled", async () => {
    await failCalls("/cart", "network");
    await addAtOnce("bundle_garden");
    await shop.notice("error", /could not be read, so nothing in it was changed/);
    await shop.openBasket();
    await failCalls(null);
    await shop.click("[data-basket] [role=alert] + button");
    await shop.see('[data-basket] [data-sku="lantern_glass"]');
    assert.deepEqual((await basketLines()).toSorted(), filled);
  });

  page.test("a closed window is told only after the order was read; an order that is gone is said to be uncertain", async () => {
    const paid = '.offer-chain[aria-label="Weekend Kindling"] [data-step="2"]';
    await shop.go("trail");
    await shop.click('.offer-chain[aria-label="Weekend Kindling"] [data-status="claimable"] button');
    await failCalls("/order/", "network");
    const known = await page.driver.getAllWindowHandles();
    await shop.click(`${paid}[data-status="for_sale"] button`);
    await (await PaymentWindow.opened(page, known)).close();
    await failed(2);
    assert.doesNotMatch(await shop.text(`${paid} .state`), /charged/);

    await failCalls(null);
    await shop.see(`${paid}[data-payment="closed"]`);
    await shop.reads(`${paid} .state`, /The window was closed. Nothing was charged/);

    await failCalls("/order/", 404);
    await page.run(() => window.dispatchEvent(new Event("online"))); // Back online, what may have happened is read.
    await shop.notice("error", /This order is unknown. Whether it was paid is not certain/);
    await shop.see(`${paid}[data-payment="lost"]`);
  });
});
