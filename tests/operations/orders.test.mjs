import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { chain, WEDNESDAY_NOON } from "./start.mjs";

describe("orders", () => {
  const page = new Page(WEDNESDAY_NOON);
  const status = (id) => page.run(async (id) => (await liveops.orders.get(id)).status, id);

  async function newOrder() {
    const { id } = await chain(page, "offerChains", "The Old Path");
    return page.run(async (chainId) => {
      await liveops.offerChains.claim({ chainId, stepNumber: 1 });
      return (await liveops.offerChains.order({ chainId, stepNumber: 2 })).order_id;
    }, id);
  }

  for (const [event, reached] of Object.entries({ pay: "done", cancel: "canceled", expire: "expired", decline: "new" })) {
    page.test(`get reads "${reached}" after ${event}`, async () => {
      await page.signIn("mira");
      const id = await newOrder();
      assert.equal(await status(id), "new");
      await page.emulator.control("POST", `orders/${id}/${event}`);
      assert.equal(await status(id), reached);
    });
  }

  page.test("get tells what was ordered", async () => {
    await page.signIn("mira");
    const id = await newOrder();
    const order = await page.run((id) => liveops.orders.get(id), id);
    assert.equal(order.order_id, id);
    assert.deepEqual(order.content.items.map(({ sku, quantity }) => [sku, quantity]), [["lantern_brass", 1]]);
    assert.equal(Number(order.content.price.amount), 2.99);
  });

  page.test("get refuses an order of nobody, and one of another player", async () => {
    await page.signIn("mira");
    const id = await newOrder();
    assert.equal((await page.refused(() => liveops.orders.get(987654321))).code, "order_not_found");
    await page.signIn("tobin");
    assert.equal((await page.refused((id) => liveops.orders.get(id), id)).code, "order_not_found");
  });
});
