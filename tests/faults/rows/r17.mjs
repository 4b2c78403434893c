// R17: what a hundred thousand calls leave behind in a page.
import { onBarePage } from "../hostile/bare_page.mjs";

const counted = (number) => number.toLocaleString("en");
const PAGE_OF_MEMORY = 65_536;
const HEAP = 2 * 2 ** 20;

export default {
  id: "R17",
  title: "many calls in one page: reads, walks, claims, redemptions, orders, refusals, failures, aborts and timeouts, with a token that is renewed all the time",
  target: "the module's memory grows by at most a page (64 KiB) after the first 1,000, the heap by at most 2 MB; 0 timers, listeners, locks and channels left",
  browsers: ["chromium"],

  async run({ part, seed }) {
    const calls = part ? 20_000 : 100_000;
    const { warm, end, lines } = await onBarePage(async ({ run, emulator, driver, consoleLines }) => {
      const environment = { apiUrl: emulator.api, payStationUrl: emulator.payStation };
      const token = await emulator.token("mira");
      const until = async (calls) => {
        const made = await run("soak.js", { calls, environment, token, seed });
        // What was collected tells so in a task of its own.
        for (let times = 0; times < 3; times++) {
          await driver.sendDevToolsCommand("HeapProfiler.collectGarbage");
          await run("soak.js", undefined, "left");
        }
        const heap = (await driver.sendAndGetDevToolsCommand("Runtime.getHeapUsage")).usedSize;
        return { ...made, heap, left: await run("soak.js", undefined, "left") };
      };
      return { warm: await until(1000), end: await until(calls), lines: [...consoleLines] };
    });
    const grown = end.memory - warm.memory;
    const left = Object.entries(end.left).map(([name, count]) => [name, count - warm.left[name]]);
    const foreign = Object.keys(end.ends).filter((name) => !/^[a-z_]+$/.test(name) || name === "internal");
    return {
      size: `${counted(end.made)} calls`,
      figure: `memory +${counted(grown / 1024)} KiB, heap ${end.heap >= warm.heap ? "+" : ""}${counted(Math.round((end.heap - warm.heap) / 1024))} KiB; left: ${left.map(([name, count]) => `${name} ${count}`).join(", ")}`,
      passed:
        grown <= PAGE_OF_MEMORY && end.heap - warm.heap <= HEAP && left.every(([, count]) => count <= 0) &&
        end.instances === 1 && foreign.length === 0 && lines.length === 0,
      notes: [
        `How they ended: ${Object.entries(end.ends).map(([name, count]) => `${name} ${counted(count)}`).join(", ")}; ${Math.round(end.seconds)} s. One in a hundred goes to an emulator over sockets, the others get real \`Response\`s.`,
        `The module's memory: ${counted(end.memory / 1024)} KiB. Counted before the package is loaded, by timers, listeners of what still lives after a collection, locks and channels.`,
        ...foreign,
        ...lines.slice(0, 5),
      ],
    };
  },
};
