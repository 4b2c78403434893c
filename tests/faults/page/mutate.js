// Samples changed at random, the same again for the same seed.
import { seededRandom } from "./outside.js";

const PIECES = [
  "", "/", "..", "%2e", "%", "%00", "?", "#", "\\", "\"", "'", "{", "}", "[", "]", "\0", "\t", "\r\n", "\u007f", "\u00ad",
  "\u200b", "\u202e", "\u2028", "\ufeff", "\ud800", "\udc00", "é", "🗡", "<script>", "[0401-9807]: ", "[-]", "null", "__proto__",
  "constructor", "then", "toString",
];
const NUMBERS = [
  0, -0, -1, 1, 0.5, 5e-324, 1e21, 1e308, 2 ** 31, 2 ** 32, 1e11, 8.64e15, 8.64e15 + 2, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 2 ** 64,
];
// As they stand in JSON, where JavaScript would write them otherwise.
const WRITTEN = ["9007199254740993", "18446744073709551615", "1e400", "-1e400", "1E2", "0.1e1", "99999999999999999999999999999999999999"];

/** Changes samples of JSON. */
export function mutator(seed) {
  const random = seededRandom(seed);
  const below = (end) => Math.floor(random() * end);
  const oneOf = (several) => several[below(several.length)];

  function any() {
    switch (below(9)) {
      case 0: return null;
      case 1: return random() < 0.5;
      case 2: return [];
      case 3: return {};
      case 4: return oneOf(PIECES).repeat(1 + below(3));
      case 5: return Array.from({ length: below(80) }).reduce((inner) => [inner], 1);
      case 6: return { number: oneOf(WRITTEN), [MARK]: true };
      default: return oneOf(NUMBERS);
    }
  }

  function value(sample, depth = 0) {
    const isDeep = depth === 0 || below(5) > 0;
    if (Array.isArray(sample) && isDeep && sample.length) {
      const at = below(sample.length);
      if (below(10) === 0) return sample.toSpliced(at, 1);
      if (below(10) === 0) return [...sample, ...sample];
      return sample.with(at, value(sample[at], depth + 1));
    }
    if (sample && typeof sample === "object" && isDeep && !Array.isArray(sample)) {
      const entries = Object.entries(sample);
      if (!entries.length) return any();
      const at = below(entries.length);
      const [name, field] = entries[at];
      switch (below(12)) {
        case 0: return Object.fromEntries(entries.toSpliced(at, 1));
        case 1: return Object.fromEntries(entries.with(at, [text(name), field]));
        case 2: return Object.fromEntries([...entries, [oneOf(PIECES) || "tomorrow", any()]]);
        default: return Object.fromEntries(entries.with(at, [name, value(field, depth + 1)]));
      }
    }
    return typeof sample === "string" && random() < 0.5 ? text(sample) : any();
  }

  function text(sample) {
    const at = below(sample.length + 1);
    const to = at + below(6);
    return sample.slice(0, at) + (random() < 0.2 ? sample.slice(at, to).repeat(1 + below(40)) : oneOf(PIECES)) + sample.slice(to);
  }

  /** A body: mostly JSON of a changed value, sometimes cut or with bytes that are no UTF-8. */
  function body(sample) {
    let changed = sample;
    for (let times = 1 + below(3); times > 0; times--) changed = value(changed);
    const marked = JSON.stringify(changed).replaceAll(/\{"number":"([^"]*)","%%":true\}/g, "$1");
    if (below(10)) return marked;
    if (below(2)) return marked.slice(0, below(marked.length + 1));
    const bytes = new TextEncoder().encode(marked);
    for (let times = 1 + below(4); times > 0; times--) bytes[below(bytes.length)] ^= 1 << below(8);
    return bytes;
  }

  return { random, below, oneOf, value, text, body };
}

const MARK = "%%";
