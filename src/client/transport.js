// The browser's side of one call. What it waits for is always fulfilled, with how the waiting
// ended, so that Rust has nothing to catch.
import { read } from "./body.js";
import { sending } from "./task.js";

// As in src/client/transport.rs.
const [DONE, REJECTED, TIMED_OUT, ABORTED, NOT_BUILT] = [0, 1, 2, 3, 4];

/** Bounds a call by its time, in milliseconds, 0 for none, and by signals where there are any, until `close` lets go of both. */
export function deadline(milliseconds, ...given) {
  const signals = given.filter((signal) => signal);
  const controller = new AbortController();
  let over;
  let tell;
  const end = new Promise((resolve) => (tell = resolve));
  const stop = (ending) => {
    over ??= { ending };
    tell();
    controller.abort();
  };
  const abort = () => stop(ABORTED);
  const timer = milliseconds && setTimeout(stop, milliseconds, TIMED_OUT);
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  }
  return {
    signal: controller.signal,
    abort,
    /** When its time is over. */
    end: performance.now() + milliseconds,
    left() {
      return this.end - performance.now();
    },
    /** How it ended; 0 while it has not. */
    ended: () => over?.ending ?? 0,
    /** Waits for what `start` begins; where the end has come already, nothing is begun. */
    async within(start) {
      try {
        const value = over ? undefined : await Promise.race([start(), end]);
        return over ?? { ending: DONE, value };
      } catch (value) {
        return over ?? { ending: REJECTED, value };
      }
    },
    close() {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", abort);
    },
  };
}

// What Rust reads of an outcome.
export const ending = (outcome) => outcome.ending;
export const value = (outcome) => outcome.value;

/** Waits for a promise. */
export const wait = (deadline, promise) => deadline.within(() => promise);

/** Calls a function of the page's own: what it answers, or a rejection with what it threw. */
export const ask = (run, reason) => new Promise((resolve) => resolve(run(reason)));

/** Lets time pass. */
async function rest(deadline, milliseconds) {
  let timer;
  await deadline.within(() => new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))));
  clearTimeout(timer);
}

/**
 * Sends a request once, after so many milliseconds, and reads its whole answer: its status, what `read` says of its
 * body, and what it asks for.
 */
export async function send(deadline, milliseconds, fetch, time, method, api, path, token, guest, body) {
  const headers = {};
  if (token) headers.authorization = `Bearer ${token}`;
  else if (guest) {
    headers["x-unauthorized-id"] = guest.id;
    headers["x-user"] = guest.user;
  }
  if (body) headers["content-type"] = "application/json";
  let request;
  try {
    request = new Request(api + path, {
      method,
      headers,
      body: body || undefined,
      signal: deadline.signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
  } catch {
    return { ending: NOT_BUILT };
  }
  if (milliseconds) await rest(deadline, milliseconds);
  return deadline.within(async () => {
    if (method !== "GET") sending();
    const sent = time.clock();
    // The global one is looked up at each call, so that a page can replace it.
    const response = await (fetch ?? globalThis.fetch)(request);
    const received = time.clock();
    const answer = await read(response);
    try {
      answer.status = response.status;
      const [date, after] = ["date", "retry-after"].map((name) => response.headers.get(name));
      time.learn(Date.parse(date), sent, received);
      if (after) answer.retryAfter = after >= 0 ? after * 1000 : Date.parse(after) - Date.parse(date);
    } catch {}
    return answer;
  });
}
