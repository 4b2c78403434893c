// Pay Station in a frame above the page.
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

/**
 * Shows it at once. `show` leads it to Pay Station; `ended` is fulfilled with how it ended. `focused` gets the
 * focus back; `aborted` takes it away; `hint` is called when the payment may have got further.
 */
export function openOverlay({ payStation, error }, texts, focused, aborted, hint) {
  const labels = readLabels(texts, error);
  endCurrent?.();
  const over = new AbortController();
  const listen = (target, type, run) => target.addEventListener(type, run, { signal: over.signal });
  let hasFailed = false;
  let frame;
  let timer;
  let tell;
  const ended = new Promise((resolve) => (tell = resolve));

  const dialog = element("dialog", { className: "xsolla-liveops-checkout", ariaLabel: labels.title, tabIndex: -1 });
  const close = element("button", { type: "button", ariaLabel: labels.close, title: labels.close, textContent: "×" });
  const status = element("p", { textContent: labels.loading });
  status.setAttribute("role", "status");
  const panel = element("div");
  const bar = element("header");
  bar.append(element("strong", { textContent: labels.title }), close);
  panel.append(bar, status);
  dialog.append(panel);

  const end = () => {
    if (over.signal.aborted) return;
    over.abort();
    clearTimeout(timer);
    endCurrent = undefined;
    dialog.close();
    dialog.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== sheetOfPage);
    // The browser gives the focus back itself, but not to a button that was disabled meanwhile and is not any more.
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    tell(hasFailed ? "failed" : "closed");
  };
  const state = (name, ...content) => {
    dialog.dataset.state = name;
    status.replaceChildren(...content);
  };
  const fail = (url) => {
    hasFailed = true;
    const link = element("a", { href: url, target: "_blank", rel: "noopener noreferrer", textContent: labels.openWindow });
    state("failed", labels.failed, link);
  };

  const sheetOfPage = new CSSStyleSheet();
  sheetOfPage.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetOfPage];
  state("loading", labels.loading);
  document.body.append(dialog);
  dialog.showModal();
  // Not a button: a key pressed a moment later would close it.
  dialog.focus();
  endCurrent = end;

  listen(aborted, "abort", () => end());
  listen(close, "click", () => end());
  listen(dialog, "cancel", (event) => {
    event.preventDefault();
    end();
  });
  listen(dialog, "close", () => end());
  listen(window, "message", ({ data, origin, source }) => {
    // Anyone may send a message: only Pay Station in this very frame is heard, and believed nothing but that something happened.
    if (!frame || source !== frame.contentWindow || origin !== new URL(payStation).origin) return;
    const command = commandOf(data);
    if (command === "close") end();
    else if (command) hint();
  });

  return {
    ended,
    show(url) {
      if (over.signal.aborted) return;
      frame = element("iframe", {
        title: labels.title,
        allow: "payment; clipboard-read; clipboard-write",
        referrerPolicy: "no-referrer",
        src: url,
      });
      listen(frame, "load", () => {
        clearTimeout(timer);
        hasFailed = false;
        state("loaded");
      });
      timer = setTimeout(fail, PATIENCE, url);
      panel.append(frame);
    },
  };
}

/** The command of a message of Pay Station; undefined where it is none. */
export function commandOf(data) {
  if (typeof data !== "string" || data.length > 16_384) return;
  try {
    const { command } = JSON.parse(data);
    if (typeof command === "string") return command === "widget-close" ? "close" : command;
  } catch {}
}

function readLabels(texts, error) {
  const labels = { ...LABELS };
  for (const [name, text] of Object.entries(texts ?? {})) {
    if (typeof (text ?? "") !== "string") throw error(`payStation.open: \`labels.${name}\` must be a string`, "invalid_argument");
    if (text) labels[name] = text;
  }
  return labels;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
