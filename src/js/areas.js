// The methods of a client.
import { connect as connectClaims } from "../claim/methods.js";
import { connect as connectWatch } from "../watch/methods.js";

/** Each client's signal, and the function of the module that runs its calls. */
const clients = new WeakMap();

/** Gives a client `close`, and answers with the signal that it aborts. */
export function closed(client) {
  if (!clients.has(client)) {
    const closing = new AbortController();
    client.close = () => closing.abort();
    clients.set(client, { signal: closing.signal });
  }
  return clients.get(client).signal;
}

/**
 * Gives a client its methods. `dailyChains.list:all` is a method of its area, with another that walks
 * through all its pages. `run` runs the method of a place among the names, with its first two arguments
 * and, where it walks, with an offset: false for the first page. Answers with what else the module tells: the player's
 * token, what comes next in a claim, and how long a watched chain waits. All work for as long as the client lives: where
 * the module fails, `load.again()` connects the client to another instance of it, and nothing is left to do. `time` tells
 * the API's; `options` are the client's own.
 */
export function connect(client, names, run, time, options, load) {
  client.now = () => new Date(time.now());
  const known = clients.get(client);
  const wasConnected = known.run;
  known.run = run;
  if (wasConnected) return;
  const call = async (...values) => {
    let answer = known.run(...values);
    if (answer instanceof Error) {
      load.again();
      answer = known.run(...values);
    }
    if (answer instanceof Error) throw answer;
    return answer;
  };
  names.trim().split(" ").forEach((name, place) => {
    const [path, walk] = name.split(":");
    const [area, method] = path.split(".");
    const holder = (client[area] ??= {});
    holder[method] = (first, second) => call(place, first, second);
    if (walk) {
      holder[walk] = (first, second) =>
        entries((offset) => call(place, first, second, offset), (second ?? first)?.offset);
    }
  });
  // Past the last method's place, by the numbers of `areas.rs`.
  const core = {
    take: (happened, ...values) => call(-2 - happened, ...values),
    spread: (...values) => call(-17, ...values),
    token: () => call(-1),
  };
  connectClaims(client, options, known.signal, core, load);
  connectWatch(client, options, known.signal, core, load);
  return core;
}

/** Walks through a list while its entries are asked for: the offset advances by what came. */
async function* entries(readPage, start) {
  let page = await readPage(false);
  for (let offset = start ?? 0; ; page = await readPage(offset)) {
    yield* page.items;
    if (!page.has_more) return;
    offset += page.items.length;
  }
}
