// What is written of claims under way, by the names of their entries. What stands in an entry is `journal.rs`'s.

/** Of more entries the first is dropped. */
const MOST = 256;

/** Without a player nobody could say whose an entry is: none is written. */
export const NOWHERE = { read() {}, write() {}, drop() {} };

/**
 * The claims under way of a project: an entry a step in the page's `storage`, since two tabs that write into one text
 * would lose each other's.
 */
export function openJournal(storage, projectId) {
  const prefix = `xsolla-liveops.claims.${projectId}.`;
  return {
    /** The names of the entries, of one player or of all. */
    names: (player = "") => storage.names(prefix + player),
    read: storage.read,
    /** The name of a step's entry. */
    name: (player, kind, chainId, step) => `${prefix}${player}.${kind}.${chainId}.${step}`,
    /** Kind, chain and step of a name; nothing where it is none. */
    step(name) {
      const numbers = name.slice(prefix.length).split(".");
      const isName = numbers.length === 4 && numbers.every((number) => /^\d{1,16}$/.test(number));
      return isName ? numbers.slice(1).map(Number) : [];
    },
    write(name, text) {
      const [first, ...others] = storage.names(prefix);
      if (others.length >= MOST) storage.drop(first);
      storage.write(name, text);
    },
    /** Takes an entry out, unless another tab has claimed the step again meanwhile. */
    drop(name, text) {
      if (storage.read(name) === text) storage.drop(name);
    },
  };
}
