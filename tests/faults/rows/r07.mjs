// R7: reloads in the middle of a claim.
import { fileURLToPath } from "node:url";
import { Emulator } from "../../browser/emulator.mjs";
import { makeReady } from "../matrix/player.mjs";
import { MORNING } from "../matrix/server.mjs";
import { WRITES } from "../matrix/writes.mjs";
import { openPage } from "../tabs/browser.mjs";
import { seededRandom } from "../page/outside.js";

const GAME = fileURLToPath(new URL("../game.json", import.meta.url));
const SCALE = 5;
const TABS = 5;
const LATENCY = 60;
const LONGEST = 250;
const LIMIT = 10_000;
/** Of the reloads, and of the few of CI's part: with fewer the moments are the wrong ones. */
const [ENOUGH_LEFT, ENOUGH_OF_PART] = [0.2, 0.1];
/** Of the reopened tabs, a second one of the same player opens with so many. */
const WITH_A_SECOND = 0.3;
const CLAIMS = ["dailyClaim", "offerClaim", "rewardClaim"];

export default {
  id: "R7",
  title: "a page is reloaded at a random moment of a claim",
  target: "0 lost, doubled or falsely successful; `pending()` of a tab lists each entry that was left, unless a click before it was told, and it settles; at least a fifth of the reloads leave one; the journal is empty within 10 s of reopening",
  browsers: ["chromium"],

  async run({ part, seed }) {
    const random = seededRandom(seed);
    const rounds = (part ? 50 : 1000) / TABS;
    const emulator = await Emulator.start({ seed: GAME });
    const page = await openPage(`${emulator.storefront}/tabs.html`);
    const found = { reloads: 0, left: 0, two: 0, early: 0, told: 0, open: 0, slowest: 0, notEmptied: 0, wrong: [] };
    try {
      await emulator.reset(MORNING);
      for (let round = 0; round < rounds; round += 1) {
        const plans = [];
        for (let tab = 0; tab < TABS; tab += 1) plans.push(await planned(emulator, `r${round}-${tab}`, random, (round * TABS + tab) % 2 === 1));
        const { isEmpty, each } = await page.run("reloads", plans, SCALE, 3 * LIMIT);
        const emptyAfter = isEmpty ? Math.max(...each.map((shown) => shown.emptyAfter)) : 3 * LIMIT;
        if (emptyAfter > LIMIT) found.notEmptied += 1;
        found.slowest = Math.max(found.slowest, emptyAfter);
        for (const [place, { player, write }] of plans.entries()) {
          const shown = each[place];
          const { grants } = await emulator.control("GET", `audit?player=${player}`);
          const wrong = judged(shown, WRITES[write].times({ grants }));
          found.reloads += 1;
          found.left += shown.isLeft;
          found.two += shown.isLeft && plans[place].opensTwo;
          found.early += shown.isLeft && plans[place].clicksFirst;
          found.told += shown.isListed && shown.toldBefore !== null;
          found.open += shown.isListed && shown.toldBefore === null;
          found.wrong.push(...wrong.map((what) => ({ what, text: `${what}: ${player} ${write}: ${JSON.stringify(shown)}` })));
        }
      }
    } finally {
      await page.close();
      await emulator.stop();
    }
    const count = (what) => `${found.wrong.filter((one) => one.what === what).length} ${what}`;
    return {
      size: `${found.reloads.toLocaleString("en")} reloads, ${TABS} tabs at a time; ${found.left.toLocaleString("en")} left an entry in the journal, ${found.early} of them clicked again before pending() was asked, ${found.two} reopened in two tabs`,
      figure: `${WRONG.map(count).join(", ")}; journals empty after ${(found.slowest / 1000).toFixed(1)} s at the latest`,
      passed: found.wrong.length === 0 && found.notEmptied === 0 && found.left >= (part ? ENOUGH_OF_PART : ENOUGH_LEFT) * found.reloads,
      notes: [
        `The tabs' own time runs ${SCALE} times as fast; the network at its own pace, with up to ${LATENCY} ms each way. Tabs are frames, each with a document that is really reloaded.`,
        `Of the entries left, ${found.told} were told of by \`pending()\` by the time the journals were empty, ${found.open} were still open and settled with the click.`,
        "Once the journals are empty each step is claimed again by a click: then it has to be granted, once, and one of the pages told that it is the player's; \"already claimed\" alone tells nobody.",
        ...found.wrong.slice(0, 10).map(({ text }) => text),
      ],
    };
  },
};

const WRONG = ["lost", "doubled", "false success", "left and not told of", "listed and never settled"];

/** What is wrong with a reload, by what `tabs.js` says of it and by how often its step was granted in the end. */
function judged({ first, early, isLeft, isListed, toldBefore, told, grantedBefore, word }, times) {
  const says = (words, applied) => words.some((word) => word?.applied === applied);
  const isTold = says([first, early, told, word], true);
  const isDenied = grantedBefore > 0 ? says([first, toldBefore], false) : toldBefore === null && told?.applied === false;
  const wrong = [];
  if (times > 1) wrong.push("doubled");
  // A click that could not tell in its time is told by what `pending()` listed.
  const isRefused = word.applied === false && word.code !== "already_claimed";
  if (times === 0 || !isTold || isDenied || isRefused) wrong.push("lost");
  if (grantedBefore === 0 && says([first, early, toldBefore], true)) wrong.push("false success");
  if (isLeft && !isListed && early?.applied !== true) wrong.push("left and not told of");
  if (isListed && told === null) wrong.push("listed and never settled");
  return wrong;
}

async function planned(emulator, player, random, clicksFirst) {
  const write = CLAIMS[Math.floor(random() * CLAIMS.length)];
  const token = await makeReady(emulator, player, WRITES[write]);
  const addresses = { apiUrl: emulator.api, payStationUrl: emulator.payStation, orderSocketUrl: emulator.orderSocket };
  return { player, write, token, addresses, latency: LATENCY, after: random() * LONGEST, clicksFirst, opensTwo: random() < WITH_A_SECOND };
}
