// WebKitGTK's MiniBrowser, on the screen that DISPLAY names. Its driver tells nothing of the console, and speaks no BiDi.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";
import { required } from "./environment.mjs";

export const hasBidi = false;

export async function open(profile, { dark, reducedMotion }) {
  const port = await freePort();
  const environment = {
    ...process.env,
    HOME: profile,
    XDG_RUNTIME_DIR: profile,
    GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  };
  if (reducedMotion) throw new Error("MiniBrowser cannot be told to reduce motion");
  const service = spawn(required("LIVEOPS_BROWSER_DRIVER"), [`--port=${port}`], { env: environment, stdio: "ignore" });
  const ended = once(service, "exit");
  await accepts(port, service);
  const driver = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(
      new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: required("LIVEOPS_BROWSER_BINARY"), args: ["--automation"] },
      }),
    )
    .build();
  const end = async () => {
    service.kill();
    await ended;
  };
  return { driver, end };
}

/** MiniBrowser's window is at least 447 pixels wide. */
export async function setViewport(driver, { width, height }) {
  await driver.manage().window().setRect({ x: 0, y: 0, width, height });
  const inner = await driver.executeScript("return [innerWidth, innerHeight]");
  await driver.manage().window().setRect({ x: 0, y: 0, width: 2 * width - inner[0], height: 2 * height - inner[1] });
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function accepts(port, service) {
  while (service.exitCode === null) {
    const socket = connect(port, "127.0.0.1");
    const opened = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (opened) return;
    await delay(50);
  }
  throw new Error(`WebKitWebDriver ended with ${service.exitCode} before it was ready.`);
}
