import { action, h, shape } from "./dom.js";
import { copy } from "./language.js";

const region = document.querySelector(".notices > .seen");
const spoken = document.querySelector(".notices > .spoken");
const seconds = { done: 8, error: null };

/** Says what happened in the page's live region. Good news leaves by itself, an error stays until it is closed. */
export function notice(kind, text) {
  const close = action(shape("cross"), () => note.remove(), { class: "close", "aria-label": copy.close });
  const note = h("div", { class: "notice", "data-notice": kind }, h("p", {}, text), close);
  region.replaceChildren(note);
  if (seconds[kind]) setTimeout(() => note.remove(), seconds[kind] * 1000);
}

/** Says what can be seen elsewhere on the page to who does not see it. */
export function say(text) {
  spoken.textContent = text;
}

/** An error in the shop's voice: what happened and the next step, from the library's `code`. */
export function explain(error) {
  return copy.errors[error.code] ?? copy.errors.unexpected;
}

/** The error of an action that cannot be read back, with what is known about its effect, from the library's `applied`. */
export function noticeOf(error) {
  notice("error", `${explain(error)} ${error.applied === false ? copy.effect.none : copy.effect.unknown}`);
}
