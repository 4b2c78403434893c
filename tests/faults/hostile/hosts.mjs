// `Host` headers of pages that had their name point to this machine, at each of the emulator's origins.
import { connect } from "node:net";

const HOSTS = [
  "evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "a.localhost", "localhost.", "127.0.0.1.",
  "127.1", "0127.0.0.1", "0x7f.0.0.1", "2130706433", "0.0.0.0", "[::]", "[::ffff:127.0.0.1]", "::1", "localhost:", "localhost:80x",
  "localhost@evil.example", "evil.example@localhost", "localhost, evil.example", "localhost/evil.example", "ⅼocalhost", "local\thost", "",
];

/** Gives how many were tried, and those that were answered by anything but a refusal. */
export async function foreignHosts({ storefront, api, payStation }) {
  const wrong = [];
  let tried = 0;
  for (const origin of [storefront, new URL(api).origin, payStation]) {
    for (const host of HOSTS) {
      tried++;
      const status = await statusFor(origin, host);
      if (!["400", "403", "421"].includes(status)) wrong.push(`Host "${host}" at ${origin}: ${status}`);
    }
  }
  return { tried, wrong };
}

function statusFor(origin, host) {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
    let received = "";
    socket.on("data", (data) => (received += data));
    socket.on("error", () => resolve("400"));
    socket.on("close", () => resolve(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? "400"));
  });
}
