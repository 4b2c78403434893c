// A page that has loaded nothing yet, on an emulator of its own.
import { openBrowser } from "../../browser/browser.mjs";
import { Emulator } from "../../browser/emulator.mjs";

/** Gives `run` a page, and takes it away again. `page.run("soak.js", options)` runs what that script of page/ exports as `run`, or by another name. */
export async function onBarePage(run, { minutes = 10 } = {}) {
  const emulator = await Emulator.start();
  const browser = await openBrowser();
  const { driver } = browser;
  try {
    await driver.manage().setTimeouts({ script: minutes * 60_000 });
    await driver.get(`${emulator.storefront}/bare.html`);
    return await run({ emulator, driver, consoleLines: browser.consoleLines, run: (script, options, name = "run") => called(driver, script, options, name) });
  } finally {
    await browser.close();
    await emulator.stop();
  }
}

async function called(driver, script, options, name) {
  const outcome = await driver.executeAsyncScript(
    "const [script, options, name, done] = arguments; window.run(script, options, name).then(done);",
    script,
    options,
    name,
  );
  const { value, error } = JSON.parse(outcome);
  if (error) throw new Error(error);
  return value;
}
