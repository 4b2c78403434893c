// R5: claims around the moment at which their chain starts over.
import { fileURLToPath } from "node:url";
import { Emulator } from "../../browser/emulator.mjs";
import { makeReady } from "../matrix/player.mjs";
import { WRITES } from "../matrix/writes.mjs";
import { seededRandom } from "../page/outside.js";
import { openPage } from "../tabs/browser.mjs";

const GAME = fileURLToPath(new URL("../game.json", import.meta.url));
const SERVERS = 8;
const CLAIMS = 60;
const AROUND = 2000;
const AHEAD = 3000;

/** When which chains start over. */
const RESETS = [
  { at: Date.parse("2030-01-03T00:00:00Z"), writes: ["dailyClaim"] },
  { at: Date.parse("2030-01-04T18:00:00Z"), writes: ["offerClaim", "rewardClaim"] },
];

export default {
  id: "R5",
  title: "claims within ±2 s of the moment at which their chain starts over, their answers lost or late",
  target: "none granted in another cycle by a second send; 0 doubled, lost or falsely successful",
  browsers: ["chromium"],

  async run({ part, seed }) {
    const random = seededRandom(seed);
    const batches = part ? 2 : Math.ceil(10_000 / (SERVERS * CLAIMS));
    const servers = await Promise.all(Array.from({ length: SERVERS }, () => Emulator.start({ seed: GAME })));
    const page = await openPage(`${servers[0].storefront}/boundary.html`);
    const shown = [];
    try {
      for (let batch = 0; batch < batches; batch += 1) {
        shown.push(...(await made(servers, page, batch, random)));
      }
    } finally {
      await page.close();
      await Promise.all(servers.map((server) => server.stop()));
    }
    return told(shown);
  },
};

/** One reset, in all emulators at once. */
async function made(servers, page, batch, random) {
  const reset = RESETS[batch % RESETS.length];
  const now = reset.at - AHEAD;
  const plans = await Promise.all(servers.map((server) => planned(server, batch, reset, random)));
  await Promise.all(servers.map((server) => server.control("PUT", "clock", { now: new Date(now).toISOString(), frozen: false })));
  const results = await page.run("boundary", plans.flat().map(({ rule, ...plan }) => plan), now);
  const audits = await Promise.all(servers.map(async (server) => (await server.control("GET", "audit")).grants));
  return results.map((result) => {
    const place = plans.findIndex((of) => of.some(({ player }) => player === result.player));
    const { write, rule } = plans[place].find(({ player }) => player === result.player);
    return { ...result, write, rule, ...judged({ ...result, write }, claimsOf(audits[place], result.player), reset.at) };
  });
}

async function planned(server, batch, { at, writes }, random) {
  await server.reset(new Date(at - AHEAD).toISOString());
  const plans = [];
  for (let place = 0; place < CLAIMS; place += 1) {
    const write = writes[place % writes.length];
    // A claim of the batch before may still be decided: nobody of this one's.
    const player = `${batch}-${new URL(server.api).port}-${place}`;
    const token = await makeReady(server, player, WRITES[write]);
    const addresses = { apiUrl: server.api, payStationUrl: server.payStation, orderSocketUrl: server.orderSocket };
    const rule = ruleOf(player, WRITES[write].operation, random);
    plans.push({ player, write, token, addresses, rule, at: at + (random() * 2 - 1) * AROUND });
  }
  await server.control("PUT", "faults", { rules: plans.map(({ rule }) => rule).filter(Boolean) });
  return plans;
}

/** How the answer is lost: before or after the claim is decided, or while it is decided later; or not at all. */
function ruleOf(player, operation, random) {
  const pick = (choices) => choices[Math.floor(random() * choices.length)];
  const phase = pick([null, "before_commit", "before_commit", "after_commit", { late_commit: { milliseconds: Math.round(random() * 3000) } }]);
  if (!phase) return null;
  const what = pick(["fin", "reset", { answer: { status: 500 } }, { answer: { status: 504, cors: false } }]);
  return { request: { player, operation }, phase, what, times: 1 + Math.floor(random() * 2) };
}

const claimsOf = (grants, player) => grants.filter((grant) => grant.player === player && grant.kind.endsWith("_chain") && grant.sku === "gift");

function judged({ write, applied, sends }, grants, reset) {
  const [first] = sends;
  // A weekly chain is known by when it ends, a daily step by when it opened.
  const wasNew = write === "dailyClaim" ? first?.mark >= reset / 1000 : first?.mark > reset / 1000;
  const elsewhere = grants.filter(({ at }) => Date.parse(at) >= reset !== wasNew).length;
  const cycles = grants.map(({ cycle }) => cycle);
  const wrong = [];
  if (sends.some(({ mark }) => mark !== first.mark)) wrong.push("sent again in another cycle");
  if (sends.length > 1 && elsewhere > 0) wrong.push("granted in another cycle by a second send");
  if (new Set(cycles).size < cycles.length) wrong.push("doubled");
  if (applied === false && grants.length > 0) wrong.push("lost");
  if (applied === true && grants.length === 0) wrong.push("false success");
  if (applied === "silent") wrong.push("silent");
  return { wrong, isLateCopy: sends.length === 1 && elsewhere > 0 };
}

function told(shown) {
  const wrong = shown.filter((one) => one.wrong.length > 0);
  const counted = [...new Set(wrong.flatMap((one) => one.wrong))].map((name) => `${wrong.filter((one) => one.wrong.includes(name)).length} ${name}`);
  const count = (is) => shown.filter(is).length.toLocaleString("en");
  return {
    size: `${shown.length.toLocaleString("en")} claims, ${count(({ rule }) => rule)} of them with a lost or late answer`,
    figure: counted.join(", ") || "clean",
    passed: wrong.length === 0,
    notes: [
      `${count(({ applied }) => applied === true)} claimed, ${count(({ applied }) => applied === false)} not, ${count(({ applied }) => applied === "unknown")} unknown; ${count(({ sends }) => sends.length > 1)} sent again, in their cycle.`,
      `${count(({ isLateCopy }) => isLateCopy)} were granted in the cycle after the one that was read, by their only sending: decided late, as no client can prevent.`,
      "In real time, by the emulators' clocks, which the page's shows.",
      ...wrong.slice(0, 10).map((one) => `${one.wrong.join(", ")}: ${one.write}, ${one.applied} ${one.code ?? ""}, ${JSON.stringify([one.rule, one.sends])}`),
    ],
  };
}
