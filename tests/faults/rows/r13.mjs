// R13: inputs that nobody would send, wherever something is read.
import { mutatedFrames, mutatedNames, mutatedTokens } from "../hostile/frames.mjs";
import { onBarePage } from "../hostile/bare_page.mjs";
import { samples } from "../hostile/samples.mjs";
import { throwAtSockets } from "../hostile/sockets.mjs";
import { printed } from "../printed.mjs";

const counted = (number) => Math.round(number).toLocaleString("en");

/** Rust's own tests, with so many inputs. */
function native(project, test, inputs, seed, ...options) {
  const args = ["test", "--package", project, "--lib", ...options, test, "--", "--nocapture"];
  return printed("cargo", args, { MUTATED_INPUTS: String(inputs), MUTATED_SEED: String(seed) });
}

export default {
  id: "R13",
  title: "mutated inputs: error mapping, lifetimes of tokens, paths, codes, journal, dates, chains, socket frames, the emulator's bodies, queries, rules and seeds; mutated bodies through the package in a browser",
  target: "10,000,000 natively and 100,000 bodies in a browser a run: 0 panics, traps, hangs or foreign errors",
  browsers: ["chromium"],

  async run({ part, seed }) {
    const library = await native("xsolla-liveops", "mutated_inputs", 9_500_000, seed, "--profile", "mutated");
    const emulated = await native("liveops-emulator", "mutated_input", 300_000, seed);
    const frames = mutatedFrames(500_000, seed);
    const tokens = mutatedTokens(200_000, seed);
    const names = mutatedNames(200_000, seed);
    const bodies = 100_000;
    const { page, largest, sockets, lines } = await onBarePage(async ({ run, emulator, driver, consoleLines }) => {
      const page = await run("mutated.js", { samples: await samples(), bodies, seed });
      const sockets = await throwAtSockets({ emulator, requests: part ? 5_000 : 50_000, seed });
      await emulator.control("POST", "reset");
      await driver.navigate().refresh();
      return { page, largest: await run("largest.js"), sockets, lines: [...consoleLines] };
    });
    const inNode = frames.inputs + tokens.inputs + names.inputs;
    const natively = library.inputs + emulated.inputs + inNode;
    const wrong = [...frames.wrong, ...tokens.wrong, ...names.wrong, ...page.wrong, ...sockets.panics, ...lines];
    if (sockets.statuses[500]) wrong.push(`the emulator answered 500 ${sockets.statuses[500]} times`);
    if (page.instances !== 1) wrong.push(`the module failed ${page.instances - 1} times`);
    const slow = largest.toSorted((one, other) => other.milliseconds - one.milliseconds);
    return {
      size: `${counted(natively)} natively (${counted(inNode)} of them JavaScript in Node), ${counted(page.read)} bodies in a browser, ${counted(Object.values(sockets.statuses).reduce((sum, count) => sum + count, 0))} requests at sockets`,
      figure: `panics, traps, hangs, foreign errors: ${wrong.length + page.failures}`,
      passed: wrong.length === 0 && natively >= 10_000_000 && page.read >= bodies,
      notes: [
        `Natively, of the library in ${Math.round(library.seconds)} s: ${told(library.targets)}; of the emulator: ${told(emulated.targets)}; frames of the order socket ${counted(frames.inputs)}, tokens ${counted(tokens.inputs)}, names in the journal ${counted(names.inputs)}.`,
        `How ${counted(page.calls)} calls in the browser ended: ${told(page.ends)}. The module's memory: ${counted(page.memory / 1024)} KiB.`,
        `How the emulator's sockets answered: ${told(sockets.statuses)}; ${counted(sockets.closed)} connections were closed.`,
        `The largest bodies (about 4 MiB), from the answer to the settled call, aim 50 ms and 64 MB: ${slow.map(({ name, milliseconds, alone }) => `${name} ${Math.round(milliseconds)} ms (the browser's own \`json()\` ${Math.round(alone)})`).join(", ")}; the module's memory ${counted(Math.max(...largest.map(({ memory }) => memory)) / 1024)} KiB.`,
        ...wrong.slice(0, 10),
      ],
    };
  },
};

const told = (counts) => Object.entries(counts).map(([name, count]) => `${name} ${counted(count)}`).join(", ");
