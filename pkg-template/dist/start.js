// Starting the module, saying so where it is used before that, and starting it anew once it has failed.
import { library } from "./core.js";
import { liveOpsError } from "./error.js";

let starting;
let module;
/** The library of the instance that runs. None runs from a failure to the next call. */
let running;

/** Every call shares one start; a failed one is forgotten, so that the next call tries again. */
export function startOnce(source) {
  starting ??= run(source).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function run(source) {
  source = await source();
  const made = library();
  const result = await instantiate(source, made.imports);
  module = result.module ?? source;
  begin(made, result.instance ?? result);
}

/** Compiles a response while it arrives, where its server calls it what it is. */
async function instantiate(source, imports) {
  if (source instanceof Response) {
    if (!source.ok) throw new Error(`the module could not be loaded: status ${source.status}`);
    if (source.headers.get("content-type") === "application/wasm") {
      return WebAssembly.instantiateStreaming(source, imports);
    }
    source = await source.arrayBuffer();
  }
  return WebAssembly.instantiate(source, imports);
}

/** The library that runs. */
export function started(name) {
  if (!module) {
    throw liveOpsError(
      "not_initialized",
      `${name} was used before the library was ready. Call \`await init()\` from "xsolla-liveops" before using it.`,
    );
  }
  if (!running) {
    const made = library();
    begin(made, new WebAssembly.Instance(module, made.imports));
  }
  return running;
}

/**
 * Runs an instance until something is thrown out of it, a trap or what an import threw: nothing in it can be
 * relied on then. Whatever is asked of it from there on, it answers with an error.
 */
function begin(made, { exports }) {
  let failure;
  let depth = 0;
  const guarded = (run) => (...values) => {
    try {
      depth++;
      const result = failure ?? run(...values);
      if (!failure) return result;
    } catch (cause) {
      if (!failure) running = undefined;
      failure ??= { cause };
    } finally {
      depth--;
    }
    // Inside of another call there is something of the instance's own to end first.
    if (depth) throw failure.cause;
    return liveOpsError("internal", "the library failed: call again, and report `cause`", failure.cause);
  };
  const entries = Object.entries(exports);
  running = made;
  made.link(Object.fromEntries(entries.map(([name, it]) => [name, it instanceof Function ? guarded(it) : it])));
}
