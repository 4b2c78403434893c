import { h } from "../dom.js";
import { copy } from "../language.js";

const modes = ["window", "iframe", "redirect"];

/** How this device opens Pay Station: in a window, over the page, or in place of the page. */
export function paymentMode() {
  const kept = localStorage.getItem("payment-mode");
  return modes.includes(kept) ? kept : "window";
}

let drawn = 0;

/** The choice between the three. Every choice on the page shows the same. */
export function modeChoice() {
  const name = `payment-mode-${(drawn += 1)}`;
  const choices = modes.map((mode) =>
    h(
      "label",
      {},
      h("input", { type: "radio", name, value: mode, checked: mode === paymentMode() }),
      h("span", {}, copy.payment.modes[mode]),
    ),
  );
  const choice = h("fieldset", { class: "mode-choice" }, h("legend", {}, copy.payment.mode), h("div", {}, choices));
  choice.onchange = ({ target }) => {
    localStorage.setItem("payment-mode", target.value);
    for (const input of document.querySelectorAll(".mode-choice input")) input.checked = input.value === target.value;
  };
  return choice;
}
