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
const CLAIMS = ["dailyClaim", "offerClaim", "rewardClaim"];

export default {
  id: "R7",
  title: "a page is reloaded at a random moment of a claim",
  target: "0 lost, 0 doubled; the journal is empty within 10 s of reopening",
  browsers: ["chromium"],

  async run({ part, seed }) {
    const random = seededRandom(seed);
    const rounds = (part ? 50 : 1000) / TABS;
    const emulator = await Emulator.start({ seed: GAME });
    const page = await openPage(`${emulator.storefront}/tabs.html`);
    const found = { reloads: 0, interrupted: 0, left: 0, slowest: 0, notEmptied: 0, lost: [], doubled: [] };
    try {
      await emulator.reset(MORNING);
      for (let round = 0; round < rounds; round += 1) {
        const plans = [];
        for (let tab = 0; tab < TABS; tab += 1) plans.push(await planned(emulator, `r${round}-${tab}`, random));
        const { left, emptyAfter, words } = await page.run("reloads", plans, SCALE, 3 * LIMIT);
        found.reloads += plans.length;
        found.left += left;
        if (emptyAfter === null || emptyAfter > LIMIT) found.notEmptied += 1;
        found.slowest = Math.max(found.slowest, emptyAfter ?? 3 * LIMIT);
        for (const [place, { player, write }] of plans.entries()) {
          const { grants } = await emulator.control("GET", `audit?player=${player}`);
          const times = WRITES[write].times({ grants });
          const { applied, code } = words[place];
          if (times > 1) found.doubled.push(player);
          if (times !== 1 || !(applied === true || code === "already_claimed")) found.lost.push(`${player} ${write}: ${times} granted, ${applied} ${code}`);
        }
      }
    } finally {
      await page.close();
      await emulator.stop();
    }
    return {
      size: `${found.reloads.toLocaleString("en")} reloads, ${TABS} tabs at a time; ${found.left.toLocaleString("en")} left an entry in the journal`,
      figure: `${found.lost.length} lost, ${found.doubled.length} doubled; journals empty after ${(found.slowest / 1000).toFixed(1)} s at the latest`,
      passed: found.lost.length === 0 && found.doubled.length === 0 && found.notEmptied === 0 && found.left > 0,
      notes: [
        `The tabs' own time runs ${SCALE} times as fast; the network at its own pace, with up to ${LATENCY} ms each way. Tabs are frames, each with a document that is really reloaded.`,
        "Lost: once the journal is empty the step is claimed again by a click; then it has to be granted, once, and the page told so.",
        ...found.lost.slice(0, 10).map((text) => `Lost: ${text}.`),
      ],
    };
  },
};

async function planned(emulator, player, random) {
  const write = CLAIMS[Math.floor(random() * CLAIMS.length)];
  const token = await makeReady(emulator, player, WRITES[write]);
  const addresses = { apiUrl: emulator.api, payStationUrl: emulator.payStation, orderSocketUrl: emulator.orderSocket };
  return { player, write, token, addresses, latency: LATENCY, after: random() * LONGEST };
}
