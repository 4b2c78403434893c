// The methods of a client.

/**
 * Gives a client its methods. `dailyChains.list:all` is a method of its area, with another that walks
 * through all its pages. `call` runs the method of a place among the names, with its first two arguments
 * and, where it walks, with an offset: false for the first page.
 */
export function connect(client, names, call) {
  names.trim().split(" ").forEach((name, place) => {
    const [path, walk] = name.split(":");
    const [area, method] = path.split(".");
    const holder = (client[area] ??= {});
    holder[method] = (first, second) => call(place, first, second);
    if (walk) {
      holder[walk] = (first, second) =>
        entries((offset) => call(place, first, second, offset), (second ?? first)?.offset);
    }
  });
}

/** Gives a client `close`, and answers with the signal that it aborts. */
export function closed(client) {
  const closing = new AbortController();
  client.close = () => closing.abort();
  return closing.signal;
}

/** Walks through a list while its entries are asked for: the offset advances by what came. */
async function* entries(readPage, start) {
  let page = await readPage(false);
  for (let offset = start ?? 0; ; page = await readPage(offset)) {
    yield* page.items;
    if (!page.has_more) return;
    offset += page.items.length;
  }
}
