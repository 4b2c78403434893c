// What Pay Station says to the page around its frame.

/** Nothing of Pay Station's is longer. */
const LONGEST = 16_384;

/** The command of a message, by the names of Xsolla's own script for such frames; undefined where it is none. */
export function commandOf(data) {
  if (typeof data !== "string" || data.length > LONGEST) return;
  try {
    const { command } = JSON.parse(data);
    if (typeof command === "string") return command === "widget-close" ? "close" : command;
  } catch {}
}
