import { action, h, shape } from "../dom.js";
import { money } from "../format.js";
import { itemName, listed, picture } from "../items.js";
import { copy } from "../language.js";
import { paymentState } from "../payment/state.js";
import { signInButton } from "../player/sign-in.js";
import { standsOn } from "./walk.js";

/** One stone of a path: what it gives, what it costs, and what can be done or has become of it. */
export function stone(step, view) {
  const { chain, payment } = view;
  const status = statusOf(step, view);
  const isCurrent = step.step_number === chain.next_step_number && !step.is_claimed;
  return h(
    "li",
    {
      class: "stone-step",
      "data-step": step.step_number,
      "data-status": status,
      "data-payment": isCurrent && payment?.status,
      "aria-current": isCurrent && "step",
      tabindex: -1,
    },
    h(
      "span",
      { class: "ground" },
      shape("stone"),
      step.step_number === standsOn(chain) && shape("wanderer"),
      step.is_claimed && shape("check"),
    ),
    h(
      "span",
      { class: "reward" },
      step.items.map((item) => [picture(item, 48), h("strong", {}, listed([item]))]),
      contents(step.items),
    ),
    h("span", { class: "state" }, state(step, status, view)),
  );
}

function statusOf(step, { chain, payment, doubt }) {
  if (step.is_claimed) return "claimed";
  if (step.step_number !== chain.next_step_number) return "locked";
  if (doubt.unknown === step.step_number) return "checking";
  if (payment && !payment.isOver) return "waiting";
  return step.is_free ? "claimable" : "for_sale";
}

function state(step, status, { payments, payment, session, actions }) {
  const price =
    step.is_free || !step.step_price ? copy.trail.free : money(step.step_price.amount, step.step_price.currency);
  const name = step.items.map(itemName).join(", ");
  if (status === "claimed") return copy.trail.claimed;
  if (status === "locked") return h("span", { class: "price" }, price);
  if (status === "checking") return [copy.checking, action(copy.lookAgain, actions.lookAgain, { class: "quiet" })];
  if (status === "waiting") return paymentState(payments, payment);
  if (!session.player) return [h("span", { class: "price" }, price), signInButton(session)];
  if (status === "claimable")
    return action(copy.trail.take, (event) => actions.take(step, event.currentTarget), {
      class: "amber claim",
      "aria-label": copy.trail.takeStep(name),
    });
  return [
    payment && paymentState(payments, payment),
    action(copy.trail.buy(price), () => actions.buy(step), {
      class: "amber",
      "aria-label": copy.trail.buyStep(name, price),
    }),
  ];
}

function contents(items) {
  const inside = items.flatMap((item) => item.content ?? []);
  return inside.length > 0 && h("small", {}, listed(inside));
}
