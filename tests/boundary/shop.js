// A shop that sells a step, redeems a coupon and grants what a clan left: what a page sends, by the operation's last word.

const ENDINGS = [
  [/\/step\/number\/\d+\/order$/, "order"],
  [/\/order\/\d+$/, "read"],
  [/\/rewards$/, "rewards"],
  [/\/redeem$/, "redeem"],
  [/\/clan\/update$/, "update"],
];

const STATUS = { refused: 422, unauthorized: 401, throttled: 429, failed: 503 };

/**
 * A `fetch` whose writes are answered by these names in their order, the last one again and again. `sent` tells what came
 * and when; `status` is that of every order, `uses` how often the coupon can still be redeemed.
 */
export class Shop {
  sent = [];
  status = "new";
  uses = 1;
  /** What the clan still has to grant. */
  left = [];
  #orders = 0;
  #writes = 0;

  constructor(clock, ...answers) {
    this.fetch = async (request) => {
      const { pathname } = new URL(request.url);
      const [, operation] = ENDINGS.find(([ending]) => ending.test(pathname));
      this.sent.push([operation, clock.now]);
      if (request.method === "GET") return this.#read(operation);
      const name = answers[Math.min(this.#writes++, answers.length - 1)];
      const isDone = name === "made" || name === "lost";
      const done = isDone ? this.#write(operation) : undefined;
      if (name === "dropped" || name === "lost") throw new TypeError("offline");
      return isDone ? answer(200, done) : answer(STATUS[name], { errorCode: 1, errorMessage: "no" });
    };
  }

  /** How often a write was sent. */
  get writes() {
    return this.#writes;
  }

  #read(operation) {
    if (operation === "read") return answer(200, { order_id: this.#orders, status: this.status });
    return this.uses ? answer(200, { bonus: [] }) : answer(422, { errorCode: 9804, errorMessage: "used" });
  }

  #write(operation) {
    if (operation === "order") return { order_id: ++this.#orders, token: `token-${this.#orders}` };
    if (operation === "update") return { reward: this.left.splice(0) };
    this.uses -= 1;
    return { items: [{ sku: "lantern", quantity: 1 }] };
  }
}

const answer = (status, body) => ({ status, text: async () => JSON.stringify(body) });
