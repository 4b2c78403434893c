// The entry that carries its module in itself: it works in every bundler, without configuration.
import { base64 } from "./inlined.js";
import { startOnce } from "./start.js";

export * from "./api.js";

export function init() {
  return startOnce(() => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}
