// A payment window that the browser does not block: opened in the click, led to Pay Station later.

/** Where an order is paid; undefined where it is no order with a token of printable ASCII. */
export function address(payStation, order) {
  try {
    const { token } = order;
    if (typeof token === "string" && /^[!-~]+$/.test(token)) {
      return `${payStation}/paystation4/?token=${encodeURIComponent(token)}`;
    }
  } catch {}
}

/** Opens an empty window; null where the browser blocks it, or where there is no document, such as in a worker. */
export function open() {
  try {
    const payment = globalThis.open();
    // What it shows later must not reach back into this page.
    payment.opener = null;
    return payment;
  } catch {
    return null;
  }
}

/** Leads the window to an address and tells how it ended; looks twice a second whether it is still open. */
export async function lead(payment, address, deadline) {
  try {
    payment.location.replace(address);
  } catch {
    payment.close();
    return "failed";
  }
  while (!payment.closed && !deadline.ended()) await new Promise((resolve) => setTimeout(resolve, 500));
  return "closed";
}

export const close = (payment) => payment.close();

/** What a page gets of a checkout under way. */
export function checkout(outcome) {
  // A page that only waits for the order has handled its rejection there.
  outcome.catch(() => {});
  return { outcome };
}
