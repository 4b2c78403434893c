// A player who has a keyboard and nothing else.
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";

/** More than any page has places for the focus. */
const MOST_TABS = 250;

export class Keyboard {
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  async press(...keys) {
    await this.#driver.actions().sendKeys(...keys).perform();
  }

  /** Presses Tab until the focus is on what matches, in the frame that the driver is in. */
  async tabTo(css) {
    const isThere = () => this.#driver.executeScript("return Boolean(document.activeElement?.matches(arguments[0]))", css);
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await isThere()) return;
      await this.press(Key.TAB);
    }
    assert.fail(`${MOST_TABS} times Tab never came to ${css}`);
  }

  /** Goes to what matches and presses Enter. */
  async choose(css) {
    await this.tabTo(css);
    await this.press(Key.ENTER);
  }
}
