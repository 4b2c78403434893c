// What a page passes, as the API takes it.

/**
 * The address of a server, without a slash at its end: https, or http on this machine. Nothing may stand
 * in it that a browser would read as a user name, a query, a fragment or another host.
 */
export function address(value) {
  const good = /^(https:\/\/([\w.-]+|\[[\da-f:]+\])|http:\/\/(127\.0\.0\.1|localhost|\[::1\]))(:\d+)?(\/[^\s@?#\\%\x7f-\uffff]*)?$/i;
  return typeof value === "string" && good.test(value) ? value.replace(/\/$/, "") : undefined;
}

/**
 * The JSON of a value without the empty objects in it, which the API takes for arrays: empty where
 * nothing is left, undefined where JSON cannot hold the value.
 */
export function json(value) {
  try {
    return JSON.stringify(filled(JSON.parse(JSON.stringify(value)))) ?? "";
  } catch {}
}

function filled(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((entry) => filled(entry) ?? null);
  const entries = Object.entries(value).map(([name, entry]) => [name, filled(entry)]);
  const kept = entries.filter(([, entry]) => entry !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** A guest as the API is told of one: an id, and an e-mail address in base64. Undefined where it is none. */
export function guest(value) {
  try {
    const { id, email } = value;
    // A test would take a missing id for the text "undefined".
    if (typeof id === "string" && /^[!-~]{1,255}$/.test(id) && typeof email === "string" && /^\S+@\S+$/.test(email)) {
      return { id, user: btoa(String.fromCharCode(...new TextEncoder().encode(email))) };
    }
  } catch {}
}
