// What pages write to the console, and errors that nothing in them caught.
import { listen } from "./bidi.mjs";

/** Gives the lines, which grow while pages run. */
export async function listenTo(driver) {
  const lines = [];
  await listen(driver, "log.entryAdded", ({ level, text, source, stackTrace }) => {
    const [frame] = stackTrace?.callFrames ?? [];
    lines.push(`${level} ${text} (${frame ? `${frame.url}:${frame.lineNumber}` : source.context})`);
  });
  return lines;
}
