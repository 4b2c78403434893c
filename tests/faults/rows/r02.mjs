// R2: what was uncertain settles by itself once the fault is over.
import { ofClass, places } from "../matrix/count.mjs";
import { matrix } from "../matrix/matrix.mjs";

const ENOUGH = 0.99;

export default {
  id: "R2",
  title: "conditional operations settle by themselves after the fault",
  target: "≥ 99 % within one further wait of the fault's end, all after a reload; those whose fault lasts stay listed",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const claims = ofClass((await matrix(context)).runs, "conditional");
    const ended = claims.filter(({ isEndless }) => !isEndless);
    const untold = claims.filter(({ isEndless }) => isEndless);
    const uncertain = ended.filter(({ wasUncertain }) => wasUncertain);
    const settled = ended.filter(({ isSettled }) => isSettled).length;
    const reloaded = ended.filter(({ isSettledAfterReload }) => isSettledAfterReload);
    const open = ended.filter((one) => !reloaded.includes(one)).map((one) => ({ ...one, wrong: ["open"] }));
    const listed = open.filter(({ isListed }) => isListed).length;
    const share = (count) => `${((100 * count) / ended.length).toFixed(2)} %`;
    return {
      size: `${ended.length.toLocaleString("en")} claims, of which ${uncertain.length.toLocaleString("en")} could not say at first what became of them`,
      figure: `${share(settled)} settled, ${share(reloaded.length)} after a reload; ${open.length} open, ${listed} of them listed`,
      passed: settled / ended.length >= ENOUGH && reloaded.length === ended.length,
      notes: [
        ...(open.length ? [`Open after a reload: ${places(open, "open")}.`] : []),
        `Apart from these ${untold.length.toLocaleString("en")} claims, of which no read can tell (the token stays refused, the chain has started over or is gone): ` +
          `${untold.filter(({ isSettled }) => isSettled).length} settled, ${untold.filter(({ isListed }) => isListed).length} stayed listed, the others ended as unknown.`,
      ],
    };
  },
};
