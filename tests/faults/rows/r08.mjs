// R8: eight tabs click the same steps together, and tabs are killed while they hold the lock.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Emulator } from "../../browser/emulator.mjs";
import { MORNING } from "../matrix/server.mjs";
import { openPage } from "../tabs/browser.mjs";

const TABS = 8;
const SCALE = 10;
const AGREED = 1000;
const PATIENCE = 5000;
/** Steps of a chain: the API allows 30. */
const STEPS = 20;

export default {
  id: "R8",
  title: "eight tabs click the same steps together; a tab is killed while it holds the lock",
  target: "as many grants as steps; tabs agree within 1 s; none waits longer than 5 s for another; a step whose tab was killed is claimed by the other, once",
  browsers: ["chromium"],

  async run({ part }) {
    const chains = part ? 1 : 10;
    const steps = chains * STEPS;
    const folder = await mkdtemp(path.join(tmpdir(), "liveops-steps-"));
    const seed = path.join(folder, "game.json");
    await writeFile(seed, JSON.stringify(gameOf(chains)));
    const emulator = await Emulator.start({ seed });
    const page = await openPage(`${emulator.storefront}/tabs.html`);
    try {
      await emulator.reset(MORNING);
      const clicked = await clickTogether(emulator, page, chains);
      const killed = await killHolders(emulator, page, part ? 10 : 200);
      return told(clicked, killed, steps);
    } finally {
      await page.close();
      await emulator.stop();
      await rm(folder, { recursive: true });
    }
  },
};

async function clickTogether(emulator, page, chains) {
  await page.run("open", await planned(emulator, "together"), TABS, 1);
  const found = { slowest: 0, longest: 0, refused: 0, sent: 0 };
  for (const [chain, step] of stepsOf(chains)) {
    const words = await page.run("click", chain, step);
    const ends = words.map(({ ended }) => ended);
    found.slowest = Math.max(found.slowest, Math.max(...ends) - Math.min(...ends));
    found.longest = Math.max(found.longest, ...words.map(({ took }) => took));
    found.refused += words.filter(({ applied }) => applied !== true).length;
  }
  found.grants = await grantsOf(emulator, "together");
  found.sent = await sendsOf(emulator, "together");
  return found;
}

async function killHolders(emulator, page, times) {
  const found = { times, held: 0, slowest: 0, wrong: [] };
  for (let place = 0; place < times; place += 1) {
    const player = `killed-${place}`;
    const plan = { ...(await planned(emulator, player)), chain: 1, after: (place % 10) * 30 };
    const { applied, code, took, isHeld } = await page.run("kill", plan, SCALE);
    const grants = await grantsOf(emulator, player);
    if (isHeld) found.held += 1;
    found.slowest = Math.max(found.slowest, took);
    if (applied !== true || grants !== 1) found.wrong.push(`${player}: ${grants} granted, ${applied} ${code}`);
  }
  return found;
}

function told(clicked, killed, steps) {
  const isRight = clicked.grants === steps && clicked.refused === 0 && clicked.slowest <= AGREED && clicked.longest <= PATIENCE;
  return {
    size: `${TABS} tabs × ${steps} steps; ${killed.times} tabs killed, ${killed.held} of them with the lock`,
    figure:
      `${clicked.grants} grants by ${clicked.sent} sends; tabs agree within ${Math.ceil(clicked.slowest)} ms, none waited longer than ${Math.ceil(clicked.longest)} ms; ` +
      `after a kill ${killed.wrong.length} steps lost or doubled, the slowest claimed after ${(killed.slowest / 1000).toFixed(1)} s`,
    passed: isRight && killed.wrong.length === 0 && killed.held === killed.times,
    notes: [
      `Tabs are frames of one page, each with its own document, client and lock requests. Clicks in real time, kills ${SCALE} times as fast.`,
      "A killed tab has written its claim down and not sent it, so that the other waits for the lock, reads twice, and sends it again.",
      ...killed.wrong.slice(0, 10),
    ],
  };
}

async function planned(emulator, player) {
  await emulator.control("PUT", `players/${player}`, { name: player, country: "DE" });
  const token = await emulator.token(player, { lifetime_seconds: 90 * 24 * 60 * 60 });
  return { token, addresses: { apiUrl: emulator.api, payStationUrl: emulator.payStation, orderSocketUrl: emulator.orderSocket } };
}

const grantsOf = async (emulator, player) => (await emulator.control("GET", `audit?player=${player}`)).grants.length;

async function sendsOf(emulator, player) {
  const { requests } = await emulator.control("GET", `requests?player=${player}`);
  return requests.filter(({ operation }) => operation === "claim-user-offer-chain-step-reward").length;
}

const upTo = (count) => Array.from({ length: count }, (_, place) => place + 1);
const stepsOf = (chains) => upTo(chains).flatMap((chain) => upTo(STEPS).map((step) => [chain, step]));

/** A game of so many offer chains with free steps. */
function gameOf(chains) {
  const gifts = upTo(STEPS).map((number) => ({
    operation: "admin-create-virtual-item",
    body: { sku: `gift_${number}`, name: { en: `Gift ${number}` }, is_enabled: true, is_show_in_store: true, is_free: true, prices: [] },
  }));
  const steps = upTo(STEPS).map((number) => ({ step_number: number, is_free: true, items: [{ sku: `gift_${number}`, quantity: 1, order: 0 }] }));
  const offers = upTo(chains).map((number) => ({
    operation: "admin-create-offer-chain",
    body: {
      name: { en: `Chain ${number}` }, is_enabled: true, is_always_visible: true, order: number,
      date_start: "2024-01-01T00:00:00+00:00", date_end: null, recurrent_schedule: null, steps,
    },
  }));
  return [{ project: { id: 44056, key: "emulator", currency: "USD" } }, ...gifts, ...offers];
}
