// Firefox.
import { Builder } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/firefox.js";
import { required } from "./environment.mjs";

export { setViewport } from "./bidi.mjs";
export const hasBidi = true;

export async function open(profile, { dark, reducedMotion }) {
  const options = new Options();
  options.setBinary(required("LIVEOPS_BROWSER_BINARY"));
  options.addArguments("-headless");
  // Under automation the driver lets every popup through; a player's browser does not.
  options.setPreference("dom.disable_open_during_load", true);
  options.setPreference("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1);
  options.setPreference("ui.prefersReducedMotion", reducedMotion ? 1 : 0);
  options.enableBidi();
  const service = new ServiceBuilder(required("LIVEOPS_BROWSER_DRIVER")).setEnvironment({ ...process.env, HOME: profile });
  const driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
  return { driver };
}
