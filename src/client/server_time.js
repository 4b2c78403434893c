// The API's time, learned from its answers where the browser lets their `Date` be read.
import { now } from "./token.js";

/**
 * The API's time, driven by a clock that nobody sets; the device's own while nothing was learned.
 *
 * An answer was dated after its request was sent and before it was received, and tells whole seconds: so it bounds
 * what the API's time is ahead of the clock from both sides, and each further one may bound it closer.
 */
export function serverTime(clock) {
  let [least, most] = [-Infinity, Infinity];
  return {
    clock: () => now(clock),
    now: () => now(clock) + (least + most) / 2 || Date.now(),
    learn(date, sent, received) {
      const [low, high] = [date - received, date + 1000 - sent];
      if (!(low <= high)) return;
      // Otherwise either clock was set, or stood still while the device slept.
      const agrees = low <= most && least <= high;
      [least, most] = agrees ? [Math.max(low, least), Math.min(high, most)] : [low, high];
    },
  };
}
