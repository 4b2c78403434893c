import { action, h } from "../dom.js";
import { number } from "../format.js";
import { copy } from "../language.js";

/** How many of something, from 1 to its limit. */
export function stepper(name) {
  const shown = h("output", {}, number(1));
  const less = action("−", () => step(-1), { class: "quiet", "aria-label": copy.basket.less(name) });
  const more = action("+", () => step(1), { class: "quiet", "aria-label": copy.basket.more(name) });
  let [value, most] = [1, Infinity];

  function step(by) {
    value = Math.max(1, Math.min(value + by, most));
    shown.textContent = number(value);
    less.ariaDisabled = String(value === 1);
    more.ariaDisabled = String(value === most);
  }
  step(0);

  return {
    element: h("span", { class: "quantity", role: "group", "aria-label": copy.item.quantity }, less, shown, more),
    value: () => value,
    limit(available) {
      most = available;
      step(0);
    },
  };
}
