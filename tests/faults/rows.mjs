// The rows of the scoreboard, a module each in rows/: what it shows, where it runs, and how.
//
// export default {
//   id: "R1", title, target,          what the report says of it
//   browsers: ["chromium"],           where it runs; without it, once and in no browser
//   inPart: false,                    whether CI leaves it out; it runs there where nothing is said
//   async run({ part, seed, browser }) → { size, figure, passed, notes? }
// };
import { readdir } from "node:fs/promises";

const FOLDER = new URL("rows/", import.meta.url);

/** Those that are wanted (all where none is named) and run in this browser, or in none. */
export async function rows({ wanted, part, browser }) {
  const all = await allRows();
  const unknown = wanted.filter((id) => !all.some((row) => row.id === id));
  if (unknown.length) throw new Error(`There is no row ${unknown.join(", ")}: there are ${all.map(({ id }) => id).join(", ")}.`);
  return all.filter(
    ({ id, browsers, inPart = true }) =>
      (wanted.length === 0 || wanted.includes(id)) &&
      (inPart || !part) &&
      (browser ? browsers?.includes(browser) : !browsers),
  );
}

/** All of them, in their order. */
export async function allRows() {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".mjs"));
  const modules = await Promise.all(files.map((name) => import(new URL(name, FOLDER))));
  const number = ({ id }) => Number(id.slice(1)) || Infinity;
  return modules.map((module) => module.default).sort((one, other) => (number(one) > number(other) ? 1 : -1));
}
