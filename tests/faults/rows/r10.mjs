// R10: however many calls meet a token that is no longer good, it is renewed once, and `close` wins.
import { seededRandom } from "../page/outside.js";
import { closed, expired, late, storm } from "../tokens/runs.mjs";
import { library } from "../virtual/library.mjs";

const KINDS = { expired, closed, storm, late };

export default {
  id: "R10",
  title: "50 calls on one expired token; `close()` at any moment of its renewal; ten minutes of refusals or of a `token` function that fails, hangs or is late",
  target: "1 renewal an expiry; nothing sent, asked or settled otherwise than `aborted` after `close()`; at most 1 renewal a minute after a failure; no late token in the place of a newer one",

  async run({ part, seed }) {
    const { LiveOps } = await library();
    const runs = part ? 60 : 500;
    const wrong = [];
    const counted = {};
    for (let place = 0; place < runs; place++) {
      const kind = Object.keys(KINDS)[place % 4];
      const found = await KINDS[kind]({ LiveOps, chance: seededRandom(seed + place) });
      counted[kind] = (counted[kind] ?? 0) + 1;
      wrong.push(...found.filter(Boolean).map((text) => `${kind}, --seed=${seed + place - (place % 4)}: ${text}`));
    }
    return {
      size: `${runs} runs (${Object.entries(counted).map(([kind, count]) => `${kind} ${count}`).join(", ")}), a seed each, in one process on a clock of its own`,
      figure: `${wrong.length} went wrong`,
      passed: wrong.length === 0,
      notes: wrong.slice(0, 12),
    };
  },
};
