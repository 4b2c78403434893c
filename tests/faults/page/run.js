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
const MOST_WAITS = 2;
const LOOK = 500;

const SILENT = { applied: "silent" };
const NOT_AWAITED = { isPending: false, waits: 0 };

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
  const { isPending, waits, settled: told } = first.applied === "unknown" ? await awaitedAfterFault(liveops, sends, plan.lastRequest) : NOT_AWAITED;
  // What comes late has come, and was waited for once more.
  await until(began + plan.endsAfter + (plan.endsAfter && FURTHER_WAIT));
  const before = (told && known(await wordOf(told, 0))) ?? first;
  liveops.close();
  liveops = new LiveOps(options);
  const again = await settled(liveops, PATIENCE_AFTER_RELOAD);
  // What was accepted while the page was closed is told to that page alone.
  const last = again.word ?? (told && known(await wordOf(told, 0))) ?? before;
  liveops.close();
  return { player: plan.player, first, before, last, isPending, waits, stillPending: again.isPending && !again.word, took, sends, kept: storage.kept() };
}

const until = (time) => new Promise((resolve) => setTimeout(resolve, time - performance.now()));

/** What the library says of a promise that it gave. */
async function wordOf(promise, patience) {
  let timer;
  const silence = new Promise((resolve) => (timer = setTimeout(resolve, patience, SILENT)));
  const word = promise.then(
    (value) => ({ applied: true, recovered: value?.recovered ?? false, orderId: value?.order_id ?? value?.orderId ?? null }),
    (error) => ({ applied: error?.applied, code: error?.code, status: error?.status, text: `${error?.name}: ${error?.message}`, whole: whole(error) }),
  );
  return Promise.race([word, silence]).finally(() => clearTimeout(timer));
}

/** All that an error holds, what caused it included. */
const whole = (error) => JSON.stringify([{ ...error }, error?.stack, error?.cause && whole(error.cause)]);

/**
 * Waits for what stands open, until one further wait after the fault's last request was sent, and counts these waits: where something
 * failed in the first, the fault may have ended in it, and one more is waited. Never more, whatever fails then.
 */
async function awaitedAfterFault(liveops, sends, lastRequest) {
  const [open] = (await liveops.pending?.()) ?? [];
  if (!open) return NOT_AWAITED;
  const { settled } = open;
  const failed = () => sends.filter(({ isFailed }) => isFailed).length;
  let word = SILENT;
  while (word === SILENT && sends.length < lastRequest) word = await wordOf(settled, LOOK);
  let waits = 0;
  let before = -1;
  while (word === SILENT && waits < MOST_WAITS && failed() > before) {
    before = failed();
    waits += 1;
    word = await furtherWait(settled, sends);
  }
  return { isPending: word.applied !== "unknown", waits, settled };
}

/** The clock of this wait stands while a request is under way: sockets keep their own pace, so that a page's time runs away from them. */
async function furtherWait(settled, sends) {
  let word = SILENT;
  for (let passed = 0; word === SILENT && passed < FURTHER_WAIT; ) {
    word = await wordOf(settled, LOOK);
    if (!sends.some(({ isUnderWay }) => isUnderWay)) passed += LOOK;
  }
  return word;
}

/** What comes of what stands open, where the library keeps any. */
async function settled(liveops, patience) {
  const open = (await liveops.pending?.()) ?? [];
  if (open.length === 0) return { isPending: false };
  const word = await wordOf(open[0].settled, patience);
  return { isPending: true, word: known(word) };
}

const known = (word) => (word.applied === "silent" || word.applied === "unknown" ? undefined : word);
