// One order as the API tells of it, read by read.

/** A `fetch` that answers with these statuses in their order, the last one again and again; a number is an HTTP status, null is no answer. */
export class OrderReads {
  at = [];

  constructor(clock, ...answers) {
    this.fetch = async () => {
      const answer = answers[Math.min(this.at.length, answers.length - 1)];
      this.at.push(clock.now);
      if (answer === null) throw new TypeError("offline");
      if (answer === "never") return new Promise(() => {});
      const isRefusal = typeof answer === "number";
      const body = isRefusal ? {} : { order_id: 7, status: answer };
      // Without a stream: reading one takes a time that no test holds.
      return { status: isRefusal ? answer : 200, text: async () => JSON.stringify(body) };
    };
  }
}

/** All that an order's tracker gives, and how it ends. */
export async function all(statuses) {
  const given = [];
  try {
    for await (const status of statuses) given.push(status);
  } catch (error) {
    given.push(error.code ?? String(error));
  }
  return given;
}

/** Counts what listens on some targets, from now on. */
export function listeners(...targets) {
  let count = 0;
  for (const target of targets) {
    const { addEventListener } = target;
    target.addEventListener = function (type, run, options) {
      count++;
      options?.signal?.addEventListener("abort", () => count--, { once: true });
      return addEventListener.call(target, type, run, options);
    };
  }
  return {
    get count() {
      return count;
    },
    forget() {
      for (const target of targets) delete target.addEventListener;
    },
  };
}
