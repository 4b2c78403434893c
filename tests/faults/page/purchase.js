// One purchase of a paid step: clicked twice, with polls that fail, and every order paid that was handed out.
import { LiveOps } from "xsolla-liveops";
import { memoryStorage, seededRandom } from "./outside.js";
import { watchedFetch } from "./sends.js";

const CLICKS = 8;
// In the page's own time, in milliseconds.
const PATIENCE = 590_000;
const LOOK = 500;

/** `polls`: how many reads of the order have to be sent before it is paid. */
export async function purchaseRun(plan) {
  const { fetch, sends } = watchedFetch(plan);
  const { apiUrl, payStationUrl } = plan.addresses;
  const liveops = new LiveOps({
    projectId: 44056,
    // Without a socket statuses are only read.
    environment: { apiUrl, payStationUrl },
    token: plan.token,
    fetch,
    storage: memoryStorage(),
    random: seededRandom(plan.seed),
  });
  try {
    const orders = await clicked(liveops);
    if (orders.length === 0) return { player: plan.player, orders: [] };
    const checkout = liveops.payStation.open(orders.at(-1), { mode: "iframe" });
    const statuses = [];
    const followed = follow(checkout, statuses);
    const polls = () => sends.filter(({ path }) => path?.startsWith("order/")).length;
    await Promise.race([until(() => polls() >= plan.polls), followed]);
    const early = [...statuses];
    const ids = [...new Set(orders.map(({ order_id }) => order_id))];
    for (const id of ids) await fetched(`${new URL(apiUrl).origin}/_emulator/orders/${id}/pay`);
    const failure = await followed;
    return { player: plan.player, orders: ids, clicks: orders.length, tokens: new Set(orders.map(({ token }) => token)).size, early, last: statuses.at(-1), failure, polls: polls() };
  } finally {
    liveops.close();
  }
}

/** Clicks twice at once until there is an order, and gives all that were handed out. */
async function clicked(liveops) {
  const click = () => liveops.offerChains.order({ chainId: 2, stepNumber: 1 });
  const orders = [];
  for (let clicks = 0; clicks < CLICKS && orders.length === 0; clicks += 1) {
    const both = await Promise.allSettled([click(), click()]);
    orders.push(...both.filter(({ status }) => status === "fulfilled").map(({ value }) => value));
  }
  return orders;
}

async function follow(checkout, statuses) {
  try {
    for await (const status of checkout.statuses({ deadlineMs: PATIENCE })) statuses.push(status);
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

async function until(isSo) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, LOOK));
}

const fetched = (url) => window.fetch(url, { method: "POST" });
