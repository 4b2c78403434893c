import type { LiveOpsError } from "./core.js";

/**
 * Whether this is an error of the library. It compares names, so it also knows the errors of a second copy of the package.
 *
 * @example
 * try {
 *   await liveops.coupons.redeem(code);
 * } catch (error) {
 *   if (isLiveOpsError(error) && error.code === "code_expired") showExpired();
 *   else throw error;
 * }
 */
export function isLiveOpsError(error: unknown): error is LiveOpsError;
