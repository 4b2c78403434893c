// Where every test of an operation begins: the demo game at noon of a Wednesday, long after its seed's own purchases.
export const WEDNESDAY_NOON = "2030-01-02T12:00:00+00:00";
export const DAY = 24 * 60 * 60;

/** Reads a chain by its name, in the page. */
export function chain(page, area, name) {
  return page.run(
    async (area, name) => {
      for await (const chain of liveops[area].all()) if (chain.name === name) return chain;
      throw new Error(`no chain "${name}"`);
    },
    area,
    name,
  );
}

/** Takes the first two stones of the Old Path: a free one, and a brass lantern for money, which brings points. */
export async function buyLantern(page) {
  const { id } = await chain(page, "offerChains", "The Old Path");
  const order = await page.run(
    async (chainId) => {
      await liveops.offerChains.claim({ chainId, stepNumber: 1 });
      return liveops.offerChains.order({ chainId, stepNumber: 2 });
    },
    id,
  );
  await page.emulator.pay(order.order_id);
  return order;
}
