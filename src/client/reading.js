// Reads under way, each shared by all who ask for the same thing.
import { deadline } from "./transport.js";

export const readings = () => new Map();

/** The reading of what `key` names: the one under way, or a new one, which `begin` has to follow. A fresh one begins now. */
export function join(readings, key, isFresh) {
  let reading = isFresh ? undefined : readings.get(key);
  if (!reading) {
    reading = deadline(0);
    reading.callers = 0;
    /** From now on nobody joins it. */
    reading.leave = () => readings.get(key) === reading && readings.delete(key);
    readings.set(key, reading);
  }
  return reading;
}

/** Begins a reading. `outcome`: how its last sending ends. */
export function begin(reading, outcome) {
  reading.outcome = outcome.finally(() => {
    reading.isOver = true;
    reading.leave();
  });
}

/** Waits for how a reading ends. When the last who waits has left, it is aborted. */
export async function follow(caller, reading) {
  reading.callers++;
  reading.end = Math.max(reading.end, caller.end);
  const outcome = await caller.within(() => reading.outcome);
  if (!--reading.callers && !reading.isOver) {
    reading.leave();
    reading.abort();
  }
  return outcome.ending ? outcome : outcome.value;
}

/** Something was written: what is under way may not show it, and is for those only who asked before. */
export const written = (readings) => readings.clear();
