// Pay Station in a frame above the page.
import { commandOf } from "./pay_station_message.js";
import { style } from "./overlay_style.js";

const LABELS = {
  title: "Payment",
  close: "Close",
  loading: "Opening the payment page …",
  failed: "The payment page did not open here.",
  openWindow: "Open it in a new window",
};

/** A frame that has not loaded by then has failed. */
const PATIENCE = 20_000;

/** One at a time: opening another ends the one before. */
let endCurrent;

/** The overlay's texts: the page's own, English where one is missing. */
export function readLabels(texts, error) {
  const labels = { ...LABELS };
  for (const [name, text] of Object.entries(texts ?? {})) {
    if (typeof (text ?? "") !== "string") throw error(`payStation.open: \`labels.${name}\` must be a string`, "invalid_argument");
    if (text) labels[name] = text;
  }
  return labels;
}

/**
 * Shows it at once. `show` leads it to Pay Station; `ended` is fulfilled with how it ended. `focused` gets the
 * focus back; `aborted` takes it away; `hint` is called when the payment may have got further.
 */
export function openOverlay(payStation, labels, focused, aborted, hint) {
  const { origin } = new URL(payStation);
  const dialog = makeDialog(labels);
  const takeStyleAway = addStyle();
  endCurrent?.();
  endCurrent = end;

  const over = new AbortController();
  const listen = (target, type, run) => target.addEventListener(type, run, { signal: over.signal });
  let tell;
  const ended = new Promise((resolve) => (tell = resolve));
  let frame;
  let failure;

  const place = document.body ?? document.documentElement;
  place.append(dialog.element);
  dialog.element.showModal();
  // Not a button: a key pressed a moment later would close it.
  dialog.element.focus();
  // A page that draws itself anew may take it away without a word.
  const removal = new MutationObserver(() => dialog.element.isConnected || end());
  removal.observe(place, { childList: true });

  listen(aborted, "abort", end);
  listen(dialog.close, "click", end);
  listen(dialog.element, "close", end);
  listen(window, "message", ({ data, isTrusted, origin: sender, source }) => {
    // Anyone may send one: only Pay Station in this very frame is heard, and believed no more than that something happened.
    if (!isTrusted || !frame || source !== frame.contentWindow || sender !== origin) return;
    const command = commandOf(data);
    if (command === "close") end();
    else if (command) hint();
  });

  function end() {
    if (over.signal.aborted) return;
    over.abort();
    removal.disconnect();
    clearTimeout(failure?.timer);
    endCurrent = undefined;
    dialog.element.close();
    dialog.element.remove();
    takeStyleAway();
    // The browser does that too, but not for a button that was disabled when the overlay came.
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    tell(failure?.isShown ? "failed" : "closed");
  }

  /** Leads it to Pay Station; where that does not load, a link leads there. */
  function show(url) {
    if (over.signal.aborted) return;
    frame = make("iframe", {
      title: labels.title,
      allow: "payment; clipboard-read; clipboard-write",
      referrerPolicy: "no-referrer",
      src: url,
    });
    const fail = () => {
      failure.isShown = true;
      const link = { href: url, target: "_blank", rel: "noopener noreferrer", textContent: labels.openWindow };
      dialog.show("failed", labels.failed, make("a", link));
    };
    failure = { timer: setTimeout(fail, PATIENCE), isShown: false };
    listen(frame, "load", () => {
      clearTimeout(failure.timer);
      // A frame that the page's own policy refuses loads, too.
      if (failure.isRefused) return;
      failure.isShown = false;
      dialog.show("loaded");
    });
    listen(document, "securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective !== "frame-src" || !blockedURI.startsWith(origin)) return;
      failure.isRefused = true;
      fail();
    });
    dialog.panel.append(frame);
  }

  return { ended, show };
}

/** The dialog with its heading, its button and a place for what is under way. */
function makeDialog(labels) {
  const element = make("dialog", { className: "xsolla-liveops-checkout", "aria-label": labels.title, tabIndex: -1 });
  const close = make("button", { type: "button", "aria-label": labels.close, title: labels.close, textContent: "×" });
  const status = make("output");
  const bar = make("div");
  const panel = make("div");
  bar.append(make("strong", { textContent: labels.title }), close);
  panel.append(bar, status);
  element.append(panel);
  const show = (state, ...content) => {
    element.dataset.state = state;
    status.replaceChildren(...content);
  };
  show("loading", labels.loading);
  return { element, close, panel, show };
}

/** Adds the overlay's style to the page; gives what takes it away again. */
function addStyle() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

function make(name, properties) {
  const element = document.createElement(name);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  return element;
}
