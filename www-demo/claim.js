import { isLiveOpsError } from "xsolla-liveops";
import { action, h } from "./dom.js";
import { copy } from "./language.js";
import { explain, notice } from "./notice.js";
import { waiting } from "./waiting.js";

/**
 * Sends a claim and says what is known about it, never more. Once this click is known to have brought the reward
 * `claimed` draws the step; what else the claim has changed, and what became of it after an error, is read again.
 * Gives back `{ granted, chain, unknown, unread }`: `granted` where this click brought the reward, `chain` as `reread`
 * gives it now (undefined where it could not be read, null where it is gone), `unknown` where nobody can tell yet
 * whether the step was granted, `unread` where it was and only the rest of the chain could not be read.
 */
export async function claim({ button, send, claimed, reread, isGranted, success }) {
  const now = () => reread().catch(() => undefined);
  const { error, chain } = await waiting(button, sent(send, now));
  if (error) return afterError(error, chain, { claimed, isGranted, success });
  notice("done", success);
  claimed();
  const rest = await now();
  return { granted: true, chain: rest, unknown: false, unread: rest === undefined };
}

/** The chain with what is known of one of its steps, until it is read again. */
export function withStep(chain, isStep, known) {
  return { ...chain, steps: chain.steps.map((step) => (isStep(step) ? { ...step, ...known } : step)) };
}

/** What stands below a chain of which only the claimed step is known. */
export function restUnread(lookAgain) {
  return h("p", { class: "after unread" }, copy.restUnread, action(copy.lookAgain, lookAgain, { class: "quiet" }));
}

/**
 * The step of a chain whose claim the library still confirms, perhaps from an earlier visit; null where there is none.
 * `known` is called once the library knows how it ended.
 */
export async function confirming(liveops, operation, chainId, known) {
  const claims = await liveops.pending();
  const claim = claims.find((claim) => claim.operation === operation && claim.chainId === chainId);
  claim?.settled.then(known, known);
  return claim ? (claim.stepNumber ?? claim.stepId) : null;
}

/** How sending ended: after an error with the chain as it is now. */
async function sent(send, now) {
  try {
    await send();
    return {};
  } catch (error) {
    if (!isLiveOpsError(error)) throw error;
    return { error, chain: await now() };
  }
}

function afterError(error, chain, { claimed, isGranted, success }) {
  const alreadyClaimed = error.code === "already_claimed";
  if (chain && isGranted(chain)) {
    // Theirs, perhaps by this very click: a browser may have sent the claim twice.
    if (alreadyClaimed) {
      notice("error", explain(error));
    } else {
      notice("done", success);
      claimed();
    }
    return { granted: !alreadyClaimed, chain, unknown: false, unread: false };
  }
  const unknown = alreadyClaimed || (!chain && error.applied !== false);
  const problem = alreadyClaimed ? copy.effect.claimedUnseen : explain(error);
  notice("error", `${problem} ${effect(error, chain, unknown)}`);
  return { granted: false, chain, unknown, unread: false };
}

function effect(error, chain, unknown) {
  if (unknown) return chain === null ? copy.effect.gone : copy.effect.unknown;
  const refused = error.applied === false || (error.status >= 400 && error.status < 500);
  if (!refused) return copy.effect.notSoFar;
  return error.retryable ? copy.effect.tryAgain : copy.effect.none;
}
