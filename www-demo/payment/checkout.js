import { action, h, redraw } from "../dom.js";
import { copy } from "../language.js";
import { modeChoice } from "./mode.js";
import { paymentsOf } from "./payments.js";
import { paymentState } from "./state.js";

/**
 * Where something is paid for: how Pay Station opens and the button, or what becomes of the payment.
 * `makeOrder(options)` gives the promise of the order. `offer(isPayable)` says whether there is something to pay for.
 * The payment goes on when `signal` ends this block, and is found again by its `subject`.
 */
export function checkout(session, makeOrder, { subject = "basket", success = copy.basket.done, signal } = {}) {
  const payments = paymentsOf(session);
  const element = h("div", { class: "checkout", tabindex: -1 });
  const start = () => payments.start(subject, makeOrder, success);
  const till = [
    modeChoice(),
    action(copy.basket.pay, start, { class: "amber", "data-pay": true, "data-control": "pay" }),
  ];
  let isPayable = false;

  function draw() {
    const payment = payments.of(subject);
    element.dataset.payment = payment?.status ?? "";
    const isOpen = payment && !payment.isOver;
    const children = [payment && paymentState(payments, payment), !isOpen && isPayable && till];
    redraw(element, children, () => element);
  }

  payments.addEventListener("change", draw, { signal });
  draw();
  return {
    element,
    offer(payableNow) {
      isPayable = payableNow;
      draw();
    },
  };
}
