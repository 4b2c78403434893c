// What is loaded when an order is followed or a checkout opened: from the package as it stands, and out of a consumer's bundle.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { after, describe, it } from "node:test";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { required } from "../browser/environment.mjs";

const dist = (name) => path.join(required("LIVEOPS_PACKAGE"), "dist", name);
const place = await mkdtemp(path.join(tmpdir(), "liveops-bundle-"));
after(() => rm(place, { recursive: true }));

/** A consumer's bundle of the entry that carries its module. */
async function bundled(name, options) {
  const outdir = path.join(place, name);
  const entryPoints = { consumer: dist("index.js") };
  await build({ entryPoints, outdir, bundle: true, minify: true, format: "esm", outExtension: { ".js": ".mjs" }, logLevel: "error", ...options });
  return path.join(outdir, "consumer.mjs");
}

for (const [name, script] of Object.entries({
  "as it stands": async () => dist("index.js"),
  "in one file": () => bundled("one", {}),
  "in a bundle that is split": () => bundled("split", { splitting: true }),
})) {
  describe(`the package ${name}`, async () => {
    const { init, LiveOps } = await import(pathToFileURL(await script()));
    await init();
    const statuses = ["new", "paid", "done"];
    const fetch = async () => new Response(JSON.stringify({ order_id: 7, status: statuses.shift() }));
    const liveops = new LiveOps({ projectId: 1, fetch, storage: null });

    it("follows an order where there is no page", async () => {
      const { value } = await liveops.orders.track(7).next();
      assert.equal(value, "new");
    });

    it("says that it can show no payment there", async () => {
      const order = { order_id: 7, token: "a" };
      const outcomes = ["window", "iframe", "redirect"].map((mode) => liveops.payStation.open(order, { mode }).outcome);
      assert.deepEqual(await Promise.all(outcomes), ["blocked", "failed", "failed"]);
      assert.equal(liveops.payStation.returned(), null);
      liveops.close();
    });
  });
}

it("has the overlay and the tracker in a script of their own, which nothing imports at once", async () => {
  for (const file of await readdir(dist("."))) {
    const script = file.endsWith(".js") ? await readFile(dist(file), "utf8") : "";
    assert.doesNotMatch(script, /^(import|export)[^(]*"\.\/checkout\.js"/m, file);
    assert.equal(/showModal|WebSocket/.test(script), file === "checkout.js", file);
  }
});
