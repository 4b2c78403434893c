import { action, h } from "../dom.js";
import { copy } from "../language.js";

/** Where Pay Station is not open any more, and the order is. */
const left = new Set(["blocked", "closed", "failed", "pending"]);

/** From before the page was loaded, which kept no way to its Pay Station. */
const isReturned = ({ status, url }) => status === "new" && !url;

/** What is known of a payment, in a sentence. */
export function paymentText(payment) {
  const { underWay, ended } = copy.payment;
  if (isReturned(payment)) return underWay.returned;
  return ended[payment.status] ?? underWay[payment.status] ?? underWay.new;
}

/** The sentence, and the ways on from there. */
export function paymentState(payments, payment) {
  const { status, isOver, orderId, url, isLinked } = payment;
  const isOpen = !left.has(status) && !isReturned(payment) && !isLinked;
  const forget = () => payments.forget(payment);
  return [
    h("span", { class: isOver ? "ended" : "waits", "data-order": orderId }, paymentText(payment)),
    !isOver &&
      !isOpen && [
        url && waysBack(payments, payment),
        status === "pending" && action(copy.lookAgain, () => payments.lookAgain(payment), control("look", "quiet")),
        action(copy.payment.forget, forget, { ...control("forget", "quiet"), "data-forget": true }),
      ],
  ];
}

/** Over the page, which no browser blocks, or by a link, which is the player's own step. */
function waysBack(payments, payment) {
  const link = { href: payment.url, target: "_blank", rel: "noopener", "data-reopen": "link" };
  const inWindow = h("a", { ...control("link", "button quiet"), ...link }, copy.payment.openWindow);
  inWindow.onclick = () => payments.lookAgain(payment, true);
  const here = () => payment.reopen("iframe");
  return [action(copy.payment.openHere, here, { ...control("iframe", "amber"), "data-reopen": "iframe" }), inWindow];
}

const control = (name, look) => ({ class: look, "data-control": name });
