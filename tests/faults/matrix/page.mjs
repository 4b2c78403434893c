// The page of the matrix in a browser: batches go in, what came of them comes out, many at once.
import { openBrowser } from "../../browser/browser.mjs";

// How long one look for finished batches may take, in the page's milliseconds.
const LOOK = 2000;

// Firefox names the whole address of a request that it could not make.
const OF_THE_BROWSER = /^error Cross-Origin Request Blocked/;

const PLANTED = "planted-word";
const PLANT = `
  const [word] = arguments;
  console.log(word);
  localStorage.setItem("planted", word);
  sessionStorage.setItem("planted", word);
  new BroadcastChannel("planted").postMessage(word);`;

export class MatrixPage {
  consoleLines;
  unhandled = [];
  #browser;
  #beginning = [];
  #waiting = new Map();
  #isLooking = false;

  /** Opens the page on an emulator's storefront, with the time that its clock shows. */
  static async open(storefront, { scale, now }) {
    const page = new MatrixPage();
    page.#browser = await openBrowser();
    page.consoleLines = page.#browser.consoleLines;
    const { driver } = page.#browser;
    await driver.manage().setTimeouts({ script: 120_000, pageLoad: 30_000 });
    await driver.get(`${storefront}/?scale=${scale}&now=${encodeURIComponent(now)}`);
    await driver.executeAsyncScript("const [done] = arguments; (async () => { while (!window.started) await new Promise((go) => setTimeout(go)); await window.started; })().then(() => done());");
    await driver.executeScript(PLANT, PLANTED);
    return page;
  }

  /** Whether a word that was put where others can read is found there: otherwise no secret would be. */
  async findsPlanted() {
    return this.said.some((line) => line.includes(PLANTED)) && (await this.leavings()).split(PLANTED).length > 3;
  }

  async close() {
    await this.#browser.close();
  }

  /** What the page wrote to the console. */
  get said() {
    return this.consoleLines.filter((line) => !OF_THE_BROWSER.test(line));
  }

  /** What the browser itself wrote there, of requests that failed. */
  get browserSaid() {
    return this.consoleLines.filter((line) => OF_THE_BROWSER.test(line));
  }

  /** What the page holds where others can read it: storage, broadcasts, its address and the like. */
  async leavings() {
    return this.#browser.driver.executeScript("return window.leavings()");
  }

  /** Runs a batch, and gives what its runs tell. */
  run(batch) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(batch.id, { resolve, reject });
      this.#beginning.push(batch);
      if (!this.#isLooking) this.#look();
    });
  }

  async #look() {
    this.#isLooking = true;
    try {
      while (this.#waiting.size > 0) {
        const beginning = this.#beginning.splice(0);
        const { finished, unhandled } = await this.#browser.driver.executeAsyncScript(
          "const [batches, look, done] = arguments; window.exchange(batches, look).then(done);",
          beginning,
          LOOK,
        );
        this.unhandled.push(...unhandled);
        for (const { id, results, broke } of finished) {
          const { resolve, reject } = this.#waiting.get(id);
          this.#waiting.delete(id);
          if (broke) reject(new Error(broke));
          else resolve(results);
        }
      }
    } catch (error) {
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    } finally {
      this.#isLooking = false;
    }
  }
}
