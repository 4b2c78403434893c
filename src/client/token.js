// What the browser knows of tokens: their claims, and a clock that nobody sets.

/** What a JWT says of itself; undefined for an opaque token. Longer than 8 KiB, it is not looked into. */
export function claims(token) {
  try {
    const payload = token.length > 8192 ? "" : token.split(".")[1];
    return JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {}
}

/** Milliseconds that only ever grow, by the page's own clock where it has one. */
export function now(clock) {
  try {
    return clock ? Number(clock()) : performance.now();
  } catch {
    return 0;
  }
}
