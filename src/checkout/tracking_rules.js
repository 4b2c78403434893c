// What tracking decides: no clock, no network, nothing of the browser's.

/** Two reads of an order are never closer, in milliseconds. */
export const GAP = 1_000;

/** A shop waits this long for the end of an order where it says nothing else. */
export const DEADLINE = 600_000;

const SLOW = 30_000;
const ENDS = ["done", "canceled", "expired"];

/** Whether an order gets no further. */
export const isEnd = (status) => ENDS.includes(status);

/** Milliseconds to the next read, after so many that told nothing new: 3 s to 10 s, with jitter, so that a thousand players do not read at once. */
export function delay(attempt, isSlow, random) {
  const least = isSlow ? SLOW : Math.min(3_000 * 1.25 ** attempt, 8_000);
  return Math.round(least * jitter(random));
}

/** Milliseconds until another socket is tried after so many that failed in a row; undefined: no more are. */
export function reconnectDelay(failures, random) {
  if (failures < 5) return Math.round(5_000 * 2 ** failures * jitter(random));
}

/**
 * Whether an order is read slowly: nobody looks, or the socket stands and will say when. Not so where the last read
 * failed, or the socket told of a status that reading has not found.
 */
export const isSlow = (isHidden, isSocketStanding, heard, read) =>
  isHidden || (isSocketStanding && read !== undefined && (heard === undefined || heard === read));

/** From 1 to 1.25. */
const jitter = (random) => 1 + random / 4;
