import { h } from "../dom.js";
import { copy } from "../language.js";
import { card } from "./card.js";

/** Where hidden items come to light once their code was entered. */
export function finds(session) {
  const element = h("div", { class: "finds", "aria-live": "polite" });
  return {
    element,
    show(items) {
      const heading = h("h2", { tabindex: -1 }, copy.shop.foundTitle);
      element.replaceChildren(
        h(
          "section",
          { class: "found", "aria-label": copy.shop.foundTitle },
          h("header", {}, heading, h("p", {}, copy.shop.foundText)),
          h(
            "ul",
            { class: "cards" },
            items.map((item) => card(item, session)),
          ),
        ),
      );
      element.scrollIntoView({ block: "nearest" });
      heading.focus({ preventScroll: true });
    },
  };
}
