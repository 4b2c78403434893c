// What a claim waits for: time, and other tabs.
import { onReturn } from "../client/page_return.js";

/** Milliseconds that another tab is waited for. */
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
export const tryLock = (name, signal) => take(name, { ifAvailable: true }, signal);

/** Takes a lock once the tab that holds it lets go, but does not wait for long. */
export async function waitForLock(name, signal) {
  const patience = new AbortController();
  const end = () => patience.abort();
  const timer = setTimeout(end, PATIENCE);
  signal.addEventListener("abort", end, { signal: patience.signal });
  if (signal.aborted) end();
  const release = await take(name, { signal: patience.signal }, patience.signal);
  clearTimeout(timer);
  return release;
}

/** Whether no tab holds a lock. */
export async function isFree(name) {
  const release = await tryLock(name, new AbortController().signal);
  release?.();
  return Boolean(release);
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
