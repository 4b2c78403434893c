// R14: what the API may add without a new version is read as it came, and no number is rounded.
import { seededRandom } from "../page/outside.js";
import { printed } from "../printed.mjs";
import { library } from "../virtual/library.mjs";

const LAST = 2n ** 53n - 1n;
const EDGES = [LAST, LAST + 1n, LAST + 2n, -LAST, -LAST - 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n];
const CASES = 100_000;

export default {
  id: "R14",
  title: "ids around 2^53, 2^63 and 2^64, decimals of up to 38 digits, nulls, absences, unknown fields and words in the official samples (property tests)",
  target: "every one handed back as it came, or refused with its path where JavaScript cannot hold it; 0 failures for what the API may add",

  async run({ seed }) {
    const env = { MUTATED_INPUTS: String(CASES), MUTATED_SEED: String(seed) };
    const test = ["test", "--package", "xsolla-liveops", "--lib", "--profile", "mutated", "additions", "--", "--nocapture"];
    const { inputs } = await printed("cargo", test, env);
    const { tried, wrong } = await parsedByJavaScript(seed);
    return {
      size: `${inputs.toLocaleString("en")} cases natively, ${tried.toLocaleString("en")} through the package`,
      figure: `${wrong.length} rounded, lost or refused without need`,
      passed: inputs >= CASES && wrong.length === 0,
      notes: wrong.slice(0, 10),
    };
  },
};

/** Ids and amounts as JSON writes them, through the package as it is shipped. */
async function parsedByJavaScript(seed) {
  const { LiveOps } = await library();
  const random = seededRandom(seed);
  const digits = (length) => Array.from({ length }, () => Math.floor(random() * 10)).join("");
  let body;
  const liveops = new LiveOps({ projectId: 1, storage: null, fetch: async () => new Response(body) });
  const wrong = [];
  let tried = 0;
  for (const near of EDGES.flatMap((edge) => [-2n, -1n, 0n, 1n, 2n].map((away) => edge + away))) {
    tried++;
    const isHeld = near <= LAST && near >= -LAST;
    body = `{"order_id":${near},"status":"new","tomorrow":${near}}`;
    const told = await liveops.orders.get(1).then(({ order_id: id }) => BigInt(id) === near, ({ code, message }) => code === "bad_response" && message.includes(".order_id"));
    const isRead = await liveops.orders.get(1).then(() => true, () => false);
    if (!told || isRead !== isHeld) wrong.push(`order_id ${near}`);
  }
  for (let times = 0; times < 2000; times++) {
    tried++;
    const amount = `${random() < 0.2 ? "-" : ""}${digits(1 + Math.floor(random() * 19))}.${digits(1 + Math.floor(random() * 19))}`;
    body = JSON.stringify({ items: [{ sku: "a", price: { amount, tomorrow: null }, kind_of_tomorrow: amount }] });
    const came = await liveops.cart.get().then((cart) => JSON.stringify(cart) === body, () => false);
    if (!came) wrong.push(`amount ${amount}`);
  }
  return { tried, wrong };
}
