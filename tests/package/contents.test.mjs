// What is in the tarball, and what its manifest says.
import assert from "node:assert/strict";
import { access, readFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { it } from "node:test";
import { promisify } from "node:util";
import path from "node:path";
import { required } from "../browser/environment.mjs";

const folder = required("LIVEOPS_PACKAGE");
const text = (name) => readFile(path.join(folder, name), "utf8");
const manifest = JSON.parse(await text("package.json"));

async function packedFiles() {
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder });
  return JSON.parse(stdout)[0].files.map((file) => file.path);
}

it("has the version of the crate", async () => {
  const cargo = await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.ok(cargo.includes(`version = "${manifest.version}"`), manifest.version);
});

it("exports files that exist, types first", async () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    const files = typeof target === "string" ? [target] : Object.values(target);
    if (typeof target === "object") assert.equal(Object.keys(target)[0], "types", name);
    for (const file of files) await access(path.join(folder, file));
  }
});

it("has one module, one script that calls it, and the papers", async () => {
  const files = await packedFiles();
  assert.deepEqual(files.filter((file) => file.endsWith(".wasm")), ["dist/xsolla_liveops_bg.wasm"]);
  assert.deepEqual(files.filter((file) => file.includes("snippets")), []);
  for (const paper of ["README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.md"]) {
    assert.ok(files.includes(paper), paper);
  }
});

it("names the licence of every crate in the module", async () => {
  const notices = await text("THIRD-PARTY.md");
  for (const name of ["js-sys", "serde", "wasm-bindgen", "web-sys"]) {
    assert.match(notices, new RegExp(`^- ${name} \\d[^:]*: .*MIT`, "m"));
  }
});

it("needs no `unsafe-eval`, and resolves no second module", async () => {
  const script = await text("dist/core.js");
  assert.doesNotMatch(script, /\beval\(|new Function\(|import\.meta/);
});
