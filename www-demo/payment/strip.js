import { action, h, redraw, shape } from "../dom.js";
import { copy } from "../language.js";
import { ordersOf } from "../orders/order-list.js";
import { paymentsOf } from "./payments.js";
import { paymentState } from "./state.js";

/** The slim strip of the payments that the open place does not show itself, also those from before the page was loaded. */
export function startPaymentStrip(session) {
  const strip = document.querySelector(".payment-strip");
  let following = new AbortController();
  strip.ariaLabel = copy.payment.title;

  function follow() {
    following.abort();
    following = new AbortController();
    const payments = paymentsOf(session);
    payments.addEventListener("change", draw, { signal: following.signal });
    if (session.player) pickUp(payments);
    draw();
  }

  /** What this player was paying for when the page was left. The browser may have been somebody else's meanwhile. */
  function pickUp(payments) {
    const returned = session.liveops.payStation.returned();
    if (returned && ordersOf(session).has(returned.orderId)) payments.follow(returned);
  }

  function draw() {
    const payments = paymentsOf(session);
    const { place } = document.querySelector("main").dataset;
    const elsewhere = payments.all().filter(({ subject }) => !subject.startsWith(`${place}/`));
    redraw(
      strip,
      elsewhere.map((payment) => line(payments, payment)),
      () => strip,
    );
  }

  // What Pay Station adds to the address on the way back is not needed: the order itself says how it stands.
  if (location.search) history.replaceState(history.state, "", location.pathname + location.hash);
  session.addEventListener("player", follow);
  session.addEventListener("place", draw);
}

function line(payments, payment) {
  const dismiss = () => payments.forget(payment);
  return h(
    "div",
    { class: "payment", "data-payment": payment.status, "data-subject": payment.subject },
    shape("purse"),
    paymentState(payments, payment),
    payment.isOver &&
      action(shape("cross"), dismiss, { class: "close", "aria-label": copy.close, "data-control": "close" }),
  );
}
