/** Runs whenever a page may have been away and is there again, or online again, until a signal is aborted. */
export function onReturn(run, signal) {
  const listen = (target, type, run) => target?.addEventListener?.(type, run, { signal });
  listen(globalThis.document, "visibilitychange", () => document.hidden || run());
  listen(globalThis, "online", () => run());
  listen(globalThis, "pageshow", ({ persisted }) => persisted && run());
}
