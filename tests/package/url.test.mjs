// The entry `xsolla-liveops/url`, in Node: its module comes from outside.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { it } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { required } from "../browser/environment.mjs";

const folder = new URL(`${pathToFileURL(required("LIVEOPS_PACKAGE"))}/`);
const library = await import(new URL("dist/url.js", folder));

it("exports the same names as the inlined entry", async () => {
  const inlined = await import(new URL("dist/index.js", folder));
  assert.deepEqual(Object.keys(library), Object.keys(inlined));
});

it("can be started again after a start that failed", async () => {
  const missing = new Response("no such file", { status: 404 });
  await assert.rejects(library.init(missing), /404/);
  assert.throws(() => new library.LiveOps({ projectId: 44056 }), { code: "not_initialized" });

  const page = new Response("<!doctype html>", { headers: { "content-type": "application/wasm" } });
  await assert.rejects(library.init(page));
  assert.throws(() => new library.LiveOps({ projectId: 44056 }), { code: "not_initialized" });

  const module = await readFile(new URL("dist/xsolla_liveops_bg.wasm", folder));
  assert.equal(await library.init(module), undefined);
  new library.LiveOps({ projectId: 44056 }).close();
});

const served = (type) => `new Response(bytes, { headers: { "content-type": "${type}" } })`;

for (const [name, source] of Object.entries({
  "an address": "`data:application/wasm;base64,${bytes.toString('base64')}`",
  "a URL": "new URL(`data:application/wasm;base64,${bytes.toString('base64')}`)",
  "a response": served("application/wasm"),
  "the promise of a response": `Promise.resolve(${served("application/wasm")})`,
  "a response that its server calls something else": served("application/octet-stream"),
  "bytes": "bytes",
  "a compiled module": "await WebAssembly.compile(bytes)",
})) {
  it(`starts from ${name}`, async () => {
    const steps = `
      import { readFile } from "node:fs/promises";
      import { init, msUntil } from "${new URL("dist/url.js", folder)}";
      const bytes = await readFile(new URL("${new URL("dist/xsolla_liveops_bg.wasm", folder)}"));
      await init(${source});
      console.log(msUntil(7, { now: 5 }));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", steps]);
    assert.equal(stdout, "2\n");
  });
}
