// One step of a daily chain as the API has it, on the clock of a test.

const REFUSAL = { errorCode: 9917, errorMessage: "[0401-9917]: no", transactionId: "t" };

/**
 * A `fetch` whose claims are answered by these names in their order, the last one again and again, and whose reads by
 * those of `reads`, by `"read"` where there are no more. `at` tells what came, and when.
 */
export class Step {
  at = [];
  tokens = [];
  isClaimed = false;
  /** In seconds. An hour ago: the chain does not start over while a test runs, at whatever time of day. */
  opened = Math.floor(Date.now() / 1000) - 3_600;
  #reads;

  constructor(clock, answers = ["granted"], reads = []) {
    let [claims, looks] = [0, 0];
    this.#reads = reads;
    this.fetch = async (request) => {
      const isClaim = request.method === "POST";
      const name = isClaim ? answers[Math.min(claims++, answers.length - 1)] : (this.#reads[looks++] ?? "read");
      this.at.push([name, clock.now, isClaim]);
      this.tokens.push(request.headers.get("authorization"));
      const { signal } = request;
      const ended = new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      return Promise.race([this.#answers[name](), ended]);
    };
  }

  /** How often it was claimed. */
  get sends() {
    return this.at.filter(([, , isClaim]) => isClaim).length;
  }

  /** From now on it can be read. */
  heal() {
    this.#reads = [];
  }

  #grant() {
    this.isClaimed = true;
  }

  #chain(status = this.isClaimed ? "claimed" : "claimable") {
    return answer(200, { id: 7, type: "calendar", steps: [{ step_number: 1, status, unlocked_date: this.opened }] });
  }

  #answers = {
    read: () => this.#chain(),
    lagging: () => this.#chain("claimable"),
    claimed: () => this.#chain("claimed"),
    blocked: () => this.#chain("blocked"),
    broken: () => offline(),
    gone: () => answer(404, { ...REFUSAL, errorCode: 9901 }),
    granted: () => (this.#grant(), answer(204)),
    empty: () => (this.#grant(), answer(200)),
    html: () => (this.#grant(), answer(200, "<html>")),
    object: () => (this.#grant(), answer(200, {})),
    accepted: () => (this.#grant(), answer(202)),
    reset_content: () => (this.#grant(), answer(205)),
    lost: () => (this.#grant(), offline()),
    failed: () => (this.#grant(), answer(500, {})),
    doubled: () => (this.#grant(), answer(422, REFUSAL)),
    dropped: () => offline(),
    silent: () => new Promise(() => {}),
    late: () => (this.#grant(), new Promise(() => {})),
    reset: () => ((this.opened += 86_400), offline()),
    refused: () => answer(422, REFUSAL),
    unauthorized: () => answer(401, REFUSAL),
    throttled: () => answer(429, REFUSAL),
  };
}

/** An answer without a stream: reading one takes a time that no test holds. */
const answer = (status, body) => ({ status, text: async () => (body === undefined ? "" : JSON.stringify(body)) });

function offline() {
  throw new TypeError("offline");
}

/** A storage of its own, with what stands in it. */
export class Memory {
  entries = new Map();

  get length() {
    return this.entries.size;
  }

  key(index) {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(name) {
    return this.entries.get(name) ?? null;
  }

  setItem(name, text) {
    this.entries.set(name, String(text));
  }

  removeItem(name) {
    this.entries.delete(name);
  }
}
