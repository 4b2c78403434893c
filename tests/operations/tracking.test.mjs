// Orders followed to their ends against the emulator.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("tracking", () => {
  const page = new Page(WEDNESDAY_NOON);

  /** Makes an order and starts to follow it; gives its id once its first status is there. */
  async function follow(options) {
    await page.signIn("mira");
    return page.run(async (options) => {
      const { order_id: orderId } = await liveops.orders.createWithItem("lantern_glass");
      window.given = [];
      const first = Promise.withResolvers();
      window.all = (async () => {
        for await (const status of liveops.orders.track(orderId, options)) {
          window.given.push(status);
          first.resolve();
        }
        return window.given;
      })();
      window.all.catch(first.reject);
      await first.promise;
      return orderId;
    }, options ?? {});
  }

  const all = () => page.run(() => window.all);

  for (const [end, status] of [["pay", "done"], ["cancel", "canceled"], ["expire", "expired"]]) {
    page.test(`an order that ends by "${end}" elsewhere is told as ${status}`, async () => {
      const orderId = await follow();
      await page.emulator.control("POST", `orders/${orderId}/${end}`);
      assert.deepEqual(await all(), ["new", status]);
    });
  }

  page.test("an order that nobody pays is pending at the deadline", async () => {
    await follow({ deadlineMs: 300 });
    assert.deepEqual(await all(), ["new", "pending"]);
  });

  page.test("what the socket pushes is read at once, long before the next read by itself", async () => {
    await page.driver.get(page.emulator.storefront);
    // A hidden tab reads every half minute.
    await page.run(() => Object.defineProperty(document, "hidden", { get: () => true }));
    const orderId = await follow();
    await page.emulator.pay(orderId);
    const given = await page.run(() => Promise.race([window.all, new Promise((resolve) => setTimeout(resolve, 10_000, "late"))]));
    assert.deepEqual(given, ["new", "done"]);
  });

  page.test("a tab that comes back online reads at once", async () => {
    const orderId = await follow();
    await page.emulator.pay(orderId);
    const given = await page.run(async () => {
      // Long before the next read by itself.
      const late = new Promise((resolve) => setTimeout(resolve, 2_500, "late"));
      window.dispatchEvent(new Event("online"));
      return Promise.race([window.all, late]);
    });
    assert.deepEqual(given, ["new", "done"]);
  });

  page.test("a player does not follow the order of another, nor one that there is not", async () => {
    const orderId = await follow();
    await page.signIn("tobin");
    for (const id of [orderId, 999_999]) {
      const error = await page.refused((id) => liveops.orders.track(id).next(), id);
      assert.equal(error.code, "order_not_found");
      assert.equal(error.status, 404);
    }
  });

  page.test("a client without a token is told that it needs one", async () => {
    const orderId = await follow();
    await page.signIn(null);
    assert.equal((await page.refused((id) => liveops.orders.track(id).next(), orderId)).code, "unauthorized");
  });
});
