// What axe-core finds on the page that is open.
import { readFile } from "node:fs/promises";

const SOURCE = await readFile(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** The violations, a line each: the rule and the elements. The frames of other origins are pages of their own. */
export async function violations(driver) {
  if (!(await driver.executeScript("return Boolean(window.axe)"))) await driver.executeScript(SOURCE);
  return driver.executeAsyncScript(
    `const answer = arguments[0];
     axe.run(document, { iframes: false, resultTypes: ["violations"] }).then(
       ({ violations }) => answer(violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", "))),
       (error) => answer(["axe: " + error]),
     );`,
  );
}
