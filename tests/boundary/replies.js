// Answers without a stream: reading one takes a time that no test holds.

/** An answer with a JSON body, and the headers that the browser lets be read. */
export const reply = (status, body = {}, headers = {}) => async () => ({
  status,
  headers: new Headers(headers),
  text: async () => JSON.stringify(body),
});

export const page = reply(200, { has_more: false, items: [] });

export const offline = async () => {
  throw new TypeError("offline");
};

/** A request that hangs until it is aborted, and then fails as the browser's does. */
export const hanging = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** A `fetch` that gives what `answer` does for a request, and keeps when each was sent. */
export function timed(clock, answer) {
  const at = [];
  const fetch = (request) => {
    at.push(clock.now);
    return answer(request, at.length);
  };
  return { at, fetch };
}
