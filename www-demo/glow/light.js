import { h } from "../dom.js";
import { move } from "../motion.js";

/** The light in a jar. It rises from where it stood when this player saw it last on this device. */
export function light({ reward_chain_id: chainId, steps }, balance, player) {
  const key = `light.${player?.player_id}.${chainId}`;
  const to = level(steps, balance);
  const from = Number(localStorage.getItem(key) ?? to);
  localStorage.setItem(key, to);
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
