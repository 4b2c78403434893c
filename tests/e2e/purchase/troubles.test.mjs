// Payments that do not go as planned, in the storefront: what the player is told, and what was granted.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../../browser/page.mjs";
import { Overlay } from "../../browser/pay_station.mjs";
import { Storefront } from "../storefront.mjs";

describe("a payment in trouble", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  const checkout = "[data-basket] .checkout";
  const granted = () => page.emulator.grants("mira", "order");
  const orderId = async () => (await shop.see("[data-order]")).getAttribute("data-order");
  const end = async (event) => page.emulator.control("POST", `orders/${await orderId()}/${event}`);

  /** A fresh page, with one thing in the basket of a player who pays in this mode. */
  const arrive = async (mode) => {
    const cart = { items: [{ sku: "lantern_glass", quantity: 1 }] };
    const token = await page.emulator.token("mira");
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const filled = await fetch(`${page.emulator.api}/v2/project/44056/cart/fill`, { method: "PUT", headers, body: JSON.stringify(cart) });
    assert.equal(filled.status, 200);
    await page.run((mode) => {
      localStorage.clear();
      localStorage.setItem("player", "mira");
      localStorage.setItem("payment-mode", mode);
    }, mode);
    await page.driver.navigate().refresh();
    await shop.see('[data-open="player"]');
  };

  /** The order is made and Pay Station stands above the page. */
  const pay = async () => {
    await arrive("iframe");
    await shop.openBasket();
    await shop.click(`${checkout} [data-pay]`);
    const overlay = await Overlay.opened(page);
    return overlay;
  };

  page.test("a window that the browser blocks is told of, and paid above the page instead", async () => {
    await arrive("window");
    // Clicks of a script are no player's: the browser opens no window for them.
    await page.run(() => document.querySelector('[data-open="basket"]').click());
    await shop.see(`${checkout} [data-pay]`);
    await page.run(() => document.querySelector("[data-basket] [data-pay]").click());
    await shop.reads(checkout, /blocked the payment window. Nothing was charged/);
    await shop.click(`${checkout} [data-reopen="iframe"]`);
    const overlay = await Overlay.opened(page);
    await overlay.press("pay", "Paid");
    await overlay.close();
    await shop.notice("done", /all in your bag/);
    assert.deepEqual(await granted(), [["lantern_glass", 1]]);
  });

  page.test("a frame that is closed leaves the order open; paid elsewhere, it is done", async () => {
    await (await pay()).close();
    await shop.reads(checkout, /was closed. Nothing was charged, the order is still open/);
    assert.deepEqual(await granted(), []);
    await end("pay");
    await shop.notice("done", /all in your bag/);
    assert.deepEqual(await granted(), [["lantern_glass", 1]]);
  });

  for (const [event, told] of [
    ["cancel", /was canceled. Nothing was charged/],
    ["expire", /The order expired. Nothing was charged/],
  ]) {
    page.test(`an order that ends by "${event}" is told as that, and can be made again`, async () => {
      const overlay = await pay();
      await end(event);
      await overlay.close();
      await shop.reads(checkout, told);
      assert.deepEqual(await granted(), []);
      await shop.see(`${checkout} [data-pay]`);
    });
  }

  page.test("a page that is loaded again while its player pays finds the payment, and its end", async () => {
    await pay();
    await page.driver.navigate().refresh();
    await shop.reads(".payment-strip", /an order that is not paid yet/);
    await end("pay");
    await shop.notice("done", /Paid. It is in your bag/);
    assert.deepEqual(await granted(), [["lantern_glass", 1]]);
  });

  page.test("without the socket, and after ten reads that failed in a row, the end is told all the same", async () => {
    await arrive("iframe");
    await page.run(() => {
      const { fetch } = window;
      window.failed = 0;
      window.fetch = (resource, ...rest) => {
        const isRead = /\/order\/\d+(\?|$)/.test(resource.url ?? resource);
        return isRead && (window.failed += 1) <= 10 ? Promise.reject(new TypeError("no network")) : fetch(resource, ...rest);
      };
      window.WebSocket = undefined;
    });
    await shop.openBasket();
    await shop.click(`${checkout} [data-pay]`);
    const overlay = await Overlay.opened(page);
    await overlay.press("pay", "Paid");
    await overlay.close();
    const hasFailed = () =>
      page.run(() => {
        // What wakes a tracker, so that nobody waits for ten intervals.
        window.dispatchEvent(new Event("online"));
        return window.failed > 10;
      });
    await page.driver.wait(hasFailed, 60_000, "ten reads did not fail");
    await shop.notice("done", /all in your bag/);
    assert.deepEqual(await granted(), [["lantern_glass", 1]]);
  });
});
