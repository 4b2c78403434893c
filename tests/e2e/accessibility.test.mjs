// Every place, state and dialog of the storefront as axe sees it, in both themes and languages.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { violations } from "../browser/axe.mjs";
import { Page } from "../browser/page.mjs";
import { Overlay } from "../browser/pay_station.mjs";
import { Storefront } from "./storefront.mjs";

const PLACES = ["shop", "daily", "trail", "glow", "codes"];
const LOOKS = [
  { dark: true, width: 1440, height: 900, language: "en" },
  { dark: false, width: 390, height: 844, language: "de" },
];

for (const { language, ...look } of LOOKS) {
  describe(`axe finds nothing in ${look.dark ? "the dark" : "the light"}, ${look.width} wide, in ${language}`, () => {
    // Without motion, nothing is measured while it is half transparent.
    const page = new Page("2030-01-02T12:00:00+00:00", { ...look, reducedMotion: true });
    const shop = new Storefront(page);

    const clean = async (state) => assert.deepEqual(await violations(page.driver), [], state);
    const visit = async (address) => {
      await page.driver.get(`${page.emulator.storefront}/#/${address}`);
      await page.driver.navigate().refresh();
      await shop.see('main .content:not([aria-busy="true"])');
    };
    const arrive = (player) =>
      page.run(
        (player, language) => {
          localStorage.clear();
          localStorage.setItem("language", language);
          if (player) localStorage.setItem("player", player);
        },
        player,
        language,
      );

    page.test("each place, for a guest", async () => {
      await arrive(null);
      for (const place of PLACES) {
        await visit(place);
        await clean(place);
      }
    });

    page.test("each place, for a player", async () => {
      await arrive("mira");
      for (const place of PLACES) {
        await visit(place);
        await clean(place);
      }
    });

    page.next("what a code gives, and a code that nobody knows", async () => {
      await visit("codes");
      for (const code of ["FIRSTLIGHT", "MOTHLIGHT", "GLOW20"]) {
        await shop.enter("#code", code);
        await shop.see(`[data-verified="${code}"]`);
        await clean(code);
      }
      await shop.enter("#code", "NOBODYKNOWS");
      await shop.see("main [role=alert]");
      await clean("a code that nobody knows");
    });

    page.next("a search without results, and an item", async () => {
      await visit("shop?q=nothing+of+the+kind");
      await clean("no results");
      await visit("shop/bundle_wanderer");
      await shop.see('dialog[data-dialog="item"]');
      await clean("an item");
    });

    page.next("bag, player, orders and basket", async () => {
      await visit("shop");
      for (const name of ["bag", "player"]) {
        await shop.click(`[data-open="${name}"]`);
        await shop.see(`dialog[data-dialog="${name}"] h2`);
        await clean(name);
        await shop.closeDialog();
      }
      await shop.click('.card[data-sku="lantern_glass"] .buy button');
      await shop.see('.card[data-sku="lantern_glass"] .in-basket');
      await shop.openBasket();
      await shop.enter("#promo-code", "GLOW20");
      await shop.reads("[data-basket]", /GLOW20/);
      await clean("basket");
    });

    page.next("the overlay, and Pay Station in it", async () => {
      await page.run(() => document.querySelector('input[value="iframe"]').click());
      await shop.click("[data-basket] [data-pay]");
      const overlay = await Overlay.opened(page);
      await clean("overlay");
      await page.driver.switchTo().frame(await page.driver.findElement({ css: "dialog iframe" }));
      await clean("Pay Station");
      await page.driver.switchTo().defaultContent();
      await overlay.close();
      await clean("a payment under way");
    });
  });
}
