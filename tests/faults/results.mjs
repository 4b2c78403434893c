// What rows found, kept as a file each, so that rows can be run one by one.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { required } from "../browser/environment.mjs";

const folder = () => required("LIVEOPS_RESULTS");

/** A row's result in one browser, or in none. What CI's part found never stands for the whole. */
export async function keep(result) {
  const name = [result.id, result.browser, result.part && "part"].filter(Boolean).join("-");
  await mkdir(folder(), { recursive: true });
  await writeFile(path.join(folder(), `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

/** All results of whole rows. */
export async function kept() {
  const files = (await readdir(folder())).filter((name) => name.endsWith(".json"));
  const results = await Promise.all(files.map(async (name) => JSON.parse(await readFile(path.join(folder(), name), "utf8"))));
  return results.filter(({ part }) => !part);
}
