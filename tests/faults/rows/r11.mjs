// R11: a secret of a player is found nowhere that others can read.
import { sizeOf } from "../matrix/count.mjs";
import { matrix } from "../matrix/matrix.mjs";

export default {
  id: "R11",
  title: "the tokens and codes of all runs, looked for in the console, errors, storage, broadcasts, the page and its address, and the emulator's output",
  target: "0 found",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const found = await matrix(context);
    const secrets = [...new Set(found.secrets)];
    return {
      size: sizeOf(found),
      figure: `${found.secrets.length} found`,
      passed: found.secrets.length === 0,
      notes: secrets.slice(0, 12),
    };
  },
};
