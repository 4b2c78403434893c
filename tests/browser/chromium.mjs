// Chromium.
import { Builder } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";
import { required } from "./environment.mjs";

export { setViewport } from "./bidi.mjs";
export const hasBidi = true;

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function open(profile, { dark, reducedMotion }) {
  const options = new Options();
  options.setChromeBinaryPath(required("LIVEOPS_BROWSER_BINARY"));
  options.addArguments(...FLAGS, `--user-data-dir=${profile}`);
  if (dark) options.addArguments("--force-dark-mode");
  if (reducedMotion) options.addArguments("--force-prefers-reduced-motion");
  // Under automation the driver lets every popup through; a player's browser does not.
  options.excludeSwitches("disable-popup-blocking");
  options.enableBidi();
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new ServiceBuilder(required("LIVEOPS_BROWSER_DRIVER")))
    .build();
  return { driver };
}
