// A browser for rows whose tabs are frames of one page: each is a document of its own, with the storage and the locks that all tabs share.
import { openBrowser } from "../../browser/browser.mjs";

/** Opens a page, and gives what runs a function in it, and what closes it. */
export async function openPage(address) {
  const browser = await openBrowser();
  const { driver } = browser;
  await driver.manage().setTimeouts({ script: 300_000, pageLoad: 30_000 });
  await driver.get(address);

  /** Runs a function of the page's `window.tabs` once it is there, and gives what it resolves to. */
  async function run(name, ...values) {
    const outcome = await driver.executeAsyncScript(
      `const [name, values, answer] = arguments;
       const there = async () => { while (!window.tabs) await new Promise((go) => setTimeout(go, 5)); };
       there().then(() => window.tabs[name](...values)).then((value) => answer({ value }), (error) => answer({ error: String(error?.stack ?? error) }));`,
      name,
      values,
    );
    if (outcome.error) throw new Error(outcome.error);
    return outcome.value;
  }

  return { run, consoleLines: browser.consoleLines, close: () => browser.close() };
}
