// A failure as JavaScript sees it: a native `Error` with fields.

export function liveOpsError(message, code, status, errorCode, transactionId, retryable = false, applied, cause) {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  return Object.assign(error, {
    name: "LiveOpsError",
    code,
    status: status || null,
    errorCode: errorCode ?? null,
    transactionId: transactionId ?? null,
    retryable,
    applied: applied ? "unknown" : false,
  });
}
