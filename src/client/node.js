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

export const field = (object, name) => object[name];
