import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { chain, walkPath, WEDNESDAY_NOON } from "./start.mjs";

describe("reward chains", () => {
  const page = new Page(WEDNESDAY_NOON);
  const jar = () => chain(page, "rewardChains", "A Jar of Glow");
  const balance = (id) => page.run(async (id) => (await liveops.rewardChains.balance(id)).amount, id);

  page.test("list gives pages and all() walks through them", async () => {
    await page.signIn("mira");
    const names = await page.run(async () => {
      const names = [];
      for await (const chain of liveops.rewardChains.all({ limit: 2 })) names.push(chain.name);
      return names;
    });
    assert.deepEqual(names, ["A Jar of Glow", "The Long Walk", "The Circle's Hearth"]);
    const first = await page.run(() => liveops.rewardChains.list({ limit: 2 }));
    assert.deepEqual([first.items.length, first.has_more, first.total_items_count], [2, true, 3]);
  });

  page.test("a purchase brings points, and claiming does not spend them", async () => {
    await page.signIn("mira");
    const { reward_chain_id: id } = await jar();
    const before = await balance(id);
    const { points } = await walkPath(page, 4);
    assert.ok(points.glow > 0);
    assert.equal(await balance(id), before + points.glow);

    const bought = await jar();
    const [step] = await page.run((chain) => library.claimableSteps(chain), bought);
    assert.equal(step.step_id, bought.steps[0].step_id);
    const claim = await page.run(
      (chainId, stepId) => liveops.rewardChains.claim({ chainId, stepId }),
      id,
      step.step_id,
    );
    assert.deepEqual(claim, { recovered: false });
    assert.equal(await balance(id), before + points.glow);
    assert.equal((await jar()).steps[0].is_claimed, true);
    const [reward] = step.reward;
    assert.deepEqual(await page.emulator.grants("mira", "reward_chain"), [[reward.sku, reward.quantity]]);
  });

  page.test("claim refuses a step twice, one that takes more points, and one that is not there", async () => {
    await page.signIn("mira");
    await walkPath(page, 4);
    const { reward_chain_id: id, steps } = await jar();
    const claim = (stepId) => page.refused((chainId, stepId) => liveops.rewardChains.claim({ chainId, stepId }), id, stepId);
    await page.run((chainId, stepId) => liveops.rewardChains.claim({ chainId, stepId }), id, steps[0].step_id);

    const twice = await claim(steps[0].step_id);
    assert.deepEqual([twice.code, twice.applied], ["already_claimed", false]);
    const dear = await claim(steps.at(-1).step_id);
    assert.deepEqual([dear.code, dear.applied], ["not_enough_points", false]);
    const unknown = await claim(987654);
    assert.deepEqual([unknown.code, unknown.applied], ["step_not_found", false]);
  });

  page.test("a reset empties the jar", async () => {
    await page.signIn("mira");
    await walkPath(page, 4);
    const { reward_chain_id: id } = await jar();
    const reset = await page.run((chain) => library.nextResetAt(chain).toISOString(), await jar());
    assert.equal(reset, "2030-01-07T05:00:00.000Z");
    await page.emulator.control("PUT", "clock", { now: reset, frozen: true });
    assert.equal(await balance(id), 0);
  });
});
