/** The emulator's time, kept between readings by the page's own steady clock. */
export class Clock {
  #read = { at: performance.now(), now: Date.now(), frozen: false };

  constructor(emulator) {
    this.emulator = emulator;
  }

  async read() {
    const { now, frozen } = await this.emulator.clock();
    this.#read = { at: performance.now(), now: new Date(now).getTime(), frozen };
  }

  now = () => this.#read.now + (this.#read.frozen ? 0 : performance.now() - this.#read.at);
}
