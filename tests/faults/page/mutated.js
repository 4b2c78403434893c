// Answers that nobody would send, through the package as it is shipped: each call settles, by a value or by an error of its own.
import { mutator } from "./mutate.js";

/** `samples`: operations with what they answer. Gives how many bodies were read, how the calls ended, and what went wrong. */
export async function run({ samples, bodies, seed, lanes = 32 }) {
  const wrong = [];
  const memories = holdMemories();
  addEventListener("unhandledrejection", ({ reason }) => wrong.push(`unhandled: ${reason?.stack ?? reason}`));
  addEventListener("error", ({ message }) => wrong.push(`uncaught: ${message}`));
  const { init, LiveOps, claimableSteps, nextResetAt, claimableAt } = await import("xsolla-liveops");
  await init();
  const ends = {};
  let [read, calls, slowest] = [0, 0, 0];

  async function lane(number) {
    const { random, below, oneOf, body } = mutator(seed + number);
    let given;
    const fetch = async () => {
      read++;
      const status = below(4) ? given.status : oneOf([200, 204, 400, 401, 403, 404, 422, 500, 503]);
      const text = body(given.sample);
      const headers = below(4) ? {} : { "retry-after": oneOf(["0", "-1", "1e9", "soon", "Wed, 21 Oct 2015 07:28:00 GMT", "\u00ff"]), date: oneOf(["now", "", "Thu, 01 Jan 1970 00:00:00 GMT"]) };
      return new Response([204, 304].includes(status) ? null : text, { status, headers });
    };
    let liveops;
    for (let turn = 0; read < bodies; turn++) {
      // Each client may repeat only so many reads that failed: with its own, nothing is read without waiting.
      if (turn % 50 === 0) liveops = new LiveOps({ projectId: 1, fetch, random: () => 0, storage: null });
      given = oneOf(samples);
      calls++;
      const began = performance.now();
      const end = await ended(() => call(liveops, given, turn));
      slowest = Math.max(slowest, performance.now() - began);
      ends[end.told] = (ends[end.told] ?? 0) + 1;
      if (end.wrong) wrong.push(`${given.call} of mutator(${seed + number}), turn ${turn}: ${end.wrong}`);
      if (end.value && random() < 0.2) {
        for (const chain of [end.value, ...(end.value.items ?? [])].slice(0, 3)) {
          const helped = await ended(async () => [claimableSteps(chain), nextResetAt(chain), claimableAt(chain?.steps?.[0])]);
          if (helped.wrong) wrong.push(`helpers after mutator(${seed + number}), turn ${turn}: ${helped.wrong}`);
        }
      }
    }
  }

  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return { read, calls, ends, wrong: wrong.slice(0, 20), failures: wrong.length, slowest, instances: memories.length, memory: memories.at(-1)?.buffer.byteLength };
}

/** No two reads are the same, or they would share one answer. */
function call(liveops, { call, given }, turn) {
  const [area, method] = call.split(".");
  return liveops[area][method](...given.map((one) => (one === "#" ? turn + 1 : typeof one === "object" ? { ...one, ...(one.offset === 0 && { offset: turn }) } : one)));
}

async function ended(call) {
  try {
    return { told: "read", value: await call() };
  } catch (error) {
    const isOurs = error instanceof Error && error.name === "LiveOpsError" && typeof error.code === "string";
    if (!isOurs) return { told: "foreign", wrong: String(error?.stack ?? error) };
    if (error.code === "internal") return { told: "internal", wrong: `${error.message} ${error.cause?.stack}` };
    return { told: error.code };
  }
}

/** The memories of the module's instances: more than one, and it has failed. */
export function holdMemories() {
  const memories = [];
  const hold = (instance) => {
    memories.push(Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory));
    return instance;
  };
  const { instantiateStreaming, Instance } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...values) => {
    const result = await instantiateStreaming(...values);
    hold(result.instance);
    return result;
  };
  WebAssembly.Instance = function (...values) {
    return hold(new Instance(...values));
  };
  return memories;
}
