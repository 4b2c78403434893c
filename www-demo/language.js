import de from "./copy/de.js";
import en from "./copy/en.js";

const languages = { en, de };
const wanted = [localStorage.getItem("language"), ...navigator.languages.map((tag) => tag.slice(0, 2)), "en"];

export const language = wanted.find((tag) => tag in languages);
export const copy = languages[language];

/** A text of the API: a plain string, or a map of languages with two- or five-letter keys. */
export function localized(text) {
  if (text == null || typeof text === "string") return text ?? "";
  const key = Object.keys(text).find((tag) => tag.startsWith(language)) ?? Object.keys(text)[0];
  return text[key] ?? "";
}

/** Fills in the copy of the static page and wires its language buttons. */
export function translatePage() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-copy]")) {
    element.textContent = element.dataset.copy.split(".").reduce((part, key) => part[key], copy);
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.ariaPressed = String(button.dataset.language === language);
    button.onclick = () => {
      localStorage.setItem("language", button.dataset.language);
      location.reload();
    };
  }
}
