// The packed library in this process, on a clock that runs only where a row lets it.
import { setMaxListeners } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Clock } from "../../boundary/clock.js";
import { required } from "../../browser/environment.mjs";

// Node takes ten calls at once for a leak.
setMaxListeners(0);

const folder = () => path.join(required("LIVEOPS_PAGES"), "node_modules/xsolla-liveops/dist");

/** What the package exports, started. */
export async function library() {
  const script = (name) => import(pathToFileURL(path.join(folder(), name)));
  const exported = await script("url.js");
  // What a page loads later is there already: loading takes a time that no clock holds.
  await Promise.all(["claims.js", "watch.js", "checkout.js"].map(script));
  await exported.init(await readFile(path.join(folder(), "xsolla_liveops_bg.wasm")));
  return exported;
}

/** Runs with a clock in the place of the process's own timers, from 0 on. */
export async function onClock(run) {
  const clock = new Clock();
  clock.start();
  try {
    return await run(clock);
  } finally {
    clock.stop();
  }
}

/** How a call ends: what it gives, or the code of its error. */
export const ending = (call) =>
  call.then(
    (value) => ({ value }),
    ({ code, message }) => ({ code: code ?? `foreign: ${message}` }),
  );

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
