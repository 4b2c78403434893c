// Rows that another program runs: it prints its result as a line of JSON, the last one of its output.
import { spawn } from "node:child_process";

/** Runs it, `cargo` for instance, and gives what its last line of JSON says. What it prints is shown only where it fails. */
export async function printed(program, args, env = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let log = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (log += text));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const line = output.split("\n").findLast((line) => line.startsWith("{"));
  if (code !== 0 || !line) throw new Error(`\`${[program, ...args].join(" ")}\` ended with ${code}\n${output}${log}`);
  return JSON.parse(line);
}
