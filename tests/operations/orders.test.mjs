import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { chain, DAY, WEDNESDAY_NOON } from "./start.mjs";

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

  page.test("createWithItem is granted once it is paid", async () => {
    await page.signIn("mira");
    const order = await page.run(() =>
      liveops.orders.createWithItem("bell", { quantity: 2, currency: "USD", locale: "de", settings: { ui: {} }, customParameters: { level: 7 } }),
    );
    assert.ok(order.token);
    assert.equal(await status(order.order_id), "new");
    assert.deepEqual(await page.emulator.grants("mira", "order"), []);
    await page.emulator.pay(order.order_id);
    assert.equal(await status(order.order_id), "done");
    assert.deepEqual(await page.emulator.grants("mira", "order"), [["bell", 2]]);
  });

  page.test("createWithItem takes a promo code, and refuses a wrong one and a hidden item without its own", async () => {
    await page.signIn("mira");
    const { order_id: id } = await page.run(() => liveops.orders.createWithItem("bell", { promoCode: "GLOW20" }));
    const { content } = await page.run((id) => liveops.orders.get(id), id);
    // 2.49 − 20 % = 1.992, rounded
    assert.equal(content.price.amount, "1.99");
    const wrong = await page.refused(() => liveops.orders.createWithItem("bell", { promoCode: "NOSUCHCODE" }));
    assert.deepEqual([wrong.code, wrong.status, wrong.errorCode], ["code_not_found", 404, 9802]);
    assert.equal((await page.refused(() => liveops.orders.createWithItem("lantern_hollow"))).code, "item_not_found");
    await page.run(() => liveops.orders.createWithItem("lantern_hollow", { promoCode: "HOLLOWTREE" }));
  });

  page.test("createWithCart is granted once it is paid, and the cart is empty then", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 1 }, { sku: "wick", quantity: 3 }] }));
    await page.run(() => liveops.promoCodes.redeem("GLOW20"));
    const { order_id: id } = await page.run(() => liveops.orders.createWithCart());
    await page.emulator.pay(id);
    assert.equal(await status(id), "done");
    assert.deepEqual((await page.emulator.grants("mira", "order")).toSorted(), [["bell", 1], ["wick", 3]]);
    assert.deepEqual((await page.run(() => liveops.cart.get())).items, []);
    const { content } = await page.run((id) => liveops.orders.get(id), id);
    // 2.49 + 3 × 0.49 − 20 % = 3.168, rounded
    assert.equal(content.price.amount, "3.17");
  });

  page.test("createWithCart refuses an empty cart", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.clear());
    const error = await page.refused(() => liveops.orders.createWithCart());
    assert.deepEqual([error.code, error.status, error.errorCode], ["cart_invalid", 422, 1417]);
  });

  page.test("createFreeWithItem grants at once, once a day, and only what is free", async () => {
    await page.signIn("mira");
    const { order_id: id } = await page.run(() => liveops.orders.createFreeWithItem("borrowed_light"));
    assert.equal(await status(id), "done");
    assert.equal(await page.emulator.quantity("mira", "borrowed_light"), 1);
    const again = await page.refused(() => liveops.orders.createFreeWithItem("borrowed_light"));
    assert.deepEqual([again.code, again.status], ["limit_reached", 422]);
    assert.equal((await page.refused(() => liveops.orders.createFreeWithItem("bell"))).code, "item_unavailable");
    await page.emulator.advance(DAY);
    // That day has ended the token; what grants at once is not sent again with another by itself.
    assert.equal((await page.refused(() => liveops.orders.createFreeWithItem("borrowed_light"))).code, "unauthorized");
    await page.run(() => liveops.orders.createFreeWithItem("borrowed_light"));
    assert.equal(await page.emulator.quantity("mira", "borrowed_light"), 2);
  });

  page.test("createFreeWithCart grants a free cart at once and refuses one that costs", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 1 }] }));
    const costs = await page.refused(() => liveops.orders.createFreeWithCart());
    assert.deepEqual([costs.code, costs.status, costs.errorCode], ["cart_invalid", 422, 1401]);
    await page.run(() => liveops.cart.deleteItem("bell"));
    await page.run(() => liveops.cart.fill({ items: [{ sku: "borrowed_light", quantity: 1 }] }));
    const { order_id: id } = await page.run(() => liveops.orders.createFreeWithCart());
    assert.equal(await status(id), "done");
    assert.equal(await page.emulator.quantity("mira", "borrowed_light"), 1);
  });

  page.test("createWithItemForVirtualCurrency charges and grants at once, until there is not enough", async () => {
    await page.signIn("mira");
    const embers = async () => (await page.emulator.inventory("mira")).wallet.ember;
    const [before, owned] = [await embers(), await page.emulator.quantity("mira", "lantern_ember")];
    const { order_id: id } = await page.run(() =>
      liveops.orders.createWithItemForVirtualCurrency("lantern_ember", { virtualCurrencySku: "ember", platform: "xsolla", customParameters: { empty: {} } }),
    );
    assert.equal(await status(id), "done");
    assert.equal(await page.emulator.quantity("mira", "lantern_ember"), owned + 1);
    assert.equal(await embers(), before - 90);
    const error = await page.refused(() =>
      liveops.orders.createWithItemForVirtualCurrency("lantern_ember", { virtualCurrencySku: "ember" }),
    );
    assert.deepEqual([error.code, error.status, error.errorCode], ["not_enough_currency", 422, 5006]);
    assert.equal(await embers(), before - 90);
  });

  page.test("a guest orders game keys and reads the order, another guest does not", async () => {
    const email = "mira@example.com";
    await page.signIn(null, { id: "visitor-7", email });
    await page.run(() => liveops.cart.fill({ items: [{ sku: "long_night_gog", quantity: 1 }] }));
    await page.run(() => liveops.promoCodes.redeem("GLOW20"));
    await page.run(() => liveops.promoCodes.remove());
    const { order_id: id } = await page.run(() => liveops.orders.createWithCart());
    await page.emulator.pay(id);
    assert.equal(await status(id), "done");
    assert.equal((await page.refused(() => liveops.orders.createWithItem("long_night_gog"))).code, "unauthorized");
    await page.signIn(null, { id: "visitor-8", email });
    assert.equal((await page.refused((id) => liveops.orders.get(id), id)).code, "order_not_found");
  });
});
