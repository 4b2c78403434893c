// R2: what was uncertain settles by itself once the fault is over.
import { ofClass, places } from "../matrix/count.mjs";
import { matrix } from "../matrix/matrix.mjs";

const MOST_SENDS = 3;

export default {
  id: "R2",
  title: "conditional operations settle by themselves after the fault",
  target: "≥ 99 % within one further wait of the fault's end, all after a reload; those whose fault lasts stay listed",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const { runs, broke } = await matrix(context);
    const claims = ofClass(runs, "conditional");
    const untold = claims.filter(({ isEndless }) => isEndless);
    const spent = claims.filter(({ isEndless, sends }) => !isEndless && sends === MOST_SENDS);
    const ended = claims.filter((one) => !untold.includes(one) && !spent.includes(one));
    const uncertain = [...ended, ...spent].filter(({ wasUncertain }) => wasUncertain);
    const settled = (of) => of.filter(({ isSettled }) => isSettled).length;
    const share = (of) => `${((100 * settled(of)) / of.length).toFixed(2)} %`;
    const isOpen = ({ isSettledAfterReload }) => !isSettledAfterReload;
    const open = [...ended, ...spent].filter(isOpen).map((one) => ({ ...one, wrong: ["open"] }));
    const listed = open.filter(({ isListed }) => isListed).length;
    // Of the few claims of CI's part, one weighs more.
    const [enough, mayBeOpen] = context.part ? [0.85, 1] : [0.99, 0];
    const unnoticed = [...ended, ...spent].filter(({ isUnnoticed }) => isUnnoticed).length;
    return {
      size: `${(ended.length + spent.length).toLocaleString("en")} claims, of which ${uncertain.length.toLocaleString("en")} could not say at first what became of them`,
      figure:
        `${share([...ended, ...spent])} within one further wait (${share(ended)} of those with sends left); ` +
        `after a reload ${open.length} open, ${listed} of them listed`,
      passed: settled([...ended, ...spent]) / (ended.length + spent.length) >= enough && broke.length === 0 && open.length <= mayBeOpen,
      notes: [
        `${unnoticed} claims ended between their rejection and the page's question, so that \`pending()\` did not list them: the chain itself told that they were made.`,
        ...(open.length ? [`Open after a reload: ${places(open, "open")}.`] : []),
        `${spent.length.toLocaleString("en")} claims were sent three times, and ${settled(spent)} of them settled within one further wait: where the last send fails too, ` +
          `nothing is left to send, and for two minutes a copy may still be under way. They stay listed until then; after a reload ${spent.filter((one) => !isOpen(one)).length} were settled.`,
        `Not counted: ${untold.length.toLocaleString("en")} claims, of which no read can tell (the token stays refused, the chain has started over or is gone): ` +
          `${settled(untold)} settled, ${untold.filter(({ isListed }) => isListed).length} stayed listed, the others ended as unknown.`,
      ],
    };
  },
};
