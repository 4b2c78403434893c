// A shop whose player's token runs out: an API that takes the newest token only, and an account that gives them.
import { wait } from "../virtual/library.mjs";

const LIFETIME = 3_600;

/** A JWT that tells how long it lives, or an opaque token that tells nothing. */
const tokenOf = (number, tells) => {
  const part = (claims) => Buffer.from(JSON.stringify(claims)).toString("base64url");
  return tells ? `${part({ alg: "none" })}.${part({ sub: "mira", iat: 1000, exp: 1000 + LIFETIME, number })}.c2ln` : `opaque-${number}`;
};

/** `chance` gives numbers from 0 to 1; `tells`: whether its tokens tell when they run out. */
export class TokenShop {
  /** When it was asked for a token, and why. */
  asked = [];
  /** When what was sent, with which token. */
  sent = [];
  given = 0;
  /** The number of the only token that is accepted; none where 0. */
  good = 0;

  constructor(clock, chance, { tells = false } = {}) {
    Object.assign(this, { clock, chance, tells });
  }

  /** What a page passes as `token`. */
  token = async (reason) => {
    this.asked.push({ at: this.clock.now, reason });
    await wait(this.chance() * 3_000);
    return tokenOf(++this.given, this.tells);
  };

  fetch = async ({ method, url, headers, signal }) => {
    const token = headers.get("authorization")?.slice("Bearer ".length);
    this.sent.push({ at: this.clock.now, method, path: new URL(url).pathname, token });
    await wait(this.chance() * 500);
    signal.throwIfAborted();
    const isGood = token === tokenOf(this.good, this.tells);
    await wait(this.chance() * 500);
    if (!isGood) return Response.json({ statusCode: 401, errorCode: 1501 }, { status: 401 });
    if (method !== "GET") return new Response(null, { status: 204 });
    return Response.json({ has_more: false, items: [] });
  };
}

/** So many different calls at once: reads, and changes of a cart. */
export const calls = (liveops, count, signal) =>
  Array.from({ length: count }, (_, place) =>
    place % 5 === 4 ? liveops.cart.putItem(`item-${place}`, { quantity: 1, signal }) : liveops.dailyChains.list({ offset: place, signal }),
  );
