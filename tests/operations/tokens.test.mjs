import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("tokens", () => {
  const page = new Page(WEDNESDAY_NOON);
  const HOUR = 3600;

  /** A client whose page keeps a list of why it was asked for a token. */
  function signInAsked(tokens) {
    const { api, payStation } = page.emulator;
    return page.run(
      async (tokens, environment) => {
        await window.started;
        window.asked = [];
        window.unauthorized = 0;
        window.clock = 0;
        window.liveops = new library.LiveOps({
          projectId: 44056,
          environment,
          now: () => window.clock,
          token: async (reason) => {
            window.asked.push(reason);
            if (reason === "refused") await window.allRefused;
            return tokens[reason];
          },
          fetch: async (request) => {
            const response = await fetch(request);
            if (response.status === 401 && ++window.unauthorized === 10) window.resolveAllRefused();
            return response;
          },
        });
        window.allRefused = new Promise((resolve) => (window.resolveAllRefused = resolve));
      },
      tokens,
      { apiUrl: api, payStationUrl: payStation },
    );
  }

  page.test("an expired token is renewed once while ten calls wait for it", async () => {
    const old = await page.emulator.token("mira");
    await page.emulator.advance(2 * HOUR);
    await signInAsked({ first: old, refused: await page.emulator.token("mira") });
    const lengths = await page.run(async () => {
      const lists = await Promise.all(Array.from({ length: 10 }, (_, more) => liveops.dailyChains.list({ limit: 10 + more })));
      return lists.map(({ items }) => items.length);
    });
    assert.deepEqual(lengths, Array(10).fill(2));
    assert.deepEqual(await page.run(() => [window.asked, window.unauthorized]), [["first", "refused"], 10]);
  });

  page.test("a token is renewed 90 seconds before it ends, and not sooner", async () => {
    const token = await page.emulator.token("mira", { lifetime_seconds: HOUR });
    await signInAsked({ first: token, expiring: token });
    const askedAt = (milliseconds) =>
      page.run(async (milliseconds) => {
        window.clock = milliseconds;
        await liveops.dailyChains.list();
        return window.asked;
      }, milliseconds);
    assert.deepEqual(await askedAt(0), ["first"]);
    assert.deepEqual(await askedAt((HOUR - 91) * 1000), ["first"]);
    assert.deepEqual(await askedAt((HOUR - 89) * 1000), ["first", "expiring"]);
  });

  page.test("a token that is refused again is an error, after one more try", async () => {
    await signInAsked({ first: "no.such.token", refused: "nor.this.one" });
    await page.run(() => window.resolveAllRefused());
    const error = await page.refused(() => liveops.promotions.verify("FIRSTLIGHT"));
    assert.deepEqual([error.code, error.status, error.errorCode, error.applied], ["unauthorized", 401, 1501, false]);
    assert.deepEqual(await page.run(() => window.asked), ["first", "refused"]);
    assert.doesNotMatch(error.message, /such\.token|this\.one|FIRSTLIGHT/);
  });
});
