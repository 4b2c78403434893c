// R2: what was uncertain settles by itself once the fault is over.
import { ofClass, places } from "../matrix/count.mjs";
import { matrix } from "../matrix/matrix.mjs";

export default {
  id: "R2",
  title: "conditional operations settle by themselves after the fault",
  target:
    "of those that could not say at first what became of them ≥ 99 % within one further wait (20 s) of the fault's end, all after a reload; those whose fault outlasts every sending stay listed until no copy can be under way",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const { runs, broke } = await matrix(context);
    const marked = (of, wrong) => of.map((one) => ({ ...one, wrong: [wrong] }));
    const claims = ofClass(runs, "conditional").filter(({ isEndless }) => !isEndless);
    const endless = ofClass(runs, "conditional").filter(({ isEndless }) => isEndless);
    // Where nothing is left to send, it does not matter what kept the last sending from the server.
    const isOutlasted = ({ outlasts, isHeldBack }) => outlasts || isHeldBack;
    const ended = claims.filter((one) => !isOutlasted(one));
    const outlasted = claims.filter(isOutlasted);
    const heldBack = marked(claims.filter(({ outlasts, isHeldBack }) => isHeldBack && !outlasts), "held back");
    const settled = (of) => of.filter(({ isSettled }) => isSettled).length;
    const share = (of) => `${((100 * settled(of)) / of.length).toFixed(2)} %`;
    const late = marked(ended.filter(({ isSettled }) => !isSettled), "late");
    const open = marked(claims.filter(({ isSettledAfterReload }) => !isSettledAfterReload), "open");
    const uncertain = claims.filter(({ wasUncertain }) => wasUncertain).length;
    const unlisted = claims.filter(({ isSettled, wasListed }) => !isSettled && !wasListed).length;
    // All others knew at once, so that nothing can show in them.
    const asked = ended.filter(({ wasUncertain }) => wasUncertain);
    // Of the few of CI's part, one weighs more.
    const [enough, mayBeOpen] = context.part ? [asked.length - 1, 1] : [0.99 * asked.length, 0];
    // More of them than this, and the machine is too slow for what is measured.
    const isInTime = heldBack.length <= 0.005 * claims.length;
    const isReached = settled(asked) >= Math.max(1, enough) && open.length <= mayBeOpen && unlisted === 0 && isInTime;
    const twice = asked.filter(({ isSettled, waits }) => isSettled && waits > 1).length;
    const mostWaits = Math.max(...asked.map(({ waits }) => waits));
    return {
      size:
        `${claims.length.toLocaleString("en")} claims, of which ${uncertain.toLocaleString("en")} could not say at first what became of them; ` +
        `${outlasted.length.toLocaleString("en")} whose fault meets three sendings`,
      figure:
        `${settled(asked).toLocaleString("en")} of ${asked.length.toLocaleString("en")} that could not say settled within one further wait; ` +
        `${share(ended)} of all whose fault ended before them, ${share(outlasted)} of those whose fault outlasts every sending, ${unlisted} of the others unlisted ` +
        `(${share(claims)} of all); after a reload ${open.length} open`,
      passed: isReached && broke.length === 0,
      notes: [
        ...(late.length ? [`Later than one further wait: ${places(late, "late")}.`] : []),
        ...(open.length ? [`Open after a reload: ${places(open, "open")}.`] : []),
        `A wait in which something failed is waited once more: ${mostWaits} at most, ${twice} settled in the second. Its clock stands while a request is under way, since the page's time runs away from the sockets.`,
        ...(heldBack.length ? [`Counted among those whose fault meets three sendings, since the browser did not get one of three to the server in its time: ${places(heldBack, "held back")}.`] : []),
        "Where the fault meets all three sendings nothing is left to send, and for two minutes a copy may still be under way: until then such a claim is listed, and then it is settled.",
        `Not counted: ${endless.length.toLocaleString("en")} claims, of which no read can tell (the token stays refused, the chain has started over or is gone): ` +
          `${settled(endless)} settled, ${endless.filter(({ isListed }) => isListed).length} stayed listed, the others ended as unknown.`,
      ],
    };
  },
};
