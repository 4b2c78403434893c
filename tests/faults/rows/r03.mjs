// R3: what the library sends.
import { having, ofClass, places, sizeOf } from "../matrix/count.mjs";
import { matrix } from "../matrix/matrix.mjs";

const WRONG = ["more than three sends", "sent again without two reads", "sent a second time"];

export default {
  id: "R3",
  title: "what the library itself sends, by its own calls of `fetch`",
  target: "at most 3 sends a claim, none again without two reads that do not find it (one after 401 and 429); class Never: 0 second sends",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const found = await matrix(context);
    const { runs, broke } = found;
    const never = ofClass(runs, "never");
    const claims = ofClass(runs, "conditional");
    const again = claims.filter(({ sends }) => sends > 1).length;
    const doubled = never.filter(({ wrong }) => wrong.includes("doubled"));
    return {
      size: sizeOf(found),
      figure:
        `most sends of a claim: ${Math.max(...claims.map(({ sends }) => sends))}; ${again} sent again, ` +
        `${having(claims, WRONG[1])} of them without two reads; class Never: ${having(never, WRONG[2])} second sends`,
      passed: WRONG.every((wrong) => having(runs, wrong) === 0) && broke.length === 0,
      notes: [
        `Class Never was doubled ${doubled.length} times in ${never.length.toLocaleString("en")} runs, by the browser or by the network: ${places(doubled, "doubled") || "nowhere"}.`,
        ...WRONG.filter((wrong) => having(runs, wrong)).map((wrong) => `${wrong}: ${places(runs, wrong)}.`),
      ],
    };
  },
};
