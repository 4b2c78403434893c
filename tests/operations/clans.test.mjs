import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { chain, walkPath, WEDNESDAY_NOON } from "./start.mjs";

describe("clans", () => {
  const page = new Page(WEDNESDAY_NOON);
  const hearth = () => chain(page, "rewardChains", "The Circle's Hearth");
  const contributors = (id) => page.run((id) => liveops.clans.topContributors(id), id);

  page.test("topContributors names who gave most, and nobody without a clan", async () => {
    await page.signIn("mira");
    const { reward_chain_id: id } = await hearth();
    const of = async (name) => (await contributors(id)).find((one) => one.name === name)?.contributed_amount ?? 0;
    const before = await of("Mira");
    const { points } = await walkPath(page, 4);
    assert.ok(points.hearth > 0);
    assert.equal(await of("Mira"), before + points.hearth);
    const amounts = (await contributors(id)).map(({ contributed_amount }) => contributed_amount);
    assert.deepEqual(amounts, amounts.toSorted((one, other) => other - one));

    await page.signIn("pip");
    assert.deepEqual(await contributors(id), []);
  });

  page.test("the clan's chain counts what all its members gave", async () => {
    await page.signIn("mira");
    const { reward_chain_id: id } = await hearth();
    const balance = () => page.run((id) => liveops.rewardChains.balance(id), id);
    const before = (await balance()).amount;
    const mira = await walkPath(page, 4);
    await page.signIn("tobin");
    const tobin = await walkPath(page, 4);
    await page.signIn("mira");
    const after = await balance();
    assert.deepEqual([after.amount, after.is_clan], [before + mira.points.hearth + tobin.points.hearth, true]);
  });

  page.test("update gives nothing while the clan stays, and what the old clan left when it changed", async () => {
    await page.signIn("tobin");
    await walkPath(page, 4);
    await page.signIn("mira");
    await walkPath(page, 4);
    assert.deepEqual(await page.run(() => liveops.clans.update()), { reward: [], recovered: false });

    const open = await page.run((chain) => library.claimableSteps(chain), await hearth());
    assert.ok(open.length > 0, "what both bought opens the first step");
    await page.emulator.control("PUT", "players/mira", { name: "Mira", country: "DE", clan: "fernhollow" });
    const { reward } = await page.run(() => liveops.clans.update());
    const expected = open.flatMap((step) => step.reward.map(({ sku, quantity }) => [sku, quantity]));
    assert.deepEqual(reward.map(({ sku, quantity }) => [sku, quantity]).toSorted(), expected.toSorted());
    assert.deepEqual(await page.run(() => liveops.clans.update()), { reward: [], recovered: false });
  });
});
