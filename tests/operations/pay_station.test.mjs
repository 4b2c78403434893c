import assert from "node:assert/strict";
import { describe } from "node:test";
import { By, until } from "selenium-webdriver";
import { Page } from "../browser/page.mjs";
import { chain, WEDNESDAY_NOON } from "./start.mjs";

describe("Pay Station", () => {
  const page = new Page(WEDNESDAY_NOON);

  /** Puts a button on the page that pays for the step, and clicks it as a player does. */
  async function clickToPay(stepNumber) {
    await page.signIn("mira");
    const { id } = await chain(page, "offerChains", "The Old Path");
    await page.run(
      async (chainId, stepNumber) => {
        await liveops.offerChains.claim({ chainId, stepNumber: 1 });
        const button = document.createElement("button");
        button.textContent = "Buy";
        button.onclick = () => {
          window.order = liveops.offerChains.order({ chainId, stepNumber });
          window.outcome = liveops.payStation.open(window.order).outcome;
        };
        document.body.append(button);
      },
      id,
      stepNumber,
    );
    const shop = await page.driver.getWindowHandle();
    await page.driver.findElement(By.css("button")).click();
    return shop;
  }

  async function switchToPayment(shop) {
    const { driver, emulator } = page;
    const other = async () => (await driver.getAllWindowHandles()).find((handle) => handle !== shop);
    await driver.switchTo().window(await driver.wait(other, 10_000, "no payment window"));
    await driver.wait(until.urlContains(`${emulator.payStation}/paystation4/`), 10_000);
  }

  const press = (action) =>
    page.driver.findElement(By.css(action === "pay" ? "button.main" : `button[formaction$="${action}"]`)).click();
  const said = (text) => page.driver.wait(until.elementLocated(By.xpath(`//h1[contains(., "${text}")]`)), 10_000);
  const status = () => page.run(async () => (await liveops.orders.get((await window.order).order_id)).status);

  async function backTo(shop) {
    await page.driver.close();
    await page.driver.switchTo().window(shop);
    assert.equal(await page.run(() => window.outcome), "closed");
  }

  page.test("open leads the clicked window to Pay Station, and a payment is granted", async () => {
    const shop = await clickToPay(2);
    await switchToPayment(shop);
    assert.equal(await page.driver.executeScript("return window.opener"), null);
    await press("pay");
    await said("Paid");
    await backTo(shop);
    assert.equal(await status(), "done");
    assert.equal((await chain(page, "offerChains", "The Old Path")).next_step_number, 3);
  });

  page.test("a declined card leaves the order open, and a canceled one is canceled", async () => {
    const shop = await clickToPay(2);
    await switchToPayment(shop);
    await press("decline");
    await said("declined");
    await press("cancel");
    await said("anceled");
    await backTo(shop);
    assert.equal(await status(), "canceled");
    assert.equal((await chain(page, "offerChains", "The Old Path")).next_step_number, 2);
  });

  page.test("an order that is refused closes the window", async () => {
    const shop = await clickToPay(5);
    assert.equal(await page.run(() => window.outcome), "failed");
    const error = await page.refused(() => window.order);
    assert.equal(error.code, "step_not_claimable");
    assert.deepEqual(await page.driver.getAllWindowHandles(), [shop]);
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
