import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("cart", () => {
  const page = new Page(WEDNESDAY_NOON);

  page.test("fill replaces lines of the same items, get reads it back", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 9 }] }));
    const filled = await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 2 }, { sku: "honey", quantity: 1 }] }));
    assert.deepEqual(filled.items.map(({ sku, quantity }) => [sku, quantity]).toSorted(), [["bell", 2], ["honey", 1]]);
    assert.equal(Number(filled.price.amount), 5.97);
    assert.equal(filled.price.currency, "USD");
    assert.deepEqual(await page.run(() => liveops.cart.get()), filled);
  });

  page.test("each player has a cart of their own", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.fill({ items: [{ sku: "bell", quantity: 2 }] }));
    await page.signIn("tobin");
    assert.deepEqual((await page.run(() => liveops.cart.get())).items, []);
  });

  page.test("fill leaves out an item that is not there, and warns of it", async () => {
    await page.signIn("mira");
    const { items, warnings } = await page.run(() => liveops.cart.fill({ items: [{ sku: "no_such_item", quantity: 1 }] }));
    assert.deepEqual(items, []);
    assert.deepEqual(warnings.map(({ sku, quantity, errorCode }) => [sku, quantity, errorCode]), [["no_such_item", 1, 4001]]);
  });

  const lines = () => page.run(async () => (await liveops.cart.get()).items.map(({ sku, quantity }) => [sku, quantity]));

  page.test("putItem adds and changes, deleteItem takes out, clear takes all", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.clear());
    await page.run(() => liveops.cart.putItem("bell", { quantity: 2 }));
    await page.run(() => liveops.cart.putItem("wick", { quantity: 1 }));
    assert.deepEqual((await lines()).toSorted(), [["bell", 2], ["wick", 1]]);
    await page.run(() => liveops.cart.putItem("bell", { quantity: 5 }));
    assert.deepEqual((await lines()).toSorted(), [["bell", 5], ["wick", 1]]);
    await page.run(() => liveops.cart.deleteItem("bell"));
    assert.deepEqual(await lines(), [["wick", 1]]);
    await page.run(() => liveops.cart.clear());
    assert.deepEqual(await lines(), []);
  });

  page.test("a cart is the same by its id", async () => {
    await page.signIn("mira");
    await page.run(async () => {
      const { cart_id: cartId } = await liveops.cart.get();
      await liveops.cart.putItem("bell", { cartId, quantity: 2 });
      await liveops.cart.putItem("wick", { cartId, quantity: 1 });
      await liveops.cart.deleteItem("wick", { cartId });
    });
    assert.deepEqual(await lines(), [["bell", 2]]);
    await page.run(async () => liveops.cart.clear({ cartId: (await liveops.cart.get()).cart_id }));
    assert.deepEqual(await lines(), []);
  });

  page.test("putItem refuses what is not there and what is hidden, and the cart stays", async () => {
    await page.signIn("mira");
    await page.run(() => liveops.cart.fill({ items: [{ sku: "wick", quantity: 1 }] }));
    const unknown = await page.refused(() => liveops.cart.putItem("no_such_item", { quantity: 1 }));
    assert.deepEqual([unknown.code, unknown.status, unknown.errorCode], ["item_not_found", 404, 4001]);
    const hidden = await page.refused(() => liveops.cart.putItem("lantern_hollow", { quantity: 1 }));
    assert.equal(hidden.code, "item_not_found");
    assert.deepEqual(await lines(), [["wick", 1]]);
  });

  page.test("a guest has a cart of game keys", async () => {
    await page.signIn(null, { id: "visitor-7", email: "jürgen@müller.example" });
    await page.run(() => liveops.cart.putItem("long_night_steam", { quantity: 1 }));
    assert.deepEqual(await lines(), [["long_night_steam", 1]]);
    assert.equal((await page.refused(() => liveops.cart.putItem("wick", { quantity: 1 }))).code, "item_unavailable");
    await page.signIn(null, { id: "visitor-8", email: "jürgen@müller.example" });
    assert.deepEqual(await lines(), []);
    await page.signIn(null);
    assert.equal((await page.refused(() => liveops.cart.get())).code, "unauthorized");
  });
});
