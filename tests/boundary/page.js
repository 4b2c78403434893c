// What the steps of a test may use besides the library.
import { Clock } from "./clock.js";
import { all, listeners, OrderReads } from "./order.js";
import * as replies from "./replies.js";
import { Locks, replaceLocks } from "./locks.js";
import { Shop } from "./shop.js";
import { Memory, Step } from "./step.js";
import { replaceWebSocket, Socket } from "./web_socket.js";

/** A `fetch` that gives its answers in their order, the last one again and again, and keeps the requests. */
export class Api {
  requests = [];

  constructor(...answers) {
    this.answers = answers;
    this.fetch = (request) => {
      const answer = this.answers[Math.min(this.requests.length, this.answers.length - 1)];
      this.requests.push(request);
      this.#arrived?.(request);
      return answer(request);
    };
  }

  #arrived;

  /** The next request, once it is there. */
  next() {
    return new Promise((resolve) => (this.#arrived = resolve));
  }
}

/** An answer with a JSON body. */
export const json = (body, status = 200) => text(JSON.stringify(body), status);

/** An answer with any body; null is none. */
export const text = (body, status = 200) => async () => new Response(body, { status });

/** An answer that never comes, whatever its signal says. */
export const never = () => new Promise(() => {});

export const emptyPage = { has_more: false, items: [] };

/** A JWT of so many seconds, made long ago by a clock that nobody shares. */
export function jwt(lifetime, name = "player") {
  const part = (claims) => btoa(JSON.stringify(claims)).replaceAll("=", "").replaceAll("+", "-").replaceAll("/", "_");
  return `${part({ alg: "none" })}.${part({ sub: name, iat: 1000, exp: 1000 + lifetime, note: "ÿ?>".repeat(3) })}.c2ln`;
}

/** How a call ends: its value, or what its error tells. */
export async function outcome(call) {
  try {
    return { value: await (typeof call === "function" ? call() : call) };
  } catch (error) {
    return told(error);
  }
}

function told(error) {
  if (!(error instanceof Error) || error.name !== "LiveOpsError") return { foreign: String(error) };
  const { code, status, errorCode, transactionId, retryable, applied, message } = error;
  return { code, status, errorCode, transactionId, retryable, applied, message };
}

/** Loads what comes later. The second time it is there at once, which an `import()` never is. */
const loading = {};
const later = {
  checkout: () => (loading.checkout ??= import("../../src/checkout/checkout.js")),
  claims: () => (loading.claims ??= import("../../src/claim/claims.js")),
  watch: () => (loading.watch ??= import("../../src/watch/watch.js")),
};
const load = () => Promise.all(Object.values(later).map((load) => load()));

const AsyncFunction = (async () => {}).constructor;

/** Throws the errors that a function answers with, as the package does. */
const throwing = (run) => (...values) => {
  const result = run(...values);
  if (result instanceof Error) throw result;
  return result;
};

/** Runs the steps of a test with these names in scope, and gives what they return. */
export async function run(exports, steps) {
  const library = Object.fromEntries(Object.entries(exports).map(([name, run]) => [name, throwing(run)]));
  const clients = [];
  class LiveOps {
    constructor(options) {
      library.connect(this, options, { ...library, ...later });
      clients.push(this);
    }
  }
  const clock = new Clock();
  const locks = new Locks();
  const held = { OrderReads, Shop, Step, Memory, all, listeners, Socket, clock, locks, load };
  const scope = { ...library, ...held, ...replies, LiveOps, Api, json, text, never, emptyPage, jwt, outcome };
  const browsersOwn = [replaceWebSocket(), replaceLocks(locks)];
  try {
    const result = await new AsyncFunction(...Object.keys(scope), `{${steps}\n}`)(...Object.values(scope));
    return JSON.stringify(result ?? null);
  } finally {
    for (const client of clients) client.close();
    clock.stop();
    for (const giveBack of browsersOwn) giveBack();
  }
}
