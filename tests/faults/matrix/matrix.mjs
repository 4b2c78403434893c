// The matrix: every fault, every write, every seed, in one browser, with the control beside it. Made once a process.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { required } from "../../browser/environment.mjs";
import { FAULTS } from "./faults.mjs";
import { MatrixPage } from "./page.mjs";
import { planned } from "./plan.mjs";
import { overlooked } from "./planted.mjs";
import { foundSecrets } from "./secrets.mjs";
import { MatrixServer, MORNING } from "./server.mjs";

/** How many times as fast as the sockets the page's own time runs. */
export const SCALE = 20;

// A browser has six connections to a host: a lane each, and one to spare for those that hang.
const LANES = 5;
const SHARED_SERVERS = 5;
const LONE_SERVERS = 5;
const BATCH = 150;
const RUNS_OF_A_PAGE = 2000;
const SEEDS = 20;
// Few claims cannot say at first what became of them, and of those R2 has to see some.
const CLAIM_SEEDS_OF_PART = 4;

let made;

/** What all runs show. */
export const matrix = (context) => (made ??= make(context));

async function make({ part, seed, browser }) {
  const seeds = Number(process.env.LIVEOPS_SEEDS ?? (part ? 1 : SEEDS));
  const faults = Object.keys(FAULTS);
  const claimSeeds = part ? Math.max(seeds, CLAIM_SEEDS_OF_PART) : seeds;
  const runs = planned({ faults, seeds, claimSeeds, seed, scale: SCALE, isControl: false });
  const control = planned({ faults, seeds: Math.ceil(seeds / 5), seed, scale: SCALE, isControl: true });
  const { shown, ...rest } = await runAll([...runs, ...control]);
  const found = {
    ...rest,
    broke: [...rest.broke, ...overlooked().map((wrong) => `a planted run was not found ${wrong}`)],
    seeds,
    claimSeeds,
    runs: shown.filter(({ run }) => !run.isControl),
    control: shown.filter(({ run }) => run.isControl),
  };
  await keepTraces(browser, found);
  return found;
}

/** Makes runs, and gives what they show. A page is renewed now and then: browsers hold something of each broken connection. */
export async function runAll(runs) {
  const all = { shown: [], secrets: [], broke: [], unhandled: [], browserSaid: [] };
  const pages = Math.ceil(runs.length / RUNS_OF_A_PAGE);
  for (let page = 0; page < pages; page += 1) {
    const found = await onePage(runs.filter((_, place) => place % pages === page));
    for (const [name, list] of Object.entries(found)) all[name].push(...list);
    console.log(`  ${all.shown.length} of ${runs.length} runs`);
  }
  return all;
}

/** Those that disturb others get an emulator to themselves, one at a time. */
async function onePage(runs) {
  const servers = await Promise.all(Array.from({ length: SHARED_SERVERS + LONE_SERVERS }, () => MatrixServer.start()));
  const page = await MatrixPage.open(servers[0].storefront, { scale: SCALE, now: MORNING });
  try {
    const found = await shareOut(servers, page, runs);
    if (found.shown.length === 0) throw new Error(`no run was made: ${found.broke[0]}`);
    if (!(await page.findsPlanted())) found.broke.push("a planted word was not found, so no secret would be");
    return { ...found, unhandled: page.unhandled, browserSaid: page.browserSaid };
  } finally {
    await page.close();
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function shareOut(servers, page, runs) {
  const together = batches(runs.filter(({ isAlone }) => !isAlone), BATCH);
  const lone = runs.filter(({ isAlone }) => isAlone).map((run) => [run]);
  const shown = [];
  const secrets = [];
  const broke = [];
  const work = async (server, queue, lanes) => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      try {
        const made = await server.run(page, batch, lanes);
        shown.push(...made.shown);
        secrets.push(...made.shown.flatMap((one) => one.secrets));
        const places = { "the console": page.said.join("\n"), "the page": await page.leavings(), "the emulator's output": server.log };
        secrets.push(...foundSecrets(places, made.tokens));
      } catch (error) {
        broke.push(`${batch[0].fault} × ${batch[0].write.name}: ${error.message}`);
      }
    }
  };
  await Promise.all([
    ...servers.slice(0, SHARED_SERVERS).map((server) => work(server, together, LANES)),
    ...servers.slice(SHARED_SERVERS).map((server) => work(server, lone, 1)),
  ]);
  return { shown, secrets, broke };
}

/** Mixed, so that no batch consists of runs that wait. */
function batches(runs, size) {
  const count = Math.max(SHARED_SERVERS, Math.ceil(runs.length / size));
  return Array.from({ length: count }, (_, batch) => runs.filter((_, place) => place % count === batch));
}

/** What went wrong, run by run, for whoever looks for the cause. */
async function keepTraces(browser, { runs, control, broke, unhandled }) {
  const traces = runs.filter(({ wrong, wasUncertain, isSettled }) => wrong.length > 0 || wasUncertain || !isSettled);
  const plain = traces.map(({ run, result, times, copies, wrong, isSettled, isSettledAfterReload }) => ({
    fault: run.fault, write: run.write.name, seed: run.seed, rules: run.rules, offline: run.offline, wrong, times, copies,
    isSettled, isSettledAfterReload, first: result.first, before: result.before, last: result.last, sends: result.sends, kept: result.kept,
  }));
  await mkdir(required("LIVEOPS_RESULTS"), { recursive: true });
  const file = path.join(required("LIVEOPS_RESULTS"), `traces-${browser}.ndjson`);
  await writeFile(file, [...plain, { runs: runs.length, control: control.length, broke, unhandled }].map((one) => JSON.stringify(one)).join("\n"));
}
