import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { buyLantern, chain, WEDNESDAY_NOON } from "./start.mjs";

describe("clans", () => {
  const page = new Page(WEDNESDAY_NOON);
  const hearth = () => chain(page, "rewardChains", "The Circle's Hearth");
  const contributors = (id) => page.run((id) => liveops.clans.topContributors(id), id);
  const move = (player, name, clan) => page.emulator.control("PUT", `players/${player}`, { name, country: "DE", clan });

  page.test("topContributors names who gave most, and nobody without a clan", async () => {
    await page.signIn("mira");
    const { reward_chain_id: id } = await hearth();
    const of = async (name) => (await contributors(id)).find((one) => one.name === name)?.contributed_amount ?? 0;
    const before = await of("Mira");
    await buyLantern(page);
    assert.equal(await of("Mira"), before + 15);
    const amounts = (await contributors(id)).map(({ contributed_amount }) => contributed_amount);
    assert.deepEqual(amounts, amounts.toSorted((one, other) => other - one));

    await move("mira", "Mira", null);
    assert.deepEqual(await contributors(id), []);
  });

  page.test("the clan's chain counts what all its members gave", async () => {
    await page.signIn("mira");
    const { reward_chain_id: id } = await hearth();
    const balance = () => page.run((id) => liveops.rewardChains.balance(id), id);
    const before = (await balance()).amount;
    await buyLantern(page);
    await page.signIn("tobin");
    await buyLantern(page);
    await page.signIn("mira");
    const after = await balance();
    assert.deepEqual([after.amount, after.is_clan], [before + 30, true]);
  });

  page.test("update gives nothing while the clan stays, and what the old clan left when it changed", async () => {
    await page.signIn("mira");
    await buyLantern(page);
    assert.deepEqual(await page.run(() => liveops.clans.update()), { reward: [] });

    const open = await page.run((chain) => library.claimableSteps(chain), await hearth());
    assert.ok(open.length > 0, "the lantern alone opens the first step");
    await move("mira", "Mira", "fernhollow");
    const { reward } = await page.run(() => liveops.clans.update());
    const expected = open.flatMap((step) => step.reward.map(({ sku, quantity }) => [sku, quantity]));
    assert.deepEqual(reward.map(({ sku, quantity }) => [sku, quantity]).toSorted(), expected.toSorted());
    assert.deepEqual(await page.run(() => liveops.clans.update()), { reward: [] });
  });
});
