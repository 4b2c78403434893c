// The control: what pages do without a library. A bare `fetch` with three retries, success by its status.
import { watchedFetch } from "./sends.js";
import { WRITES } from "./writes.js";

const RETRIES = 3;
const TIMEOUT = 10_000;

export async function bareRun(plan) {
  const { fetch, sends } = watchedFetch(plan);
  const [last] = await Promise.all([write(plan, fetch), new Promise((resolve) => setTimeout(resolve, plan.endsAfter))]);
  return { player: plan.player, first: last, before: last, last, isPending: false, stillPending: false, sends, kept: [] };
}

async function write({ write, addresses, token }, fetch) {
  const [method, path, body] = WRITES[write].request;
  let last;
  for (let attempt = 0; attempt <= RETRIES; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** (attempt - 1)));
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), TIMEOUT);
    try {
      const request = new Request(`${addresses.apiUrl}/v2/project/44056/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) },
        body: body && JSON.stringify(body),
        signal: ending.signal,
      });
      const response = await fetch(request);
      await response.text().catch(() => {});
      if (response.ok) return { applied: true };
      last = { applied: false, status: response.status };
      if (response.status < 500 && response.status !== 429) return last;
    } catch {
      last = { applied: false };
    } finally {
      clearTimeout(timer);
    }
  }
  return last;
}
