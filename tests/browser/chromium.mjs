// A Chromium of the test's own, driven by W3C WebDriver.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Builder, logging } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";
import { required } from "./environment.mjs";

// Selenium would look for other drivers on the network.
process.env.SE_OFFLINE = "true";

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--window-size=1280,900",
];

/** Opens a browser; `close` ends it and removes its profile. */
export async function openChromium() {
  const profile = await mkdtemp(path.join(tmpdir(), "liveops-chromium-"));
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  const options = new Options();
  options.setChromeBinaryPath(required("CHROME"));
  options.addArguments(...FLAGS, `--user-data-dir=${profile}`);
  // Under automation the driver lets every popup through; a player's browser does not.
  options.excludeSwitches("disable-popup-blocking");
  options.setLoggingPrefs(logs);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new ServiceBuilder(required("CHROMEDRIVER")))
    .build();
  await driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
  const close = async () => {
    await driver.quit();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { driver, close };
}

/** The lines that the page wrote to its console since the last call. */
export async function consoleLines(driver) {
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  return entries.map((entry) => `${entry.level.name} ${entry.message}`);
}
