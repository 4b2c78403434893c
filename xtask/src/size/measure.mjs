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

/** The scripts of a bundle: those that load before anything else runs, and those that wait for an `import()`. */
async function bundled(options) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    outdir: "/",
    absWorkingDir: "/",
    metafile: true,
    write: false,
    logLevel: "error",
    ...options,
  });
  const contents = new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
  const outputs = Object.entries(metafile.outputs);
  const first = new Set();
  const load = (name) => {
    if (first.has(name)) return;
    first.add(name);
    const statically = metafile.outputs[name].imports.filter(({ kind }) => kind === "import-statement");
    for (const { path } of statically) load(path);
  };
  load(outputs[0][0]);
  const script = ([name]) => contents.get(path.basename(name));
  return {
    first: outputs.filter(([name]) => first.has(name)).map(script),
    later: (source) => outputs.filter(([name]) => !first.has(name) && path.basename(name).startsWith(source)).map(script),
  };
}

const page = (entry) => bundled({ stdin: { contents: consumer(entry), resolveDir: folder } });

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
const url = await page("./dist/url.js");
const sizes = [
  total("wasm", [wasm]),
  total("glue, minified", (await bundled({ entryPoints: [dist("core.js")] })).first),
  total("./url", [...url.first, wasm]),
  total(".", (await page("./dist/index.js")).first),
  total("at a claim", url.later("claims")),
  total("at a watch", url.later("watch")),
  total("at a checkout", url.later("checkout")),
];
console.log(JSON.stringify(sizes));
