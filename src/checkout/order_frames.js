// What travels over the order socket: Centrifugo's JSON protocol, as far as orders need it.

/** Longer texts are not read. */
const LONGEST = 65_536;

/** What the player is known by. Holds the token: for the socket alone. */
export const connecting = (token, projectId) =>
  JSON.stringify({ connect: { data: { auth: token, project_id: projectId } }, id: 1 });

/** The answer to a ping, which is the same. */
export const PONG = "{}";

/**
 * What a text says, which may hold several frames, a line each: `"ping"`, `"connected"`, `"refused"`, or the
 * `orderId` and `status` of an order. Anything else is passed over.
 */
export function heard(text) {
  if (typeof text !== "string" || text.length > LONGEST) return [];
  return text.split("\n").map(frame).filter(Boolean);
}

function frame(line) {
  let read;
  try {
    read = JSON.parse(line);
  } catch {}
  if (typeof read !== "object" || read === null || Array.isArray(read)) return;
  if (!Object.keys(read).length) return "ping";
  if (read.error || read.push?.disconnect) return "refused";
  if (read.connect) return "connected";
  const { order_id: orderId, status } = read.push?.pub?.data ?? {};
  if (Number.isSafeInteger(orderId)) return { orderId, status };
}
