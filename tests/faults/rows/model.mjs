// The state machine of claims against its model: Rust's own tests, without a browser.
import { spawnSync } from "node:child_process";

export default {
  id: "Model",
  title: "the state machine of claims against a model of network, server and journal (property tests)",
  target: "0 doubled, lost or falsely successful in at least 1,000,000 runs",

  async run({ seed }) {
    const test = ["test", "--package", "xsolla-liveops", "--lib", "claim::promises", "--", "--nocapture", "--test-threads=1"];
    const { stdout, stderr, status } = spawnSync("cargo", test, { encoding: "utf8", env: { ...process.env, CLAIM_SEED: String(seed) } });
    const totals = [...stdout.matchAll(/^Run \{(.*)\} of (\d+) runs$/gm)];
    const runs = totals.reduce((sum, [, , count]) => sum + Number(count), 0);
    return {
      size: `${runs.toLocaleString("en")} runs`,
      figure: status === 0 ? "every promise held" : (stdout + stderr).trim().split("\n").slice(-8).join(" "),
      passed: status === 0 && runs >= 1_000_000,
      notes: [
        ...totals.map(([, found, count]) => `${Number(count).toLocaleString("en")} runs: ${found.trim()}`),
        "The last of them against a server that accepts a step twice, which no client can help.",
      ],
    };
  },
};
