// What R10 tries, each once a seed: what it gives is what went wrong; nothing where all went well.
import { ending, onClock, wait } from "../virtual/library.mjs";
import { calls, TokenShop } from "./shop.mjs";

const CALLS = 50;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ADDRESS = { projectId: 44056, timeoutMs: 60_000 };

/** Fifty calls at once on a token that has run out: known beforehand, or told by 401. */
export const expired = ({ LiveOps, chance }) =>
  onClock(async (clock) => {
    const tells = chance() < 0.5;
    const shop = new TokenShop(clock, chance, { tells });
    const liveops = new LiveOps({ ...ADDRESS, token: shop.token, fetch: shop.fetch, random: chance });
    shop.good = 1;
    await clock.until(liveops.upsell.list());
    await clock.pass(2 * HOUR);
    shop.good = 2;
    const ends = await clock.until(Promise.all(calls(liveops, CALLS).map(ending)));
    const reasons = shop.asked.map(({ reason }) => reason).join();
    liveops.close();
    return [
      reasons !== `first,${tells ? "expiring" : "refused"}` && `asked ${reasons}`,
      ends.some(({ code }) => code) && `ended ${[...new Set(ends.map(({ code }) => code))]}`,
      clock.timers > 0 && "left a timer",
    ];
  });

/** `close()` at any moment of a renewal that fifty calls wait for. */
export const closed = ({ LiveOps, chance }) =>
  onClock(async (clock) => {
    const shop = new TokenShop(clock, chance);
    const liveops = new LiveOps({ ...ADDRESS, token: shop.token, fetch: shop.fetch, random: chance });
    shop.good = 1;
    await clock.until(liveops.upsell.list());
    shop.good = 2;
    const settledBefore = new Set();
    const running = calls(liveops, CALLS).map((call, place) => ending(call).finally(() => settledBefore.add(place)));
    await clock.pass(chance() * 5_000);
    const before = new Set(settledBefore);
    liveops.close();
    const [sent, asked] = [shop.sent.length, shop.asked.length];
    const ends = await clock.until(Promise.all(running));
    const later = await clock.until(Promise.all(calls(liveops, 5).map(ending)));
    await clock.pass(HOUR);
    const late = [...ends.filter((_, place) => !before.has(place)), ...later].filter(({ code }) => code !== "aborted");
    return [
      late.length > 0 && `after close ended ${JSON.stringify(late[0])}`,
      shop.sent.length > sent && "sent after close",
      shop.asked.length > asked && "asked for a token after close",
      clock.timers > 0 && "left a timer",
    ];
  });

/** Ten minutes in which every token is refused, or none comes: calls at random moments, several at once. */
export const storm = ({ LiveOps, chance }) =>
  onClock(async (clock) => {
    const shop = new TokenShop(clock, chance);
    const fails = Math.floor(chance() * 4);
    const failing = [
      shop.token,
      async (reason) => {
        await shop.token(reason);
        throw new Error("the account service is down");
      },
      (reason) => (shop.asked.push({ at: clock.now, reason }), new Promise(() => {})),
      (reason) => (shop.asked.push({ at: clock.now, reason }), 7),
    ][fails];
    const liveops = new LiveOps({ ...ADDRESS, timeoutMs: 5_000, token: failing, fetch: shop.fetch, random: chance });
    const running = [];
    while (clock.now < 10 * MINUTE) {
      running.push(...calls(liveops, 1 + Math.floor(chance() * 10)).map(ending));
      await clock.pass(chance() * 20_000);
    }
    const ends = await clock.until(Promise.all(running));
    liveops.close();
    await clock.pass(0);
    const renewals = shop.asked.filter(({ reason }) => reason !== "first" || fails > 0);
    const closest = Math.min(...renewals.slice(1).map(({ at }, place) => at - renewals[place].at), Infinity);
    const codes = [...new Set(ends.map(({ code }) => code))];
    return [
      closest < MINUTE && `asked again after ${Math.round(closest / 1000)} s`,
      codes.some((code) => !["unauthorized", "timeout", "invalid_argument"].includes(code)) && `ended ${codes}`,
      clock.timers > 0 && "left a timer",
    ];
  });

/** A token that comes after another has been asked for, or that comes late and is the only one. */
export const late = ({ LiveOps, chance }) =>
  onClock(async (clock) => {
    const shop = new TokenShop(clock, chance);
    const isNewer = chance() < 0.5;
    const slow = 6_000 + chance() * (isNewer ? 200_000 : 50_000);
    const token = async (reason) => {
      const nth = shop.asked.push({ at: clock.now, reason });
      await wait(nth === 1 ? slow : chance() * 1_000);
      return `opaque-${nth}`;
    };
    const liveops = new LiveOps({ ...ADDRESS, timeoutMs: 5_000, token, fetch: shop.fetch, random: chance });
    shop.good = isNewer ? 2 : 1;
    const codes = [];
    while (clock.now < slow + 10_000) {
      codes.push((await clock.until(ending(liveops.upsell.list()))).code ?? "read");
      await clock.pass(1_000 + chance() * 9_000);
    }
    const last = await clock.until(ending(liveops.upsell.list()));
    const used = shop.sent.at(-1)?.token;
    liveops.close();
    const expected = shop.asked.length > 1 ? "opaque-2" : "opaque-1";
    shop.good = Number(expected.at(-1));
    return [used !== expected && `sent ${used}, asked ${shop.asked.length} times`, last.code && shop.asked.length > 1 === isNewer && `ended ${last.code}`];
  });
