// A browser of the test's own, driven by W3C WebDriver: the same face whichever engine it is.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as chromium from "./chromium.mjs";
import { listenTo } from "./console.mjs";
import { required } from "./environment.mjs";
import * as firefox from "./firefox.mjs";
import * as webkit from "./webkit.mjs";

// Selenium would look for other drivers on the network.
process.env.SE_OFFLINE = "true";

const ENGINES = { chromium, firefox, webkit };

/** Which browser these tests run in: `chromium`, `firefox` or `webkit`. */
export const browserName = () => required("LIVEOPS_BROWSER");

/**
 * Opens the browser; `close` ends it and removes its profile. How it shows pages: `width` and `height` of the viewport,
 * `dark`, `reducedMotion`. Windows that no click asked for are blocked, as in a player's browser.
 */
export async function openBrowser({ width = 1280, height = 900, dark = false, reducedMotion = false } = {}) {
  const profile = await mkdtemp(path.join(tmpdir(), "liveops-browser-"));
  const engine = ENGINES[browserName()];
  const { driver, end } = await engine.open(profile, { dark, reducedMotion });
  await driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
  await engine.setViewport(driver, { width, height });
  const consoleLines = engine.hasBidi ? await listenTo(driver) : [];
  const close = async () => {
    await driver.quit();
    await end?.();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { driver, consoleLines, close };
}
