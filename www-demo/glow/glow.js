import { h, panel } from "../dom.js";
import { copy } from "../language.js";
import { load } from "../load.js";
import { jar } from "./jar.js";

/** Glow: every reward chain as a jar that fills; the Circle's beside its brightest members. */
export function glow(root, session, signal) {
  return load(root, session, {
    skeleton: () => [skeleton()],
    read: () => Array.fromAsync(session.liveops.rewardChains.all({ signal })),
    draw: (chains) => (chains.length > 0 ? chains.map((chain) => jar(chain, session)) : [panel(copy.glow.empty)]),
  });
}

function skeleton() {
  const marks = Array.from({ length: 5 }, () => h("li", { class: "mark skeleton" }));
  return h(
    "section",
    { class: "reward-chain", "aria-hidden": "true" },
    h("h2", { class: "skeleton line" }),
    h("p", { class: "skeleton line" }),
    h(
      "div",
      { class: "jar-and-marks", style: "--marks: 5" },
      h("div", { class: "jar" }),
      h("ol", { class: "marks" }, marks),
    ),
  );
}
