// What every entry exports beside its `init`.
import * as core from "./core.js";
import { requireStart } from "./start.js";

export { isLiveOpsError } from "./error.js";

export class LiveOps {
  constructor(options) {
    requireStart("LiveOps");
    core.connect(this, options, () => import("./checkout.js"));
  }
}

export const claimableSteps = afterStart("claimableSteps", core.claimableSteps);
export const nextResetAt = afterStart("nextResetAt", core.nextResetAt);
export const claimableAt = afterStart("claimableAt", core.claimableAt);
export const msUntil = afterStart("msUntil", core.msUntil);

function afterStart(name, run) {
  return (...values) => {
    requireStart(name);
    return run(...values);
  };
}
