// What a claim is given, and what it fails with by itself.
import { liveOpsError } from "../client/error.js";
import { field } from "../client/node.js";

const SENTENCES = {
  already_claimed: "the step was claimed before: read the chain again",
  step_not_claimable: "the step cannot be taken now: read the chain again",
  not_enough_points: "the points do not reach the step yet: read the chain again",
  chain_not_found: "no such chain: read the chains again",
  step_not_found: "the chain has no such step: read it again",
  network: "no answer came, and nothing was given: try again",
  timeout: "no answer in time: try again",
  internal: "the library failed: try again",
  aborted: "ended by its signal or by `close()`",
};

/** What time may mend. */
const PASSING = ["network", "timeout"];

/** The error of an operation. */
export const failure = (operation, code) =>
  liveOpsError(`${operation}: ${SENTENCES[code]}`, code, null, null, null, PASSING.includes(code));

/** What a call is given of `names`, and what ends it. Throws what is wrong with it, as the operation itself says. */
export async function readGiven(run, given, names) {
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const read = Object.fromEntries([...names, "signal", "timeoutMs"].map((name) => [name, field(given, name)]));
  const { signal } = read;
  const canEnd = signal === undefined || signal === null || signal instanceof AbortSignal;
  try {
    // Ended before it begins: nothing is sent.
    await run(isObject ? { ...read, signal: canEnd ? AbortSignal.abort() : signal } : given);
  } catch (error) {
    if (error.code !== "aborted") throw error;
  }
  return read;
}

/** The same of a coupon that is said to be of a single use. */
export async function readCoupon(redeem, code, given) {
  const { singleUse, ...read } = await readGiven((checked) => redeem(code, checked), given, [
    "selectedUnitItems",
    "singleUse",
  ]);
  if (singleUse !== true) throw liveOpsError("coupons.redeem: `singleUse` must be true or false", "invalid_argument");
  return { ...read, selectedUnitItems: read.selectedUnitItems && { ...read.selectedUnitItems } };
}
