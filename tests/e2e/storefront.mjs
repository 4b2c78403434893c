// The storefront as a player handles it: what can be seen is waited for, what can be clicked is clicked.
import assert from "node:assert/strict";
import { By, Key, error as webdriver } from "selenium-webdriver";
import { OPENED } from "../browser/pay_station.mjs";

const PATIENCE = 10_000;

export class Storefront {
  #page;

  constructor(page) {
    this.#page = page;
  }

  get #driver() {
    return this.#page.driver;
  }

  /** The first element that matches and is shown; waits for it. */
  async see(css) {
    return this.#wait(`nothing to see at ${css}`, async () => {
      const element = await this.#driver.findElement(By.css(css));
      return (await element.isDisplayed()) && element;
    });
  }

  async text(css) {
    return this.#wait(`nothing to read at ${css}`, async () => (await this.#driver.findElement(By.css(css))).getText());
  }

  /** Waits until the text of an element says this. */
  async reads(css, expected) {
    let last;
    await this.#wait(
      () => `${css} reads "${last}", not ${expected}`,
      async () => expected.test((last = await (await this.#driver.findElement(By.css(css))).getText())),
    );
  }

  async count(css) {
    return (await this.#driver.findElements(By.css(css))).length;
  }

  async click(css) {
    await this.#wait(`nothing to click at ${css}`, async () => {
      const element = await this.#driver.findElement(By.css(css));
      await this.#driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
      await element.click();
      return true;
    });
  }

  async type(css, text) {
    const element = await this.see(css);
    await element.clear();
    await element.sendKeys(text);
  }

  /** Types it and presses Enter. */
  async enter(css, text) {
    await this.type(css, text);
    await (await this.see(css)).sendKeys(Key.ENTER);
  }

  /** Goes to one of the five places, and waits until it is read. */
  async go(place) {
    await this.click(`.places a[href="#/${place}"]`);
    await this.see(`main[data-place="${place}"] .content:not([aria-busy="true"])`);
  }

  /** Opens the basket and waits until it is read. */
  async openBasket() {
    await this.click('[data-open="basket"]');
    await this.see("[data-basket] :is(.lines, .empty, [role=alert])");
  }

  async closeDialog() {
    await this.click("dialog[open] .close");
  }

  /** Opens the orders and waits until they are read. */
  async openOrders() {
    await this.click('[data-open="player"]');
    await this.click('dialog [data-open="orders"]');
    await this.see('dialog[data-dialog="orders"] :is(li[data-status], .empty)');
  }

  async add(sku) {
    await this.click(`.card[data-sku="${sku}"] .buy button`);
    await this.see(`.card[data-sku="${sku}"] .in-basket`);
  }

  /** Chooses how Pay Station opens, where something is paid. */
  async choosePayStation(mode) {
    await this.click(`.checkout .mode-choice label:has([value="${mode}"])`);
    await this.see(`.checkout .mode-choice label:has(:checked[value="${mode}"])`);
  }

  /** Loads the shop anew for a player who signed in before, or for a guest, with nothing else kept from earlier visits. */
  async visit(player, address = "") {
    await this.#page.run((player) => {
      localStorage.clear();
      if (player) localStorage.setItem("player", player);
    }, player);
    await this.#driver.get("about:blank");
    await this.#driver.get(`${this.#page.emulator.storefront}/${address}`);
    await this.see('main .content:not([aria-busy="true"])');
    await this.see(player ? '.purse [data-open="player"]' : ".purse [data-sign-in]");
  }

  async signIn(player) {
    await this.click(".purse [data-sign-in]");
    await this.click(`dialog [data-player="${player}"]`);
    await this.see('.purse [data-open="player"]');
  }

  /** Presses a button of the emulator's bar until its clock has moved that far. */
  async advance(seconds, times = 1) {
    for (let pressed = 0; pressed < times; pressed += 1) {
      const before = await this.clock();
      await this.click(`[data-advance="${seconds}"]`);
      await this.#wait("the emulator's clock stands still", async () => (await this.clock()) >= before + seconds * 1000);
    }
    await this.see('main .content:not([aria-busy="true"])');
  }

  async clock() {
    const time = await (await this.see(".emulator-bar time[data-clock]")).getAttribute("datetime");
    return Date.parse(time);
  }

  /** Waits for the notice, and closes it. */
  async notice(kind, text) {
    await this.reads(`.notice[data-notice="${kind}"]`, text);
    await this.click(`.notice[data-notice="${kind}"] .close`);
  }

  /** Clicks what opens Pay Station, does there what the player does, and goes back to the shop. */
  async pay(css, action, answer, mode = "window") {
    const payment = await this.openPayStation(css, mode);
    await payment.press(action, answer);
    await payment.close();
  }

  /** Clicks what opens Pay Station, and waits until it is there. */
  async openPayStation(css, mode = "window") {
    const known = await this.#driver.getAllWindowHandles();
    await this.click(css);
    return OPENED[mode].opened(this.#page, known);
  }

  /** Opens the place in a second window, which stays as it is while the first goes on. Gives a way into it and back. */
  async secondWindow(place) {
    const first = await this.#driver.getWindowHandle();
    await this.#driver.switchTo().newWindow("window");
    await this.#driver.get(`${this.#page.emulator.storefront}/#/${place}`);
    await this.see(`main[data-place="${place}"] .content:not([aria-busy="true"])`);
    const second = await this.#driver.getWindowHandle();
    await this.#driver.switchTo().window(first);
    return async (act) => {
      await this.#driver.switchTo().window(second);
      try {
        await act();
      } finally {
        await this.#driver.close();
        await this.#driver.switchTo().window(first);
      }
    };
  }

  /** Asks until the answer is truthy; an element that is gone or covered meanwhile is looked for again. */
  async #wait(problem, ask) {
    let last;
    const passing = [
      webdriver.NoSuchElementError,
      webdriver.StaleElementReferenceError,
      webdriver.ElementClickInterceptedError,
      webdriver.ElementNotInteractableError,
    ];
    const answer = await this.#driver
      .wait(async () => {
        try {
          return await ask();
        } catch (error) {
          if (!passing.some((kind) => error instanceof kind)) throw error;
          last = error;
          return false;
        }
      }, PATIENCE)
      .catch((error) => {
        if (!(error instanceof webdriver.TimeoutError)) throw error;
        assert.fail(`${typeof problem === "function" ? problem() : problem} (${last?.message ?? "within ten seconds"})`);
      });
    return answer;
  }
}
