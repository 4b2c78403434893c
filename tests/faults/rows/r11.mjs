// R11: a secret of a player is found nowhere that others can read.
import { sizeOf } from "../matrix/count.mjs";
import { matrix } from "../matrix/matrix.mjs";
import { CODES } from "../matrix/secrets.mjs";

export default {
  id: "R11",
  title: "the tokens and codes of all runs, looked for in the console, errors, storage, broadcasts, the page and its address, and the emulator's output",
  target: "0 found",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const found = await matrix(context);
    const named = found.browserSaid.filter((line) => CODES.some((code) => line.includes(code))).length;
    const secrets = [...new Set(found.secrets)];
    return {
      size: sizeOf(found),
      figure: `${found.secrets.length} found`,
      passed: found.secrets.length === 0 && found.broke.length === 0,
      notes: [
        ...secrets.slice(0, 12),
        ...(named
          ? [`Not counted: the browser's own console names the addresses of reads that failed, and the API wants the coupon's code in one: ${named} lines.`]
          : []),
      ],
    };
  },
};
