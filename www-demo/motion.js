const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Moves an element once, to show what has just happened; not for who asked for less motion. Nothing else is moved by it. */
export function move(element, keyframes, duration = 600) {
  if (!still.matches) element?.animate(keyframes, { duration, easing: "cubic-bezier(0.3, 0, 0.2, 1)" });
}

/** Resolves once nothing in the element moves: to draw it anew would cut a movement short. */
export function atRest(element) {
  return Promise.allSettled(element.getAnimations({ subtree: true }).map((animation) => animation.finished));
}
