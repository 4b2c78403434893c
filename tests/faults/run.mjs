// Runs rows of the scoreboard: those that need no browser, or those of the browser that is named.
// node tests/faults/run.mjs [ROW…] [--part] [--seed=N]
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { keep } from "./results.mjs";
import { rows } from "./rows.mjs";

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { part: { type: "boolean", default: false }, seed: { type: "string" } },
});
const browser = process.env.LIVEOPS_BROWSER ?? null;
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
const commit = git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--untracked-files=no") ? ", changed" : "");
const context = { part: values.part, seed, browser };

const counted = { passed: 0, failed: 0 };
for (const row of await rows({ wanted, part: values.part, browser })) {
  console.log(`\n${row.id}  ${row.title}${browser ? `, in ${browser}` : ""} (--seed=${seed})`);
  const began = Date.now();
  const result = await row.run(context).catch((error) => {
    console.log(error);
    return { size: "", figure: `broke off: ${error.message}`, passed: false };
  });
  const { size, figure, passed, notes = [] } = result;
  const seconds = Math.round((Date.now() - began) / 1000);
  await keep({ id: row.id, title: row.title, target: row.target, ...context, size, figure, passed, notes, seconds, commit });
  console.log(`${passed ? "passed" : "FAILED"}: ${figure} (${size}; ${seconds} s; target: ${row.target})`);
  for (const note of notes) console.log(`  ${note}`);
  counted[passed ? "passed" : "failed"] += 1;
}
// In the words of Node's own test runner, which xtask counts.
console.log(`ℹ pass ${counted.passed}\nℹ fail ${counted.failed}`);
