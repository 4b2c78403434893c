import { claimableSteps, nextResetAt } from "xsolla-liveops";
import { circle } from "./circle.js";
import { claim } from "../claim.js";
import { countdown } from "../countdown.js";
import { action, h, panel, shape, swap } from "../dom.js";
import { number } from "../format.js";
import { listed, picture } from "../items.js";
import { copy } from "../language.js";
import { load } from "../load.js";
import { signInButton } from "../player/sign-in.js";

/** Glow: every reward chain as a jar that fills; the Circle's beside its brightest members. */
export function glow(root, session, signal) {
  return load(root, session, {
    skeleton: () => [skeleton()],
    read: () => Array.fromAsync(session.liveops.rewardChains.all({ signal })),
    draw: (chains) => (chains.length > 0 ? chains.map((chain) => jar(chain, session)) : [panel(copy.glow.empty)]),
  });
}

function jar(chain, session, unknown = null) {
  const points = chain.value_point ?? {};
  const balance = points.amount ?? 0;
  const claimable = new Set(claimableSteps(chain, { balance }).map((step) => step.step_id));
  const reset = nextResetAt(chain);
  const element = h(
    "section",
    {
      class: "reward-chain",
      "data-chain": chain.reward_chain_id,
      "data-clan": chain.clan_type != null,
      "aria-label": chain.name,
    },
    h("h2", {}, chain.name),
    chain.description && h("p", { class: "about" }, chain.description),
    h(
      "div",
      { class: "jar-and-marks", style: `--marks: ${chain.steps.length}` },
      h(
        "div",
        { class: "jar", "aria-hidden": "true" },
        h("div", { class: "light", style: `--level: ${level(chain.steps, balance)}` }),
      ),
      h("ol", { class: "marks", reversed: true }, chain.steps.toReversed().map(mark)),
    ),
    h(
      "p",
      { class: "after" },
      h("strong", { "data-balance": points.sku }, copy.glow.balance(number(balance), points.name)),
      " ",
      reset && [copy.glow.startsOver, " ", countdown(reset, session.clock)],
    ),
    chain.clan_type != null && circle(chain, session),
  );
  return element;

  function mark(step) {
    const missing = step.price.amount - balance;
    const status = statusOf(step);
    return h(
      "li",
      { class: "mark", "data-step": step.step_id, "data-status": status, tabindex: -1 },
      h("span", { class: "price" }, number(step.price.amount)),
      h(
        "span",
        { class: "reward" },
        step.reward.map((item) => picture(item, 40)),
        h("span", {}, h("strong", {}, step.name), h("small", {}, listed(step.reward))),
      ),
      h("span", { class: "state" }, state(step, status, missing)),
    );
  }

  function statusOf(step) {
    if (step.is_claimed) return "claimed";
    if (unknown === step.step_id) return "checking";
    return claimable.has(step.step_id) ? "claimable" : "locked";
  }

  function state(step, status, missing) {
    if (status === "claimed") return [shape("check"), copy.glow.claimed];
    if (status === "checking") return [copy.checking, action(copy.lookAgain, () => again(), { class: "quiet" })];
    if (status === "locked") return copy.glow.missing(number(missing));
    if (!session.player) return signInButton(session);
    return action(copy.glow.claim, () => take(step), {
      class: "amber",
      "aria-label": copy.glow.claimStep(listed(step.reward)),
    });
  }

  async function take(step) {
    const { chainId, stepId } = { chainId: chain.reward_chain_id, stepId: step.step_id };
    const result = await claim({
      send: () => session.liveops.rewardChains.claim({ chainId, stepId }),
      reread: () => read(chainId, session),
      isGranted: (now) => now.steps.find((other) => other.step_id === stepId)?.is_claimed,
      success: copy.glow.done(listed(step.reward)),
    });
    redraw(result.chain === undefined ? chain : result.chain, result.unknown ? stepId : null);
    await session.refreshInventory();
  }

  async function again() {
    redraw(await read(chain.reward_chain_id, session));
    await session.refreshInventory();
  }

  function redraw(now, unknownStep) {
    swap(element, now ? jar(now, session, unknownStep) : panel(copy.errors.chain_not_found));
  }
}

/** One reward chain as it is now, null where it is gone: the API lists them but does not give one by its id. */
async function read(chainId, session) {
  for await (const chain of session.liveops.rewardChains.all()) {
    if (chain.reward_chain_id === chainId) return chain;
  }
  return null;
}

/** How high the jar stands, from 0 to 1. The marks are evenly spaced, so the scale runs from mark to mark. */
function level(steps, balance) {
  const marks = steps.map((step, index) => ({ amount: step.price.amount, height: (index + 0.5) / steps.length }));
  let below = { amount: 0, height: 0 };
  for (const mark of marks) {
    if (balance < mark.amount) {
      return below.height + ((mark.height - below.height) * (balance - below.amount)) / (mark.amount - below.amount);
    }
    below = mark;
  }
  return 1;
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
