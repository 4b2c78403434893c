// The longest bodies that are read at all: how long the library takes for each, and how much memory its module holds afterwards.
import { holdMemories } from "./mutated.js";

const MOST = 4 * 2 ** 20;

const step = { step_number: 1, status: "claimable", items: [{ sku: "booster", name: "Booster", type: "virtual_good", quantity: 1 }] };
const chain = { id: 1, name: "Chain", steps: [step, step, step, step, step] };
const page = (items) => JSON.stringify({ has_more: false, items });

/** A text as long as it may be. */
const padded = (text) => text + " ".repeat(MOST - text.length);

const BODIES = {
  "9,000 chains of five steps": () => page(Array.from({ length: Math.floor((MOST - 100) / (JSON.stringify(chain).length + 1)) }, () => chain)),
  "10,000 entries of what no model names": () => page([{ ...chain, tomorrow: Array.from({ length: 10_000 }, () => ["x".repeat(400)]) }]),
  "one text": () => page([{ ...chain, name: "x".repeat(MOST - 1000) }]),
  "64 levels, again and again": () => page([{ ...chain, tomorrow: Array.from({ length: 10_000 }, () => JSON.parse("[".repeat(58) + "]".repeat(58))) }]),
  "depth without end": () => "[".repeat(MOST / 2) + "]".repeat(MOST / 2),
  "a number without end": () => `{"has_more":${"9".repeat(MOST - 20)}}`,
  "escapes": () => page([{ ...chain, name: "\u0001".repeat(600_000) }]),
  "a page of HTML": () => padded("<!doctype html>"),
  "a byte too many": () => `${padded(page([]))} `,
};

export async function run() {
  const memories = holdMemories();
  const { init, LiveOps } = await import("xsolla-liveops");
  await init();
  const found = [];
  for (const [name, make] of Object.entries(BODIES)) {
    const bytes = new TextEncoder().encode(make());
    let arrived;
    const fetch = async () => {
      const response = new Response(bytes);
      arrived = performance.now();
      return response;
    };
    const liveops = new LiveOps({ projectId: 1, fetch, storage: null });
    let least = Infinity;
    let told;
    for (let times = 0; times < 5; times++) {
      told = await liveops.dailyChains.list().then(() => "read", ({ code }) => code);
      least = Math.min(least, performance.now() - arrived);
    }
    // What reading the same by the browser alone takes.
    const began = performance.now();
    await new Response(bytes).json().catch(() => {});
    found.push({ name, bytes: bytes.length, told, milliseconds: least, alone: performance.now() - began, memory: memories.at(-1).buffer.byteLength });
  }
  return found;
}
