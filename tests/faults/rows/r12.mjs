// R12: many shops at once do not make a bad moment worse.
import { spawnSync } from "node:child_process";
import { FAILURES, outage } from "../outage/outage.mjs";
import { seededRandom } from "../page/outside.js";
import { library } from "../virtual/library.mjs";

const MOST = 1.1;
/** Seconds between two reads of a page, on average. */
const PACES = [1, 5, 10, 20];
/** At which repeats weigh most of those that are held. */
const PACES_OF_PART = [20];
/** Who reads so seldom in ten minutes cannot repeat one read twice and keep the target: published beside it. */
const SELDOM = [30, 60];
const SHOPS = 20;

const counted = (number) => Number(number).toLocaleString("en");

export default {
  id: "R12",
  title: "1,000,000 clients whose chain starts over in the same second, by the library's own `spread`; ten minutes in which every answer is 503",
  target: `the peak second at most twice the mean; at most ${MOST} requests for each read that a page asks for, at a read every ${PACES.at(-1)} s or more often; for pages that read less than thirty times in ten minutes published, not held`,

  async run({ part, seed }) {
    const { LiveOps } = await library();
    const chance = seededRandom(seed);
    const found = [];
    const held = part ? PACES_OF_PART : PACES;
    const paces = part ? held : [...held, ...SELDOM];
    for (const [failure, fail] of Object.entries(FAILURES)) {
      for (const seconds of paces) {
        const { asked, sent } = await outage({ LiveOps, chance, shops: SHOPS, seconds, fail });
        found.push({ failure, seconds, asked, ratio: sent / asked });
      }
    }
    const mostAt = (pace) => Math.max(...found.filter(({ seconds }) => seconds === pace).map(({ ratio }) => ratio));
    const isKept = (pace) => mostAt(pace) <= MOST;
    const traffic = paces.map((pace) => `× ${mostAt(pace).toFixed(3)} at a read every ${pace} s (${isKept(pace) ? "kept" : "not kept"})`);
    const { mean, peak, numbered, without } = spreadOut();
    return {
      size: `1,000,000 clients; ${counted(found.reduce((sum, { asked }) => sum + asked, 0))} reads of ${SHOPS} shops in ${found.length} outages on a clock of their own`,
      figure: `peak ${counted(peak)} a second, mean ${counted(mean)} (${(peak / mean).toFixed(2)} ×), without spreading ${counted(without)}; traffic ${traffic.join(", ")}`,
      passed: peak <= 2 * mean && numbered <= 2 * mean && held.every(isKept),
      notes: [
        "A call while the same is being read asks for no read of its own, and is not counted.",
        `Numbered players in the place of random seeds: peak ${counted(numbered)}.`,
        "Once a read has failed though it was repeated, a client repeats none until some succeed: two requests more than were asked for, or up to ten where many reads begin together. Claims read at a pace of their own.",
        ...Object.keys(FAILURES).map((failure) => {
          const of = found.filter((one) => one.failure === failure);
          return `Ten minutes of ${failure}: traffic ${of.map(({ seconds, ratio }) => `× ${ratio.toFixed(3)} at a read every ${seconds} s`).join(", ")}.`;
        }),
      ],
    };
  },
};

/** What Rust's own test of `spread` prints. */
function spreadOut() {
  const test = ["test", "--package", "xsolla-liveops", "--lib", "rules::spread", "--", "--nocapture"];
  const { stdout, stderr } = spawnSync("cargo", test, { encoding: "utf8" });
  const line = /mean (\d+) a second, peak (\d+) \(numbered players (\d+)\), without spreading (\d+)/.exec(stdout);
  if (!line) throw new Error(`${stdout}${stderr}`);
  const [mean, peak, numbered, without] = line.slice(1).map(Number);
  return { mean, peak, numbered, without };
}
