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

/** What the judge does not find, or finds where it is not. */
export function overlooked() {
  const found = PLANTED.map(({ copies, wrong }) => [judged(runOf(copies)).wrong.join(), wrong.join()]);
  return found.filter(([told, wrong]) => told !== wrong).map(([, wrong]) => wrong || "clean");
}

function runOf(copies) {
  const write = WRITES.offerClaim;
  const [method, path] = write.request;
  const read = { method: "GET", path: "user/offer_chain", status: 200 };
  const send = (second) => ({ at: time(second).getTime(), method, path, status: null });
  const word = { applied: true };
  const result = { first: word, before: word, last: word, sends: [send(0), read, read, send(9)] };
  return { write, result, times: 1, cycles: 1, later: 1, copies };
}
