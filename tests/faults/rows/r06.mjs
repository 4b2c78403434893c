// R6: reads that lag behind, and claims that are accepted late.
import { having, places, summed } from "../matrix/count.mjs";
import { runAll, SCALE } from "../matrix/matrix.mjs";
import { planned } from "../matrix/plan.mjs";

const CLAIMS = ["dailyClaim", "offerClaim", "rewardClaim"];
const FAULTS = ["stale reads", "late commit"];
const WRONG = ["doubled", "lost", "false success", "silent"];

export default {
  id: "R6",
  title: "claims with reads that lag 0–5 s behind, or accepted 1–60 s late; and a server that accepts a step twice",
  target: "0 doubled, lost or falsely successful on a correct server; the other's figure is published",
  browsers: ["chromium"],

  async run({ part, seed }) {
    const plan = (seeds, acceptsAgain) => planned({ faults: FAULTS, writes: CLAIMS, seeds, seed, scale: SCALE, isControl: false, acceptsAgain });
    const { shown, broke } = await runAll([...plan(part ? 20 : 640, false), ...plan(part ? 5 : 200, true)]);
    const correct = shown.filter(({ run }) => !run.acceptsAgain);
    const again = shown.filter(({ run }) => run.acceptsAgain);
    const sentAgain = again.filter(({ wrong, sends }) => wrong.includes("doubled") && sends > 1).length;
    return {
      size: `${correct.length.toLocaleString("en")} claims on a correct server, ${again.length.toLocaleString("en")} on one that accepts a step twice`,
      figure: `correct server: ${summed(correct, WRONG)}; the other: ${having(again, "doubled")} doubled (${((100 * having(again, "doubled")) / again.length).toFixed(1)} %)`,
      passed: WRONG.every((wrong) => having(correct, wrong) === 0) && broke.length === 0,
      notes: [
        `Of those doubled by the server that accepts a step twice, ${sentAgain} were sent again by the library itself, after two reads that did not find them; ` +
          `${having(again, "doubled") - sentAgain} by the browser alone, which no client can prevent.`,
        ...WRONG.filter((wrong) => having(correct, wrong)).map((wrong) => `${wrong}: ${places(correct, wrong)}.`),
        ...broke.map((text) => `Broke off: ${text}`),
      ],
    };
  },
};
