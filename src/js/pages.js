// Walks through a list while its entries are asked for: the offset advances by what came.
export async function* entries(readPage, offset) {
  for (;;) {
    const page = await readPage(offset);
    yield* page.items;
    if (!page.has_more) return;
    offset += page.items.length;
  }
}
