// R1: whatever fails, a claim is neither lost nor doubled; and the control, which shows that things did fail.
import { having, ofClass, places, sizeOf, summed } from "../matrix/count.mjs";
import { FAULTS } from "../matrix/faults.mjs";
import { matrix, SCALE } from "../matrix/matrix.mjs";

const WRONG = ["doubled", "claimed in another cycle by a second send", "lost", "false success", "silent"];
const ENOUGH_HIT = 0.95;
const CLASSES = ["single-use", "never", "new-each-time", "state", "state-with-receipt"];

export default {
  id: "R1",
  title: "every fault × every write: claims on a correct server, judged by the audit; beside them bare `fetch` with three retries",
  target:
    "claims, single-use coupons and clan updates: 0 doubled, 0 lost, 0 false successes; 0 unhandled rejections; all end; the control's claims are not clean",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const found = await matrix(context);
    const { runs, control, unhandled, broke } = found;
    const claims = ofClass(runs, "conditional");
    const hit = runs.filter(({ isHit }) => isHit).length;
    const others = [...ofClass(runs, "single-use"), ...ofClass(runs, "state-with-receipt")];
    const isClean =
      WRONG.every((wrong) => having(claims, wrong) + having(others, wrong) === 0) && having(runs, "silent") === 0;
    const controlled = WRONG.reduce((sum, wrong) => sum + having(ofClass(control, "conditional"), wrong), 0);
    const idle = Object.keys(FAULTS).filter((fault) => !claims.some(({ run, isHit }) => run.fault === fault && isHit));
    return {
      size: `${sizeOf(found)}; control ${control.length.toLocaleString("en")} runs`,
      figure:
        `claims (${claims.length.toLocaleString("en")}): ${summed(claims, WRONG)}; unhandled: ${unhandled.length}; ` +
        `control's claims (${ofClass(control, "conditional").length.toLocaleString("en")}): ${summed(ofClass(control, "conditional"), WRONG)}`,
      passed: isClean && idle.length === 0 && hit / runs.length >= ENOUGH_HIT && unhandled.length + broke.length === 0 && controlled > 0,
      notes: [
        `The fault happened in ${hit.toLocaleString("en")} of the runs; in others it waited in vain, for a reused connection for instance. Where it happens in too few, the row fails.`,
        `The page's own time runs ${SCALE} times as fast; sockets, servers and browsers at their own pace.`,
        ...(controlled === 0 ? ["The control's claims are clean: the matrix is broken."] : []),
        ...(idle.length ? [`Never happened to a claim: ${idle.join(", ")}.`] : []),
        ...broke.map((text) => `Broke off: ${text}`),
        ...[...new Set(unhandled)].map((text) => `Unhandled: ${text}`),
        ...WRONG.filter((wrong) => having(claims, wrong)).map((wrong) => `Claims ${wrong}: ${places(claims, wrong)}.`),
        ...CLASSES.map((name) => told(name, ofClass(runs, name), ofClass(control, name))),
      ],
    };
  },
};

/** What is published of the other classes, which no client can make safe by itself. */
function told(name, runs, control) {
  const where = WRONG.filter((wrong) => having(runs, wrong)).map((wrong) => ` ${wrong} at ${places(runs, wrong, 6)}.`);
  return (
    `Class ${name} (${runs.length.toLocaleString("en")} runs): ${summed(runs, WRONG)}; ` +
    `control (${control.length.toLocaleString("en")}): ${summed(control, WRONG)}.${where.join("")}`
  );
}
