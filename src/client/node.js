// The kind of a value in one number: the order of `Kind` in src/rules/node.rs.
export function kind(value) {
  switch (typeof value) {
    case "undefined":
      return 0;
    case "boolean":
      return 1;
    case "number":
      return Number.isSafeInteger(value) ? 2 : Number.isInteger(value) ? 3 : Number.isFinite(value) ? 4 : 8;
    case "string":
      return 5;
    case "object":
      return value === null ? 0 : Array.isArray(value) ? 6 : 7;
    default:
      return 8;
  }
}

/** A field of an object; undefined where a getter of the page's own throws. */
export function field(object, name) {
  try {
    return object[name];
  } catch {}
}

export const isTrue = (value) => value === true;

/** NaN where it is no number. */
export const number = (value) => (typeof value === "number" ? value : NaN);

export function clear(object, name) {
  object[name] = null;
}
