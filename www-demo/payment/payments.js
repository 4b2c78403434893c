import { copy } from "../language.js";
import { explain, notice, say } from "../notice.js";
import { ordersOf } from "../orders/order-list.js";
import { paymentMode } from "./mode.js";
import { pay } from "./payment.js";
import { paymentText } from "./state.js";

/** The payments of each player's client, kept while they look at other places. */
const paymentsByClient = new WeakMap();

/** The payments of whoever is here. */
export function paymentsOf(session) {
  const { liveops } = session;
  if (!paymentsByClient.has(liveops)) paymentsByClient.set(liveops, new Payments(session));
  return paymentsByClient.get(liveops);
}

/** `lost`: the order cannot be read any more. */
const ends = new Set(["done", "canceled", "expired", "lost"]);

/**
 * What is being paid for, one payment a subject, such as `basket`. Tells of every change as a `change` event.
 * A payment is `{ subject, status, orderId, url, reopen, isOver, isLinked }`: `status` as `pay` tells it, `checking`
 * where nothing is known yet, or `pending` where nobody looks any more; `isLinked`: the player followed a link to Pay
 * Station, and nobody knows how that window ends.
 */
class Payments extends EventTarget {
  #session;
  #liveops;
  #orders;
  #payments = new Map();

  constructor(session) {
    super();
    this.#session = session;
    this.#liveops = session.liveops;
    this.#orders = ordersOf(session);
  }

  all = () => [...this.#payments.values()];
  of = (subject) => this.#payments.get(subject);

  /** Pays for an order in the click. `makeOrder` gives its promise and gets the order's options; `success` is said at the end. */
  start(subject, makeOrder, success) {
    const mode = paymentMode();
    const order = makeOrder(mode === "redirect" ? { settings: { return_url: location.href } } : {});
    const payment = this.#begin({ subject, success, status: "opening" });
    payment.reopen = (way) => this.#open(payment, order, way);
    order.then(({ order_id: id }) => this.#orders.add(id)).catch(() => {}); // `pay` tells of an order that is refused.
    this.#open(payment, order, mode);
  }

  /** Follows an order that was opened before this page was. */
  follow({ orderId, statuses }) {
    const subject = `order/${orderId}`;
    this.#watch(this.#begin({ subject, success: copy.payment.done, orderId }), statuses);
  }

  /** Follows an order again that has a payment, from now on. */
  lookAgain(payment, isLinked = false) {
    payment.isLinked = isLinked;
    this.#watch(payment, (options) => this.#liveops.orders.track(payment.orderId, options));
  }

  /** Looks at a payment no more. Its order stays as it is. */
  forget(payment) {
    payment.following?.abort();
    if (this.of(payment.subject) === payment) this.#payments.delete(payment.subject);
    this.#changed();
  }

  #begin(payment) {
    this.of(payment.subject)?.following.abort();
    this.#payments.set(payment.subject, payment);
    return payment;
  }

  async #open(payment, order, mode) {
    const { signal, tell } = this.#following(payment);
    payment.isLinked = false;
    try {
      await pay(this.#liveops, order, { mode, tell, signal });
    } catch (error) {
      if (signal.aborted || error.code === "aborted") return;
      if (payment.orderId) return this.#lose(tell, error);
      this.forget(payment);
      notice("error", `${explain(error)} ${copy.payment.notCharged}`);
    }
  }

  async #watch(payment, statuses) {
    const { signal, tell } = this.#following(payment);
    tell({ status: "checking" });
    try {
      for await (const status of statuses({ signal })) tell({ status });
    } catch (error) {
      if (!signal.aborted && error.code !== "aborted") this.#lose(tell, error);
    }
  }

  /** From now on this is who follows the payment; who did before is not heard any more. */
  #following(payment) {
    payment.following?.abort();
    payment.following = new AbortController();
    const { signal } = payment.following;
    return { signal, tell: (news) => signal.aborted || this.#tell(payment, news) };
  }

  #tell(payment, news) {
    Object.assign(payment, news, { isOver: ends.has(news.status) });
    this.#changed();
    if (payment.status === "done") {
      this.forget(payment);
      notice("done", payment.success);
    } else {
      say(paymentText(payment));
    }
    if (!payment.isOver) return;
    payment.following.abort();
    this.#session.purchaseEnded(this.#liveops);
  }

  #lose(tell, error) {
    notice("error", `${explain(error)} ${copy.payment.ended.lost}`);
    tell({ status: "lost" });
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
