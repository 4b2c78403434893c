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

/** Walks the Old Path up to a stone, paying where it takes money. Gives the paid orders, and the points that came by SKU. */
export async function walkPath(page, last) {
  const { id, steps } = await chain(page, "offerChains", "The Old Path");
  const orders = [];
  const points = {};
  for (const { step_number: stepNumber, is_free: isFree, step_vp_rewards: rewards } of steps.slice(0, last)) {
    if (isFree) {
      await page.run((chainId, stepNumber) => liveops.offerChains.claim({ chainId, stepNumber }), id, stepNumber);
    } else {
      const order = await page.run((chainId, stepNumber) => liveops.offerChains.order({ chainId, stepNumber }), id, stepNumber);
      await page.emulator.pay(order.order_id);
      orders.push(order);
    }
    for (const { sku, amount } of rewards) points[sku] = (points[sku] ?? 0) + amount;
  }
  return { orders, points };
}
