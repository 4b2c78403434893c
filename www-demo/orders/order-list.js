/** How many orders a player's list keeps. */
const most = 50;

/**
 * The orders that whoever is here made on this device, newest first: ids and times, nothing else. The API reads an order
 * by its id but does not list them; a real shop keeps the ids with the account.
 */
export function ordersOf({ player, clock }) {
  const key = `orders.${player?.player_id}`;
  const read = () => JSON.parse(localStorage.getItem(key) ?? "[]");
  return {
    all: read,
    has: (orderId) => read().some((order) => order.id === orderId),
    add(id) {
      const others = read().filter((order) => order.id !== id);
      localStorage.setItem(key, JSON.stringify([{ id, at: Math.round(clock.now()) }, ...others].slice(0, most)));
    },
  };
}

/** Forgets everybody's orders: after a reset, the emulator counts them from one again. */
export function forgetOrders() {
  for (const key of Object.keys(localStorage)) if (key.startsWith("orders.")) localStorage.removeItem(key);
}
