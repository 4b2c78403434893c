// One socket for all orders that a client follows. It only ever says that an order should be read.
import { chance } from "../client/chance.js";
import { connecting, heard, PONG } from "./order_frames.js";
import { reconnectDelay } from "./tracking_rules.js";

/**
 * `hint(orderId, status)` is called when an order, or without an id any, may have got further. The socket stands
 * between `use()` and the last `release()`.
 */
export function orderSocket({ socket: address, options, core }, hint) {
  let users = 0;
  let failures = 0;
  let socket;
  let isStanding = false;
  let timer;
  let listening;

  async function connect() {
    clearTimeout(timer);
    if (socket || !users || !address || !globalThis.WebSocket) return;
    // Takes the place until the token is there.
    const mine = (socket = {});
    const player = await core.token().catch(() => null);
    if (socket !== mine) return;
    socket = undefined;
    // A guest's orders are pushed to nobody.
    if (player) open(player);
  }

  function open(player) {
    try {
      socket = new WebSocket(address);
    } catch {
      return;
    }
    const mine = socket;
    mine.addEventListener("open", () => mine.send(connecting(player, options.projectId)), { once: true });
    mine.onmessage = ({ data }) => heard(data).forEach((told) => socket === mine && hear(told));
    mine.onclose = () => socket === mine && lose();
  }

  function hear(told) {
    if (told === "ping") socket.send(PONG);
    else if (told === "refused") socket.close();
    else if (told === "connected") {
      isStanding = true;
      failures = 0;
      // Whatever happened before was not heard.
      hint();
    } else hint(told.orderId, told.status);
  }

  /** The server, or the network, ended it: orders are read again at their usual pace, and another is tried. */
  function lose() {
    const stood = isStanding;
    drop();
    if (stood) hint();
    const delay = reconnectDelay(failures++, chance(options.random));
    if (delay) timer = setTimeout(connect, delay);
  }

  function drop() {
    const mine = socket;
    clearTimeout(timer);
    socket = undefined;
    isStanding = false;
    mine?.close?.();
  }

  return {
    get isStanding() {
      return isStanding;
    },
    use() {
      if (users++) return;
      failures = 0;
      listening = new AbortController();
      const listen = (type, run) => globalThis.addEventListener?.(type, run, { signal: listening.signal });
      listen("online", connect);
      // A page with an open socket is not kept for the way back to it.
      listen("pagehide", drop);
      listen("pageshow", connect);
      connect();
    },
    release() {
      if (--users) return;
      listening.abort();
      drop();
    },
  };
}
