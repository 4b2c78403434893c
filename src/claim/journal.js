// What is written of claims under way, by the names of their entries. What stands in an entry is `journal.rs`'s.

/** Of more entries the oldest is dropped. */
const MOST = 256;

/** So old, `journal.rs` does not read an entry any more; in milliseconds. */
const OLDEST = 7 * 86_400_000;

/** Without a player nobody could say whose an entry is: none is written. */
export const NOWHERE = { read() {}, write() {}, drop() {} };

/**
 * The claims under way of a project: an entry a step in the page's `storage`, since two tabs that write into one text
 * would lose each other's.
 */
export function openJournal(storage, projectId) {
  const prefix = `xsolla-liveops.claims.${projectId}.`;
  /** When an entry was written; 0 where it does not tell. */
  const timeOf = (name) => Number(storage.read(name)?.split(".")[2]) || 0;

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
      const others = storage.names(prefix).filter((other) => other !== name);
      if (others.length >= MOST) {
        const [[, oldest]] = others.map((other) => [timeOf(other), other]).sort(([one], [other]) => one - other);
        storage.drop(oldest);
      }
      storage.write(name, text);
    },
    /** Drops what is too old, or of a clock that was far ahead, whoever's it is: nobody may ever ask for it again. */
    dropOld(now) {
      for (const name of storage.names(prefix)) if (Math.abs(now - timeOf(name)) >= OLDEST) storage.drop(name);
    },
    /** Takes an entry out, unless another tab has claimed the step again meanwhile. */
    drop(name, text) {
      if (storage.read(name) === text) storage.drop(name);
    },
  };
}
