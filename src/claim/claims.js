// What a client offers of claims: to make one, and to hear of those that were left.
import { onReturn } from "../client/page_return.js";
import { pageStorage } from "../client/page_storage.js";
import { claims as claimsOf, now } from "../client/token.js";
import { unknown } from "./claim.js";
import { failure, readCoupon, readGiven } from "./given.js";
import { openJournal } from "./journal.js";
import { repeatable } from "./repeatable.js";
import { chainStep, numberOf, singleUseCoupon, stepsOf } from "./subjects.js";
import { underWay } from "./under_way.js";
import { asLongAs, isFree } from "./waiting.js";

/** Milliseconds that a caller waits for a claim where nothing is said. */
const TIMEOUT = 30_000;

/** Milliseconds that it may still be sent again once that time is over. */
const LONGER = 120_000;

/**
 * The claims of a client: `areas` are its own without them, `core` gives the player's token and takes what
 * happened to a claim, `time` tells the API's time.
 */
export function claims({ areas, options, closed, core, time }) {
  const storage = pageStorage(options);
  const journal = openJournal(storage, options.projectId);
  let turn = Promise.resolve();
  const started = Date.now() - now(options.now);
  /** Unix time in milliseconds, by a clock that nobody sets. */
  const clock = () => Math.floor(started + now(options.now));

  /** A number for the player whose token it is now; undefined for a guest, or where the token does not say. */
  async function player() {
    const sub = claimsOf((await core.token()) ?? "")?.sub;
    return sub === undefined ? sub : numberOf(String(sub));
  }

  const runs = underWay({ options, closed, core, journal, clock, time, player });

  /** One after the other: the second may be another player's. */
  const resume = () => (turn = turn.catch(() => {}).then(confirmLeft));

  /** Confirms what an earlier visit left in the journal, unless another tab is at it. */
  async function confirmLeft() {
    journal.dropOld(clock());
    const who = journal.names().length ? await player() : undefined;
    for (const name of who === undefined ? [] : journal.names(`${who}.`)) {
      const place = journal.step(name);
      // None for a coupon: it is confirmed once its code, of which no more than a hash is written down, is entered again.
      const step = chainStep(areas, ...place);
      if (!place.length) journal.drop(name, journal.read(name));
      else if (step && (await isFree(name, closed)) && journal.read(name) && !runs.of(name) && !closed.aborted) runs.begin(who, step);
    }
  }

  async function claim(area, given) {
    const { kind, name } = stepsOf(area);
    const { chainId, [name]: number, ...call } = await readGiven(areas[area].claim, given, ["chainId", name]);
    return awaited(chainStep(areas, kind, chainId, number), call);
  }

  async function redeem(code, given) {
    const { selectedUnitItems, ...call } = await readCoupon(areas.coupons.redeem, code, given);
    return awaited(singleUseCoupon(areas.coupons, code, selectedUnitItems), call);
  }

  /** Claims something and waits for it, as long as its caller does. */
  async function awaited(subject, { signal, timeoutMs }) {
    const leaving = new AbortController();
    const done = new AbortController();
    const abort = () => leaving.abort("aborted");
    let own;
    const end = () => leaving.abort("timeout");
    const late = () => {
      // Nothing that was sent may have been accepted, or another call's claim was joined.
      if (!own?.claim.isDoubtful) return end();
      own.claim.late();
      own.timer = setTimeout(end, LONGER);
    };
    const timer = setTimeout(late, timeoutMs ?? options.timeoutMs ?? TIMEOUT);
    for (const ending of [closed, signal]) {
      if (ending?.aborted) abort();
      ending?.addEventListener("abort", abort, { signal: done.signal });
    }
    try {
      const who = await asLongAs(player(), leaving.signal, (code) => failure(subject.named.operation, code));
      for (;;) {
        const run = runs.of(journal.name(who, ...subject.place));
        if (!run?.answer) return await (own = runs.begin(who, subject, leaving)).answer;
        try {
          const left = (code) => {
            runs.leave(run);
            return unknown(run.claim, code);
          };
          return await asLongAs(run.answer, leaving.signal, left);
        } catch (error) {
          // Otherwise only who began it has left.
          if ((run.answer && !run.leaving.signal.aborted) || leaving.signal.aborted) throw error;
        }
      }
    } finally {
      clearTimeout(timer);
      // Until it has ended, what ends the call ends its sendings too.
      Promise.resolve(own?.settled).then(() => done.abort(), () => done.abort());
    }
  }

  async function pending() {
    await resume();
    return runs.listed();
  }

  const look = () => resume().catch(() => {});
  onReturn(look, closed);
  return { claim, redeem, ...repeatable({ areas, options, closed, storage, player }), pending, look };
}
