// The methods of a client.

/**
 * Gives a client its methods. `dailyChains.list:all` is a method of its area, with another that walks
 * through all its pages; `close` is one of the client itself. `call` runs the method of a place among
 * the names, with its first two arguments and, where it walks, with an offset: null for the first page.
 */
export function connect(client, names, call) {
  names.trim().split(" ").forEach((name, place) => {
    const [path, walk] = name.split(":");
    const [method, area] = path.split(".").reverse();
    const holder = area ? (client[area] ??= {}) : client;
    holder[method] = (first, second) => call(place, first, second);
    if (walk) {
      holder[walk] = (first, second) =>
        entries((offset) => call(place, first, second, offset), (second ?? first)?.offset);
    }
  });
}

/** Walks through a list while its entries are asked for: the offset advances by what came. */
async function* entries(readPage, start) {
  let page = await readPage(null);
  for (let offset = start ?? 0; ; page = await readPage(offset)) {
    yield* page.items;
    if (!page.has_more) return;
    offset += page.items.length;
  }
}
