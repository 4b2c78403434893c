// One run with the library: a write, what it says of it, a reload, and what it says then.
import { LiveOps } from "xsolla-liveops";
import { memoryStorage, seededRandom } from "./outside.js";
import { watchedFetch } from "./sends.js";
import { WRITES } from "./writes.js";

// In the page's own time, in milliseconds.
const PATIENCE = 120_000;
// Two minutes after it was sent last, and a read or two.
const PATIENCE_AFTER_RELOAD = 180_000;
const FURTHER_WAIT = 20_000;

/**
 * Runs a plan: `{ player, write, addresses, token, seed, endsAfter, lastRequest }`, and what `watchedFetch` takes. Its fault lasts
 * so long, and up to that request.
 */
export async function libraryRun(plan) {
  const { fetch, sends } = watchedFetch(plan);
  const storage = memoryStorage();
  const options = {
    projectId: 44056,
    environment: plan.addresses,
    token: plan.token,
    fetch,
    storage,
    random: seededRandom(plan.seed),
  };
  const began = performance.now();
  let liveops = new LiveOps(options);
  const first = await wordOf(WRITES[plan.write].ask(liveops), PATIENCE);
  const took = performance.now() - began;
  let last = first;
  let isPending = false;
  if (first.applied === "unknown") {
    const waited = await settledAfterFault(liveops, sends, plan.lastRequest);
    isPending = waited.isPending;
    last = waited.word ?? first;
  }
  // What comes late has come, and was waited for once more.
  await until(began + plan.endsAfter + (plan.endsAfter && FURTHER_WAIT));
  liveops.close();
  const before = last;
  liveops = new LiveOps(options);
  const again = await settled(liveops, PATIENCE_AFTER_RELOAD);
  last = again.word ?? last;
  liveops.close();
  return { player: plan.player, first, before, last, isPending, stillPending: again.isPending && !again.word, took, sends, kept: storage.kept() };
}

const until = (time) => new Promise((resolve) => setTimeout(resolve, time - performance.now()));

/** What the library says of a promise that it gave. */
async function wordOf(promise, patience) {
  let timer;
  const silence = new Promise((resolve) => (timer = setTimeout(resolve, patience, { applied: "silent" })));
  const word = promise.then(
    (value) => ({ applied: true, recovered: value?.recovered ?? false, orderId: value?.order_id ?? value?.orderId ?? null }),
    (error) => ({ applied: error?.applied, code: error?.code, status: error?.status, text: `${error?.name}: ${error?.message}`, whole: whole(error) }),
  );
  return Promise.race([word, silence]).finally(() => clearTimeout(timer));
}

/** All that an error holds, what caused it included. */
const whole = (error) => JSON.stringify([{ ...error }, error?.stack, error?.cause && whole(error.cause)]);

/** What comes of what stands open until a further wait has passed in which the fault was over and nothing failed any more. */
async function settledAfterFault(liveops, sends, lastRequest) {
  const failed = () => sends.filter(({ status }) => status === null || status >= 400).length;
  for (;;) {
    const [before, isOver] = [failed(), sends.length >= lastRequest];
    const waited = await settled(liveops, FURTHER_WAIT);
    if (waited.word || !waited.isPending || (isOver && failed() === before)) return waited;
  }
}

/** What comes of what stands open, where the library keeps any. */
async function settled(liveops, patience) {
  const open = (await liveops.pending?.()) ?? [];
  if (open.length === 0) return { isPending: false };
  const word = await wordOf(open[0].settled, patience);
  return word.applied === "silent" || word.applied === "unknown" ? { isPending: true } : { isPending: true, word };
}
