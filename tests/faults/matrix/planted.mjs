// Runs that are known to be wrong: a judge that overlooks one of them finds nothing in others either.
import { judged } from "./judge.mjs";
import { WRITES } from "./writes.mjs";

const AGAIN = "claimed in another cycle by a second send";
const time = (second) => new Date(Date.UTC(2030, 0, 2, 1, 0, second));
const copy = (second, status) => ({ at: time(second).toISOString(), status });

/** The first send is lost; the second is granted in the next cycle, and the browser copies it. */
const PLANTED = [
  { copies: [copy(0, null), copy(9, 200), copy(9, 422)], wrong: [AGAIN] },
  { copies: [copy(9, 200)], wrong: [AGAIN] },
  // What the first was granted itself is not the second's.
  { copies: [copy(0, null), copy(1, 200), copy(9, 422)], wrong: [] },
];

/** Three sendings that failed, the last of them unseen by the server: cut off early, or out of time. */
const HELD_BACK = [
  { took: 1_000, isHeldBack: false },
  { took: 10_000, isHeldBack: true },
];

/** What the judge does not find, or finds where it is not. */
export function overlooked() {
  return [...overlookedGrants(), ...overlookedDelays()];
}

function overlookedDelays() {
  const sends = (took) => [0, 9, 18].map((second) => ({ ...sendAt(second), isFailed: true, took }));
  const judge = (took) => judged({ ...runOf([copy(0, null), copy(9, null)]), times: 0, result: resultOf({ applied: "unknown" }, sends(took)) });
  return HELD_BACK.filter(({ took, isHeldBack }) => judge(took).isHeldBack !== isHeldBack).map(({ isHeldBack }) => (isHeldBack ? "held back" : "cut off"));
}

function overlookedGrants() {
  const found = PLANTED.map(({ copies, wrong }) => [judged(runOf(copies)).wrong.join(), wrong.join()]);
  return found.filter(([told, wrong]) => told !== wrong).map(([, wrong]) => wrong || "clean");
}

const write = WRITES.offerClaim;

function sendAt(second) {
  const [method, path] = write.request;
  return { at: time(second).getTime(), method, path, status: null };
}

const resultOf = (word, sends) => ({ first: word, before: word, last: word, sends });

function runOf(copies) {
  const read = { method: "GET", path: "user/offer_chain", status: 200 };
  const result = resultOf({ applied: true }, [sendAt(0), read, read, sendAt(9)]);
  return { write, result, times: 1, cycles: 1, later: 1, copies };
}
