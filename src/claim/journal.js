// What is written of claims under way, by the names of their entries. What stands in an entry is `journal.rs`'s.

/** Of more entries the first is dropped. */
const MOST = 256;

/** Without a player nobody could say whose an entry is: none is written. */
export const NOWHERE = { read() {}, write() {}, drop() {} };

/**
 * Where a client's claims under way are written down: an entry a step, since two tabs that write into one text would
 * lose each other's. Its `storage` is the page's own; null: none; undefined: the browser's.
 */
export function openJournal({ storage, projectId }) {
  const prefix = `xsolla-liveops.claims.${projectId}.`;

  /** Storage may be missing, full or forbidden: even asking for the browser's own may throw. Outside a page none is asked for: Node would warn. */
  function attempt(run) {
    try {
      return run(storage === undefined ? globalThis.document && globalThis.localStorage : storage);
    } catch {}
  }

  /** The names of the entries, of one player or of all. */
  function names(player = "") {
    const found = [];
    attempt((place) => {
      for (let index = 0; index < place.length; index++) {
        const name = place.key(index);
        if (name.startsWith(prefix + player)) found.push(name);
      }
    });
    return found;
  }

  const read = (name) => attempt((place) => place.getItem(name)) ?? undefined;
  return {
    names,
    read,
    /** The name of a step's entry. */
    name: (player, kind, chainId, step) => `${prefix}${player}.${kind}.${chainId}.${step}`,
    /** Kind, chain and step of a name; nothing where it is none. */
    step(name) {
      const numbers = name.slice(prefix.length).split(".");
      const isName = numbers.length === 4 && numbers.every((number) => /^\d{1,16}$/.test(number));
      return isName ? numbers.slice(1).map(Number) : [];
    },
    write(name, text) {
      const [first, ...others] = names();
      attempt((place) => {
        if (others.length >= MOST) place.removeItem(first);
        place.setItem(name, text);
      });
    },
    /** Takes an entry out, unless another tab has claimed the step again meanwhile. */
    drop(name, text) {
      if (read(name) === text) attempt((place) => place.removeItem(name));
    },
  };
}
