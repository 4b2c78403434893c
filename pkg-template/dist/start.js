// Starting the module once, and saying so where it is used before that.
import start from "./core.js";
import { liveOpsError } from "./error.js";

let starting;
let started = false;

/** Every call shares one start; a failed one is forgotten, so that the next call tries again. */
export function startOnce(source) {
  starting ??= run(source).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function run(source) {
  await start({ module_or_path: await source() });
  started = true;
}

export function requireStart(name) {
  if (started) return;
  throw liveOpsError(
    "not_initialized",
    `${name} was used before the library was ready. Call \`await init()\` from "xsolla-liveops" before using it.`,
  );
}
