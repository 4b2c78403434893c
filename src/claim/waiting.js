// What a claim waits for: time, and other tabs.
import { onReturn } from "../client/page_return.js";

/** Milliseconds that another tab, or the browser's word on locks, is waited for. */
const PATIENCE = 5_000;

/** Waits so long, or until something suggests to look again, or a signal is aborted. */
export function rest(milliseconds, signal) {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = milliseconds === undefined ? undefined : setTimeout(end, milliseconds);
    onReturn(end, over.signal);
    signal.addEventListener("abort", end, { signal: over.signal });
    if (signal.aborted) end();
  });
}

/** Waits for a promise, or until a signal is aborted: then it throws what `fail` makes of the reason. */
export async function asLongAs(promise, signal, fail) {
  const over = new AbortController();
  const left = new Promise((_, reject) => {
    const leave = () => reject(fail(signal.reason));
    signal.addEventListener("abort", leave, { signal: over.signal });
    if (signal.aborted) leave();
  });
  try {
    return await Promise.race([promise, left]);
  } finally {
    over.abort();
  }
}

/** Takes a lock between tabs, unless another tab holds it: gives what lets go of it. It is advice, and what a claim may do never rests on it. */
export const tryLock = (name, signal) => patiently(signal, (patience) => take(name, { ifAvailable: true }, patience));

/** Takes a lock once the tab that holds it lets go, but does not wait for long. */
export const waitForLock = (name, signal) => patiently(signal, (patience) => take(name, { signal: patience }, patience));

/** Whether no tab holds a lock, as far as that can be told. It is not taken: another tab may be looking as well. */
export const isFree = (name, signal) =>
  patiently(signal, async (patience) => {
    try {
      const { held } = await asLongAs(globalThis.navigator.locks.query(), patience, (reason) => reason);
      return held.every((lock) => lock.name !== name);
    } catch {
      return true;
    }
  });

/** Runs with a signal that is aborted with another, or when the locks were waited for long enough. */
async function patiently(signal, run) {
  const patience = new AbortController();
  const end = () => patience.abort();
  const timer = setTimeout(end, PATIENCE);
  signal.addEventListener("abort", end, { signal: patience.signal });
  if (signal.aborted) end();
  try {
    return await run(patience.signal);
  } finally {
    clearTimeout(timer);
    end();
  }
}

/** What lets go of the lock; undefined where another tab holds it. Where there are no locks, or no patience is left, all are free. */
function take(name, options, patience) {
  return new Promise((resolve) => {
    const free = () => resolve(() => {});
    const taken = (lock) => lock && !patience.aborted && new Promise((release) => resolve(release));
    patience.addEventListener("abort", free);
    if (patience.aborted) free();
    try {
      globalThis.navigator.locks.request(name, options, taken).then(() => resolve(), free);
    } catch {
      free();
    }
  });
}
