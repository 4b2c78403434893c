// An emulator of the test's own, on free ports.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { required } from "./environment.mjs";

export class Emulator {
  /** What it printed, on both streams. */
  log = "";
  #process;
  #ended;
  #seeded = 0;

  /** Starts one that serves the folder of pages, with a game of its own where one is named, and waits until all its origins accept. */
  static async start({ seed } = {}) {
    const emulator = new Emulator();
    emulator.#process = spawn(
      required("LIVEOPS_EMULATOR"),
      ["serve", "--port", "0", "--www", required("LIVEOPS_PAGES"), ...(seed ? ["--seed", seed] : [])],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    emulator.#process.stderr.pipe(process.stderr);
    for (const stream of [emulator.#process.stdout, emulator.#process.stderr]) {
      stream.on("data", (printed) => (emulator.log += printed));
    }
    emulator.#ended = new Promise((resolve) => emulator.#process.once("close", resolve));
    for await (const line of createInterface({ input: emulator.#process.stdout })) {
      const [name, url] = line.split(/\s+/);
      if (name === "ready") break;
      if (name === "storefront") emulator.storefront = url;
      if (name === "api") emulator.api = url;
      if (name === "pay-station") emulator.payStation = url;
    }
    if (!emulator.payStation) throw new Error("The emulator ended before it was ready.");
    emulator.#process.stdout.resume();
    return emulator;
  }

  /** Where statuses of orders are pushed. */
  get orderSocket() {
    return new URL("/connection/websocket", this.api).href.replace("http", "ws");
  }

  async stop() {
    this.#process.kill();
    await this.#ended;
  }

  /** One call to the emulator's own routes. */
  async control(method, path, body) {
    const response = await fetch(new URL(`/_emulator/${path}`, this.api), {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_emulator/${path} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  /** Puts the seed back and stops the clock at a moment. */
  async reset(now) {
    await this.control("POST", "reset");
    const { grants } = await this.control("GET", "audit");
    this.#seeded = Math.max(0, ...grants.map(({ id }) => id));
    await this.control("PUT", "clock", { now, frozen: true });
  }

  async advance(seconds) {
    await this.control("POST", "clock/advance", { seconds });
  }

  async token(player, options) {
    return (await this.control("POST", `players/${player}/token`, options)).token;
  }

  async inventory(player) {
    return this.control("GET", `players/${player}/inventory`);
  }

  /** How many of an item the player has. */
  async quantity(player, sku) {
    const { items } = await this.inventory(player);
    return items.filter((item) => item.sku === sku).reduce((sum, item) => sum + item.quantity, 0);
  }

  /** What was granted to the player since the seed's own purchases, all of it or of one kind. */
  async grants(player, kind) {
    const { grants } = await this.control("GET", `audit?player=${encodeURIComponent(player)}&after=${this.#seeded}`);
    return grants.filter((grant) => kind === undefined || grant.kind === kind).map(({ sku, quantity }) => [sku, quantity]);
  }

  async pay(orderId) {
    await this.control("POST", `orders/${orderId}/pay`);
  }
}
