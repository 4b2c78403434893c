import { init } from "xsolla-liveops";
import { Clock } from "./emulator/clock.js";
import { codes } from "./codes/codes.js";
import { runCountdowns } from "./countdown.js";
import { daily } from "./daily/daily.js";
import { h, loadShapes } from "./dom.js";
import { startEmulatorBar } from "./emulator/bar.js";
import { Emulator } from "./emulator/emulator.js";
import { glow } from "./glow/glow.js";
import { copy, translatePage } from "./language.js";
import { explain, notice } from "./notice.js";
import { startPaymentStrip } from "./payment/strip.js";
import { startHeader } from "./player/header.js";
import { route } from "./route.js";
import { Session } from "./session.js";
import { shop } from "./shop/shop.js";
import { trail } from "./trail/trail.js";

const places = { shop, daily, trail, glow, codes };
const main = document.querySelector("main");

/** The place that the address asks for; without one a player finds the day's lantern, a guest the shop. */
function asked(session) {
  const { place } = route();
  return Object.hasOwn(places, place) ? place : (main.dataset.place ?? (session.player ? "daily" : "shop"));
}

let leaving = new AbortController();

/** Opens a place, or reads the open one again without taking down what it shows. */
async function open(session, name) {
  leaving.abort();
  leaving = new AbortController();
  if (main.dataset.place !== name) {
    main.dataset.place = name;
    main.replaceChildren(
      h("h1", { tabindex: -1 }, copy.places[name]),
      h("p", { class: "lead" }, copy[name].lead),
      h("div", { class: "content" }),
    );
    document.title = `${copy.places[name]} · Lanternwild`;
    for (const link of document.querySelectorAll(".places a"))
      link.ariaCurrent = link.hash === `#/${name}` ? "page" : null;
    session.dispatchEvent(new Event("place"));
  }
  await places[name](main.querySelector(".content"), session, leaving.signal);
}

async function start() {
  translatePage();
  const ready = Promise.all([init(), loadShapes()]);
  const emulator = await Emulator.find();
  const clock = new Clock(emulator);
  const session = new Session(emulator, clock);
  await Promise.all([ready, clock.read()]);

  const reopen = () => {
    clock.read().catch(console.error);
    return open(session, asked(session));
  };
  startHeader(session);
  startPaymentStrip(session);
  startEmulatorBar(session, reopen);
  runCountdowns(clock, reopen);
  session.addEventListener("player", reopen);
  session.addEventListener("purchase", reopen);
  window.addEventListener("hashchange", async () => {
    if (main.dataset.place === asked(session)) return; // What changed within a place is the place's own.
    for (const dialog of document.querySelectorAll("dialog[data-dialog]")) dialog.close();
    const opened = reopen();
    window.scrollTo(0, 0);
    main.querySelector("h1").focus({ preventScroll: true });
    await opened;
  });
  await session.resume();
}

/** What no place has caught: an action that failed on its way back. */
window.addEventListener("unhandledrejection", ({ reason }) => notice("error", explain(reason)));

start().catch((error) => {
  console.error(error);
  main.replaceChildren(h("div", { class: "panel", role: "alert" }, h("p", {}, copy.cannotStart)));
});
