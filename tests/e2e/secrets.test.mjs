// Where the player's token and Pay Station's token must not turn up while something is bought.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { listen } from "../browser/bidi.mjs";
import { Page } from "../browser/page.mjs";
import { Overlay } from "../browser/pay_station.mjs";
import { Storefront } from "./storefront.mjs";

describe("secrets of a purchase", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  /** Notes the tokens that the page sends and gets, and what it tells other tabs and its own errors. */
  const watch = () =>
    page.run(() => {
      window.noted = { tokens: [], told: [] };
      const { fetch } = window;
      window.fetch = async (resource, ...rest) => {
        const sent = resource.headers?.get("authorization");
        if (sent) noted.tokens.push(sent.replace("Bearer ", ""));
        const answer = await fetch(resource, ...rest);
        const { token } = (await answer.clone().json().catch(() => null)) ?? {};
        if (token) noted.tokens.push(token);
        return answer;
      };
      const post = BroadcastChannel.prototype.postMessage;
      BroadcastChannel.prototype.postMessage = function (message) {
        noted.told.push(JSON.stringify(message));
        return post.call(this, message);
      };
      for (const type of ["error", "unhandledrejection"]) {
        window.addEventListener(type, ({ message, reason }) => noted.told.push(String(message), String(reason?.stack ?? reason)));
      }
    });

  /** The Referer headers of all requests from now on, also of Pay Station's in its frame. */
  const referers = async () => {
    const values = [];
    await listen(page.driver, "network.beforeRequestSent", ({ request }) => {
      for (const { name, value } of request.headers) if (name.toLowerCase() === "referer") values.push(value.value);
    });
    return values;
  };

  /** Everything that outlives a call in the page, or is seen by others. */
  const traces = async () => [
    ...(await page.run(() => [
      location.href,
      JSON.stringify(history.state),
      document.referrer,
      document.cookie,
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !name.includes("/paystation4/")).join(" "),
      ...(window.noted?.told ?? []),
    ])),
    ...page.consoleLines,
    page.emulator.log,
  ];

  const assertNowhere = async (tokens, referers) => {
    assert.ok(tokens.length >= 2, "the page sent no token, or got none");
    const seen = [...(await traces()), ...referers];
    for (const token of tokens) {
      // Also a part of it would be too much: the end of a token is its signature.
      const found = seen.filter((trace) => trace.includes(token) || trace.includes(token.slice(-24)));
      assert.deepEqual(found.map((trace) => trace.slice(0, 80)), []);
    }
  };

  page.test("neither token is in an address, the history, the storage, the console, an error, another tab, a Referer or the server's log", async () => {
    const sent = await referers();
    await page.run(() => {
      localStorage.setItem("player", "mira");
      localStorage.setItem("payment-mode", "iframe");
    });
    await page.driver.navigate().refresh();
    await shop.see('[data-open="player"]');
    await watch();
    await shop.go("shop");
    await shop.click('.card[data-sku="lantern_glass"] .buy button');
    await shop.see('.card[data-sku="lantern_glass"] .in-basket');
    await shop.openBasket();
    await shop.click("[data-basket] [data-pay]");
    const overlay = await Overlay.opened(page);
    await page.driver.switchTo().frame(await page.driver.findElement({ css: "dialog iframe" }));
    assert.equal(await page.driver.executeScript("return document.referrer"), "");
    await page.driver.switchTo().defaultContent();
    await overlay.press("pay", "Paid");
    await overlay.close();
    await shop.notice("done", /all in your bag/);

    const tokens = [...new Set(await page.run(() => noted.tokens))];
    assert.ok(sent.length > 0, "no request had a Referer");
    await assertNowhere(tokens, sent);
    await page.driver.navigate().refresh();
    await shop.see('[data-open="player"]');
    await assertNowhere(tokens, sent);
  });
});
