// One emulator of the matrix, and its batches: players made ready, faults put, runs made in the page, and judged.
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Emulator } from "../../browser/emulator.mjs";
import { judged } from "./judge.mjs";
import { lookedUp, makeReady } from "./player.mjs";
import { foundSecrets } from "./secrets.mjs";

const GAME = fileURLToPath(new URL("../game.json", import.meta.url));

/** When every batch begins, by the emulator's clock and by the page's. */
export const MORNING = "2030-01-02T01:00:00+00:00";

export class MatrixServer {
  #emulator;
  #batches = 0;

  static async start() {
    const server = new MatrixServer();
    server.#emulator = await Emulator.start({ seed: GAME });
    return server;
  }

  get storefront() {
    return this.#emulator.storefront;
  }

  get log() {
    return this.#emulator.log;
  }

  stop() {
    return this.#emulator.stop();
  }

  /** Makes the runs, and gives each with what it shows. */
  async run(page, runs, lanes) {
    const emulator = this.#emulator;
    await emulator.reset(MORNING);
    const tokens = new Map();
    for (const run of runs) tokens.set(run.player, await makeReady(emulator, run.player, run.write));
    await emulator.control("PUT", "faults", { rules: runs.flatMap(({ rules }) => rules) });
    const since = (await this.#requests(0)).at(-1)?.id ?? 0;

    this.#batches += 1;
    const plans = runs.map((run) => this.#planFor(run, tokens.get(run.player)));
    const results = await page.run({ id: `${emulator.api}#${this.#batches}`, lanes, plans });

    await this.#accepted();
    const hits = hitsOf(runs, (await emulator.control("GET", "faults")).rules);
    await emulator.control("DELETE", "faults");
    const { grants } = await emulator.control("GET", "audit");
    const requests = await this.#requests(since);
    const of = (run, list) => list.filter(({ player }) => player === run.player);
    const shown = [];
    for (const run of runs) {
      const [result] = of(run, results);
      const known = { grants: of(run, grants), requests: of(run, requests), token: tokens.get(run.player) };
      shown.push({ run, result, isHit: hits.get(run), ...(await this.#judge(run, result, known)) });
    }
    return { shown, tokens: [...tokens.values()] };
  }

  /** What the page is told. */
  #planFor({ player, write, seed, offline, endsAfter, lastRequest, isControl, isUncached }, token) {
    const { api: apiUrl, payStation: payStationUrl, orderSocket: orderSocketUrl } = this.#emulator;
    const addresses = { apiUrl, payStationUrl, orderSocketUrl };
    const kind = isControl ? "control" : "library";
    return { kind, player, write: write.name, seed, offline, endsAfter, lastRequest, isUncached, addresses, token };
  }

  async #judge(run, result, { grants, requests, token }) {
    const { write } = run;
    const looked = await lookedUp(this.#emulator, { token, write, word: result.last });
    const found = { grants, ...looked, began: Date.parse(MORNING) };
    const [times, cycles, later] = [write.times(found), write.cycles?.(found) ?? 0, write.later?.(found) ?? 0];
    const copies = requests.filter(({ operation }) => operation === write.operation);
    const words = JSON.stringify([result.first, result.before, result.last]);
    const secrets = foundSecrets({ "an error": words, "the storage": JSON.stringify(result.kept) }, [token]);
    return { times, copies: copies.length, secrets, ...judged({ ...run, result, times, cycles, later, copies }) };
  }

  /** Waits until the emulator accepts new connections again. */
  async #accepted() {
    const { hostname, port } = new URL(this.#emulator.api);
    const connects = () =>
      new Promise((resolve) => {
        const socket = connect({ host: hostname, port: Number(port) });
        socket.once("error", () => resolve(false));
        socket.once("connect", () => {
          socket.destroy();
          resolve(true);
        });
      });
    for (let tries = 0; tries < 200; tries += 1) {
      if (await connects()) return;
      await sleep(20);
    }
    throw new Error("the emulator accepts no connections any more");
  }

  /** The emulator's log of requests. */
  async #requests(after) {
    return (await this.#emulator.control("GET", `requests?after=${after}`)).requests;
  }
}

/** Whether its fault happened, by run: the last of its rules, which stand in the order of the runs. */
function hitsOf(runs, counted) {
  const rules = [...counted];
  return new Map(runs.map((run) => [run, run.offline ? true : rules.splice(0, run.rules.length).at(-1).fired > 0]));
}
