// R16: a device's clock may be anything.
import { CHANGES, claimed, SKEWS, watched } from "../clocks/runs.mjs";
import { seededRandom } from "../page/outside.js";
import { library } from "../virtual/library.mjs";

const KINDS = { claimed, watched };

export default {
  id: "R16",
  title: "device clocks wrong by 0, ±5 minutes, ±1 hour, ±1 day, ±10 years, steady, jumping or asleep; steps that open 1 to 85 days apart; `Date` readable in three of four",
  target: "0 claims sent early; 0 timers early; `liveops.now()` right to 1 s + half a round trip where `Date` can be read",

  async run({ part, seed }) {
    const exported = await library();
    const runs = part ? 27 : 216;
    const sum = { claims: 0, looks: 0 };
    const wrong = [];
    for (let place = 0; place < runs; place++) {
      const skew = SKEWS[place % 9];
      const change = CHANGES[Math.floor(place / 9) % 3];
      const isVisible = place % 4 !== 3;
      for (const [kind, run] of Object.entries(KINDS)) {
        const found = await run({ library: exported, chance: seededRandom(seed + place), skew, change, isVisible });
        sum.claims += found.claims;
        sum.looks += found.looks;
        wrong.push(...found.wrong.map((text) => `${kind}, run ${place}, clock ${skew / 1000} s, ${change}, ${isVisible ? "" : "no "}Date: ${text}`));
      }
    }
    return {
      size: `${2 * runs} runs, a seed each, in one process on a clock of its own; ${sum.claims} claims sent, the time compared ${sum.looks} times`,
      figure: `${wrong.length} went wrong`,
      passed: wrong.length === 0,
      notes: wrong.slice(0, 12),
    };
  },
};
