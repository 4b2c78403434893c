// Runs batches of the matrix, each in lanes of its own, for whoever drives this page.
import { init } from "xsolla-liveops";
import { bareRun } from "./control.js";
import { purchaseRun } from "./purchase.js";
import { libraryRun } from "./run.js";

const RUNS = { library: libraryRun, control: bareRun, purchase: purchaseRun };

let finished = [];
let unhandled = [];
let tell = () => {};

addEventListener("unhandledrejection", ({ reason }) => unhandled.push(`${reason?.name}: ${reason?.message ?? reason}`));
addEventListener("error", ({ message }) => unhandled.push(message));

/** Begins batches, and gives those that came to their end, as soon as there are any or the time is over. */
window.exchange = async (batches, patience) => {
  batches.forEach(begin);
  if (finished.length === 0) {
    const timer = setTimeout(() => tell(), patience);
    await new Promise((resolve) => (tell = resolve));
    clearTimeout(timer);
  }
  const told = { finished, unhandled };
  finished = [];
  unhandled = [];
  return told;
};

/** Each lane runs one after the other, so that a browser's few connections go round. */
async function begin({ id, lanes, plans }) {
  const results = [];
  const waiting = [...plans];
  const lane = async () => {
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
      results.push(await RUNS[plan.kind](plan));
    }
  };
  const ended = { id, results };
  await Promise.all(Array.from({ length: lanes }, lane)).catch((error) => (ended.broke = `${error?.stack ?? error}`));
  finished.push(ended);
  tell();
}

/** All that the page holds where others can read it. */
window.leavings = () =>
  JSON.stringify([broadcasts, { ...localStorage }, { ...sessionStorage }, history.state, location.href, document.cookie, document.body.innerHTML]);

const broadcasts = [];
const { postMessage } = BroadcastChannel.prototype;
BroadcastChannel.prototype.postMessage = function (message) {
  broadcasts.push(message);
  return postMessage.call(this, message);
};

window.started = init();
