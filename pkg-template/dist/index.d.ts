export * from "./api.js";

/**
 * Starts the library. Call it once before anything else is used; further calls share the first one's promise.
 * After a failure it may be called again.
 */
export function init(): Promise<void>;
