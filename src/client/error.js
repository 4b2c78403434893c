// A failure as JavaScript sees it: a native `Error` with fields.

export function liveOpsError(message, code, status, errorCode, transactionId, retryable = false, applied, cause, retryAfterMs) {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  return Object.assign(error, {
    name: "LiveOpsError",
    code,
    status: status || null,
    errorCode: errorCode ?? null,
    transactionId: transactionId ?? null,
    retryable,
    retryAfterMs: retryAfterMs ?? null,
    applied: applied ? "unknown" : false,
  });
}
