// Which runs the matrix has: each fault, each write, each seed; and the control's.
import { seededRandom } from "../page/outside.js";
import { FAULTS } from "./faults.mjs";
import { WRITES } from "./writes.mjs";

/** These never end by themselves, or leave nothing that a read could tell: the chain has started over, or is gone. */
const ENDLESS = ["401 for good", "chain switched off", "reset between read and answer"];

/** A claim is sent at most this often: a fault of as many sendings is over only when nothing is left to send. */
export const MOST_SENDS = 3;

/** All runs of these faults, with a player each. `claimSeeds`: those of claims, where they are others. `acceptsAgain`: the server grants a step as often as it is claimed. */
export function planned({ faults, writes = Object.keys(WRITES), seeds, claimSeeds = seeds, seed, scale, isControl, acceptsAgain }) {
  const runs = [];
  for (const fault of faults) {
    for (const write of writes) {
      for (let place = 0; place < (WRITES[write].class === "conditional" ? claimSeeds : seeds); place += 1) {
        const number = (seed + runs.length * 7919) >>> 0;
        const player = `${isControl ? "control" : acceptsAgain ? "again" : "player"}-${runs.length}`;
        const run = plannedRun({ fault, write: WRITES[write], number, scale, isControl, player });
        const again = { request: { player, operation: run.write.operation }, phase: "accepts_again" };
        runs.push(acceptsAgain ? { ...run, rules: [again, ...run.rules], acceptsAgain } : run);
      }
    }
  }
  return runs;
}

function plannedRun({ fault, write, number, scale, isControl, player }) {
  // Without the library nothing is read before the write.
  const place = isControl ? 0 : write.place;
  const { rules, endsAfter = 0, ...rest } = FAULTS[fault]({ player, write, place, random: seededRandom(number), scale });
  const isEndless = ENDLESS.includes(fault);
  const outlasts = rules.some(({ request, times }) => request?.operation === write.operation && (times ?? Infinity) >= MOST_SENDS);
  const { offline } = rest;
  const lastRequest = Math.max(offline ? offline.from + offline.times : 0, ...rules.map(({ request, times }) => (request?.nth && times ? request.nth - 1 + times : 0)));
  return { fault, write, player, isControl, seed: number, rules, endsAfter, lastRequest, isEndless, outlasts, ...rest };
}
