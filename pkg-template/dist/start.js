// Starting the module once, and saying so where it is used before that.
import { imports, link } from "./core.js";
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
  const instance = await instantiate(await source());
  link(instance.exports);
  started = true;
}

/** Compiles a response while it arrives, where its server calls it what it is. */
async function instantiate(source) {
  if (source instanceof Response) {
    if (!source.ok) throw new Error(`the module could not be loaded: status ${source.status}`);
    if (source.headers.get("content-type") === "application/wasm") {
      return (await WebAssembly.instantiateStreaming(source, imports())).instance;
    }
    source = await source.arrayBuffer();
  }
  const result = await WebAssembly.instantiate(source, imports());
  return result.instance ?? result;
}

export function requireStart(name) {
  if (started) return;
  throw liveOpsError(
    "not_initialized",
    `${name} was used before the library was ready. Call \`await init()\` from "xsolla-liveops" before using it.`,
  );
}
