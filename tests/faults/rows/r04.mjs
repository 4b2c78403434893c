// R4: claims that the browser itself sent again.
import { having, ofClass } from "../matrix/count.mjs";
import { matrix } from "../matrix/matrix.mjs";

export default {
  id: "R4",
  title: "claims that the browser itself sent again (FIN, RST, half a header on reused HTTP/1.1 connections)",
  target: "0 applied claims shown as an error",
  browsers: ["chromium", "firefox"],

  async run(context) {
    const { runs, broke } = await matrix(context);
    const claims = ofClass(runs, "conditional");
    const resent = claims.filter(({ browserCopies }) => browserCopies > 0);
    const byFault = [...new Set(resent.map(({ run }) => run.fault))].map(
      (fault) => `${fault}: ${resent.filter(({ run }) => run.fault === fault).length}`,
    );
    return {
      size: `${resent.length.toLocaleString("en")} of ${claims.length.toLocaleString("en")} claims, by the emulator's log of requests`,
      figure: `${having(resent, "lost")} shown as an error`,
      passed: resent.length > 0 && having(resent, "lost") === 0 && broke.length === 0,
      notes: [
        ...(byFault.length ? [`Sent again by the browser under ${byFault.join("; ")}.`] : []),
        "The emulator speaks HTTP/1.1 only: GOAWAY, REFUSED_STREAM and INTERNAL_ERROR of HTTP/2 were not tried.",
      ],
    };
  },
};
