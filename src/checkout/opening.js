// One checkout under way, in each of its modes, until it has ended.
import { race } from "./aborting.js";
import { openOverlay, readLabels } from "./overlay.js";

/** Shows the payment once the order is known, and tells how it ended: `"closed"`, or `"failed"`. */
export async function follow(shop, checkout, hint) {
  const { known, mode } = checkout;
  const over = new AbortController();
  const view = VIEWS[mode](shop, checkout, over.signal, hint);
  const shown = known.then(({ url }) => over.signal.aborted || view.show(url));
  try {
    return await race(shop, "payStation.open", [shop.closed], [view.ended, shown.then(() => view.ended)]);
  } finally {
    over.abort();
  }
}

/** What shows a payment. Each lets go of everything once `over` is aborted. */
const VIEWS = {
  /** A window of its own, which leads itself. */
  window(_, { payment, led }, over) {
    const { ended, end } = ending();
    let isLed = false;
    led.then(
      () => (isLed = true),
      () => end("failed"),
    );
    const watch = setInterval(() => payment.closed && end("closed"), 500);
    over.addEventListener("abort", () => {
      clearInterval(watch);
      // A player who is paying is not interrupted.
      if (!isLed && !payment.closed) payment.close();
    });
    return { ended, show() {} };
  },

  /** A frame above the page. */
  iframe({ payStation, error }, { options, focused }, over, hint) {
    const labels = readLabels(options.labels, error);
    try {
      return openOverlay(payStation, labels, focused, over, hint);
    } catch {
      // No document, such as in a worker, or a browser of long ago.
      return { ended: Promise.resolve("failed"), show() {} };
    }
  },

  /** This page itself. It may come back as it was, from the browser's cache of pages. */
  redirect(_, __, over) {
    const { ended, end } = ending();
    globalThis.addEventListener?.("pageshow", ({ persisted }) => persisted && end("closed"), { signal: over });
    const show = (url) => {
      try {
        globalThis.location.assign(url);
      } catch {
        end("failed");
      }
    };
    return { ended, show };
  },
};

function ending() {
  let end;
  const ended = new Promise((resolve) => (end = resolve));
  return { ended, end };
}
