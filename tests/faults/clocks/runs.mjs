// A page on a device whose clock is wrong: it counts down and claims, when it is time and too early; and it watches for months.
import { ending, onClock } from "../virtual/library.mjs";
import { World } from "./world.mjs";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const YEAR = 365.25 * DAY;
const STEPS = 5;

export const SKEWS = [0, 5 * MINUTE, -5 * MINUTE, 60 * MINUTE, -60 * MINUTE, DAY, -DAY, 10 * YEAR, -10 * YEAR];
export const CHANGES = ["steady", "jumps", "sleeps"];

/** What `liveops.now()` may be wrong by beside half a round trip, in milliseconds. */
const SECOND = 1_000;

/** A round trip takes no longer in this world, in milliseconds. */
const LONGEST_TRIP = 4_000;

/** What it found: `{ claims, looks, wrong }`. */
export const claimed = (given) =>
  inWorld(given, 1 + given.chance() * 6, async ({ clock, world, liveops, look, wrong, library }) => {
    const { chance, change, skew } = given;
    const claim = (stepNumber) => clock.until(ending(liveops.dailyChains.claim({ chainId: 1, stepNumber })));
    for (let step = 1; step <= STEPS; step++) {
      const left = () => Math.max(world.opensAt(step) - world.now, 0);
      const chain = await clock.until(liveops.dailyChains.get(1));
      look();
      if (change === "jumps") world.skew = skew + (chance() - 0.5) * 2 * DAY;
      // A player who cannot wait.
      await clock.pass(chance() * left() * 0.9);
      await claim(step);
      look();
      if (change === "sleeps") world.sleep(chance() * left() * 0.9);
      // The countdown at its end, on a clock that may be wrong.
      const counted = library.msUntil(library.claimableAt(chain.steps[step - 1]), { now: liveops.now() });
      await clock.pass(Math.min(counted, left()));
      await claim(step);
      await clock.pass(left() + LONGEST_TRIP);
      await claim(step);
      look();
      if (!world.claimed.has(step)) wrong.push(`step ${step} was not granted once it had opened`);
    }
    const early = world.claims.filter(({ isEarly }) => isEarly).length;
    if (early > 0) wrong.push(`${early} claims sent before their step opened`);
  });

/** What it found, where steps open months apart: `{ claims, looks, wrong }`. */
export const watched = (given) =>
  inWorld(given, 25 + given.chance() * 60, async ({ clock, world, liveops, look, wrong }) => {
    const { chance, change, skew, isVisible } = given;
    let seen = 0;
    const stop = liveops.dailyChains.watch({ chainId: 1, onChange: () => seen++ });
    for (let step = 1; step <= STEPS; step++) {
      const left = () => Math.max(world.opensAt(step) - world.now, 0);
      await clock.pass(chance() * left());
      look();
      if (change === "jumps") world.skew = skew + (chance() - 0.5) * 2 * DAY;
      if (change === "sleeps") world.sleep(chance() * left());
      await clock.pass(left() + 2 * MINUTE);
      look();
    }
    stop();
    const known = isVisible && change !== "sleeps";
    const early = world.reads.slice(1).filter((at) => !isAfterOpening(world, at)).length;
    if (known && early > 0) wrong.push(`${early} of ${world.reads.length} reads of a watched chain early`);
    if (known && seen !== STEPS + 1) wrong.push(`${seen - 1} of ${STEPS} openings seen`);
    if (world.reads.length > 4 * STEPS) wrong.push(`${world.reads.length} reads of a watched chain`);
  });

/** Whether a step had opened within the last two minutes, as far as the page could know. */
function isAfterOpening(world, at) {
  const openings = Array.from({ length: STEPS }, (_, place) => world.opensAt(place + 1));
  return openings.some((opening) => at >= opening - LONGEST_TRIP / 2 - SECOND && at < opening + 2 * MINUTE);
}

function inWorld({ library, chance, skew, isVisible }, days, run) {
  return onClock(async (clock) => {
    const world = new World(clock, chance, { period: Math.round(days * 86_400) * 1_000, isVisible });
    world.skew = skew;
    const deviceNow = Date.now;
    Date.now = () => Math.round(world.shown);
    const wrong = [];
    let looks = 0;
    const liveops = new library.LiveOps({ projectId: 44056, token: "opaque", fetch: world.fetch, random: chance, storage: null });
    const look = () => {
      if (!isVisible || world.roundTrip === undefined) return;
      looks++;
      const error = Math.abs(liveops.now() - world.now);
      if (error > world.roundTrip / 2 + SECOND) wrong.push(`time wrong by ${Math.round(error)} ms at a round trip of ${Math.round(world.roundTrip)} ms`);
    };
    try {
      await run({ clock, world, liveops, look, wrong, library });
    } finally {
      Date.now = deviceNow;
      liveops.close();
    }
    return { claims: world.claims.length, looks, wrong };
  });
}
