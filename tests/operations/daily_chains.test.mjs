import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { chain, DAY, WEDNESDAY_NOON } from "./start.mjs";

describe("daily chains", () => {
  const page = new Page(WEDNESDAY_NOON);
  const lanterns = () => chain(page, "dailyChains", "Seven Lanterns");
  const statuses = async () => (await lanterns()).steps.map(({ status }) => status);

  page.test("list gives pages, all() walks through them, get reads one", async () => {
    await page.signIn("mira");
    const first = await page.run(() => liveops.dailyChains.list({ limit: 1 }));
    assert.equal(first.items.length, 1);
    assert.equal(first.has_more, true);
    const ids = await page.run(async () => {
      const ids = [];
      for await (const chain of liveops.dailyChains.all({ limit: 1 })) ids.push(chain.id);
      return ids;
    });
    assert.equal(ids.length, 2);
    assert.equal(ids[0], first.items[0].id);
    assert.deepEqual(await page.run((id) => liveops.dailyChains.get(id), ids[0]), first.items[0]);
  });

  page.test("a day that passed is missed, today's is open, tomorrow's is to come", async () => {
    await page.signIn("mira");
    assert.deepEqual(await statuses(), ["blocked", "blocked", "claimable", ...Array(4).fill("claim_in_future")]);
  });

  page.test("claim grants today's step once; the next one opens a day later", async () => {
    await page.signIn("mira");
    const { id, steps } = await lanterns();
    const before = await page.emulator.quantity("mira", "seed_fern");
    const claim = await page.run((chainId) => liveops.dailyChains.claim({ chainId, stepNumber: 3 }), id);
    assert.deepEqual(claim, { recovered: false });
    assert.equal(steps[2].items[0].sku, "seed_fern");
    assert.equal(await page.emulator.quantity("mira", "seed_fern"), before + steps[2].items[0].quantity);
    assert.equal((await statuses())[2], "claimed");

    const again = await page.refused((chainId) => liveops.dailyChains.claim({ chainId, stepNumber: 3 }), id);
    assert.equal(again.code, "already_claimed");
    assert.equal(again.applied, false);

    await page.emulator.advance(DAY);
    // Reading renews the token, which that day has ended.
    assert.equal((await statuses())[3], "claimable");
    await page.run((chainId) => liveops.dailyChains.claim({ chainId, stepNumber: 4 }), id);
    assert.deepEqual((await statuses()).slice(0, 5), ["blocked", "blocked", "claimed", "claimed", "claim_in_future"]);
  });

  page.test("claim refuses a missed step, one to come, and one that is not there, and grants nothing", async () => {
    await page.signIn("mira");
    const { id } = await lanterns();
    const claim = (stepNumber) =>
      page.refused((chainId, stepNumber) => liveops.dailyChains.claim({ chainId, stepNumber }), id, stepNumber);
    assert.equal((await claim(1)).code, "step_not_claimable");
    assert.equal((await claim(5)).code, "step_not_claimable");
    assert.equal((await claim(99)).code, "step_not_found");
    const unknown = await page.refused(() => liveops.dailyChains.claim({ chainId: 987654, stepNumber: 1 }));
    assert.deepEqual([unknown.code, unknown.status, unknown.errorCode], ["chain_not_found", 404, 7001]);
    assert.deepEqual(await page.emulator.grants("mira", "daily_chain"), []);
  });

  page.test("a recurrent chain starts over after its last day", async () => {
    await page.signIn("mira");
    await page.emulator.advance(5 * DAY);
    assert.deepEqual((await statuses()).slice(0, 2), ["claimable", "claim_in_future"]);
  });

  page.test("the helpers read what can be claimed, and when the next step opens", async () => {
    await page.signIn("mira");
    const { open, at, wait } = await page.run(
      (chain, now) => ({
        open: library.claimableSteps(chain).map((step) => step.step_number),
        at: library.claimableAt(chain.steps[3]).toISOString(),
        wait: library.msUntil(library.claimableAt(chain.steps[3]), { now: Date.parse(now) }),
      }),
      await lanterns(),
      WEDNESDAY_NOON,
    );
    assert.deepEqual(open, [3]);
    assert.equal(at, "2030-01-03T00:00:00.000Z");
    assert.equal(wait, 12 * 60 * 60 * 1000);
  });
});
