import { action, panel, redraw } from "./dom.js";
import { copy } from "./language.js";
import { explain } from "./notice.js";
import { signInPanel } from "./player/sign-in.js";

/** Fills `root`: a skeleton of the true size first, then what `read` found, or what went wrong and a way on. */
export async function load(root, session, { skeleton, read, draw }) {
  root.ariaBusy = "true";
  if (root.childElementCount === 0) root.append(...skeleton());
  try {
    const data = await read();
    redraw(root, draw(data));
  } catch (error) {
    if (error.code === "aborted") return;
    const retry = () => load(root, session, { skeleton, read, draw });
    const guest = error.code === "unauthorized" && !session.player;
    root.replaceChildren(guest ? signInPanel(session) : failurePanel(error, retry));
  } finally {
    root.ariaBusy = "false";
  }
}

function failurePanel(error, retry) {
  console.error(error);
  const element = panel(explain(error), action(copy.tryAgain, retry, { class: "quiet" }));
  element.setAttribute("role", "alert");
  return element;
}
