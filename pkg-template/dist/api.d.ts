export { LiveOps, claimableAt, claimableSteps, msUntil, nextResetAt } from "./core.js";
export type * from "./core.js";
export { isLiveOpsError } from "./error.js";
