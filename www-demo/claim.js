import { isLiveOpsError } from "xsolla-liveops";
import { copy } from "./language.js";
import { explain, notice } from "./notice.js";

/**
 * Sends a claim and says what is known about it, never more: after an error the chain is read again.
 * Gives back `{ granted, chain, unknown }`: `granted` where this click brought the reward, `chain` as `reread` gives
 * it now (undefined where it could not be read, null where it is gone), `unknown` where nobody can tell yet
 * whether the step was granted.
 */
export async function claim({ send, reread, isGranted, success }) {
  try {
    await send();
  } catch (error) {
    if (!isLiveOpsError(error)) throw error;
    return afterError(error, await reread().catch(() => undefined), isGranted, success);
  }
  notice("done", success);
  const chain = await reread().catch(() => undefined);
  return { granted: true, chain, unknown: chain === undefined };
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

function afterError(error, chain, isGranted, success) {
  const alreadyClaimed = error.code === "already_claimed";
  if (chain && isGranted(chain)) {
    // Theirs, perhaps by this very click: a browser may have sent the claim twice.
    if (alreadyClaimed) notice("error", explain(error));
    else notice("done", success);
    return { granted: !alreadyClaimed, chain, unknown: false };
  }
  const unknown = alreadyClaimed || (!chain && error.applied !== false);
  const problem = alreadyClaimed ? copy.effect.claimedUnseen : explain(error);
  notice("error", `${problem} ${effect(error, chain, unknown)}`);
  return { granted: false, chain, unknown };
}

function effect(error, chain, unknown) {
  if (unknown) return chain === null ? copy.effect.gone : copy.effect.unknown;
  const refused = error.applied === false || (error.status >= 400 && error.status < 500);
  if (!refused) return copy.effect.notSoFar;
  return error.retryable ? copy.effect.tryAgain : copy.effect.none;
}
