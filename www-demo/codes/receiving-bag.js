import { h } from "../dom.js";
import { copy } from "../language.js";
import { move } from "../motion.js";
import { bagContents } from "../player/bag.js";

/** The bag beside the field. What `receive` names has just come in, and is seen to. */
export function receivingBag(session, signal) {
  const element = h("section", { class: "bag", "aria-label": copy.bag.title });

  function show() {
    const contents = session.player ? [h("h2", {}, copy.bag.title), bagContents(session)] : [];
    element.replaceChildren(...contents);
  }

  session.addEventListener("inventory", show, { signal });
  show();
  return {
    element,
    receive(items) {
      for (const { sku } of items) {
        const line = element.querySelector(`[data-sku="${CSS.escape(sku)}"]`);
        line?.toggleAttribute("data-received", true);
        line?.scrollIntoView({ block: "nearest" });
        move(line?.querySelector("img"), [{ translate: "0 -40px", scale: 0.6, opacity: 0 }, {}], 500);
      }
    },
  };
}
