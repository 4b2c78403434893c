import assert from "node:assert/strict";
import { describe } from "node:test";
import { Page } from "../browser/page.mjs";
import { WEDNESDAY_NOON } from "./start.mjs";

describe("arguments", () => {
  const page = new Page(WEDNESDAY_NOON);

  /** Calls with each value that the page makes, and gives what was thrown and how many requests were sent. */
  async function refusals(makeValues, call) {
    await page.signIn("mira");
    return page.driver.executeAsyncScript(
      `const [options, answer] = arguments;
       let requests = 0;
       const liveops = new library.LiveOps({ ...options, fetch: (request) => (requests++, fetch(request)) });
       const call = ${call};
       (async () => {
         const refused = [];
         for (const [name, value] of Object.entries((${makeValues})())) {
           const outcome = await (async () => call(liveops, value))().then(() => ({ code: "accepted" }), (error) => error);
           refused.push({ name, code: outcome.code ?? String(outcome), applied: outcome.applied, message: outcome.message ?? "" });
         }
         answer({ refused, requests });
       })();`,
      {
        projectId: 44056,
        token: await page.emulator.token("mira"),
        environment: { apiUrl: page.emulator.api, payStationUrl: page.emulator.payStation },
      },
    );
  }

  async function refusesAll(makeValues, call, field) {
    const { refused, requests } = await refusals(makeValues, call);
    assert.ok(refused.length > 0);
    for (const { name, code, applied, message } of refused) {
      assert.deepEqual([code, applied], ["invalid_argument", false], name);
      assert.match(message, field, name);
    }
    assert.equal(requests, 0, "nothing is sent for an argument that is wrong");
  }

  const codes = () => ({
    missing: undefined,
    null: null,
    "a number": 7,
    "an object": { code: "X" },
    empty: "",
    "only spaces": " \t ",
    "129 characters": "A".repeat(129),
    "a control character": "AB\u0007C",
    "a bidi control": "AB\u202EC",
    "a lone surrogate": "AB\uD800C",
    "a dot": ".",
    "two dots": "..",
  });
  for (const call of [
    (liveops, code) => liveops.promotions.verify(code),
    (liveops, code) => liveops.coupons.rewards(code),
    (liveops, code) => liveops.coupons.redeem(code),
    (liveops, code) => liveops.promoCodes.rewards(code),
    (liveops, code) => liveops.promoCodes.redeem(code),
  ]) {
    const name = String(call).match(/liveops\.(\w+\.\w+)/)[1];
    page.test(`${name} refuses what is no code before any request`, () => refusesAll(codes, call, /code/i));
  }

  const numbers = () => ({
    missing: undefined,
    null: null,
    zero: 0,
    negative: -1,
    fraction: 101.7,
    NaN: NaN,
    infinite: Infinity,
    "beyond 2^53-1": 2 ** 53,
    "a string": "101",
    "an object": { id: 101 },
    "a bigint": 101n,
  });
  for (const [field, call] of [
    ["chainId", (liveops, chainId) => liveops.dailyChains.get(chainId)],
    ["chainId", (liveops, chainId) => liveops.dailyChains.claim({ chainId, stepNumber: 1 })],
    ["stepNumber", (liveops, stepNumber) => liveops.dailyChains.claim({ chainId: 1, stepNumber })],
    ["chainId", (liveops, chainId) => liveops.offerChains.get(chainId)],
    ["stepNumber", (liveops, stepNumber) => liveops.offerChains.claim({ chainId: 1, stepNumber })],
    ["stepNumber", (liveops, stepNumber) => liveops.offerChains.order({ chainId: 1, stepNumber })],
    ["chainId", (liveops, chainId) => liveops.rewardChains.balance(chainId)],
    ["stepId", (liveops, stepId) => liveops.rewardChains.claim({ chainId: 1, stepId })],
    ["chainId", (liveops, chainId) => liveops.clans.topContributors(chainId)],
    ["orderId", (liveops, orderId) => liveops.orders.get(orderId)],
  ]) {
    const name = String(call).match(/liveops\.(\w+\.\w+)/)[1];
    page.test(`${name} refuses what is no ${field} before any request`, () => refusesAll(numbers, call, new RegExp(field)));
  }

  page.test("the client itself refuses options that are wrong, naming the option", async () => {
    const projects = await refusals(
      () => ({ missing: undefined, zero: 0, fraction: 1.5, text: "44056", null: null }),
      (_, projectId) => new library.LiveOps({ projectId }),
    );
    const environments = await refusals(
      () => ({
        unknown: "sandbox",
        "no address": { apiUrl: "http://127.0.0.1:1/api" },
        "plain http elsewhere": { apiUrl: "http://example.com/api", payStationUrl: "http://example.com" },
        "no url": { apiUrl: "javascript:alert(1)", payStationUrl: "javascript:alert(1)" },
      }),
      (_, environment) => new library.LiveOps({ projectId: 1, environment }),
    );
    for (const { name, code, message } of projects.refused) {
      assert.equal(code, "invalid_argument", name);
      assert.match(message, /projectId/, name);
    }
    for (const { name, code, message } of environments.refused) {
      assert.equal(code, "invalid_argument", name);
      assert.match(message, /environment|apiUrl|payStationUrl/, name);
    }
  });
});
