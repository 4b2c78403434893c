// What every entry exports beside its `init`.
import { started } from "./start.js";

export { isLiveOpsError } from "./error.js";

const connect = afterStart("LiveOps", "connect");

export class LiveOps {
  constructor(options) {
    // What a page needs only once it claims, watches a chain, or opens a checkout; and what watching needs of this.
    const load = {
      claims: () => import("./claims.js"),
      watch: () => import("./watch.js"),
      checkout: () => import("./checkout.js"),
      nextResetAt,
      claimableAt,
    };
    // The page may change its own afterwards.
    const kept = { ...options };
    load.again = () => connect(this, kept, load);
    connect(this, options, load);
  }
}

export const claimableSteps = afterStart("claimableSteps");
export const nextResetAt = afterStart("nextResetAt");
export const claimableAt = afterStart("claimableAt");
export const msUntil = afterStart("msUntil");

/** Throws where the module has not started, and the error that a function answers with. */
function afterStart(name, method = name) {
  return (...values) => {
    const result = started(name)[method](...values);
    if (result instanceof Error) throw result;
    return result;
  };
}
