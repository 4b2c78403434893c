import { claimableSteps, nextResetAt } from "xsolla-liveops";
import { claim, confirming, restUnread, withStep } from "../claim.js";
import { countdown } from "../countdown.js";
import { h, redrawSteps } from "../dom.js";
import { number } from "../format.js";
import { listed } from "../items.js";
import { copy } from "../language.js";
import { circle } from "./circle.js";
import { light } from "./light.js";
import { mark } from "./mark.js";

/** One reward chain: a jar, and what each of its marks gives once the light reaches it. */
export function jar(chain, session) {
  const { rewardChains } = session.liveops;
  const chainId = chain.reward_chain_id;
  const isClan = chain.clan_type != null;
  const element = h("section", {
    class: "reward-chain",
    "data-chain": chainId,
    "data-clan": isClan,
    "aria-label": chain.name,
  });
  show(chain);
  showConfirming();
  return element;

  /** `doubt` tells of which step it is `unknown` yet whether it was claimed, or that the rest is `unread`. */
  function show(now, doubt = {}) {
    if (!now) return element.replaceChildren(h("p", {}, copy.errors.chain_not_found));
    chain = now;
    redrawSteps(element, contents(doubt));
  }

  function contents({ unknown, unread }) {
    const { name, sku, amount: balance = 0 } = chain.value_point ?? {};
    const claimable = new Set(claimableSteps(chain, { balance }).map((step) => step.step_id));
    const view = { balance, claimable, unknown, session, take, lookAgain };
    const reset = nextResetAt(chain);
    return [
      h("h2", {}, chain.name),
      chain.description && h("p", { class: "about" }, chain.description),
      h(
        "div",
        { class: "jar-and-marks", style: `--marks: ${chain.steps.length}` },
        h("div", { class: "jar", "aria-hidden": "true" }, light(chain, balance, session.player)),
        h(
          "ol",
          { class: "marks", reversed: true },
          chain.steps.toReversed().map((step) => mark(step, view)),
        ),
      ),
      unread && restUnread(lookAgain),
      h(
        "p",
        { class: "after" },
        h("strong", { "data-balance": sku }, copy.glow.balance(number(balance), name)),
        " ",
        reset && [copy.glow.startsOver, " ", countdown(reset, session.clock)],
      ),
      isClan && circle(chain, session),
    ];
  }

  async function take(step, button) {
    const stepId = step.step_id;
    const isStep = (other) => other.step_id === stepId;
    const result = await claim({
      button,
      send: () => rewardChains.claim({ chainId, stepId }),
      claimed: () => show(withStep(chain, isStep, { is_claimed: true })),
      reread: read,
      isGranted: (now) => now.steps.find(isStep)?.is_claimed,
      success: copy.glow.done(listed(step.reward)),
    });
    show(result.chain === undefined ? chain : result.chain, {
      unknown: result.unknown && stepId,
      unread: result.unread,
    });
    if (result.unknown) showConfirming();
    await session.refreshInventory();
  }

  async function showConfirming() {
    const unknown = await confirming(session.liveops, "rewardChains.claim", chainId, lookAgain);
    if (unknown) show(chain, { unknown });
  }

  async function lookAgain() {
    show(await read());
    await session.refreshInventory();
  }

  /** The chain as it is now, null where it is gone: the API lists them but does not give one by its id. */
  async function read() {
    for await (const other of rewardChains.all()) {
      if (other.reward_chain_id === chainId) return other;
    }
    return null;
  }
}
