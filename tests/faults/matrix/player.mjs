// A player for one run, made ready for its write; and what became of the player.

const LIFETIME = 90 * 24 * 60 * 60;

/** Makes the player and does what comes before the write. Gives the token. */
export async function makeReady(emulator, player, write) {
  await emulator.control("PUT", `players/${player}`, { name: player, country: "DE", clan: `circle-of-${player}`, wallet: { ember: 1000 } });
  const token = await emulator.token(player, { lifetime_seconds: LIFETIME });
  for (const request of write.before) await ask(emulator, token, request);
  if (write.clan) await emulator.control("PUT", `players/${player}`, { clan: `${write.clan}-of-${player}` });
  return token;
}

/** What the API says of the player's cart, and whether there is the order that the library named. */
export async function lookedUp(emulator, { token, write, word }) {
  const cart = write.readsCart ? await read(emulator, token, "cart") : null;
  const names = typeof word.orderId === "number" && !write.readsCart;
  const orders = names ? Number(Boolean(await read(emulator, token, `order/${word.orderId}`))) : null;
  return { cart, orders };
}

async function ask(emulator, token, [method, path, body]) {
  const response = await request(emulator, token, method, path, body);
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} before the run: ${await response.text()}`);
  await response.text();
}

async function read(emulator, token, path) {
  const response = await request(emulator, token, "GET", path);
  const text = await response.text();
  return response.ok ? JSON.parse(text) : null;
}

function request(emulator, token, method, path, body) {
  return fetch(`${emulator.api}/v2/project/44056/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
}
