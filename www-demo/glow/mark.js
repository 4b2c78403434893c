import { action, h, shape } from "../dom.js";
import { number } from "../format.js";
import { listed, picture } from "../items.js";
import { copy } from "../language.js";
import { signInButton } from "../player/sign-in.js";

/** A mark on the jar: how much light it takes, what it gives, and what is missing. */
export function mark(step, view) {
  const status = statusOf(step, view);
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
    h("span", { class: "state" }, state(step, status, view)),
  );
}

function statusOf(step, { claimable, unknown }) {
  if (step.is_claimed) return "claimed";
  if (unknown === step.step_id) return "checking";
  return claimable.has(step.step_id) ? "claimable" : "locked";
}

function state(step, status, { balance, session, take, lookAgain }) {
  if (status === "claimed") return [shape("check"), copy.glow.claimed];
  if (status === "checking") return [copy.checking, action(copy.lookAgain, lookAgain, { class: "quiet" })];
  if (status === "locked") return copy.glow.missing(number(step.price.amount - balance));
  if (!session.player) return signInButton(session);
  const label = copy.glow.claimStep(listed(step.reward));
  return action(copy.glow.claim, (event) => take(step, event.currentTarget), { class: "amber claim", "aria-label": label });
}
