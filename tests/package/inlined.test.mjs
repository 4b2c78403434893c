// The entry `xsolla-liveops`, in Node: it carries its module in itself.
import assert from "node:assert/strict";
import { it } from "node:test";
import { pathToFileURL } from "node:url";
import { required } from "../browser/environment.mjs";

const before = Object.getOwnPropertyNames(globalThis);
const library = await import(new URL("dist/index.js", `${pathToFileURL(required("LIVEOPS_PACKAGE"))}/`));

it("adds nothing to the global object when it is imported", () => {
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
});

for (const [name, use] of Object.entries({
  LiveOps: () => new library.LiveOps({ projectId: 44056 }),
  claimableSteps: () => library.claimableSteps({ steps: [] }),
  nextResetAt: () => library.nextResetAt({}),
  claimableAt: () => library.claimableAt({}),
  msUntil: () => library.msUntil(null),
})) {
  it(`${name} before init says what to call`, () => {
    assert.throws(use, (error) => {
      assert.ok(error instanceof Error);
      assert.ok(library.isLiveOpsError(error));
      assert.equal(error.code, "not_initialized");
      assert.equal(error.applied, false);
      assert.match(error.message, new RegExp(`^${name} .*Call \`await init\\(\\)\` from "xsolla-liveops"`));
      return true;
    });
  });
}

it("starts once for all who ask at the same time, and then works", async () => {
  const first = library.init();
  assert.equal(library.init(), first);
  assert.equal(await first, undefined);
  assert.equal(library.init(), first);
  new library.LiveOps({ projectId: 44056 }).close();
  assert.equal(library.msUntil(null), null);
});

it("knows its errors by name, and nothing else", () => {
  assert.ok(library.isLiveOpsError(Object.assign(new Error("of another copy"), { name: "LiveOpsError" })));
  for (const other of [new Error("other"), new TypeError("other"), null, undefined, "LiveOpsError", { code: "network" }]) {
    assert.equal(library.isLiveOpsError(other), false);
  }
});
