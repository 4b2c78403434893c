// Claims around the moment at which chains start over, by a clock that shows the emulators' time.
import { init, LiveOps } from "xsolla-liveops";
import { memoryStorage } from "./outside.js";
import { WRITES } from "./writes.js";

const PATIENCE = 60_000;
const until = (time) => new Promise((resolve) => setTimeout(resolve, time - Date.now()));

/** What tells a chain's cycle, of a body that was read. */
const markOf = (body) => {
  const chain = body.items?.[0] ?? body;
  return chain.recurrent_schedule?.reset_next_date ?? chain.steps?.[0]?.unlocked_date ?? null;
};

/** A `fetch` that notes each sending of a claim: in which cycle the chain was when it was last read. */
function noting(sends) {
  let mark = null;
  return async (request) => {
    if (request.method === "POST") sends.push({ at: Date.now(), mark });
    const response = await window.fetch(request);
    if (request.method === "GET" && response.ok) mark = markOf(await response.clone().json());
    return response;
  };
}

async function claim({ player, write, addresses, token, at }) {
  const sends = [];
  await until(at);
  const liveops = new LiveOps({ projectId: 44056, environment: addresses, token, fetch: noting(sends), storage: memoryStorage() });
  const silent = until(Date.now() + PATIENCE).then(() => ({ applied: "silent" }));
  const said = WRITES[write].ask(liveops).then(
    () => ({ applied: true }),
    ({ applied, code }) => ({ applied, code }),
  );
  const word = await Promise.race([said, silent]);
  liveops.close();
  return { player, ...word, sends };
}

await init();

window.tabs = {
  /** Makes claims, each at its moment, by a clock that shows `now` now. */
  boundary(plans, now) {
    const began = performance.now();
    Date.now = () => Math.round(now + performance.now() - began);
    return Promise.all(plans.map(claim));
  },
};
