// The emulator's Pay Station in the window that a click opened.
import { By, until } from "selenium-webdriver";

const PATIENCE = 10_000;
const BUTTONS = { pay: "button.main", decline: 'button[formaction$="/decline"]', cancel: 'button[formaction$="/cancel"]' };

export class PaymentWindow {
  #driver;
  #shop;

  /** Switches from the shop's window to the payment's, once Pay Station is there. */
  static async opened({ driver, emulator }, known) {
    const window = new PaymentWindow();
    window.#driver = driver;
    window.#shop = await driver.getWindowHandle();
    const other = async () => (await driver.getAllWindowHandles()).find((handle) => !known.includes(handle));
    await driver.switchTo().window(await driver.wait(other, PATIENCE, "no payment window was opened"));
    await driver.wait(until.urlContains(`${emulator.payStation}/paystation4/`), PATIENCE);
    return window;
  }

  /** Presses pay, decline or cancel, and waits for what Pay Station says to it. */
  async press(action, answer) {
    await this.#driver.findElement(By.css(BUTTONS[action])).click();
    await this.#driver.wait(until.elementLocated(By.xpath(`//h1[contains(., "${answer}")]`)), PATIENCE);
  }

  /** Closes it, as a player does, and goes back to the shop. */
  async close() {
    await this.#driver.close();
    await this.#driver.switchTo().window(this.#shop);
  }
}
