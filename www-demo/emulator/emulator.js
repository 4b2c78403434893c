/** The emulator's control routes: what a real shop has its game backend and its login for. */
export class Emulator {
  static async find() {
    const response = await fetch("/_emulator/origins");
    if (!response.ok) throw new Error(`/_emulator/origins answered ${response.status}`);
    return new Emulator(await response.json());
  }

  constructor({ project_id, api, pay_station }) {
    this.projectId = project_id;
    const orderSocketUrl = new URL("/connection/websocket", api.replace("http", "ws")).href;
    this.environment = { apiUrl: api, payStationUrl: pay_station, orderSocketUrl };
    this.control = `${new URL(api).origin}/_emulator`;
  }

  players = async () => (await this.#call("GET", "/players")).players;
  token = async (playerId) => (await this.#call("POST", `/players/${encodeURIComponent(playerId)}/token`)).token;
  inventory = (playerId) => this.#call("GET", `/players/${encodeURIComponent(playerId)}/inventory`);
  clock = () => this.#call("GET", "/clock");
  advance = (seconds) => this.#call("POST", "/clock/advance", { seconds });
  reset = () => this.#call("POST", "/reset");

  async #call(method, path, body) {
    const response = await fetch(this.control + path, {
      method,
      headers: body ? { "content-type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.status === 204 ? null : response.json();
  }
}
