// The emulator's Pay Station as a click opened it: in a window, in a frame above the page, or in the page's place.
import { By, until } from "selenium-webdriver";

export const PATIENCE = 10_000;
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
  press(action, answer) {
    return press(this.#driver, action, answer);
  }

  /** Closes it, as a player does, and goes back to the shop. */
  async close() {
    await this.#driver.close();
    await this.#driver.switchTo().window(this.#shop);
  }
}

export class Overlay {
  #driver;

  /** Waits for the frame above the page, until Pay Station is in it. */
  static async opened({ driver }) {
    const overlay = new Overlay();
    overlay.#driver = driver;
    await driver.wait(until.elementLocated(By.css('dialog.xsolla-liveops-checkout[open][data-state="loaded"] iframe')), PATIENCE);
    return overlay;
  }

  /** Presses pay, decline or cancel in it, and waits for what Pay Station says to it. */
  async press(action, answer) {
    await this.#driver.switchTo().frame(await this.#driver.findElement(By.css("dialog iframe")));
    await press(this.#driver, action, answer);
    await this.#driver.switchTo().defaultContent();
  }

  /** Presses the button of Pay Station itself that closes it. */
  async pressClose() {
    await this.#driver.switchTo().frame(await this.#driver.findElement(By.css("dialog iframe")));
    await this.#driver.findElement(By.css("button.close")).click();
    await this.#driver.switchTo().defaultContent();
  }

  /** Closes it by its own button. */
  async close() {
    await this.#driver.findElement(By.css("dialog.xsolla-liveops-checkout button")).click();
  }
}

export class PaymentPage {
  #driver;
  #shop;

  /** Waits until Pay Station is where the shop was. */
  static async opened({ driver, emulator }) {
    const page = new PaymentPage();
    page.#driver = driver;
    page.#shop = emulator.storefront;
    await driver.wait(until.urlContains(`${emulator.payStation}/paystation4/`), PATIENCE);
    return page;
  }

  /** Presses pay, decline or cancel, and waits for what Pay Station says to it. */
  press(action, answer) {
    return press(this.#driver, action, answer);
  }

  /** Goes back to the shop: by Pay Station's link, or by the address where the order has none. */
  async close() {
    const [back] = await this.#driver.findElements(By.css(".back a"));
    if (back) await back.click();
    else await this.#driver.get(this.#shop);
    await this.#driver.wait(until.urlContains(this.#shop), PATIENCE);
  }
}

/** By the mode that a shop opens Pay Station in. */
export const OPENED = { window: PaymentWindow, iframe: Overlay, redirect: PaymentPage };

async function press(driver, action, answer) {
  await driver.findElement(By.css(BUTTONS[action])).click();
  await driver.wait(until.elementLocated(By.xpath(`//h1[contains(., "${answer}")]`)), PATIENCE);
}
