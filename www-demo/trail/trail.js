import { nextResetAt } from "xsolla-liveops";
import { claim } from "../claim.js";
import { countdown } from "../countdown.js";
import { action, h, panel, shape, swap } from "../dom.js";
import { money } from "../format.js";
import { itemName, listed, picture } from "../items.js";
import { copy } from "../language.js";
import { load } from "../load.js";
import { explain, notice } from "../notice.js";
import { pay } from "../payment/payment.js";
import { signInButton } from "../player/sign-in.js";
import { pathAcross, pathDown } from "./path.js";

/** Payments under way by chain and step, kept for a player's client while they look at other places. */
const paymentsByClient = new WeakMap();

/** Trail: every offer chain as stones on a path. */
export function trail(root, session, signal) {
  return load(root, session, {
    skeleton: () => [skeleton()],
    read: () => Array.fromAsync(session.liveops.offerChains.all({ signal })),
    draw: (chains) => (chains.length > 0 ? chains.map((chain) => track(chain, session)) : [panel(copy.trail.empty)]),
  });
}

function track(chain, session, unknown = null) {
  const payments = paymentsOf(session);
  const keyOf = (step) => `${chain.id}/${step.step_number}`;
  const reset = nextResetAt(chain);
  const element = h(
    "section",
    { class: "offer-chain", "data-chain": chain.id, "aria-label": chain.name },
    h("h2", {}, chain.name),
    chain.description && h("p", { class: "about" }, chain.description),
    h(
      "ol",
      { class: "stones scene", style: `--stones: ${chain.steps.length}` },
      pathAcross(chain.steps),
      pathDown(chain.steps),
      chain.steps.map(stone),
    ),
    h(
      "p",
      { class: "after" },
      chain.next_step_number == null && copy.trail.completed,
      " ",
      reset && [copy.trail.startsOver, " ", countdown(reset, session.clock)],
    ),
  );
  return element;

  function stone(step) {
    const payment = payments.get(keyOf(step));
    const current = step.step_number === chain.next_step_number;
    const status = statusOf(step, current, payment);
    return h(
      "li",
      {
        class: "stone-step",
        "data-step": step.step_number,
        "data-status": status,
        "data-payment": current && payment?.status,
        "aria-current": current && "step",
        tabindex: -1,
      },
      h("span", { class: "ground" }, shape("stone"), current && shape("wanderer"), step.is_claimed && shape("check")),
      h(
        "span",
        { class: "reward" },
        step.items.map((item) => [picture(item, 48), h("strong", {}, listed([item]))]),
        contents(step.items),
      ),
      h("span", { class: "state" }, state(step, status, payment)),
    );
  }

  function statusOf(step, current, payment) {
    if (step.is_claimed) return "claimed";
    if (!current) return "locked";
    if (unknown === step.step_number) return "checking";
    if (payment && !payment.over) return "waiting";
    return step.is_free ? "claimable" : "for_sale";
  }

  function state(step, status, payment) {
    const price =
      step.is_free || !step.step_price ? copy.trail.free : money(step.step_price.amount, step.step_price.currency);
    const name = step.items.map(itemName).join(", ");
    if (status === "claimed") return copy.trail.claimed;
    if (status === "locked") return h("span", { class: "price" }, price);
    if (status === "checking")
      return [copy.checking, action(copy.lookAgain, () => show(chain.id, session), { class: "quiet" })];
    if (status === "waiting") return waiting(step, payment);
    if (!session.player) return [h("span", { class: "price" }, price), signInButton(session)];
    if (status === "claimable")
      return action(copy.trail.take, () => take(step), { class: "amber", "aria-label": copy.trail.takeStep(name) });
    return [
      payment && h("span", { class: "ended" }, copy.payment.ended[payment.status]),
      action(copy.trail.buy(price), () => buy(step), { class: "amber", "aria-label": copy.trail.buyStep(name, price) }),
    ];
  }

  function waiting(step, payment) {
    const left = payment.status === "blocked" || payment.status === "closed";
    return [
      h("span", { class: "waits" }, copy.payment.underWay[payment.status] ?? copy.payment.underWay.new),
      left &&
        h(
          "a",
          { class: "button amber", href: payment.url, target: "_blank", rel: "noopener" },
          copy.payment.openPayStation,
        ),
      payment.status === "closed" && action(copy.payment.forget, () => forget(step), { class: "quiet" }),
    ];
  }

  async function take(step) {
    const { chainId, stepNumber } = { chainId: chain.id, stepNumber: step.step_number };
    const result = await claim({
      send: () => session.liveops.offerChains.claim({ chainId, stepNumber }),
      reread: () => session.liveops.offerChains.get(chainId),
      isGranted: (now) => now.steps.find((other) => other.step_number === stepNumber)?.is_claimed,
      success: copy.trail.done(listed(step.items)),
    });
    swap(element, track(result.chain ?? chain, session, result.unknown ? stepNumber : null));
    await session.refreshInventory();
  }

  function buy(step) {
    const following = new AbortController();
    const order = session.liveops.offerChains.order({ chainId: chain.id, stepNumber: step.step_number });
    const tell = (payment) => follow(step, { ...payment, stop: () => following.abort() });
    pay(session.liveops, order, tell, following.signal).catch((error) => {
      payments.delete(keyOf(step));
      notice("error", `${explain(error)} ${copy.payment.notCharged}`);
      showPayment();
    });
  }

  async function follow(step, payment) {
    if (payments.get(keyOf(step))?.status === payment.status) return;
    payment.over = payment.status in copy.payment.ended;
    payments.set(keyOf(step), payment);
    if (payment.status === "done") {
      payments.delete(keyOf(step));
      notice("done", copy.trail.done(listed(step.items)));
      await session.refreshInventory();
    }
    if (payment.status === "lost") notice("error", `${explain(payment.error)} ${copy.payment.ended.lost}`);
    await showPayment();
  }

  function forget(step) {
    payments.get(keyOf(step))?.stop();
    payments.delete(keyOf(step));
    return showPayment();
  }

  /** What became of a payment is shown even where the chain cannot be read now. */
  function showPayment() {
    return show(chain.id, session).catch(() => draw(chain, session));
  }
}

/** Reads a chain again and draws it anew where it is on the page. */
async function show(chainId, session) {
  draw(await session.liveops.offerChains.get(chainId), session);
}

function draw(chain, session) {
  const drawn = document.querySelector(`.offer-chain[data-chain="${chain.id}"]`);
  if (drawn) swap(drawn, track(chain, session));
}

function paymentsOf(session) {
  if (!paymentsByClient.has(session.liveops)) paymentsByClient.set(session.liveops, new Map());
  return paymentsByClient.get(session.liveops);
}

function contents(items) {
  const inside = items.flatMap((item) => item.content ?? []);
  return inside.length > 0 && h("small", {}, listed(inside));
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
