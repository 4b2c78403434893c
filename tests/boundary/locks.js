// Locks in the place of the browser's, which take a time that no test holds.

export class Locks {
  #held = new Map();

  request(name, { ifAvailable, signal }, run) {
    const before = this.#held.get(name);
    if (ifAvailable && before) return Promise.resolve(run(null));
    const ended = new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const turn = Promise.race([before, ended]);
    const over = turn.then(() => run({ name }));
    const done = over.catch(() => before).then(() => this.#held.get(name) === done && this.#held.delete(name));
    this.#held.set(name, done);
    return over;
  }

  async query() {
    return { held: [...this.#held.keys()].map((name) => ({ name })) };
  }

  /** Whether any is held. */
  get areHeld() {
    return this.#held.size > 0;
  }
}

/** Gives the page such locks, and what gives it back the browser's. */
export function replaceLocks(locks) {
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  return () => delete navigator.locks;
}
