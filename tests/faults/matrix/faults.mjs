// The 32 faults of the matrix, as rules of the emulator (docs/faults.md) or as what the page itself does.
//
// Each gives, for a run, `rules` for its player. Beside them:
//   endsAfter   how long the fault lasts, in the page's milliseconds
//   offline     which of the page's own calls find no network
//   isAlone     it changes what other runs see too: the run has an emulator to itself
//   isUncached  the browser asks anew whether it may send

const DAY = 24 * 60 * 60;
const RESET = 3 * DAY;

const answer = (status, rest = {}) => ({ answer: { status, ...rest } });
const before = (what) => (run) => ({ rules: [{ ...aimed(run), phase: "before_commit", what }] });
const after = (what) => (run) => ({ rules: [{ ...aimed(run), phase: "after_commit", what }] });
const alone = (fault) => (run) => ({ ...fault(run), isAlone: true });
const readable = { "retry-after": "2", "access-control-expose-headers": "retry-after" };

export const FAULTS = {
  "refused connection": alone((run) => ({
    rules: [{ ...once(run), phase: "before_commit", what: { refuse: { milliseconds: Math.round((200 + run.random() * 12_000) / run.scale) } } }],
  })),
  offline: (run) => ({ rules: [], offline: { from: run.random() < 0.5 ? run.place : 0, times: 1 + Math.floor(run.random() * 6) } }),
  "reset before it was read": before("reset"),
  "FIN after commit, fresh connection": alone((run) => ({ rules: [...CLOSING, ...onConnection("fresh", after("fin")(run).rules)] })),
  "FIN after commit, reused connection": (run) => ({ rules: onConnection("reused", after("fin")(run).rules) }),
  "RST after commit": after("reset"),
  "hang after commit": after("hang"),
  "hang before commit": before("hang"),
  "late commit": (run) => {
    const late = 1000 + run.random() * 59_000;
    const what = pick(run, [answer(504), "fin", "hang"]);
    return {
      rules: [{ ...once(run), phase: { late_commit: { milliseconds: Math.round(late / run.scale) } }, what }],
      endsAfter: late,
    };
  },
  "half a header": after("half_header"),
  "truncated body": (run) => after({ truncated_body: { bytes: Math.floor(run.random() * 12) } })(run),
  "empty 200": after(answer(200)),
  "200 with a page": after(answer(200, { body: "<h1>Welcome to our network</h1>" })),
  "nulls and wrong types": (run) =>
    after(pick(run, ["nulls", "wrong_types", answer(200, { body: [] }), answer(200, { body: { order_id: "1", token: 7, items: null } })]))(run),
  "body of 64 MiB": (run) => ({ rules: [{ ...once(run), phase: "after_commit", what: { large_body: { bytes: 64 * 2 ** 20 } } }] }),
  "body 100,000 deep": after({ deep_body: { depth: 100_000 } }),
  "500 before commit": before(answer(500)),
  "500 after commit": after(answer(500)),
  "503, Retry-After exposed": before(answer(503, { headers: readable })),
  "503, Retry-After hidden": before(answer(503, { headers: { "retry-after": "2" } })),
  "504 after commit": after(answer(504)),
  429: (run) => before(answer(429, run.random() < 0.5 ? { headers: readable } : {}))(run),
  "401 once": (run) => ({ rules: [{ ...once(run), phase: "before_commit", what: answer(401) }] }),
  "401 for good": (run) => ({ rules: [{ request: { player: run.player, nth: run.place + 1 }, phase: "before_commit", what: answer(401) }] }),
  "error without CORS": (run) => pick(run, [before, after])(answer(502, { cors: false }))(run),
  "already claimed, after its own success": (run) => ({
    rules: [
      {
        ...once(run),
        phase: "after_commit",
        what: answer(422, { body: { statusCode: 422, errorCode: 9912, errorMessage: "[0401-9912]: Reward already claimed." } }),
      },
    ],
  }),
  "delivered twice": (run) => ({ rules: [{ ...once(run), phase: "duplicate_delivery" }] }),
  "stale reads": (run) => ({
    rules: [
      { request: { player: run.player }, phase: { stale_read: { milliseconds: Math.round((run.random() * 5000) / run.scale) } } },
      { ...once(run), phase: "after_commit", what: lost(run) },
    ],
  }),
  "reset between read and answer": (run) => {
    const [phase, lostIn] = pick(run, [
      ["before_commit", "after_commit"],
      ["after_commit", "after_commit"],
      // What is granted then, in the cycle after, is the work of whoever sends again.
      ["before_commit", "before_commit"],
    ]);
    return {
      rules: [
        { ...once(run), phase, what: { advance_clock: { seconds: RESET, of: "player" } } },
        { ...once(run), phase: lostIn, what: lost(run) },
      ],
    };
  },
  "chain switched off": alone((run) => ({
    rules: [
      { ...once(run), phase: pick(run, ["before_commit", "after_commit"]), what: "disable_chain" },
      { ...once(run), phase: "after_commit", what: lost(run) },
    ],
  })),
  "redirect to another origin": (run) =>
    after(answer(pick(run, [302, 307]), { headers: { location: "https://elsewhere.example/" } }))(run),
  "failed preflight": alone((run) => ({
    rules: [
      {
        request: { operation: run.write.operation },
        phase: "preflight",
        what: answer(403, { cors: false }),
        times: 1 + Math.floor(run.random() * 3),
      },
    ],
    isUncached: true,
  })),
};

/** Every request gets a connection of its own. */
const CLOSING = ["preflight", "after_commit"].map((phase) => ({ phase, what: { headers: { connection: "close" } } }));

/** How the answer to what was done is lost. */
const lost = (run) => pick(run, ["fin", "hang", answer(500)]);

/** The write's first sending. */
const once = ({ player, write }) => ({ request: { player, operation: write.operation }, times: 1 });

/** The write, once or more often; or whatever the player asks from the write on. */
function aimed(run) {
  const { player, place, random } = run;
  const chance = random();
  if (chance < 0.4) return once(run);
  if (chance < 0.7) return { ...once(run), times: 2 + Math.floor(random() * 2) };
  return { request: { player, nth: place + 1 }, times: 1 + Math.floor(random() * 6) };
}

const onConnection = (connection, rules) => rules.map((rule) => ({ ...rule, request: { ...rule.request, connection } }));

const pick = ({ random }, choices) => choices[Math.floor(random() * choices.length)];
