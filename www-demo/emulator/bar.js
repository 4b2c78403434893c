import { action, h, shape } from "../dom.js";
import { copy, language } from "../language.js";
import { notice } from "../notice.js";
import { forgetOrders } from "../orders/order-list.js";

const time = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const bar = document.querySelector(".emulator-bar");

/** The emulator's strip: its time, the buttons that move it, and the source of the open place. `reopen` reads the place again. */
export function startEmulatorBar(session, reopen) {
  const { emulator, clock } = session;

  const after = async (change) => {
    try {
      await change();
      await clock.read();
      show();
      await Promise.all([session.refreshInventory(), reopen()]);
    } catch (error) {
      console.error(error);
      notice("error", copy.emulator.failed);
    }
  };
  const reset = async () => {
    await emulator.reset();
    forgetOrders();
    await session.resume();
  };

  const now = h("time", { "data-clock": true });
  const source = h("a", { target: "_blank", "aria-label": copy.emulator.sourceOf }, copy.emulator.source);
  const tools = h(
    "div",
    { class: "tools", id: "emulator-tools" },
    h("span", { class: "what" }, copy.emulator.name),
    now,
    action(copy.emulator.hour, () => after(() => emulator.advance(3_600)), { "data-advance": "3600" }),
    action(copy.emulator.day, () => after(() => emulator.advance(86_400)), { "data-advance": "86400" }),
    action(copy.emulator.reset, () => after(reset), { "data-reset": true }),
    source,
  );
  const fold = action(shape("fold"), () => setFolded(!tools.hidden), {
    class: "fold",
    "aria-controls": "emulator-tools",
  });

  function setFolded(folded) {
    tools.hidden = folded;
    bar.toggleAttribute("data-folded", folded);
    fold.ariaExpanded = String(!folded);
    fold.ariaLabel = folded ? copy.emulator.unfold : copy.emulator.fold;
    localStorage.setItem("emulator-bar", folded ? "folded" : "open");
  }
  function show() {
    now.textContent = time.format(clock.now());
    now.dateTime = new Date(clock.now()).toISOString();
    const { place } = document.querySelector("main").dataset;
    source.href = place ? `/${place}/${place}.js` : "/main.js";
  }

  /** Another window, or a script, may have moved the clock. */
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) clock.read().then(show, console.error);
  });

  bar.replaceChildren(tools, fold);
  setFolded(localStorage.getItem("emulator-bar") === "folded");
  show();
  setInterval(show, 1000);
}
