// Messages that are not Pay Station's, while a payment is shown in a frame: they end nothing, and no order is read for them.
import { init, LiveOps } from "xsolla-liveops";

const MESSAGES = [
  { command: "status", data: { paymentInfo: { status: "done", invoice: 1 } } },
  { command: "close" },
  { command: "widget-close" },
  { command: "close-widget" },
  { command: "user-country", data: {} },
].map((message) => JSON.stringify(message));

/** Milliseconds: regular reads of an order are not closer. */
const REGULAR = 3_000;

export async function run({ environment, foreign, token }) {
  await init();
  const reads = [];
  const fetch = (request) => {
    if (request.url.includes("/order/")) reads.push(performance.now());
    return globalThis.fetch(request);
  };
  const liveops = new LiveOps({ projectId: 44056, environment, token, fetch, storage: null, random: () => 0.5 });
  const { items } = await liveops.catalog.virtualItems({ limit: 50 });
  const item = items.find(({ price }) => Number(price?.amount) > 0);
  const order = await liveops.orders.createWithItem(item.sku);
  const wrong = [];
  let tried = 0;
  const { outcome, statuses } = liveops.payStation.open(order, { mode: "iframe" });
  let hasEnded = false;
  outcome.then(() => (hasEnded = true));
  const seen = [];
  const followed = (async () => {
    for await (const status of statuses({ deadlineMs: 30_000 })) seen.push(status);
  })().catch(() => {});
  const frame = await until(() => document.querySelector("dialog iframe"));
  const elsewhere = Object.assign(document.createElement("iframe"), { src: `${foreign}/forger` });
  const blank = document.createElement("iframe");
  document.body.append(elsewhere, blank);
  await new Promise((resolve) => (elsewhere.onload = resolve));

  /** Does something right after a read of the order, and tells whether the next one came before its time. */
  const causesRead = async (something) => {
    const before = reads.length;
    await until(() => reads.length > before);
    await something();
    await until(() => reads.length > before + 1);
    return reads[before + 1] - reads[before] < REGULAR;
  };

  const senders = {
    "the page itself": (message) => window.postMessage(message, "*"),
    "a frame of another origin": (message) => elsewhere.contentWindow.postMessage(message, "*"),
    "a frame of the page's own": (message) => blank.contentWindow.eval(`parent.postMessage(${JSON.stringify(message)}, "*")`),
    "a script that says it is the frame": (message) => window.dispatchEvent(made(message, new URL(environment.payStationUrl).origin, frame)),
  };
  const sendAll = async () => {
    for (const [name, send] of Object.entries(senders)) {
      for (const message of MESSAGES) {
        tried++;
        const heard = name.startsWith("a script") || new Promise((resolve) => window.addEventListener("message", resolve, { once: true }));
        send(message);
        await heard;
        await new Promise((resolve) => setTimeout(resolve));
        if (hasEnded) wrong.push(`${name} ended the payment with ${message}`);
      }
    }
  };
  if (await causesRead(sendAll)) wrong.push("a forged message had the order read");
  if (!(await causesRead(() => window.dispatchEvent(new Event("online"))))) wrong.push("what does have the order read was not seen to");
  if (seen.some((status) => status !== "new")) wrong.push(`believed ${seen}`);
  liveops.close();
  await followed;
  return { tried, wrong };
}

function made(data, origin, { contentWindow: source }) {
  try {
    return new MessageEvent("message", { data, origin, source });
  } catch {
    // Firefox lets nobody say that it is a window of another origin.
    return new MessageEvent("message", { data, origin });
  }
}

async function until(found) {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
