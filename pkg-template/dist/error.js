// The library's error, for what fails before the module runs, or with it; known by its name, since
// `instanceof` is false between two copies of a package.
export function liveOpsError(code, message, cause) {
  return Object.assign(new Error(message, cause && { cause }), {
    name: "LiveOpsError",
    code,
    status: null,
    errorCode: null,
    transactionId: null,
    retryable: false,
    retryAfterMs: null,
    applied: false,
  });
}

export function isLiveOpsError(error) {
  return error instanceof Object && error.name === "LiveOpsError";
}
