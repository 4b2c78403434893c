import { isLiveOpsError } from "xsolla-liveops";
import { explain, notice, noticeOf } from "./notice.js";
import { copy } from "./language.js";

/**
 * Sends a claim and tells what is known about it, never more: after an error the chain is read again.
 * Gives back `{ granted, chain, unknown }`: `granted` only for a claim of this very click, `chain` as it is now
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
    if (error.applied !== "unknown") {
      noticeOf(error);
      return { granted: false, chain, unknown: false };
    }
    const granted = chain !== null && isGranted(chain);
    if (granted) notice("done", success);
    else notice("error", `${explain(error)} ${chain ? copy.applied.notYet : copy.applied.unknown}`);
    return { granted, chain, unknown: chain === null };
  }
}
