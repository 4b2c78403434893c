// The page's storage, whatever is wrong with it.

/**
 * What `run` makes of the storage that a client was made with: the page's own; null: none; undefined: the browser's. It may be
 * missing, full or forbidden: even asking for the browser's own may throw. Outside a page none is asked for: Node would warn.
 */
export function attempt(storage, run) {
  try {
    return run(storage === undefined ? globalThis.document && globalThis.localStorage : storage);
  } catch {}
}

/** An order that was written down then may still be paid: it expires within a day. */
export const mayBePaid = (at) => Math.abs(Date.now() - at) < 86_400_000;

/** The entries of a client's storage. */
export function pageStorage({ storage }) {
  const on = (run) => attempt(storage, run);

  return {
    read: (name) => on((place) => place.getItem(name)) ?? undefined,
    write: (name, text) => on((place) => place.setItem(name, text)),
    drop: (name) => on((place) => place.removeItem(name)),
    /** The names that begin so. */
    names(start) {
      const found = [];
      on((place) => {
        for (let index = 0; index < place.length; index++) {
          const name = place.key(index);
          if (name.startsWith(start)) found.push(name);
        }
      });
      return found;
    },
  };
}
