// Prints the sizes of a composed package as JSON: `node measure.mjs FOLDER`.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const folder = path.resolve(process.argv[2]);
const dist = (name) => path.join(folder, "dist", name);

// A page that uses every name of the entry, so that nothing is shaken out.
const consumer = (entry) => `
  import { init, LiveOps, claimableSteps, nextResetAt, claimableAt, msUntil, isLiveOpsError } from ${JSON.stringify(entry)};
  await init();
  globalThis.shop = { liveops: new LiveOps({ projectId: 1 }), claimableSteps, nextResetAt, claimableAt, msUntil, isLiveOpsError };
`;

async function minified(options) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "error",
    ...options,
  });
  return outputFiles[0].contents;
}

const page = (entry) => minified({ stdin: { contents: consumer(entry), resolveDir: folder } });

// Each file is compressed by itself, as a server sends it.
function total(name, files) {
  const sum = (compress) => files.reduce((bytes, file) => bytes + compress(file).length, 0);
  return {
    name,
    raw: sum((file) => file),
    gzip: sum((file) => gzipSync(file, { level: 9 })),
    brotli: sum((file) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
  };
}

const wasm = await readFile(dist("xsolla_liveops_bg.wasm"));
const sizes = [
  total("wasm", [wasm]),
  total("glue, minified", [await minified({ entryPoints: [dist("core.js")] })]),
  total("./url", [await page("./dist/url.js"), wasm]),
  total(".", [await page("./dist/index.js")]),
];
console.log(JSON.stringify(sizes));
