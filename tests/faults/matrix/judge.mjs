// What a run shows, held against what the emulator really did.
import { MOST_SENDS } from "./plan.mjs";

/** Milliseconds by which a browser's clock may be rounded up. */
const ROUNDED = 2;

/** What a sending has at least, in the page's milliseconds. */
const TIME_OF_SENDING = 9_900;

/**
 * Gives what is wrong with a run, and what else is counted of it.
 *
 * `result`: what the page told. `times`: how often the write was done, null where nobody can tell. `cycles`: in how many of
 * a chain's cycles, and `later`, how often in another than the one that was read. `copies`: what the server saw of it.
 */
export function judged({ write, result, times, cycles, later, copies, isEndless, outlasts }) {
  const words = [result.first, result.before, result.last];
  const isClaim = write.class === "conditional";
  const says = (applied) => words.some((word) => word.applied === applied);
  const sent = result.sends.filter(({ method, path }) => isWrite(write, method, path));
  const wrong = [];
  if (times > 1) wrong.push("doubled");
  if (times > 0 && says(false)) wrong.push("lost");
  if (times === 0 && says(true)) wrong.push("false success");
  const isLaterSends = cycles > 1 ? sent.length > 1 : later > 0 && isAcceptedAgain(copies, sent);
  if (isLaterSends) wrong.push("claimed in another cycle by a second send");
  if (says("silent")) wrong.push("silent");
  if ((isClaim || write.class === "single-use") && sent.length > MOST_SENDS) wrong.push("more than three sends");
  if (isClaim && sent.length > 1 && !areReadsBetween(write, result.sends)) wrong.push("sent again without two reads");
  if (write.class === "never" && sent.length > 1) wrong.push("sent a second time");
  return {
    wrong,
    sends: sent.length,
    browserCopies: Math.max(0, copies.length - sent.length),
    wasUncertain: result.first.applied === "unknown",
    isSettled: isKnown(result.before),
    isSettledAfterReload: isKnown(result.last),
    isListed: result.stillPending,
    wasListed: result.isPending,
    waits: result.waits,
    isEndless,
    outlasts,
    isHeldBack: isHeldBack(sent, copies),
  };
}

/**
 * Whether all sendings that a claim has failed, and the server never saw one that had its whole time: the page's time ran away from
 * the sockets.
 */
function isHeldBack(sent, copies) {
  const ranOut = sent.filter(({ status, took }) => status === null && took >= TIME_OF_SENDING);
  return sent.length === MOST_SENDS && sent.every(({ isFailed }) => isFailed) && copies.length < MOST_SENDS && ranOut.length >= MOST_SENDS - copies.length;
}

/**
 * Whether the server accepted what may be of a later send. Whose copy a request is is not written on it: what arrived before the
 * second send began is the first's, and all that came afterwards may be another's.
 */
function isAcceptedAgain(copies, [, second]) {
  const mayBeAgain = ({ at }) => second && Date.parse(at) >= second.at - ROUNDED;
  return copies.some((copy) => mayBeAgain(copy) && copy.status >= 200 && copy.status < 300);
}

const isKnown = ({ applied }) => applied === true || applied === false;

function isWrite(write, method, path) {
  const [ownMethod, ownPath] = write.request;
  return method === ownMethod && path === ownPath;
}

/** A claim is sent again after two good reads; after 401 and 429, which prove that nothing was done, after one. */
function areReadsBetween(write, sends) {
  let reads = 0;
  let last = null;
  for (const { method, path, status } of sends) {
    if (method === "GET" && status === 200) reads += 1;
    if (!isWrite(write, method, path)) continue;
    const needed = last === null ? 0 : [401, 429].includes(last.status) ? 1 : 2;
    if (reads < needed) return false;
    [reads, last] = [0, { status }];
  }
  return true;
}
