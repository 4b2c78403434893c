// A `fetch` that writes down what goes through it, and that can be offline.

/**
 * `offline`: which of its calls find no network, as `{ from, times }`, counted from 0. `isUncached`: the browser has to ask
 * anew whether it may send.
 */
export function watchedFetch({ player, offline, isUncached }) {
  const sends = [];
  const fetch = async (request) => {
    const place = sends.length;
    const send = { method: request.method, path: new URL(request.url).pathname.split("/44056/")[1], status: null };
    sends.push(send);
    if (offline && place >= offline.from && place < offline.from + offline.times) throw new TypeError("Failed to fetch");
    const response = await window.fetch(isUncached ? new Request(`${request.url}?run=${player}`, request) : request);
    send.status = response.status;
    return response;
  };
  return { fetch, sends };
}
