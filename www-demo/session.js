import { LiveOps } from "xsolla-liveops";
import { language } from "./language.js";

/**
 * Who is here, what they own, and the library that acts for them. Tells of changes as
 * `player`, `inventory`, `cart` and `purchase` events, and of another open place as `place`.
 */
export class Session extends EventTarget {
  player = null;
  inventory = null;

  constructor(emulator, clock) {
    super();
    this.emulator = emulator;
    this.clock = clock;
  }

  /** Brings back the player of the last visit, if the emulator still has them. */
  async resume() {
    const playerId = localStorage.getItem("player");
    const players = playerId ? await this.emulator.players() : [];
    await this.become(players.find((player) => player.player_id === playerId) ?? null);
  }

  /** Signs in as a player, or out with null. */
  async become(player) {
    this.player = player;
    this.inventory = null;
    this.liveops?.close();
    this.liveops = new LiveOps({
      projectId: this.emulator.projectId,
      environment: this.emulator.environment,
      locale: language,
      fetch: (request) => fetch(inLanguage(request)),
      token: () => player && this.emulator.token(player.player_id),
    });
    if (player) localStorage.setItem("player", player.player_id);
    else localStorage.removeItem("player");
    this.dispatchEvent(new Event("player"));
    await this.refreshInventory();
  }

  /** A payment of the basket came to its end: what it changed is read again, unless another player is here now. */
  async purchaseEnded(liveops) {
    if (liveops !== this.liveops) return;
    await this.refreshInventory();
    this.dispatchEvent(new Event("purchase"));
  }

  /** Reads what the player owns; where that fails, what was last read stays. */
  async refreshInventory() {
    const player = this.player;
    if (!player) return;
    try {
      const inventory = await this.emulator.inventory(player.player_id);
      if (player !== this.player) return;
      this.inventory = inventory;
      this.dispatchEvent(new Event("inventory"));
    } catch (error) {
      console.error(error);
    }
  }
}

/** The API documents `locale` for catalog and cart alone; chains and codes of the emulator are told in it, too. */
function inLanguage(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.searchParams.has("locale")) return request;
  url.searchParams.set("locale", language);
  return new Request(url, request);
}
