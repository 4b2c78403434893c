// One claim, followed to its end: the machine in `machine.rs` says what comes next, here it is done.
import { rest, tryLock, waitForLock } from "./waiting.js";

// What happens, and what comes next, in the numbers of `driver.rs`. What comes next is a time to wait from 0 on.
const [BEGIN, JOIN, CONFIRM, FOUND, ACCEPTED, FAILED, OVER, LEFT, ENTRY, DROP] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const [READ, SEND, APPLIED, RECOVERED, UNREAD, UNKNOWN, ANSWER, UNREADABLE, MISSING, ALREADY_CLAIMED, NOT_CLAIMABLE] = [
  -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11,
];

/** Added to a wait where the journal need not hold the claim any longer. */
const FORGOTTEN = 2 ** 20;

/** What a read is refused with where there is nothing to claim. */
const MISSING_CODES = ["chain_not_found", "code_not_found"];

/** Milliseconds for one read or one sending, with its answer. */
const LIMIT = 10_000;

/**
 * Follows a claim of `claims.js`, and gives what was claimed, or throws an error. `leaving` is aborted when
 * nobody waits for it any more, and undefined where nobody ever did: then it is only confirmed. `left` is
 * called with an error once nobody waits and it goes on.
 */
export async function follow(claim, leaving, left) {
  const { name, journal, over } = claim;
  const take = async (event, value, number) => {
    try {
      return await claim.take(event, value, number);
    } catch (error) {
      throw Object.assign(error, { applied: claim.isDoubtful ? "unknown" : false });
    }
  };
  let release;
  /** The time of who waits is over; it goes on. */
  claim.late = () => {
    left(unknown(claim, "timeout"));
    release?.();
  };
  const wasMade = Boolean(leaving);
  let isJoined = false;
  let hasFailed = false;
  try {
    release = leaving && (await tryLock(name, leaving));
    if (leaving && !release) {
      // Another tab is claiming it.
      isJoined = true;
      release = await waitForLock(name, leaving);
    }
    for (;;) {
      claim.text ??= journal.read(name);
      // Whether anything that was sent may have been accepted.
      claim.isDoubtful ||= claim.text !== undefined;
      let next = await take(!leaving ? CONFIRM : isJoined ? JOIN : BEGIN, claim.text, claim.step);
      if (next === undefined) return settle(claim, UNKNOWN);
      while (next >= SEND) {
        const entry = next === SEND && (await take(ENTRY));
        if (entry) journal.write(name, (claim.text = entry));
        // The module has failed, and knows nothing any more.
        else if (next === SEND) break;
        if (next >= FORGOTTEN) {
          // Where it was made, it is kept for the next page until it has ended.
          if (!wasMade) journal.drop(name, claim.text);
          next -= FORGOTTEN;
        }
        const signal = leaving ?? over;
        const wasDoubtful = claim.isDoubtful;
        claim.isDoubtful ||= next === SEND;
        const { event, value, number, isKnown } = await act(claim, next, { signal, timeoutMs: LIMIT });
        if (event === FAILED && isKnown) claim.isDoubtful = wasDoubtful;
        if (isKnown || !signal.aborted) {
          next = await take(event, value, number);
          continue;
        }
        next = await take(LEFT);
        if (!(next >= SEND)) break;
        const error = unknown(claim, leaving?.reason);
        if (over.aborted) throw error;
        leaving = undefined;
        release();
        left(error);
      }
      if (next === UNREAD) {
        await take(DROP);
        await rest(undefined, over);
      } else if (next < SEND || hasFailed) return settle(claim, next, leaving);
      // Begun anew with what is written down, but not again and again.
      else hasFailed = true;
    }
  } finally {
    take(DROP).catch(() => {});
    release?.();
  }
}

/** Does what comes next, and tells what happened: `isKnown` where it counts even if nobody waits any more. */
async function act(claim, next, options) {
  if (next >= 0) return { event: OVER, value: await rest(next, options.signal) };
  if (next === SEND) {
    try {
      claim.value = await claim.send(options);
      return { event: ACCEPTED, isKnown: true };
    } catch (error) {
      if (!options.signal.aborted) claim.answer = error;
      return { event: FAILED, value: error, isKnown: error.applied === false };
    }
  }
  try {
    claim.chain = await claim.read(options);
  } catch (error) {
    claim.unread = error;
    claim.chain = MISSING_CODES.includes(error.code) ? null : undefined;
  }
  return { event: FOUND, value: claim.chain, number: Number(claim.time()) };
}

/** What a settled claim gives, or throws. */
function settle(claim, next, leaving) {
  const { value, answer, unread, fail } = claim;
  if (!(next < SEND)) throw unknown(claim, "internal");
  claim.journal.drop(claim.name, claim.text);
  switch (next) {
    case APPLIED:
      return value;
    case RECOVERED:
      return claim.recovered;
    case UNKNOWN:
      throw unknown(claim, "timeout", "no read tells any more whether it was given");
    case ANSWER:
      throw Object.assign(answer ?? fail(leaving?.reason ?? "network"), { applied: false });
    case UNREADABLE:
      throw unread;
    case MISSING:
      throw claim.chain ? fail("step_not_found") : (unread ?? fail("chain_not_found"));
    case ALREADY_CLAIMED:
      throw claim.chain.refusal ?? fail("already_claimed");
    case NOT_CLAIMABLE:
      throw fail(claim.chain.reward_chain_id ? "not_enough_points" : "step_not_claimable");
    default:
      throw fail(leaving.reason);
  }
}

/** The error where nobody can tell: the last answer's, unless the caller has ended the call. That answer itself may still be told. */
export function unknown({ answer, fail }, reason, after = "`pending()` tells what became of this one") {
  const error = reason === "timeout" && answer ? answer : fail(reason ?? "aborted");
  const { message, cause } = error;
  return Object.assign(new Error(`${message}; ${after}`, cause && { cause }), error, { applied: "unknown" });
}
