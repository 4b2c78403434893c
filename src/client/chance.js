/** Below 1 by so much that it can stand behind the point of a time in milliseconds, as claims tell it to `driver.rs`. */
const MOST = 0.9998;

/** A random number from 0 up to 1, by the page's own function where it has one, whatever that gives. */
export function chance(random) {
  try {
    return Math.min(Math.max((random ?? Math.random)(), 0) || 0, MOST);
  } catch {
    return 0;
  }
}
