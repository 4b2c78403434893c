import { msUntil } from "xsolla-liveops";
import { h } from "./dom.js";
import { date, duration } from "./format.js";

/** How long it still takes until `until`; kept up to date by `runCountdowns`. */
export function countdown(until, clock) {
  const left = msUntil(until, { now: clock.now() });
  return h(
    "time",
    { datetime: until.toISOString(), title: date(until), "data-countdown": until.getTime() },
    duration(left),
  );
}

/** Renews every countdown on the page each second, and calls `elapsed` when one has run out. */
export function runCountdowns(clock, elapsed) {
  const over = new WeakSet();
  setInterval(() => {
    let ended = false;
    for (const element of document.querySelectorAll("[data-countdown]")) {
      const left = msUntil(new Date(Number(element.dataset.countdown)), { now: clock.now() });
      const text = duration(left);
      if (element.textContent !== text) element.textContent = text;
      if (left > 0 || over.has(element)) continue;
      over.add(element);
      ended = true;
    }
    if (ended) elapsed();
  }, 1000);
}
