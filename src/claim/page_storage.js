// The page's storage, whatever is wrong with it.

/** The storage that a client was made with: the page's own; null: none; undefined: the browser's. */
export function pageStorage({ storage }) {
  /** It may be missing, full or forbidden: even asking for the browser's own may throw. Outside a page none is asked for: Node would warn. */
  function attempt(run) {
    try {
      return run(storage === undefined ? globalThis.document && globalThis.localStorage : storage);
    } catch {}
  }

  return {
    read: (name) => attempt((place) => place.getItem(name)) ?? undefined,
    write: (name, text) => attempt((place) => place.setItem(name, text)),
    drop: (name) => attempt((place) => place.removeItem(name)),
    /** The names that begin so. */
    names(start) {
      const found = [];
      attempt((place) => {
        for (let index = 0; index < place.length; index++) {
          const name = place.key(index);
          if (name.startsWith(start)) found.push(name);
        }
      });
      return found;
    },
  };
}
