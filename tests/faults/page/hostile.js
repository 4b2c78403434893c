// What a hostile player, page or server may pass to the library, and what it makes of it.
import { init, LiveOps } from "xsolla-liveops";

/** Texts in the place of a SKU, a group, a cart, a language or a code. */
const TEXTS = [
  "..", ".", "...", "../..", "..%2f..", "%2e%2e", "%2E%2E/", "./", "/", "//", "//evil.example", "/../admin", "a/../../b", "\\", "..\\..", "?", "?a=b", "a?b#c", "#",
  "#fragment", "&limit=1", "a&b=c", ";", "a;b=c", "%", "%zz", "%00", "\0", "a\0b", "\r\nHost: evil.example", "a\nb", "\t", " ", "  ", "", "http://evil.example/",
  "javascript:alert(1)", "@evil.example", ":80", "{chainId}", "{/cartId}", "\u202egpj", "\u200b", "\ufeff", "a\u00adb", "\ud800", "\udc00a", "é", "e\u0301", "ß",
  "🗡", "ﬀ", "／", "．．", "%ef%bc%8f", "+", "a+b", "a b", "'", "\"", "<script>", "~-_.", "!*'()", "x".repeat(128), "x".repeat(129), "x".repeat(255), "x".repeat(256),
  "ÿ".repeat(128),
];

/** Where they stand: the call, its path with `$` in the text's place, and whether it is a code. */
const PLACES = [
  ["GET", "items/sku/$", (liveops, text) => liveops.catalog.item(text)],
  ["GET", "items/group/$", (liveops, text) => liveops.catalog.itemsOfGroup(text)],
  ["GET", "cart/$", (liveops, text) => liveops.cart.get({ cartId: text })],
  ["GET", "cart?locale=$", (liveops, text) => liveops.cart.get({ locale: text })],
  ["POST", "payment/item/$", (liveops, text) => liveops.orders.createWithItem(text)],
  ["PUT", "cart/item/$", (liveops, text) => liveops.cart.putItem(text, { quantity: 1 })],
  ["GET", "promotion/code/$/verify", (liveops, text) => liveops.promotions.verify(text), true],
  ["GET", "coupon/code/$/rewards", (liveops, text) => liveops.coupons.rewards(text), true],
];

const ADDRESSES = [
  "http://example.com/api", "http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://127.0.0.2", "http://127.1", "http://[::2]", "http://0x7f000001",
  "https://user@evil.example", "https://user:password@evil.example", "https://store.xsolla.com@evil.example/api", "https://evil.example?x=https://store.xsolla.com",
  "https://evil.example#api", "https://evil.example\\api", "https:\\\\evil.example", "https:/evil.example", "https:evil.example", "https://", "https:///api",
  "//evil.example", "/api", "javascript:alert(1)", "data:text/html,", "blob:https://evil.example/a", "file:///etc/passwd", "ftp://evil.example", "ws://127.0.0.1",
  " https://evil.example", "https://evil.example ", "https://evil .example", "https://evil.example/a b", "https://evil.example/%2e%2e", "https://ex\u0430mple.com",
  "https://evil.example/\u202e", "https://evil.example\n", "https://evil.example:port", "https://evil.example:80:80", "", null, 7, {}, [], ["https://evil.example"],
];

const TOKENS = ["", " ", "a b", "a\r\nX-Admin: 1", "a\0", "é", "🗡", "\u202ea", "a\tb", 7, {}, [], true];

const LOCATIONS = (foreign) => [`${foreign}/taken`, `${foreign.replace("http:", "")}/taken`, foreign.replace("//", "//user:password@"), "/api/elsewhere", "data:application/json,{}"];

const ORDER_TOKENS = ["", " ", "a b", "a\nb", "é", "../../evil", "a&token=b", "a#b", "a?b", "a/b", "https://evil.example/", "javascript:alert(1)", "%2e", "\"", 7, null];

export async function run({ api, foreign, statuses }) {
  await init();
  const SECRET = "s3cr3t-bearer";
  const environment = { apiUrl: `${api}/api`, payStationUrl: api };
  const liveops = new LiveOps({ projectId: 1, environment, token: SECRET, storage: null });
  const wrong = [];
  const expected = [];
  const counted = { paths: 0, redirects: 0, addresses: 0, tokens: 0, "payment addresses": 0 };

  for (const [method, path, call, isCode] of PLACES) {
    for (const text of TEXTS) {
      counted.paths++;
      const { code } = await ended(call(liveops, text));
      const sent = isCode ? text.trim() : text;
      if (code === "invalid_argument") {
        if (isPlain(sent)) wrong.push(`refused ${path} with ${JSON.stringify(text)}`);
      } else expected.push(`${method} /api/v2/project/1/${path.replace("$", () => encoded(sent))}`);
    }
  }

  for (const status of statuses) {
    for (const location of LOCATIONS(foreign)) {
      const fetch = (request) => globalThis.fetch(redirected(request, status, location));
      const led = new LiveOps({ projectId: 1, environment, token: SECRET, storage: null, random: () => 0, fetch });
      for (const call of [led.cart.get(), led.coupons.redeem("WINTER2023"), led.cart.clear()]) {
        counted.redirects++;
        const { code } = await ended(call);
        if (code !== "network") wrong.push(`redirect ${status} to ${location}: ${code}`);
      }
    }
  }

  for (const address of ADDRESSES) {
    for (const field of ["apiUrl", "payStationUrl"]) {
      counted.addresses++;
      try {
        new LiveOps({ projectId: 1, environment: { ...environment, [field]: address } });
        wrong.push(`took ${JSON.stringify(address)} for ${field}`);
      } catch ({ code }) {
        if (code !== "invalid_argument") wrong.push(`${field} ${JSON.stringify(address)}: ${code}`);
      }
    }
  }

  for (const token of TOKENS) {
    for (const given of [token, () => token]) {
      counted.tokens++;
      const { code } = await ended((async () => new LiveOps({ projectId: 1, environment, token: given, storage: null }).cart.get())());
      if (code !== "invalid_argument" && code !== "unauthorized") wrong.push(`token ${JSON.stringify(token)}: ${code}`);
    }
  }

  for (const token of ORDER_TOKENS) {
    counted["payment addresses"]++;
    try {
      const url = new URL(liveops.payStation.url({ order_id: 1, token }));
      const isRight = url.origin === api && url.pathname === "/paystation4/" && url.search === `?token=${encodeURIComponent(token)}` && url.hash === "";
      if (!isRight) wrong.push(`payment address of ${JSON.stringify(token)}: ${url}`);
    } catch ({ code }) {
      if (code !== "invalid_argument") wrong.push(`payment address of ${JSON.stringify(token)}: ${code}`);
    }
  }
  return { counted, expected, wrong };
}

/** The recorder answers with such a redirect where it is asked so; all else of the request stays the library's. */
const redirected = (request, status, location) => {
  const url = new URL(request.url);
  url.searchParams.set("status", status);
  url.searchParams.set("location", location);
  return new Request(url, request);
};

const isPlain = (text) => /^[\w-]{1,128}$/.test(text);

/** RFC 3986, by the browser's own function. */
const encoded = (text) => encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

async function ended(call) {
  try {
    return { value: await call };
  } catch (error) {
    return { code: error.name === "LiveOpsError" ? error.code : `foreign: ${error}` };
  }
}
