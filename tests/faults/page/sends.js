// A `fetch` that writes down what goes through it, and that can be offline.

/**
 * `offline`: which of its calls find no network, as `{ from, times }`, counted from 0. `isUncached`: the browser has to ask
 * anew whether it may send.
 */
export function watchedFetch({ player, offline, isUncached }) {
  const sends = [];
  const fetch = async (request) => {
    const place = sends.length;
    // The machine's own time, which no page's scale changes.
    const at = new Date().getTime();
    const began = performance.now();
    const send = { at, method: request.method, path: new URL(request.url).pathname.split("/44056/")[1], status: null, isFailed: false, isUnderWay: true };
    sends.push(send);
    const isOffline = offline && place >= offline.from && place < offline.from + offline.times;
    try {
      if (isOffline) throw new TypeError("Failed to fetch");
      const response = await window.fetch(isUncached ? new Request(`${request.url}?run=${player}`, request) : request);
      send.status = response.status;
      send.isFailed = response.status >= 400;
      return response;
    } catch (error) {
      send.isFailed = true;
      throw error;
    } finally {
      send.took = performance.now() - began;
      send.isUnderWay = false;
    }
  };
  return { fetch, sends };
}
