/** An element with its attributes and children. Text stays text: data can never become markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element[name] = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** A drawing of art/shapes.svg, once `loadShapes` has put it on the page; its colours come from the style sheet. */
export function shape(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", `shape ${name}`);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#shape-${name}`);
  svg.append(use);
  return svg;
}

/** Takes the drawings into the page, so that none of them is lost when the connection is. */
export async function loadShapes() {
  const file = await fetch("/art/shapes.svg");
  const drawings = new DOMParser().parseFromString(await file.text(), "image/svg+xml");
  document.body.append(document.importNode(drawings.documentElement, true));
}

/** A button that ignores further clicks while its action runs. */
export function action(label, run, attributes = {}) {
  const button = h("button", { type: "button", ...attributes }, label);
  button.onclick = async (event) => {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      await run(event);
    } finally {
      button.ariaBusy = "false";
    }
  };
  return button;
}

/** A quiet box with a sentence and what can be done about it. */
export function panel(text, ...children) {
  return h("div", { class: "panel" }, h("p", {}, text), ...children);
}

/**
 * Draws the inside of an element anew. The keyboard stays on the control it was on; where that is gone it goes to the
 * item that the control belonged to, or to what `otherwise` gives.
 */
export function redraw(element, children, otherwise = () => null) {
  const active = element.contains(document.activeElement) ? document.activeElement : null;
  const { control } = active?.dataset ?? {};
  const sku = active?.closest("[data-sku]")?.dataset.sku;
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (control === undefined) return;
  const again =
    element.querySelector(`[data-control="${CSS.escape(control)}"]:not(:disabled)`) ??
    (sku && element.querySelector(`[data-sku="${CSS.escape(sku)}"] :is(a, button:not(:disabled))`)) ??
    otherwise();
  again?.focus({ preventScroll: true });
}

/** Draws the inside of a chain anew; the keyboard stays on the step it was on. */
export function redrawSteps(element, children) {
  const step = element.contains(document.activeElement) && document.activeElement.closest("[data-step]")?.dataset.step;
  element.replaceChildren(...children.filter(Boolean));
  if (!step) return;
  const place = element.querySelector(`[data-step="${CSS.escape(step)}"]`);
  (place?.querySelector("button, a") ?? place)?.focus({ preventScroll: true });
}
