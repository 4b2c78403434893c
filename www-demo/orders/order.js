import { action, h, shape } from "../dom.js";
import { date, money, number } from "../format.js";
import { counted, picture } from "../items.js";
import { copy } from "../language.js";
import { explain } from "../notice.js";

const ends = new Set(["done", "canceled", "expired"]);
const signs = { done: "check", canceled: "cross", expired: "cross" };

/** One order of the list: what was bought, when, for how much, and how far it got. Followed until `signal` ends it. */
export function order({ id, at }, { liveops }, signal) {
  const status = h("span", { class: "status", role: "status" });
  const contents = h("div", { class: "contents" }, h("div", { class: "skeleton line" }));
  const element = h(
    "li",
    { "data-order": id },
    h(
      "div",
      { class: "made" },
      h("h3", {}, copy.orders.number(number(id))),
      h("time", { datetime: new Date(at).toISOString() }, date(at)),
      status,
    ),
    contents,
  );
  read();
  return element;

  async function read() {
    try {
      const found = await liveops.orders.get(id, { signal });
      contents.replaceChildren(...drawn(found.content ?? {}));
      show(found.status);
      if (!ends.has(found.status)) for await (const now of liveops.orders.track(id, { signal })) show(now);
    } catch (error) {
      if (error.code === "aborted") return;
      const again = action(copy.tryAgain, read, { class: "quiet" });
      contents.replaceChildren(h("p", { class: "problem" }, explain(error)), error.retryable ? again : "");
    }
  }

  function show(now) {
    element.dataset.status = now;
    status.replaceChildren(shape(signs[now] ?? "waiting"), copy.orders.status[now] ?? now);
  }
}

function drawn({ items, price, virtual_price: embers, is_free: isFree }) {
  const total = isFree
    ? copy.free
    : price?.currency
      ? money(price.amount, price.currency)
      : `${number(embers?.amount ?? 0)} ${copy.embers}`;
  return [
    h(
      "ul",
      {},
      (items ?? []).map((item) => h("li", { "data-sku": item.sku }, picture(item, 32), h("span", {}, counted(item)))),
    ),
    h("p", { class: "price" }, total),
  ];
}
