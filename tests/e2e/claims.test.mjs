// Claims in the storefront whose answers are lost, late, or left behind.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { Storefront } from "./storefront.mjs";

describe("claims that go wrong on the way", () => {
  const page = new Page("2030-01-02T12:00:00+00:00");
  const shop = new Storefront(page);

  const lantern = '.daily-chain[aria-label="Seven Lanterns"] [data-step="3"]';
  const stone = '.offer-chain[aria-label="Weekend Kindling"] [data-step="1"]';
  const fault = (rules) => page.emulator.control("PUT", "faults", { rules });
  const heal = () => page.emulator.control("DELETE", "faults");
  const granted = (kind) => page.emulator.grants("mira", kind);

  /** How often the storefront sent an operation for the player. */
  const sent = async (operation) => {
    const { requests } = await page.emulator.control("GET", "requests?player=mira");
    return requests.filter((request) => request.operation === operation).length;
  };
  const arrived = (operation) =>
    page.driver.wait(async () => (await sent(operation)) > 0, 20_000, `${operation} was never sent`);

  page.test("a lantern whose answer was lost is shown lit, and was lit once", async () => {
    await fault([
      { request: { operation: "claim-user-daily-chain-step-reward" }, phase: "after_commit", what: "reset", times: 2 },
    ]);
    await shop.signIn("mira");
    await shop.go("daily");
    await shop.click(`${lantern} button`);
    await shop.see(`${lantern}[data-status="claimed"]`);
    await shop.notice("done", /lantern is lit/);
    assert.deepEqual(await granted("daily_chain"), [["seed_fern", 2]]);
    await heal();
  });

  page.test("a claim that succeeded is shown as such though the chain cannot be read after it", async () => {
    const places = [
      ["daily", lantern, "get-user-daily-chain-by-id"],
      ["trail", stone, "get-user-offer-chain-by-id"],
    ];
    await shop.visit("mira");
    for (const [place, step, read] of places) {
      await shop.go(place);
      await shop.see(`${step}[data-status="claimable"]`);
      // The first one is read before the claim is sent.
      await fault([{ request: { operation: read, nth: 2 }, phase: "before_commit", what: { answer: { status: 503 } } }]);
      await shop.click(`${step} button`);
      await shop.notice("done", /In your bag/);
      await shop.see(`${step}[data-status="claimed"]`);
      await shop.see(".content .unread button");
      await heal();
      await shop.click(".content .unread button");
      await shop.see(".content:not(:has(.unread))");
      await shop.see(`${step}[data-status="claimed"]`);
    }
  });

  page.test("a page that is left in the middle of a claim shows how it ended", async () => {
    await shop.go("trail");
    await shop.see(`${stone}[data-status="claimable"]`);
    await fault([
      { request: { operation: "claim-user-offer-chain-step-reward" }, phase: "after_commit", what: "hang" },
    ]);
    await shop.click(`${stone} button`);
    await arrived("claim-user-offer-chain-step-reward");
    await page.driver.navigate().refresh();
    await shop.see(`${stone}[data-status="claimed"]`);
    await page.driver.wait(
      () => page.run(() => !Object.keys(localStorage).some((name) => name.includes(".claims."))),
      20_000,
      "a claim stayed written down",
    );
    assert.equal(await sent("claim-user-offer-chain-step-reward"), 1);
    await heal();
  });

  page.test("a step of which nobody can tell yet says so after a reload, and is not claimed again by itself", async () => {
    await shop.go("trail");
    await shop.see(`${stone}[data-status="claimable"]`);
    await fault([
      { request: { operation: "claim-user-offer-chain-step-reward" }, phase: "before_commit", what: "hang" },
    ]);
    await shop.click(`${stone} button`);
    await arrived("claim-user-offer-chain-step-reward");
    await page.driver.navigate().refresh();
    await shop.see(`${stone}[data-status="checking"]`);
    assert.equal(await sent("claim-user-offer-chain-step-reward"), 1);
    assert.deepEqual(await granted(), []);
    await heal();
  });
});
