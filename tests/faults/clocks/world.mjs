// A daily chain whose steps open one after the other by the true time, and a device whose clock shows another.
import { wait } from "../virtual/library.mjs";

const START = Date.UTC(2030, 0, 1);
const STEPS = 6;

export class World {
  /** The errors of `liveops.now()` in excess of what a round trip allows, in milliseconds. */
  reads = [];
  /** When claims arrived, and whether their step had opened. */
  claims = [];
  claimed = new Set();
  /** The last answer's round trip; none since the device slept. */
  roundTrip;
  skew = 0;
  #slept = 0;

  /** `period`: between two steps, in milliseconds. `isVisible`: whether pages can read `Date`. */
  constructor(clock, chance, { period, isVisible }) {
    Object.assign(this, { clock, chance, period, isVisible });
  }

  /** The true time. */
  get now() {
    return START + this.clock.now + this.#slept;
  }

  /** What the device's clock shows. */
  get shown() {
    return this.now + this.skew;
  }

  /** The device sleeps: its monotonic clock stands still. */
  sleep(milliseconds) {
    this.#slept += milliseconds;
    this.roundTrip = undefined;
  }

  opensAt(step) {
    return START + step * this.period;
  }

  #statusOf(step) {
    if (this.claimed.has(step)) return "claimed";
    if (this.now < this.opensAt(step)) return "claim_in_future";
    return this.now < this.opensAt(step + 1) ? "claimable" : "blocked";
  }

  #chain() {
    const step = (step) => ({ step_number: step, status: this.#statusOf(step), unlocked_date: this.opensAt(step) / 1000, items: [] });
    return { id: 1, name: "Lanterns", type: "calendar_hard", steps: Array.from({ length: STEPS }, (_, place) => step(place + 1)) };
  }

  fetch = async ({ method, url }) => {
    const [sent, slept] = [this.clock.now, this.#slept];
    await wait(this.chance() * 2_000);
    const date = new Date(this.now).toUTCString();
    const headers = this.isVisible ? { date } : {};
    let answer = [200, this.#chain()];
    if (method === "POST") answer = this.#claim(Number(url.match(/number\/(\d+)\/claim/)[1]));
    else this.reads.push(this.now);
    await wait(this.chance() * 2_000);
    if (slept === this.#slept) this.roundTrip = this.clock.now - sent;
    const [status, body] = answer;
    // Without a stream: reading one takes a time that this clock does not hold.
    return { status, headers: new Headers(headers), text: async () => (body ? JSON.stringify(body) : "") };
  };

  #claim(step) {
    const status = this.#statusOf(step);
    this.claims.push({ step, at: this.now, isEarly: status === "claim_in_future" });
    if (status !== "claimable") return [422, { statusCode: 422, errorCode: 1 }];
    this.claimed.add(step);
    return [204];
  }
}
