import assert from "node:assert/strict";
import { describe } from "node:test";
import { By, Key, until } from "selenium-webdriver";
import { Page } from "../browser/page.mjs";
import { Overlay, PATIENCE, PaymentWindow } from "../browser/pay_station.mjs";
import { chain, WEDNESDAY_NOON } from "./start.mjs";

describe("Pay Station", () => {
  const page = new Page(WEDNESDAY_NOON);

  /** Puts a button on the page that pays for the step, and clicks it as a player does. Gives the windows that were open before. */
  async function clickToPay(stepNumber, options) {
    // The game was reset: what the page has written down of the last one's orders is nothing to it.
    await page.run(() => localStorage.clear());
    await page.signIn("mira");
    const { id } = await chain(page, "offerChains", "The Old Path");
    await page.run(
      async (chainId, stepNumber, options) => {
        await liveops.offerChains.claim({ chainId, stepNumber: 1 });
        const button = document.createElement("button");
        button.textContent = "Buy";
        button.onclick = () => {
          window.order = liveops.offerChains.order({ chainId, stepNumber });
          window.checkout = liveops.payStation.open(window.order, options);
          window.outcome = window.checkout.outcome;
          window.statuses = (async () => {
            const statuses = [];
            for await (const status of window.checkout.statuses()) statuses.push(status);
            return statuses;
          })();
          window.statuses.catch(() => {});
        };
        document.body.append(button);
      },
      id,
      stepNumber,
      options ?? null,
    );
    const known = await page.driver.getAllWindowHandles();
    await page.driver.findElement(By.css("button")).click();
    return known;
  }

  const outcome = () => page.run(() => window.outcome);
  const statuses = () => page.run(() => window.statuses);
  const status = () => page.run(async () => (await liveops.orders.get((await window.order).order_id)).status);
  const nextStep = async () => (await chain(page, "offerChains", "The Old Path")).next_step_number;

  page.test("open leads the clicked window to Pay Station, and a payment is granted", async () => {
    const payment = await PaymentWindow.opened(page, await clickToPay(2));
    assert.equal(await page.driver.executeScript("return window.opener"), null);
    await payment.press("pay", "Paid");
    await payment.close();
    assert.equal(await outcome(), "closed");
    assert.equal(await status(), "done");
    assert.equal(await nextStep(), 3);
    assert.deepEqual(await statuses(), ["new", "done"]);
  });

  page.test("the frame above the page pays, closes by its button and gives the focus back", async () => {
    await clickToPay(2, { mode: "iframe", labels: { title: "Zahlung", close: "Schließen" } });
    const overlay = await Overlay.opened(page);
    assert.equal(await page.run(() => document.querySelector("dialog").ariaLabel), "Zahlung");
    assert.equal(await page.run(() => getComputedStyle(document.documentElement).overflow), "hidden");
    await overlay.press("pay", "Paid");
    assert.deepEqual(await statuses(), ["new", "done"]);
    await overlay.close();
    assert.equal(await outcome(), "closed");
    assert.equal(await page.run(() => document.activeElement.textContent), "Buy");
    assert.equal(await page.run(() => document.querySelectorAll("dialog, iframe").length), 0);
    assert.equal(await page.run(() => getComputedStyle(document.documentElement).overflow), "visible");
    assert.equal(await nextStep(), 3);
  });

  page.test("Escape closes the frame, and the order stays as it is", async () => {
    await clickToPay(2, { mode: "iframe" });
    await Overlay.opened(page);
    await page.driver.actions().sendKeys(Key.ESCAPE).perform();
    assert.equal(await outcome(), "closed");
    assert.equal(await status(), "new");
  });

  page.test("Pay Station's own button closes the frame", async () => {
    await clickToPay(2, { mode: "iframe" });
    const overlay = await Overlay.opened(page);
    await overlay.pressClose();
    assert.equal(await outcome(), "closed");
    assert.equal(await status(), "new");
  });

  page.test("what Pay Station says in the frame is read at once, without a socket and in a hidden tab", async () => {
    await page.run(() => {
      delete window.WebSocket;
      // A hidden tab reads every half minute.
      Object.defineProperty(document, "hidden", { get: () => true });
    });
    await clickToPay(2, { mode: "iframe" });
    const overlay = await Overlay.opened(page);
    await overlay.press("pay", "Paid");
    const late = new Promise((resolve) => setTimeout(resolve, 10_000, "late"));
    assert.deepEqual(await Promise.race([statuses(), late]), ["new", "done"]);
  });

  page.test("an order that is refused takes the frame away, and the outcome says why", async () => {
    await clickToPay(5, { mode: "iframe" });
    assert.equal((await page.refused(() => window.outcome)).code, "step_not_claimable");
    assert.equal((await page.refused(() => window.statuses)).code, "step_not_claimable");
    assert.equal(await page.run(() => document.querySelectorAll("dialog").length), 0);
  });

  page.test("a thousand messages of others change nothing, and cause no read", async () => {
    await clickToPay(2, { mode: "iframe" });
    const overlay = await Overlay.opened(page);
    const seen = await page.run(async (payStation) => {
      const reads = () => performance.getEntriesByType("resource").filter(({ name }) => /\/order\/\d+$/.test(name)).length;
      const close = JSON.stringify({ command: "close" });
      const frame = document.querySelector("dialog iframe").contentWindow;
      const stranger = document.body.appendChild(document.createElement("iframe"));
      const foreign = document.body.appendChild(document.createElement("iframe"));
      foreign.src = `data:text/html,<script>for (let time = 0; time < 250; time++) parent.postMessage('${close}', "*")</script>`;
      let arrived = 0;
      const all = new Promise((resolve) => window.addEventListener("message", ({ isTrusted }) => (arrived += isTrusted) === 750 && resolve()));
      // The first read, and the one when the socket stands; the next comes half a minute later.
      while (reads() < 2) await new Promise((resolve) => setTimeout(resolve, 50));
      for (let time = 0; time < 250; time++) {
        window.postMessage(close);
        stranger.contentWindow.eval(`parent.postMessage('${close}', "*")`);
        window.dispatchEvent(new MessageEvent("message", { data: close, origin: payStation, source: frame }));
      }
      await all;
      // Longer than a hint waits for its read.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return [document.querySelector("dialog").open, reads()];
    }, page.emulator.payStation);
    assert.deepEqual(seen, [true, 2]);
    await overlay.close();
    assert.equal(await outcome(), "closed");
  });

  page.test("what is behind the frame cannot be reached by keyboard", async () => {
    await clickToPay(2, { mode: "iframe" });
    await Overlay.opened(page);
    const reached = new Set();
    for (let press = 0; press < 6; press++) {
      await page.driver.actions().sendKeys(Key.TAB).perform();
      await page.driver.switchTo().defaultContent();
      reached.add(await page.run(() => document.activeElement.closest("dialog")?.className ?? document.activeElement.tagName));
    }
    reached.delete("BODY"); // The browser's own controls.
    assert.deepEqual([...reached], ["xsolla-liveops-checkout"]);
  });

  page.test("the frame stands and looks right under a strict policy", async () => {
    const before = page.consoleLines.length;
    await page.driver.get(`${page.emulator.storefront}/strict.html`);
    await clickToPay(2, { mode: "iframe" });
    const overlay = await Overlay.opened(page);
    const { width, position } = await page.run(() => {
      const dialog = document.querySelector("dialog");
      return { width: dialog.firstChild.offsetWidth, position: getComputedStyle(dialog).position };
    });
    assert.deepEqual([width, position], [760, "fixed"]);
    await overlay.press("pay", "Paid");
    await overlay.close();
    assert.equal(await outcome(), "closed");
    assert.deepEqual(page.consoleLines.slice(before), []);
  });

  page.test("a policy that refuses the frame gets a link to Pay Station", async () => {
    await page.driver.get(`${page.emulator.storefront}/frameless.html`);
    await clickToPay(2, { mode: "iframe" });
    const link = await page.driver.wait(until.elementLocated(By.css('dialog[data-state="failed"] a')), PATIENCE);
    const known = await page.driver.getAllWindowHandles();
    await link.click();
    const payment = await PaymentWindow.opened(page, known);
    await payment.press("pay", "Paid");
    await payment.close();
    assert.deepEqual(await statuses(), ["new", "done"]);
    await page.driver.findElement(By.css("dialog button")).click();
    assert.equal(await outcome(), "failed");
  });

  page.test("a page that is loaded again while the player pays follows the order further", async () => {
    const payment = await PaymentWindow.opened(page, await clickToPay(2));
    await payment.press("pay", "Paid");
    await payment.close();
    await page.driver.navigate().refresh();
    await page.signIn("mira");
    const given = await page.run(async () => {
      const given = [];
      for await (const status of liveops.payStation.returned().statuses()) given.push(status);
      return [given, liveops.payStation.returned()];
    });
    assert.deepEqual(given, [["done"], null]);
  });

  page.test("a redirect leads this page to Pay Station, and what comes back knows the order", async () => {
    await clickToPay(2, { mode: "redirect" });
    await page.driver.wait(until.urlContains(`${page.emulator.payStation}/paystation4/`), PATIENCE);
    await page.driver.findElement(By.css("button.main")).click();
    await page.driver.wait(until.elementLocated(By.xpath('//h1[contains(., "Paid")]')), PATIENCE);
    await page.driver.get(page.emulator.storefront);
    await page.signIn("mira");
    const returned = await page.run(async () => {
      const before = localStorage.getItem("xsolla-liveops.orders.44056");
      const checkout = liveops.payStation.returned();
      const statuses = [];
      for await (const status of checkout.statuses()) statuses.push(status);
      return { before, orderId: checkout.orderId, statuses, after: Object.keys(localStorage), again: liveops.payStation.returned() };
    });
    const record = JSON.parse(returned.before);
    assert.deepEqual(record.map(Object.keys), [["orderId", "at"]]);
    assert.equal(record[0].orderId, returned.orderId);
    assert.deepEqual(returned.statuses, ["done"]);
    // Which order was the step's, for a day, and nothing of how to pay it.
    assert.deepEqual(returned.after.map((name) => name.replace(/\.44056\..*/, "")), ["xsolla-liveops.steps"]);
    assert.equal(returned.again, null);
    assert.equal(await nextStep(), 3);
  });

  page.test("a declined card leaves the order open, and a canceled one is canceled", async () => {
    const payment = await PaymentWindow.opened(page, await clickToPay(2));
    await payment.press("decline", "declined");
    await payment.press("cancel", "anceled");
    await payment.close();
    assert.equal(await outcome(), "closed");
    assert.equal(await status(), "canceled");
    assert.equal(await nextStep(), 2);
  });

  page.test("an order that is refused closes the window, and the outcome says why", async () => {
    const known = await clickToPay(5);
    assert.equal((await page.refused(() => window.outcome)).code, "step_not_claimable");
    const error = await page.refused(() => window.order);
    assert.equal(error.code, "step_not_claimable");
    assert.deepEqual(await page.driver.getAllWindowHandles(), known);
  });

  page.test("without a click the browser blocks the window, and open says so", async () => {
    await page.signIn("mira");
    const outcome = await page.run(() => liveops.payStation.open({ token: "of-no-order" }).outcome);
    assert.equal(outcome, "blocked");
  });

  page.test("url leads to the environment's Pay Station, with the token encoded", async () => {
    await page.signIn("mira");
    const url = await page.run(() => liveops.payStation.url({ token: "a/b?c#d&e=f" }));
    assert.equal(url, `${page.emulator.payStation}/paystation4/?token=a%2Fb%3Fc%23d%26e%3Df`);
  });
});
