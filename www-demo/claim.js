import { isLiveOpsError } from "xsolla-liveops";
import { copy } from "./language.js";
import { explain, notice } from "./notice.js";

/**
 * Sends a claim and says what is known about it, never more: after an error the chain is read again.
 * Gives back `{ granted, chain, unknown }`: `granted` where this click brought the reward, `chain` as it is now
 * (null where it could not be read), `unknown` where nobody can tell yet whether the step was granted.
 */
export async function claim({ send, reread, isGranted, success }) {
  try {
    await send();
    notice("done", success);
    return { granted: true, chain: await reread().catch(() => null), unknown: false };
  } catch (error) {
    if (!isLiveOpsError(error)) throw error;
    const chain = await reread().catch(() => null);
    const unknown = chain === null && error.applied !== false;
    const arrived = chain !== null && isGranted(chain) && error.code !== "already_claimed";
    if (arrived) notice("done", success);
    else notice("error", `${explain(error)} ${effect(error, unknown)}`);
    return { granted: arrived, chain, unknown };
  }
}

function effect(error, unknown) {
  if (unknown) return copy.effect.unknown;
  return error.retryable ? copy.effect.tryAgain : copy.effect.none;
}
