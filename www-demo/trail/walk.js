import { move } from "../motion.js";

/** Where each player's figure was last seen, by chain. */
const lastSeen = new WeakMap();

/** The step whose stone the figure stands on: the next one, at the end of the path the last. */
export const standsOn = (chain) => chain.next_step_number ?? chain.steps.at(-1)?.step_number;

/** Lets the figure of a chain that was drawn anew walk from the stone it stood on to the one it stands on now. */
export function walk(element, player, chain) {
  if (!lastSeen.has(player)) lastSeen.set(player, new Map());
  const seen = lastSeen.get(player);
  const [from, to] = [seen.get(chain.id), standsOn(chain)];
  seen.set(chain.id, to);
  // Once it is on the page, where it has a place.
  if (from < to) queueMicrotask(() => walkBetween(element, from, to));
}

function walkBetween(element, from, to) {
  const [start, end] = [from, to].map((step) =>
    element.querySelector(`[data-step="${step}"] .ground`).getBoundingClientRect(),
  );
  const [x, y] = [start.x - end.x, start.y - end.y];
  const steps = [1, 0.75, 0.5, 0.25, 0].map((left, index) => ({
    translate: `${x * left}px ${y * left - (index % 2 ? 6 : 0)}px`,
  }));
  move(element.querySelector(".wanderer"), steps);
}
