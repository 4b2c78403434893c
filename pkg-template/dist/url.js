// The entry that streams its module: the smallest download, for pages that serve the .wasm file.
import { startOnce } from "./start.js";

export * from "./api.js";

export function init(source = new URL("./xsolla_liveops_bg.wasm", import.meta.url)) {
  const isAddress = typeof source === "string" || source instanceof URL || source instanceof Request;
  return startOnce(() => (isAddress ? fetch(source) : source));
}
