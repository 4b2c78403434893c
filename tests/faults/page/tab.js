// One tab of a shop: makes a client, claims, and says what came of it.
import { init, LiveOps } from "xsolla-liveops";
import { WRITES } from "./writes.js";

const real = window.fetch;
const scale = Number(new URLSearchParams(location.search).get("scale"));

/** The browser's own storage, telling `note` the name of what is written. */
const noting = (note) => ({
  get length() {
    return localStorage.length;
  },
  key: (place) => localStorage.key(place),
  getItem: (name) => localStorage.getItem(name),
  setItem(name, text) {
    note(name);
    localStorage.setItem(name, text);
  },
  removeItem: (name) => localStorage.removeItem(name),
});

/**
 * Makes the client of a plan: `{ addresses, token, latency }`. Its requests take up to `latency` milliseconds longer each way;
 * with `holdsClaim` a claim is never sent; `note` is told the name of its entry in the journal.
 */
window.openShop = ({ addresses, token, latency = 0, holdsClaim = false, note }) => {
  const fetch = async (request) => {
    if (holdsClaim && request.method === "POST") return new Promise(() => {});
    await later(Math.random() * latency);
    const response = await real(request);
    await later(Math.random() * latency);
    return response;
  };
  window.liveops = new LiveOps({ projectId: 44056, environment: addresses, token, fetch, storage: note && noting(note) });
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

/** What the library says is still open: the steps, each with what it is told in the end. */
window.pending = async () => {
  const open = await window.liveops.pending();
  return open.map(({ chainId, stepNumber, stepId, settled }) => ({ step: `${chainId}.${stepNumber ?? stepId}`, told: window.claim(() => settled) }));
};

/** Milliseconds of the network, which no page's time scales. */
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds * scale));

window.ready = init();
