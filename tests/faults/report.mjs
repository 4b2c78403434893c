// Writes docs/reliability.md from what the rows found.
import { readFile, writeFile } from "node:fs/promises";
import { kept } from "./results.mjs";
import { allRows } from "./rows.mjs";

const REPORT = new URL("../../docs/reliability.md", import.meta.url);
const INTRODUCTION = new URL("introduction.md", import.meta.url);

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const line = (...cells) => `| ${cells.map(cell).join(" | ")} |`;

function verdict(row, results) {
  if (results.length === 0) return "not run";
  const missing = (row.browsers ?? []).filter((browser) => !results.some((result) => result.browser === browser));
  if (missing.length) return `not run in ${missing.join(", ")}`;
  return results.every(({ passed }) => passed) ? "reached" : "**not reached**";
}

/** What was found, told once where browsers agree. */
function told(results, tell) {
  const texts = results.map((result) => [result.browser, tell(result)]);
  const isOne = new Set(texts.map(([, text]) => text)).size === 1;
  if (isOne) return texts[0]?.[1] ?? "";
  return texts.map(([browser, text]) => `${browser}: ${text}`).join("; ");
}

function rowOf(row, results) {
  return line(
    row.id,
    row.title,
    told(results, ({ size }) => size),
    told(results, ({ figure }) => figure),
    row.target,
    verdict(row, results),
    `\`cargo xtask faults ${row.id}\``,
  );
}

function notesOf(row, results) {
  const notes = results.flatMap(({ browser, notes }) => notes.map((note) => `- ${browser ? `${browser}: ` : ""}${note}`));
  return notes.length ? [`### ${row.id}: ${row.title}`, "", ...notes, ""] : [];
}

const rows = await allRows();
const results = await kept();
const of = (row) =>
  results.filter(({ id, browser }) => id === row.id && (row.browsers ? row.browsers.includes(browser) : browser === null));
const makings = new Map();
for (const { id, commit = "an earlier commit", seed } of rows.flatMap(of)) {
  const making = `${commit} from ${seed}`;
  makings.set(making, (makings.get(making) ?? new Set()).add(id));
}
const text = [
  (await readFile(INTRODUCTION, "utf8")).trimEnd(),
  "",
  line("row", "what", "size", "figure", "target", "verdict", "command"),
  line(...Array(7).fill("---")),
  ...rows.map((row) => rowOf(row, of(row))),
  "",
  "| made at | from chance | rows |",
  "| --- | --- | --- |",
  ...[...makings].map(([making, ids]) => line(...making.split(" from "), [...ids].join(", "))),
  "",
  "## What the rows say beside their figures",
  "",
  ...rows.flatMap((row) => notesOf(row, of(row))),
].join("\n");
await writeFile(REPORT, `${text.trimEnd()}\n`);
console.log("docs/reliability.md is up to date");
