// The entry `xsolla-liveops/url`, in Node: its module comes from outside.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { it } from "node:test";
import { pathToFileURL } from "node:url";
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
