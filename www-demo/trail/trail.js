import { h, panel } from "../dom.js";
import { copy } from "../language.js";
import { load } from "../load.js";
import { offerChain } from "./offer-chain.js";

/** Trail: every offer chain as stones on a path. */
export function trail(root, session, signal) {
  return load(root, session, {
    skeleton: () => [skeleton()],
    read: () => Array.fromAsync(session.liveops.offerChains.all({ signal })),
    draw: (chains) =>
      chains.length > 0 ? chains.map((chain) => offerChain(chain, session, signal)) : [panel(copy.trail.empty)],
  });
}

function skeleton() {
  const steps = Array.from({ length: 6 }, () => h("li", { class: "stone-step skeleton" }));
  return h(
    "section",
    { class: "offer-chain", "aria-hidden": "true" },
    h("h2", { class: "skeleton line" }),
    h("p", { class: "skeleton line" }),
    h("ol", { class: "stones scene", style: "--stones: 6" }, steps),
  );
}
