// R15: whatever is passed, answered or posted, no request goes elsewhere and no bearer with it.
import { onBarePage } from "../hostile/bare_page.mjs";
import { foreignHosts } from "../hostile/hosts.mjs";
import { recorder } from "../hostile/recorder.mjs";

const REDIRECTS = [301, 302, 303, 307, 308];
/** Passes on what the page around it sends, as if it were its own. */
const FORGER = `<!doctype html><script>addEventListener("message", ({ data }) => parent.postMessage(data, "*"))</script>`;

const counted = (number) => number.toLocaleString("en");

export default {
  id: "R15",
  title: "hostile inputs: texts in paths, codes and queries, redirects, addresses, tokens, messages to the page, `Host` headers",
  target: "at least 150 vectors: 0 paths altered, 0 bearers seen by other origins, 0 messages believed, every foreign host refused",
  browsers: ["chromium", "firefox"],

  async run() {
    const foreign = await recorder(({ url }) =>
      url === "/forger" ? { status: 200, headers: { "content-type": "text/html" }, body: FORGER } : { status: 200, body: "{}" },
    );
    const api = await recorder(({ url }) => {
      const { searchParams } = new URL(url, "http://127.0.0.1");
      const location = searchParams.get("location");
      return location ? { status: Number(searchParams.get("status")), headers: { location } } : { status: 404 };
    });
    try {
      const { page, forged, hosts } = await onBarePage(async ({ run, emulator, driver }) => {
        const environment = { apiUrl: emulator.api, payStationUrl: emulator.payStation };
        const page = await run("hostile.js", { api: api.origin, foreign: foreign.origin, statuses: REDIRECTS });
        const forged = await run("forged.js", { environment, foreign: foreign.origin, token: await emulator.token("mira") });
        await driver.get("about:blank");
        return { page, forged, hosts: await foreignHosts(emulator) };
      });
      const came = api.requests.filter(({ url }) => !url.includes("location=")).map(({ method, url }) => `${method} ${url}`);
      const altered = page.expected.filter((request, place) => came[place] !== request);
      if (came.length !== page.expected.length) altered.push(`${came.length} requests came, not ${page.expected.length}`);
      const elsewhere = api.requests.filter(({ url }) => !url.startsWith("/api/v2/project/1/"));
      const taken = foreign.requests.filter(({ url, authorization }) => authorization || url !== "/forger");
      const wrong = [...page.wrong, ...forged.wrong, ...hosts.wrong, ...elsewhere.map(({ url }) => `asked ${url}`)];
      const vectors = { ...page.counted, messages: forged.tried, hosts: hosts.tried };
      const total = Object.values(vectors).reduce((sum, count) => sum + count, 0);
      return {
        size: `${counted(total)} vectors`,
        figure: `paths altered: ${altered.length}; requests at other origins: ${taken.length}; taken or believed otherwise: ${wrong.length}`,
        passed: total >= 150 && altered.length + taken.length + wrong.length === 0,
        notes: [
          Object.entries(vectors).map(([name, count]) => `${name} ${counted(count)}`).join(", ") + ".",
          `Of the ${counted(page.counted.paths)} texts ${counted(page.expected.length)} were sent, each to exactly the path that RFC 3986 gives it; the others were refused before.`,
          ...altered.slice(0, 5).map((request, place) => `altered: ${request} came as ${came[page.expected.indexOf(request)] ?? place}`),
          ...taken.slice(0, 5).map(({ method, url }) => `at another origin: ${method} ${url}`),
          ...wrong.slice(0, 10),
        ],
      };
    } finally {
      await Promise.all([api.stop(), foreign.stop()]);
    }
  },
};
