// The whole purchase by keyboard alone, in the storefront.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { By, Key } from "selenium-webdriver";
import { Keyboard } from "../browser/keyboard.mjs";
import { Page } from "../browser/page.mjs";
import { Overlay } from "../browser/pay_station.mjs";
import { Storefront } from "./storefront.mjs";

describe("a player with a keyboard", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  const focused = () => page.driver.executeScript("return document.activeElement?.closest('[data-open]')?.dataset.open");

  page.test("signs in, fills the basket, puts a code on it, pays above the page, and has what was bought", async () => {
    const keyboard = new Keyboard(page.driver);
    await shop.see(".purse [data-sign-in]");
    await keyboard.choose(".purse [data-sign-in]");
    await shop.see("dialog [data-player]");
    await keyboard.choose('dialog [data-player="mira"]');
    await shop.see('.purse [data-open="player"]');

    await keyboard.choose('.places a[href="#/shop"]');
    await shop.see('main[data-place="shop"] .card');
    await keyboard.choose('.card[data-sku="lantern_glass"] .buy button');
    await shop.see('.card[data-sku="lantern_glass"] .in-basket');

    await keyboard.choose('[data-open="basket"]');
    await shop.see('[data-basket] [data-sku="lantern_glass"]');
    await keyboard.tabTo("#promo-code");
    await keyboard.press("GLOW20", Key.ENTER);
    await shop.reads("[data-basket] .total", /4\.79.*5\.99/s);

    await keyboard.tabTo('[data-basket] input[type="radio"]:checked');
    await keyboard.press(Key.ARROW_RIGHT);
    assert.equal(await shop.count('[data-basket] input[value="iframe"]:checked'), 1);
    await keyboard.choose("[data-basket] [data-pay]");

    await Overlay.opened(page);
    await keyboard.tabTo("dialog iframe");
    await page.driver.switchTo().frame(await page.driver.findElement(By.css("dialog iframe")));
    await keyboard.choose("button.main");
    await shop.reads("h1", /Paid/);
    await page.driver.switchTo().defaultContent();
    await keyboard.choose("dialog.xsolla-liveops-checkout button");
    await shop.see("[data-basket] .empty");
    assert.deepEqual(await page.emulator.grants("mira", "order"), [["lantern_glass", 1]]);

    await keyboard.press(Key.ESCAPE);
    await page.driver.wait(async () => (await shop.count("dialog[open]")) === 0, 10_000, "Escape does not close the basket");
    assert.equal(await focused(), "basket");
  });
});
