// Which runs the matrix has: each fault, each write, each seed; and the control's.
import { seededRandom } from "../page/outside.js";
import { FAULTS } from "./faults.mjs";
import { WRITES } from "./writes.mjs";

/** These never end by themselves. */
const ENDLESS = ["401 for good", "chain switched off"];

/** All runs of these faults, with a player each. */
export function planned({ faults, writes = Object.keys(WRITES), seeds, seed, scale, isControl }) {
  const runs = [];
  for (const fault of faults) {
    for (const write of writes) {
      for (let place = 0; place < seeds; place += 1) {
        const number = (seed + runs.length * 7919) >>> 0;
        runs.push(plannedRun({ fault, write: WRITES[write], number, scale, isControl, player: `${isControl ? "c" : "p"}${runs.length}` }));
      }
    }
  }
  return runs;
}

function plannedRun({ fault, write, number, scale, isControl, player }) {
  // Without the library nothing is read before the write.
  const place = isControl ? 0 : write.place;
  const { rules, endsAfter = 0, ...rest } = FAULTS[fault]({ player, write, place, random: seededRandom(number), scale });
  return { fault, write, player, isControl, seed: number, rules, endsAfter, isEndless: ENDLESS.includes(fault), ...rest };
}
