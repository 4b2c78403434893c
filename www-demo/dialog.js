import { action, h, shape } from "./dom.js";
import { copy } from "./language.js";
import { explain } from "./notice.js";

/** A modal drawer; `fill` gives its content, maybe later. The browser keeps and returns the focus. */
export async function openDialog(name, title, fill) {
  const content = h("div", { class: "content" }, h("div", { class: "skeleton drawer" }));
  const close = action(shape("cross"), () => dialog.close(), { class: "close", "aria-label": copy.close });
  const dialog = h(
    "dialog",
    { "data-dialog": name, "aria-label": title },
    h("div", { class: "head" }, h("h2", {}, title), close),
    content,
  );
  dialog.onclose = () => {
    takeNoticesAlong();
    dialog.remove();
  };
  dialog.onclick = ({ target }) => {
    if (target === dialog) dialog.close();
  };
  document.body.append(dialog);
  dialog.showModal();
  takeNoticesAlong();
  try {
    content.replaceChildren(...(await fill(dialog)).filter(Boolean));
  } catch (error) {
    console.error(error);
    content.replaceChildren(h("p", { role: "alert" }, explain(error)));
  }
}

/** Notices are said in the topmost dialog: behind it nobody could read or close them. */
function takeNoticesAlong() {
  const open = [...document.querySelectorAll("dialog[data-dialog][open]")];
  (open.at(-1) ?? document.body).append(document.querySelector(".notices"));
}
