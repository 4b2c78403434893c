import { claimableAt } from "xsolla-liveops";
import { claim, confirming, restUnread, withStep } from "../claim.js";
import { countdown } from "../countdown.js";
import { action, h, panel, redrawSteps, shape } from "../dom.js";
import { date } from "../format.js";
import { counted, listed, picture } from "../items.js";
import { copy } from "../language.js";
import { load } from "../load.js";
import { atRest } from "../motion.js";
import { signInButton } from "../player/sign-in.js";

/** Daily: every chain as a row of lanterns. */
export function daily(root, session, signal) {
  return load(root, session, {
    skeleton: () => [skeleton()],
    read: () => Array.fromAsync(session.liveops.dailyChains.all({ signal })),
    draw: (chains) => (chains.length > 0 ? chains.map((chain) => calendar(chain, session)) : [panel(copy.daily.empty)]),
  });
}

/** One chain, a lantern a night. */
function calendar(chain, session) {
  const { dailyChains } = session.liveops;
  const chainId = chain.id;
  const element = h("section", { class: "daily-chain", "data-chain": chainId, "aria-label": chain.name });
  show(chain);
  showConfirming();
  return element;

  /**
   * `change` tells what has just happened: the step whose reward is `rising` or has `risen`, the one that is `unknown`,
   * or that the rest is `unread`.
   */
  function show(now, change = {}) {
    chain = now;
    const next = chain.steps.find((step) => step.status === "claim_in_future");
    const nights = chain.steps.map((step) => night(step, step === next, change));
    redrawSteps(element, [
      h("h2", {}, chain.name),
      chain.description && h("p", { class: "about" }, chain.description),
      h("ol", { class: "lanterns scene" }, nights),
      change.unread && restUnread(again),
    ]);
  }

  function night(step, isNext, change) {
    const status = change.unknown === step.step_number ? "checking" : step.status;
    const lit = ["rising", "risen"].find((moment) => change[moment] === step.step_number);
    return h(
      "li",
      { class: "night", "data-step": step.step_number, "data-status": status, "data-lit": lit, tabindex: -1 },
      shape("lantern"),
      h("span", { class: "which" }, copy.daily.night(step.step_number)),
      h(
        "span",
        { class: "reward" },
        step.items.map((item) => [picture(item, 40), h("span", {}, counted(item))]),
      ),
      h("span", { class: "state" }, state(step, status, isNext)),
    );
  }

  function state(step, status, isNext) {
    if (status === "claimable" && !session.player) return signInButton(session);
    if (status === "claimable")
      return action(copy.daily.claim, (event) => light(step, event.currentTarget), {
        class: "amber claim",
        "aria-label": copy.daily.claimStep(listed(step.items)),
      });
    if (status === "checking") return [copy.checking, action(copy.lookAgain, again, { class: "quiet" })];
    if (status === "claimed") return [shape("check"), copy.daily.claimed];
    if (status === "blocked") return copy.daily.missed;
    const opens = claimableAt(step);
    if (isNext && opens) return [copy.daily.opensIn, " ", countdown(opens, session.clock)];
    return opens ? h("span", { title: date(opens) }, copy.daily.later) : copy.daily.later;
  }

  async function light(step, button) {
    const stepNumber = step.step_number;
    const isStep = (other) => other.step_number === stepNumber;
    const result = await claim({
      button,
      send: () => dailyChains.claim({ chainId, stepNumber }),
      claimed: () => show(withStep(chain, isStep, { status: "claimed" }), { rising: stepNumber }),
      reread: () => dailyChains.get(chainId),
      isGranted: (now) => now.steps.find(isStep)?.status === "claimed",
      success: copy.daily.done(listed(step.items)),
    });
    await atRest(element);
    show(result.chain ?? chain, {
      risen: result.granted && stepNumber,
      unknown: result.unknown && stepNumber,
      unread: result.unread,
    });
    if (result.unknown) showConfirming();
    await session.refreshInventory();
  }

  async function showConfirming() {
    const unknown = await confirming(session.liveops, "dailyChains.claim", chainId, again);
    if (unknown) show(chain, { unknown });
  }

  async function again() {
    show(await dailyChains.get(chainId));
    await session.refreshInventory();
  }
}

function skeleton() {
  const nights = Array.from({ length: 7 }, () => h("li", { class: "night skeleton" }));
  return h(
    "section",
    { class: "daily-chain", "aria-hidden": "true" },
    h("h2", { class: "skeleton line" }),
    h("p", { class: "skeleton line" }),
    h("ol", { class: "lanterns scene" }, nights),
  );
}
