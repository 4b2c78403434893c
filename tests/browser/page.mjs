// A page of the emulator's storefront for the tests of one file: one emulator, one browser, each test from the seed.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, it } from "node:test";
import { browserName, openBrowser } from "./browser.mjs";
import { Emulator } from "./emulator.mjs";
import { required } from "./environment.mjs";

export class Page {
  emulator;
  driver;
  /** What was written to the console since the browser was opened; nothing where its driver does not tell. */
  consoleLines;
  #browser;
  #start;

  /**
   * @param {string} start The moment at which the emulator's clock stands when a test begins.
   * @param look How the browser shows pages, see `openBrowser`.
   */
  constructor(start, look) {
    this.#start = start;
    before(async () => {
      this.emulator = await Emulator.start();
      this.#browser = await openBrowser(look);
      this.driver = this.#browser.driver;
      this.consoleLines = this.#browser.consoleLines;
    });
    after(async () => {
      await this.#browser?.close();
      await this.emulator?.stop();
    });
  }

  /** A test that begins at the seed, on a fresh page. */
  test(name, run) {
    this.next(name, async () => {
      await this.emulator.reset(this.#start);
      await this.driver.get(this.emulator.storefront);
      await run();
    });
  }

  /** A test that goes on where the one before it ended. When a test fails, it leaves a picture and the console. */
  next(name, run) {
    it(name, async () => {
      try {
        await run();
      } catch (error) {
        await this.#leaveTraces(name);
        throw error;
      }
    });
  }

  /** Runs a function in the page, and gives what it returns or resolves to. What it throws is thrown here. */
  async run(body, ...values) {
    const outcome = await this.driver.executeAsyncScript(
      `const [values, answer] = arguments;
       const plain = (error) => ({ ...error, name: error?.name, message: error?.message ?? String(error) });
       Promise.resolve()
         .then(() => (${body})(...values))
         .then((value) => answer({ value }), (error) => answer({ error: plain(error) }));`,
      values,
    );
    if (outcome.error) throw Object.assign(new Error(outcome.error.message), outcome.error);
    return outcome.value;
  }

  /** Runs a function that the library has to refuse, and gives its error. */
  async refused(body, ...values) {
    const outcome = await this.run(body, ...values).catch((error) => error);
    assert.equal(outcome?.name, "LiveOpsError", `not refused: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** Makes `window.liveops` for a player, whose tokens the page gets from the emulator, or for a guest, who may shop by an id and an e-mail address. */
  async signIn(player, guest = null) {
    const { api, orderSocket, payStation } = this.emulator;
    await this.run(
      async (player, guest, environment) => {
        const login = new URL(`/_emulator/players/${player}/token`, environment.apiUrl);
        const token = async () => (await (await fetch(login, { method: "POST" })).json()).token;
        await window.started;
        window.liveops = new library.LiveOps({ projectId: 44056, environment, guest, token: player && token });
      },
      player,
      guest,
      { apiUrl: api, payStationUrl: payStation, orderSocketUrl: orderSocket },
    );
  }

  async #leaveTraces(name) {
    const folder = required("LIVEOPS_SCREENSHOTS");
    const file = path.join(folder, `${browserName()}-${name.replaceAll(/\W+/g, "-")}.png`);
    await mkdir(folder, { recursive: true });
    await writeFile(file, await this.driver.takeScreenshot(), "base64");
    console.log(`a picture of the page: ${file}`);
    for (const line of this.consoleLines) console.log(`console: ${line}`);
  }
}
