import { h } from "../dom.js";
import { move } from "../motion.js";

/** How high each player's jars stood when they were last seen, by chain. */
const lastSeen = new WeakMap();

/** The light in a jar. It rises from where it stood when this player saw it last. */
export function light({ reward_chain_id: chainId, steps }, balance, player) {
  if (!lastSeen.has(player)) lastSeen.set(player, new Map());
  const seen = lastSeen.get(player);
  const [from, to] = [seen.get(chainId) ?? 0, level(steps, balance)];
  seen.set(chainId, to);
  const element = h("div", { class: "light", style: `--level: ${to}` });
  // Once it is on the page, where it can move.
  if (to > from) queueMicrotask(() => move(element, [{ transform: `scaleY(${from / to})` }, {}]));
  return element;
}

/** How high a jar stands, from 0 to 1. The marks are evenly spaced, so the scale runs from mark to mark. */
function level(steps, balance) {
  const marks = steps.map((step, index) => ({ amount: step.price.amount, height: (index + 0.5) / steps.length }));
  let below = { amount: 0, height: 0 };
  for (const mark of marks) {
    if (balance < mark.amount) {
      return below.height + ((mark.height - below.height) * (balance - below.amount)) / (mark.amount - below.amount);
    }
    below = mark;
  }
  return 1;
}
