import { action, h } from "../dom.js";
import { copy } from "../language.js";
import { explain, notice } from "../notice.js";
import { pay } from "./payment.js";

/** The payment of each player's basket and the place that shows it, kept while they look at other places. */
const checkouts = new WeakMap();

/**
 * Where a basket is paid: the button, or what becomes of the payment. `makeOrder` gives the promise of the order.
 * `offer(isPayable)` says whether there is something to pay for.
 */
export function checkout(session, makeOrder) {
  const { liveops } = session;
  const element = h("div", { class: "checkout" });
  let isPayable = false;
  if (!checkouts.has(liveops)) checkouts.set(liveops, { payment: null });
  const state = checkouts.get(liveops);
  state.draw = draw;
  draw();

  function draw() {
    const { payment } = state;
    element.dataset.payment = payment?.status ?? "";
    element.replaceChildren(...(payment && !payment.over ? waiting(payment) : payable(payment)).filter(Boolean));
  }

  function payable(payment) {
    return [
      payment && h("span", { class: "ended" }, copy.payment.ended[payment.status]),
      isPayable && action(copy.basket.pay, start, { class: "amber", "data-pay": true }),
    ];
  }

  function waiting({ status, url, stop }) {
    const left = status === "blocked" || status === "closed";
    const link = { class: "button amber", href: url, target: "_blank", rel: "noopener" };
    const forget = () => {
      stop();
      show(null);
    };
    return [
      h("span", { class: "waits" }, copy.payment.underWay[status] ?? copy.payment.underWay.new),
      left && h("a", link, copy.payment.openPayStation),
      status === "closed" && action(copy.payment.forget, forget, { class: "quiet" }),
    ];
  }

  function show(payment) {
    state.payment = payment;
    state.draw();
  }

  function start() {
    const following = new AbortController();
    const tell = (payment) => follow({ ...payment, stop: () => following.abort() });
    pay(liveops, makeOrder(), tell, following.signal).catch((error) => {
      show(null);
      notice("error", `${explain(error)} ${copy.payment.notCharged}`);
    });
  }

  function follow(payment) {
    if (state.payment?.status === payment.status) return;
    payment.over = payment.status in copy.payment.ended;
    show(payment.status === "done" ? null : payment);
    if (payment.status === "done") notice("done", copy.basket.done);
    if (payment.status === "lost") notice("error", `${explain(payment.error)} ${copy.payment.ended.lost}`);
    if (payment.over) session.purchaseEnded(liveops);
  }

  return {
    element,
    offer(payableNow) {
      isPayable = payableNow;
      draw();
    },
  };
}
