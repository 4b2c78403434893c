// What a claim is given, and what it fails with by itself.
import { liveOpsError } from "../client/error.js";
import { field } from "../client/node.js";

const SENTENCES = {
  already_claimed: "the step was claimed before: read the chain again",
  step_not_claimable: "the step cannot be taken now: read the chain again",
  not_enough_points: "the points do not reach the step yet: read the chain again",
  chain_not_found: "no such chain: read the chains again",
  step_not_found: "the chain has no such step: read it again",
  network: "no answer came, and the chain did not tell: read it again",
  timeout: "no answer in time: `pending()` tells whether it is still being confirmed",
  internal: "the library failed: `pending()` tells once it runs again",
  aborted: "ended by its signal or by `close()`",
};

/** The error of a claim in an area. */
export const failure = (area, code) => liveOpsError(`${area}.claim: ${SENTENCES[code]}`, code);

/** What a claim is given: its chain and step, and what ends it. Throws what is wrong with it, as the operation itself says. */
export async function readGiven(claim, given, step) {
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const [chainId, number, signal, timeoutMs] = ["chainId", step, "signal", "timeoutMs"].map((name) => field(given, name));
  const canEnd = signal === undefined || signal === null || signal instanceof AbortSignal;
  try {
    // Ended before it begins: nothing is sent.
    const ended = { chainId, [step]: number, timeoutMs, signal: canEnd ? AbortSignal.abort() : signal };
    await claim(isObject ? ended : given);
  } catch (error) {
    if (error.code !== "aborted") throw error;
  }
  return { chainId, number, signal, timeoutMs };
}
