// What every entry exports beside its `init`.
import * as core from "./core.js";
import { requireStart } from "./start.js";

export { isLiveOpsError } from "./error.js";

const connect = afterStart("LiveOps", core.connect);

export class LiveOps {
  constructor(options) {
    connect(this, options, () => import("./checkout.js"));
  }
}

export const claimableSteps = afterStart("claimableSteps", core.claimableSteps);
export const nextResetAt = afterStart("nextResetAt", core.nextResetAt);
export const claimableAt = afterStart("claimableAt", core.claimableAt);
export const msUntil = afterStart("msUntil", core.msUntil);

/** Throws where the module has not started, and the error that a function answers with. */
function afterStart(name, run) {
  return (...values) => {
    requireStart(name);
    const result = run(...values);
    if (result instanceof Error) throw result;
    return result;
  };
}
