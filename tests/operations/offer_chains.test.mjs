import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { chain, walkPath, WEDNESDAY_NOON } from "./start.mjs";

describe("offer chains", () => {
  const page = new Page(WEDNESDAY_NOON);
  const path = () => chain(page, "offerChains", "The Old Path");

  page.test("list gives pages, all() walks through them, get reads one", async () => {
    await page.signIn("mira");
    const first = await page.run(() => liveops.offerChains.list({ limit: 1 }));
    const second = await page.run(() => liveops.offerChains.list({ limit: 1, offset: 1 }));
    assert.deepEqual([first.has_more, second.has_more], [true, false]);
    const all = await page.run(async () => {
      const ids = [];
      for await (const chain of liveops.offerChains.all({ limit: 1 })) ids.push(chain.id);
      return ids;
    });
    assert.deepEqual(all, [first.items[0].id, second.items[0].id]);
    assert.deepEqual(await page.run((id) => liveops.offerChains.get(id), all[0]), first.items[0]);
  });

  page.test("claim takes the free step, once, and the chain moves on", async () => {
    await page.signIn("mira");
    const { id, next_step_number } = await path();
    assert.equal(next_step_number, 1);
    const before = await page.emulator.quantity("mira", "seed_fern");
    const claim = await page.run((chainId) => liveops.offerChains.claim({ chainId, stepNumber: 1 }), id);
    assert.equal(claim.recovered, false);
    assert.ok(Number.isSafeInteger(claim.orderId));
    assert.equal(await page.emulator.quantity("mira", "seed_fern"), before + 3);
    assert.equal((await path()).next_step_number, 2);

    const again = await page.refused((chainId) => liveops.offerChains.claim({ chainId, stepNumber: 1 }), id);
    assert.ok(["already_claimed", "step_not_claimable"].includes(again.code), again.code);
    assert.equal(await page.emulator.quantity("mira", "seed_fern"), before + 3);
  });

  page.test("claim refuses a step out of order, a paid one, and an unknown chain", async () => {
    await page.signIn("mira");
    const { id } = await path();
    const claim = (chainId, stepNumber) =>
      page.refused((chainId, stepNumber) => liveops.offerChains.claim({ chainId, stepNumber }), chainId, stepNumber);
    assert.equal((await claim(id, 3)).code, "step_not_claimable");
    await page.run((chainId) => liveops.offerChains.claim({ chainId, stepNumber: 1 }), id);
    assert.equal((await claim(id, 2)).code, "step_not_claimable");
    const unknown = await claim(987654, 1);
    assert.deepEqual([unknown.code, unknown.status, unknown.errorCode], ["chain_not_found", 404, 7001]);
  });

  page.test("order makes an order that grants when it is paid, and the chain moves on", async () => {
    await page.signIn("mira");
    const before = await page.emulator.quantity("mira", "lantern_brass");
    const { orders: [order] } = await walkPath(page, 2);
    assert.ok(Number.isSafeInteger(order.order_id));
    assert.equal(await page.emulator.quantity("mira", "lantern_brass"), before + 1);
    const after = await path();
    assert.equal(after.next_step_number, 3);
    assert.equal(after.steps[1].is_claimed, true);
  });

  page.test("order refuses a free step and one out of order", async () => {
    await page.signIn("mira");
    const { id } = await path();
    for (const stepNumber of [1, 2]) {
      const error = await page.refused(
        (chainId, stepNumber) => liveops.offerChains.order({ chainId, stepNumber }),
        id,
        stepNumber,
      );
      assert.equal(error.code, "step_not_claimable");
    }
  });

  page.test("nextResetAt reads when a chain starts over, and null where it never does", async () => {
    await page.signIn("mira");
    const reset = (chain) => page.run((chain) => library.nextResetAt(chain)?.toISOString() ?? null, chain);
    assert.equal(await reset(await chain(page, "offerChains", "Weekend Kindling")), "2030-01-04T17:00:00.000Z");
    assert.equal(await reset(await path()), null);
  });
});
