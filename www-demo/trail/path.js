const svgNamespace = "http://www.w3.org/2000/svg";

/** The path between the stones from left to right: a stone is 100 wide, and every second one lies lower. */
export const pathAcross = (steps) =>
  drawing(
    "across",
    steps,
    `0 0 ${steps.length * 100} 100`,
    (index) => [index * 100 + 50, index % 2 ? 75 : 25],
    ([x, y], [toX, toY]) => `M${x} ${y}C${x + 50} ${y} ${toX - 50} ${toY} ${toX} ${toY}`,
  );

/** The same from top to bottom, for a narrow page. */
export const pathDown = (steps) =>
  drawing(
    "down",
    steps,
    `0 0 100 ${steps.length * 100}`,
    (index) => [index % 2 ? 60 : 40, index * 100 + 50],
    ([x, y], [toX, toY]) => `M${x} ${y}C${x} ${y + 50} ${toX} ${toY - 50} ${toX} ${toY}`,
  );

function drawing(name, steps, viewBox, place, curve) {
  const svg = element("svg", { class: `path ${name}`, viewBox, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (let index = 1; index < steps.length; index += 1) {
    svg.append(
      element("path", {
        d: curve(place(index - 1), place(index)),
        class: steps[index - 1].is_claimed ? "walked" : "ahead",
        "vector-effect": "non-scaling-stroke",
      }),
    );
  }
  return svg;
}

function element(tag, attributes) {
  const made = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
