// What the order socket says, what tokens say of themselves, names in the journal of claims: read by JavaScript, so here by Node.
import { heard } from "../../../src/checkout/order_frames.js";
import { openJournal } from "../../../src/claim/journal.js";
import { claims } from "../../../src/client/token.js";
import { mutator } from "../page/mutate.js";

const FRAMES = [
  { push: { channel: "order", pub: { data: { order_id: 641, status: "paid" } } } },
  { id: 1, connect: { client: "a", version: "1", expires: true, ttl: 86400, ping: 25 } },
  { id: 1, error: { code: 101, message: "unauthorized" } },
  { push: { disconnect: { code: 3001, reason: "shutdown" } } },
  {},
];
const CLAIMS = { sub: "mira", iat: 1_800_000_000, exp: 1_800_003_600, xsolla_login_project_id: "a" };

/** Gives what was heard, and what was wrong about it. */
export function mutatedFrames(inputs, seed) {
  const { oneOf, below, body, text } = mutator(seed);
  const wrong = [];
  let told = 0;
  for (let input = 0; input < inputs; input++) {
    const lines = Array.from({ length: 1 + below(3) }, () => String(body(oneOf(FRAMES))));
    const frame = below(20) ? lines.join("\n") : text(lines.join("\n"));
    try {
      for (const one of heard(below(100) ? frame : Buffer.from(frame))) {
        told++;
        const isKnown = ["ping", "connected", "refused"].includes(one) || Number.isSafeInteger(one.orderId);
        if (!isKnown) wrong.push(`heard ${JSON.stringify(one)} in input ${input} of mutator(${seed})`);
      }
    } catch (error) {
      wrong.push(`input ${input} of mutator(${seed}): ${error.stack}`);
    }
  }
  return { inputs, told, wrong };
}

export function mutatedTokens(inputs, seed) {
  const { body, text, below } = mutator(seed);
  const wrong = [];
  let told = 0;
  for (let input = 0; input < inputs; input++) {
    const part = Buffer.from(body(CLAIMS)).toString(below(2) ? "base64url" : "base64");
    const token = `eyJhbGciOiJub25lIn0.${part}.c2ln`;
    try {
      told += claims(below(4) ? token : text(token)) !== undefined;
    } catch (error) {
      wrong.push(`input ${input} of mutator(${seed}): ${error.stack}`);
    }
  }
  return { inputs, told, wrong };
}

export function mutatedNames(inputs, seed) {
  const { text } = mutator(seed);
  const journal = openJournal({ storage: null, projectId: 44056 });
  const wrong = [];
  let told = 0;
  for (let input = 0; input < inputs; input++) {
    const name = text("xsolla-liveops.claims.44056.17.2.101.3");
    const [kind, chainId, step] = journal.step(name);
    if (kind === undefined) continue;
    told++;
    if (![kind, chainId, step].every((number) => Number.isInteger(number) && number >= 0)) wrong.push(`${name} in input ${input} of mutator(${seed})`);
  }
  return { inputs, told, wrong };
}
