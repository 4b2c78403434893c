// Requests that no browser would send, at the emulator's sockets: it answers each, or closes, and goes on.
import { connect } from "node:net";
import { mutator } from "../page/mutate.js";

const PROJECT = "/api/v2/project/44056";

// A line each: what is asked, whether with a player's token, and a body.
const ASKED = [
  ["GET", `${PROJECT}/items?limit=5&offset=0&locale=en&additional_fields[]=order&country=US&promo_code=NEW`],
  ["GET", `${PROJECT}/items/virtual_items?limit=50&show_inactive_time_limited_items=1`],
  ["GET", `${PROJECT}/user/daily_chain?limit=50&offset=0`],
  ["GET", `${PROJECT}/promotion/code/WINTER2023/verify`],
  ["GET", `${PROJECT}/cart/current?currency=USD&locale=en`],
  ["POST", `${PROJECT}/coupon/redeem`, { coupon_code: "WINTER2023", selected_unit_items: { bundle: "sku" } }],
  ["POST", `${PROJECT}/promocode/redeem`, { coupon_code: "NEW", cart: { id: "current" } }],
  ["PUT", `${PROJECT}/cart/fill`, { items: [{ sku: "booster", quantity: 2 }] }],
  ["PUT", `${PROJECT}/cart/item/booster`, { quantity: 2 }],
  ["POST", `${PROJECT}/payment/item/booster`, { currency: "USD", locale: "en", sandbox: true, quantity: 1, settings: { ui: {} }, custom_parameters: { a: 1 } }],
  ["POST", `${PROJECT}/user/daily_chain/1/step/number/1/claim`],
  ["PUT", "/_emulator/faults", { rules: [{ request: { player: "nobody", nth: 2 }, phase: "before_commit", what: { answer: { status: 503, body: {} } }, times: 1 }] }],
  ["PUT", "/_emulator/players/mira", { name: "Mira", country: "DE", clan: null, attributes: [], wallet: { drops: 5 } }],
  ["POST", "/_emulator/players/mira/token", { expires_in: 60 }],
  ["POST", "/_emulator/clock/advance", { seconds: 1 }],
  ["GET", "/_emulator/audit?player=mira&after=0"],
  ["GET", "/_emulator/requests?player=mira&after=0&limit=5"],
  ["POST", "/api/v3/project/44056/admin/coupon", { external_id: "c", coupon_codes: ["A"], redeem_user_limit: 1, bonus: [{ sku: "booster", quantity: 1 }] }],
];

/** Sends so many, on a few connections. Gives the statuses that came, and how many connections were closed. */
export async function throwAtSockets({ emulator, requests, seed }) {
  const token = await emulator.token("mira");
  const found = { statuses: {}, closed: 0 };
  const lanes = 8;
  await Promise.all(Array.from({ length: lanes }, (_, lane) => throwFrom(emulator, token, mutator(seed + lane), Math.ceil(requests / lanes), found)));
  // Whatever came: it still serves.
  await emulator.control("DELETE", "faults");
  return { ...found, panics: emulator.log.split("\n").filter((line) => line.includes("panicked")) };
}

async function throwFrom(emulator, token, changes, requests, found) {
  const { hostname, port } = new URL(emulator.api);
  for (let sent = 0; sent < requests; ) {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on("error", () => {});
    let received = "";
    let told;
    socket.on("data", (data) => {
      received += data.toString("latin1");
      told?.();
    });
    socket.on("close", () => told?.());
    // A connection each for some; many in a row on the others.
    for (let left = 1 + changes.below(30); left > 0 && sent < requests; left--, sent++) {
      received = "";
      socket.write(written(changes, token));
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, 200);
        told = () => {
          if (!socket.destroyed && !received.includes("\r\n\r\n")) return;
          clearTimeout(timer);
          resolve();
        };
        told();
      });
      const status = /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? "none";
      found.statuses[status] = (found.statuses[status] ?? 0) + 1;
      if (socket.destroyed || status === "none") break;
    }
    if (socket.destroyed) found.closed++;
    socket.destroy();
  }
}

/** A request's bytes, changed in its target, its head or its body. */
function written(changes, token) {
  const { below, oneOf, text, body } = changes;
  let [method, target, sample = {}] = oneOf(ASKED);
  let headers = `host: 127.0.0.1\r\nauthorization: Bearer ${below(8) ? token : text(token)}\r\ncontent-type: application/json\r\n`;
  let content = Buffer.from(body(sample));
  switch (below(4)) {
    case 0:
      target = encodeURI(text(target).toWellFormed()).replaceAll("%25", "%");
      break;
    case 1:
      headers = text(headers);
      break;
    case 2:
      method = text(method);
      break;
    default:
  }
  const length = below(50) ? content.length : text(String(content.length));
  if (!below(50)) content = content.subarray(0, below(content.length + 1));
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${headers}content-length: ${length}\r\n\r\n`), content]);
}
