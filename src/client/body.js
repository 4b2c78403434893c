// The body of an answer, as far as it is no larger than answers are.

const [BYTES, LEVELS, ENTRIES] = [4_194_304, 64, 10_000];

/** Reads a body's text. Where it is too long, `excess` says so instead, and it is not read to its end. */
export async function read(response) {
  const text = await textOf(response);
  return text === null || text.length > BYTES ? { excess: "the body has over 4 MiB" } : { text };
}

/**
 * The value of an answer's JSON, made anew for each who asks: `body`, undefined where it is not JSON; `excess` names
 * instead what is too large about it.
 */
export function parse(answer) {
  if (answer.excess) return answer;
  let body;
  try {
    body = JSON.parse(answer.text);
  } catch {}
  const excess = excessOf(body, LEVELS);
  return excess ? { excess } : { body };
}

/** The text; null where it is longer than its stream is read. */
async function textOf(response) {
  // An empty answer has no stream, nor has what a page's own `fetch` may answer with instead.
  if (!response.body) return String(await response.text());
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let [text, left] = ["", BYTES];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    left -= value.length;
    if (left < 0) {
      // What becomes of the rest concerns nobody.
      reader.cancel().catch(() => {});
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The way to what is too large in a value, and what it is; undefined where nothing is. */
function excessOf(value, levels) {
  if (typeof value !== "object" || value === null) return;
  if (!levels) return " has over 64 levels";
  const names = Object.keys(value);
  if (names.length > ENTRIES) return " has over 10,000 entries";
  for (const name of names) {
    const excess = excessOf(value[name], levels - 1);
    // A name that is no field's may be anything, a code too.
    if (excess) return (Array.isArray(value) ? `[${name}]` : /^[a-z_]{1,40}$/.test(name) ? `.${name}` : ".*") + excess;
  }
}
