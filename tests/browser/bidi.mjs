// WebDriver BiDi, where the driver speaks it: commands, and the events it tells by itself.

/** Sends one command, and gives its result. */
export async function send(driver, method, params) {
  const bidi = await driver.getBidi();
  const answer = await bidi.send({ method, params });
  if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
  return answer.result;
}

/** Calls back with what each event of this name tells, from all windows. */
export async function listen(driver, event, callback) {
  const bidi = await driver.getBidi();
  await bidi.addCallback(event, callback);
}

/** The inside of the window that the driver is in, in CSS pixels. */
export async function setViewport(driver, viewport) {
  await send(driver, "browsingContext.setViewport", { context: await driver.getWindowHandle(), viewport });
}
