import { nextResetAt } from "xsolla-liveops";
import { claim, confirming, restUnread, withStep } from "../claim.js";
import { countdown } from "../countdown.js";
import { h, redrawSteps } from "../dom.js";
import { listed } from "../items.js";
import { copy } from "../language.js";
import { ordersOf } from "../orders/order-list.js";
import { paymentsOf } from "../payment/payments.js";
import { pathAcross, pathDown } from "./path.js";
import { stone } from "./stone.js";
import { walk } from "./walk.js";

/** One offer chain: what is free is taken, what is not is paid for, stone after stone. */
export function offerChain(chain, session, signal) {
  const { offerChains } = session.liveops;
  const payments = paymentsOf(session);
  const chainId = chain.id;
  const element = h("section", { class: "offer-chain", "data-chain": chainId, "aria-label": chain.name });
  let doubt = {};

  /** `nowInDoubt` tells which step is `unknown`, or that what follows is `unread`. */
  function show(now, nowInDoubt = {}) {
    chain = now;
    doubt = nowInDoubt;
    redrawSteps(element, contents());
    walk(element, session.liveops, chain);
  }

  function contents() {
    const reset = nextResetAt(chain);
    return [
      h("h2", {}, chain.name),
      chain.description && h("p", { class: "about" }, chain.description),
      h(
        "ol",
        { class: "stones scene", style: `--stones: ${chain.steps.length}` },
        pathAcross(chain.steps),
        pathDown(chain.steps),
        chain.steps.map((step) =>
          stone(step, { chain, payments, payment: payments.of(subject(step)), doubt, session, actions }),
        ),
      ),
      doubt.unread && restUnread(actions.lookAgain),
      h(
        "p",
        { class: "after" },
        chain.next_step_number == null && copy.trail.completed,
        " ",
        reset && [copy.trail.startsOver, " ", countdown(reset, session.clock)],
      ),
    ];
  }

  const subject = (step) => `trail/${chainId}/${step.step_number}`;
  const success = (step) => copy.trail.done(listed(step.items));

  const actions = {
    async take(step, button) {
      const stepNumber = step.step_number;
      const isStep = (other) => other.step_number === stepNumber;
      const orders = ordersOf(session);
      const result = await claim({
        button,
        send: async () => orders.add((await offerChains.claim({ chainId, stepNumber })).orderId),
        claimed: () => show(withStep(chain, isStep, { is_claimed: true })),
        reread: () => offerChains.get(chainId),
        isGranted: (now) => now.steps.find(isStep)?.is_claimed,
        success: success(step),
      });
      show(result.chain ?? chain, { unknown: result.unknown && stepNumber, unread: result.unread });
      if (result.unknown) showConfirming();
      await session.refreshInventory();
    },

    /** In the click: what opens Pay Station later, the browser blocks. */
    buy(step) {
      const order = () => offerChains.order({ chainId, stepNumber: step.step_number });
      payments.start(subject(step), order, success(step));
    },

    async lookAgain() {
      show(await offerChains.get(chainId));
      await session.refreshInventory();
    },
  };

  async function showConfirming() {
    const step = await confirming(session.liveops, "offerChains.claim", chainId, actions.lookAgain);
    if (step) show(chain, { unknown: step });
  }

  payments.addEventListener("change", () => show(chain, doubt), { signal });
  show(chain);
  showConfirming();
  return element;
}
