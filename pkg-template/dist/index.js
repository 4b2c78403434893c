// The entry that carries its module in itself: it works in every bundler, without configuration.
import { deflated } from "./inlined.js";
import { startOnce } from "./start.js";

export * from "./api.js";

export function init() {
  return startOnce(inflate);
}

function inflate() {
  const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
}
