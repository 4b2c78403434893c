// A player's day and the days after it, in the storefront, across its three origins.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { Storefront } from "./storefront.mjs";

const WEDNESDAY_NOON = "2030-01-02T12:00:00+00:00";
const DAY = 86_400;

describe("a day in Lanternwild", () => {
  const page = new Page(WEDNESDAY_NOON);
  const shop = new Storefront(page);

  const lantern = (step) => `.daily-chain[aria-label="Seven Lanterns"] [data-step="${step}"]`;
  const stone = (chain, step) => `.offer-chain[aria-label="${chain}"] [data-step="${step}"]`;
  const jar = '.reward-chain[aria-label="A Jar of Glow"]';
  const granted = (kind) => page.emulator.grants("mira", kind);

  page.test("a guest becomes a player", async () => {
    await shop.see(".purse [data-sign-in]");
    await shop.signIn("mira");
    await shop.reads('.purse [data-open="player"]', /Mira/);
  });

  page.next("a wrong code is refused and gives nothing", async () => {
    await shop.go("codes");
    await shop.enter("#code", "NOSUCHCODE");
    await shop.reads("#code-problem", /Nobody here knows this code/);
    assert.equal(await shop.count("[data-verified]"), 0);
    await shop.enter("#code", "OLDMOON");
    await shop.reads("#code-problem", /expired/);
    assert.deepEqual(await granted("coupon"), []);
  });

  page.next("a coupon with a choice waits for the choice, then gives it", async () => {
    await shop.enter("#code", "MOTHLIGHT");
    await shop.see('[data-verified="MOTHLIGHT"]');
    await shop.click('[data-redeem="coupon"]');
    assert.deepEqual(await granted("coupon"), []);
    await shop.click('input[name="moth_companion"][value="moth_dawn"]');
    await shop.click('[data-redeem="coupon"]');
    await shop.notice("done", /Redeemed/);
    await shop.see('.bag [data-sku="moth_dawn"]');
    assert.deepEqual((await granted("coupon")).toSorted(), [["honey", 2], ["moth_dawn", 1]]);
  });

  page.next("today's lantern is lit once; a second window is refused", async () => {
    await shop.go("daily");
    await shop.see(`${lantern(1)}[data-status="blocked"]`);
    await shop.see(`${lantern(2)}[data-status="blocked"]`);
    const inSecondWindow = await shop.secondWindow("daily");

    await shop.click(`${lantern(3)} button`);
    await shop.see(`${lantern(3)}[data-status="claimed"][data-lit]`);
    await shop.notice("done", /lantern is lit/);

    await inSecondWindow(async () => {
      await shop.click(`${lantern(3)}[data-status="claimable"] button`);
      await shop.reads(".notice", /already yours/);
      await shop.see(`${lantern(3)}[data-status="claimed"]`);
    });
    assert.deepEqual(await granted("daily_chain"), [["seed_fern", 2]]);
  });

  page.next("a day later the next lantern opens; a missed one stays dark, the one after it opens all the same", async () => {
    await shop.advance(DAY);
    await shop.click(`${lantern(4)}[data-status="claimable"] button`);
    await shop.see(`${lantern(4)}[data-status="claimed"]`);
    await shop.advance(DAY, 2);
    await shop.see(`${lantern(5)}[data-status="blocked"]`);
    await shop.click(`${lantern(6)}[data-status="claimable"] button`);
    await shop.see(`${lantern(6)}[data-status="claimed"]`);
    assert.deepEqual(await granted("daily_chain"), [["seed_fern", 2], ["honey", 1], ["seed_moonflower", 1]]);
  });

  page.next("a trail is walked to its end: a free stone, a paid one canceled and then paid, a free one", async () => {
    const kindling = (step) => stone("Weekend Kindling", step);
    await shop.go("trail");
    await shop.click(`${kindling(1)}[data-status="claimable"] button`);
    await shop.see(`${kindling(1)}[data-status="claimed"]`);

    await shop.pay(`${kindling(2)}[data-status="for_sale"] button`, "cancel", "anceled");
    await shop.see(`${kindling(2)}[data-status="for_sale"][data-payment="canceled"]`);
    assert.deepEqual(await granted("order"), []);

    const embers = Number(await shop.text("[data-balance=ember]"));
    await shop.pay(`${kindling(2)} button`, "pay", "Paid");
    await shop.see(`${kindling(2)}[data-status="claimed"]`);
    await shop.reads("[data-balance=ember]", new RegExp(`^${embers + 100}$`));

    await shop.click(`${kindling(3)}[data-status="claimable"] button`);
    await shop.see(`${kindling(3)}[data-status="claimed"]`);
    await shop.reads('.offer-chain[aria-label="Weekend Kindling"]', /You have walked this path to its end/);
    assert.equal(await shop.count('.offer-chain[aria-label="Weekend Kindling"] [aria-current="step"]'), 0);
  });

  page.next("what was bought brings points; a jar that was emptied meanwhile refuses its step", async () => {
    const path = (step) => stone("The Old Path", step);
    await shop.click(`${path(1)} button`);
    await shop.see(`${path(1)}[data-status="claimed"]`);
    await shop.pay(`${path(2)} button`, "pay", "Paid");
    await shop.see(`${path(2)}[data-status="claimed"]`);
    const inSecondWindow = await shop.secondWindow("glow");

    // Saturday to Monday: the jar is emptied in between, which the second window does not know.
    await shop.advance(DAY, 2);
    await inSecondWindow(async () => {
      await shop.click(`${jar} [data-status="claimable"] button`);
      await shop.notice("error", /not enough light/);
    });
    assert.deepEqual(await granted("reward_chain"), []);
  });

  page.next("a jar that is full enough gives its step, and stays as full", async () => {
    const path = (step) => stone("The Old Path", step);
    await shop.click(`${path(3)} button`);
    await shop.see(`${path(3)}[data-status="claimed"]`);
    await shop.pay(`${path(4)} button`, "pay", "Paid");
    await shop.see(`${path(4)}[data-status="claimed"]`);

    await shop.go("glow");
    const balance = await shop.text(`${jar} [data-balance="glow"]`);
    await shop.click(`${jar} [data-status="claimable"] button`);
    await shop.see(`${jar} [data-status="claimed"]`);
    assert.equal(await shop.text(`${jar} [data-balance="glow"]`), balance);
    await shop.reads(`${jar} [data-status="locked"] .state`, /to go/);
    assert.deepEqual(await granted("reward_chain"), [["wick", 3]]);
  });

  page.next("the Circle names who brought what", async () => {
    await shop.reads('[data-circle] [data-member="Mira"] .amount', /^[1-9]\d*$/);
  });

  page.next("an expired token is renewed once while ten calls wait for it", async () => {
    const asked = await page.run(async () => {
      const { LiveOps } = await import("xsolla-liveops");
      const { project_id: projectId, api, pay_station: payStationUrl } = await (await fetch("/_emulator/origins")).json();
      const control = (path, body) =>
        fetch(new URL(`/_emulator/${path}`, api), {
          method: "POST",
          headers: body ? { "content-type": "application/json" } : {},
          body: body && JSON.stringify(body),
        }).then((response) => response.json());
      const reasons = [];
      const liveops = new LiveOps({
        projectId,
        environment: { apiUrl: api, payStationUrl },
        token: async (reason) => {
          reasons.push(reason);
          return (await control("players/mira/token")).token;
        },
      });
      await liveops.dailyChains.list();
      await control("clock/advance", { seconds: 7200 });
      await Promise.all(Array.from({ length: 10 }, () => liveops.rewardChains.list()));
      return reasons;
    });
    assert.deepEqual(asked, ["first", "refused"]);
  });

  page.next("the page spoke to its three origins alone, and its console is clean", async () => {
    const { storefront, api, payStation } = page.emulator;
    const origins = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin));
    const known = [storefront, api, payStation].map((url) => new URL(url).origin);
    assert.equal(new Set(known).size, 3);
    assert.deepEqual([...new Set(origins)].filter((origin) => !known.includes(origin)), []);

    // What the browser itself says about an answer of the 400s is the day's doing.
    const lines = page.consoleLines.filter((line) => !/status of 4\d\d/.test(line));
    assert.deepEqual(lines, []);
  });
});
