// Purchases of a paid step, many at once, on emulators that lose a fifth of all requests.
import { fileURLToPath } from "node:url";
import { Emulator } from "../../browser/emulator.mjs";
import { SCALE } from "./matrix.mjs";
import { MatrixPage } from "./page.mjs";
import { makeReady } from "./player.mjs";
import { MORNING } from "./server.mjs";
import { WRITES } from "./writes.mjs";

const GAME = fileURLToPath(new URL("../game.json", import.meta.url));
const SERVERS = 5;
// Most of a purchase is waiting for the next poll.
const LANES = 15;
// The library tries a read three times.
const FAILED_READS = 30;

/** Makes purchases, and gives what each tells, with how often its step was granted. */
export async function purchases({ count, seed }) {
  const emulators = await Promise.all(Array.from({ length: SERVERS }, () => Emulator.start({ seed: GAME })));
  const page = await MatrixPage.open(emulators[0].storefront, { scale: SCALE, now: MORNING });
  try {
    const each = Math.ceil(count / SERVERS);
    const shares = emulators.map((emulator, place) => share(emulator, page, { count: each, seed: seed + place * each }));
    return (await Promise.all(shares)).flat();
  } finally {
    await page.close();
    await Promise.all(emulators.map((emulator) => emulator.stop()));
  }
}

async function share(emulator, page, { count, seed }) {
  await emulator.reset(MORNING);
  const addresses = { apiUrl: emulator.api, payStationUrl: emulator.payStation };
  const plans = [];
  for (let place = 0; place < count; place += 1) {
    const player = `buyer-${place}`;
    const token = await makeReady(emulator, player, WRITES.paidStep);
    plans.push({ kind: "purchase", player, token, addresses, seed: (seed + place) % 2 ** 32, polls: FAILED_READS });
  }
  await emulator.control("PUT", "faults", { rules: plans.flatMap(losing) });
  const results = await page.run({ id: emulator.api, lanes: LANES, plans });
  const { grants } = await emulator.control("GET", "audit");
  const granted = (buyer) => grants.filter(({ player, sku }) => player === buyer && sku === "apple").length;
  return results.map((result) => ({ ...result, granted: granted(result.player) }));
}

/** A tenth of the requests is lost on the way there, a tenth of the answers on the way back; browsers repeat neither by themselves. */
function losing({ player, seed }) {
  const lost = (phase, what, shift) => ({ request: { player }, phase, what, probability: 0.1, seed: seed + shift });
  // The first reads are those of the second click, which asks what became of the first one's order.
  const failing = { request: { player, operation: "get-order", nth: 4 }, phase: "before_commit", what: { answer: { status: 503 } }, times: FAILED_READS };
  return [failing, lost("before_commit", { answer: { status: 502, cors: false } }, 0), lost("after_commit", "hang", 1)];
}
