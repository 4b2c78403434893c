import { copy } from "./language.js";
import { say } from "./notice.js";

/** What a button says after how many milliseconds without an answer. */
const words = [
  [2_000, copy.waiting.asking],
  [10_000, copy.waiting.checking],
];

/** Waits for what a button has begun. Where that takes long the button says so, and the page tells who does not see it. */
export async function waiting(button, begun) {
  const label = button.textContent;
  const timers = words.map(([after, text]) => setTimeout(() => tell(button, text), after));
  try {
    return await begun;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    delete button.dataset.waiting;
    button.textContent = label;
  }
}

function tell(button, text) {
  if (!button.isConnected) return; // The player went on to another place.
  button.dataset.waiting = "";
  button.textContent = text;
  say(text);
}
