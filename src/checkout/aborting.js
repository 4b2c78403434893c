// How what is waited for ends early.

/**
 * Waits for what comes first of some promises, or rejects with `aborted` as soon as one of the signals is. They may
 * be missing. Nothing listens to them afterwards.
 */
export async function race({ error }, operation, signals, promises) {
  const over = new AbortController();
  const aborted = new Promise((_, reject) => {
    const abort = () => reject(error(`${operation}: ended by its signal or by \`close()\``, "aborted"));
    for (const signal of signals) {
      if (signal?.aborted) abort();
      signal?.addEventListener("abort", abort, { signal: over.signal });
    }
  });
  try {
    return await Promise.race([aborted, ...promises]);
  } finally {
    over.abort();
  }
}
