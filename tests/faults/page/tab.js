// One tab of a shop: makes a client, claims, and says what came of it.
import { init, LiveOps } from "xsolla-liveops";
import { WRITES } from "./writes.js";

const real = window.fetch;
const scale = Number(new URLSearchParams(location.search).get("scale"));

/** The browser's own storage, noting what the claim of this tab wrote in `window.entry`. */
const noting = {
  get length() {
    return localStorage.length;
  },
  key: (place) => localStorage.key(place),
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, text) => localStorage.setItem((window.entry = name), text),
  removeItem: (name) => localStorage.removeItem(name),
};

/**
 * Makes the client of a plan: `{ addresses, token, latency }`. Its requests take up to `latency` milliseconds longer each way;
 * with `holdsClaim` a claim is never sent, with `isNoted` its entry in the journal is noted.
 */
window.openShop = ({ addresses, token, latency = 0, holdsClaim = false, isNoted = false }) => {
  const fetch = async (request) => {
    if (holdsClaim && request.method === "POST") return new Promise(() => {});
    await later(Math.random() * latency);
    const response = await real(request);
    await later(Math.random() * latency);
    return response;
  };
  window.liveops = new LiveOps({ projectId: 44056, environment: addresses, token, fetch, storage: isNoted ? noting : undefined });
};

/** Claims, and gives what the library says: true, or the error's `applied`, and its code; and how long it took, in the page's milliseconds. */
window.claim = async (ask) => {
  const began = performance.now();
  const word = await ask(window.liveops).then(
    () => ({ applied: true }),
    ({ applied, code }) => ({ applied, code }),
  );
  return { ...word, took: performance.now() - began, ended: Date.now() };
};

window.claimWrite = (write) => window.claim(WRITES[write].ask);
window.claimStep = (chainId, stepNumber) => window.claim((liveops) => liveops.offerChains.claim({ chainId, stepNumber }));

/** Milliseconds of the network, which no page's time scales. */
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds * scale));

window.ready = init();
