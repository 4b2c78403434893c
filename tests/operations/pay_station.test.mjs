import assert from "node:assert/strict";
import { describe } from "node:test";
import { By } from "selenium-webdriver";
import { Page } from "../browser/page.mjs";
import { PaymentWindow } from "../browser/pay_station.mjs";
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
    const known = await page.driver.getAllWindowHandles();
    await page.driver.findElement(By.css("button")).click();
    return known;
  }

  const outcome = () => page.run(() => window.outcome);
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
