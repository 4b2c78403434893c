// Ten minutes in which the API fails, as many shops see it: what they send for what their pages ask.
import { onClock } from "../virtual/library.mjs";

const MINUTES = 10;
const PATHS = ["dailyChains", "offerChains", "rewardChains", "upsell"];

/** How the API fails. */
export const FAILURES = {
  503: () => new Response(null, { status: 503 }),
  "503 with a Retry-After": () => new Response(null, { status: 503, headers: { "retry-after": "2" } }),
  429: () => new Response(null, { status: 429 }),
  "503 after eight seconds": async () => {
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    return new Response(null, { status: 503 });
  },
  "no answer": () => {
    throw new TypeError("Failed to fetch");
  },
};

/**
 * `shops` clients whose pages read something every `seconds` on average. Gives how many reads they asked for, and how often was
 * sent. A call while the same is being read asks for no other read.
 */
export const outage = ({ LiveOps, chance, shops, seconds, fail }) =>
  onClock(async (clock) => {
    const counted = { asked: 0, sent: 0 };
    const fetch = async () => {
      counted.sent++;
      return fail();
    };
    const shop = async () => {
      const liveops = new LiveOps({ projectId: 44056, fetch, random: chance, storage: null });
      const running = [];
      const reading = new Set();
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, chance() * 2_000 * seconds));
        if (clock.now >= MINUTES * 60_000) break;
        const path = PATHS[Math.floor(chance() * PATHS.length)];
        if (!reading.has(path)) counted.asked++;
        reading.add(path);
        const read = liveops[path].list().catch(() => {});
        running.push(read.then(() => reading.delete(path)));
      }
      await Promise.all(running);
      liveops.close();
    };
    await clock.until(Promise.all(Array.from({ length: shops }, shop)));
    return counted;
  });
