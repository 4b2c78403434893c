import { action, h } from "../dom.js";
import { copy } from "../language.js";

/** The codes of the emulator's own seed, so that there is something to enter. */
const demoCodes = ["FIRSTLIGHT", "MOTHLIGHT", "LASTEMBERS", "OLDMOON", "GLOW20", "PLANTING", "SONGS", "HOLLOWTREE"];

/** The field for a code. `look(code)` is called for the one that was entered. */
export function codeForm(look) {
  const input = h("input", {
    id: "code",
    name: "code",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    "aria-describedby": "code-problem",
  });
  const problem = h("p", { class: "problem", id: "code-problem", role: "alert" });
  const ask = () => {
    problem.textContent = "";
    return look(input.value);
  };
  const enter = (code) => {
    input.value = code;
    return ask();
  };

  const element = h(
    "form",
    { class: "code-form", novalidate: true },
    h("label", { for: "code" }, copy.codes.label),
    h("div", { class: "field" }, input, h("button", { class: "amber" }, copy.codes.look)),
    problem,
    h(
      "p",
      { class: "demo-codes" },
      copy.codes.demo,
      demoCodes.map((code) => [" ", action(code, () => enter(code), { class: "chip", "data-code": code })]),
    ),
  );
  element.onsubmit = (event) => {
    event.preventDefault();
    ask();
  };

  return {
    element,
    fail(text) {
      problem.textContent = text;
      input.focus();
    },
    clear() {
      input.value = "";
    },
  };
}
