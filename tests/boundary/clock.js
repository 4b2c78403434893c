// A clock in the place of the browser's: time passes only where a test lets it, and then without waiting.

const NAMES = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"];
const originals = Object.fromEntries(NAMES.map((name) => [name, globalThis[name]]));

/** Lets everything run that needs no time. */
const settle = () => new Promise((resolve) => originals.setTimeout.call(globalThis, resolve));

export class Clock {
  now = 0;
  #timers = new Map();
  #last = 0;

  start() {
    globalThis.setTimeout = (run, milliseconds, ...values) => this.#add(run, milliseconds, values);
    globalThis.setInterval = (run, milliseconds, ...values) => this.#add(run, milliseconds, values, true);
    globalThis.clearTimeout = globalThis.clearInterval = (id) => this.#timers.delete(id);
    performance.now = () => this.now;
  }

  stop() {
    Object.assign(globalThis, originals);
    delete performance.now;
  }

  /** How many timers are set. */
  get timers() {
    return this.#timers.size;
  }

  /** Lets time pass until a promise is settled, and gives what it is settled with. */
  async until(promise) {
    let isSettled = false;
    const done = () => (isSettled = true);
    Promise.resolve(promise).then(done, done);
    for (;;) {
      await settle();
      if (isSettled) return promise;
      if (!this.#step(Infinity)) throw new Error("Nothing is left that could settle it.");
    }
  }

  /** Lets so many milliseconds pass. */
  async pass(milliseconds) {
    const end = this.now + milliseconds;
    do await settle();
    while (this.#step(end));
    this.now = end;
  }

  #add(run, milliseconds = 0, values, repeats) {
    const wait = Math.max(Number(milliseconds) || 0, 0);
    this.#timers.set(++this.#last, { at: this.now + wait, run: () => run(...values), repeats: repeats && wait });
    return this.#last;
  }

  /** Runs the next timer, if it is due by then. */
  #step(end) {
    const next = [...this.#timers].sort(([, one], [, other]) => one.at - other.at)[0];
    if (!next || next[1].at > end) return false;
    const [id, timer] = next;
    this.now = Math.max(this.now, timer.at);
    if (timer.repeats) timer.at += timer.repeats;
    else this.#timers.delete(id);
    timer.run();
    return true;
  }
}
