export * from "./api.js";

/** What the module may come from. */
export type ModuleSource = string | URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module;

/**
 * Starts the library. Call it once before anything else is used; further calls share the first one's promise, whatever their source.
 * After a failure it may be called again.
 *
 * @param source Where the `.wasm` file is; by default, beside this script.
 */
export function init(source?: ModuleSource): Promise<void>;
