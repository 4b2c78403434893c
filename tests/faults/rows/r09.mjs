// R9: a paid step is paid once, whatever is lost, clicked twice or said by others.
import { purchases } from "../matrix/purchases.mjs";

export default {
  id: "R9",
  title:
    "a paid step within one page: 20 % of all requests lost, each click a double click, 10 polls of the order that fail (forged messages: R15)",
  target: "at most 1 token handed out while an order is open, 0 paid for nothing, no status told before it is true, every payment seen in the end",
  browsers: ["chromium", "firefox"],

  async run({ part, seed }) {
    const all = await purchases({ count: part ? 25 : 1000, seed });
    const bought = all.filter(({ orders }) => orders.length > 0);
    const both = bought.filter(({ clicks }) => clicks > 1);
    const wrong = {
      "paid for nothing": bought.filter(({ orders, granted }) => granted < orders.length),
      "with more than one open token": bought.filter(({ orders, tokens }) => orders.length > 1 || tokens > 1),
      "told a status that was not true": bought.filter(({ early }) => early.some((status) => status !== "new")),
      "did not see the payment": bought.filter(({ last, failure }) => last !== "done" || failure),
    };
    return {
      size: `${all.length.toLocaleString("en")} purchases, of which ${bought.length.toLocaleString("en")} got an order, ${both.length.toLocaleString("en")} of them with both clicks`,
      figure: Object.entries(wrong).map(([what, runs]) => `${runs.length} ${what}`).join(", "),
      // Where one click of two fails nothing shows what the other would have been handed.
      passed: both.length > all.length / 3 && Object.values(wrong).every((runs) => runs.length === 0),
      notes: [
        "Every order that was handed out is paid, and the emulator grants a step once whatever is paid for it: a second order is paid for nothing.",
        "One page, one client: after a reload, or in another tab, the step's order that is not paid yet is not handed out again but another is made, since no token is written down. Whoever pays both pays one for nothing, and no row shows how often that happens.",
        ...wrong["did not see the payment"]
          .slice(0, 5)
          .map(({ player, last, failure, polls }) => `${player}: at last ${last}, after ${polls} reads; ${failure ?? "no error"}`),
      ],
    };
  },
};
