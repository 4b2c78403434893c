import { h } from "../dom.js";
import { itemName, picture } from "../items.js";
import { copy } from "../language.js";

/**
 * The choice a code may ask for: one unit item for each unit it gives. `selected()` gives
 * `{ unit SKU: unit item SKU }` for the library, or null after it has pointed at what is still to be chosen.
 */
export function unitChoice(rewards) {
  const units = rewards.is_selectable
    ? (rewards.bonus ?? []).map(({ item }) => item).filter((item) => item.unit_items?.length > 0)
    : [];
  const named = (unit) => new Set(unit.unit_items.map(itemName)).size === unit.unit_items.length;
  const element = h(
    "form",
    { class: "unit-choice" },
    units.map((unit) =>
      h(
        "fieldset",
        { "data-unit": unit.sku },
        h("legend", {}, copy.codes.choose(itemName(unit))),
        unit.unit_items.map((choice) =>
          h(
            "label",
            {},
            h("input", { type: "radio", name: unit.sku, value: choice.sku, required: true }),
            picture(choice, 48),
            h("span", {}, itemName(choice), !named(unit) && choice.drm_name && h("small", {}, choice.drm_name)),
          ),
        ),
      ),
    ),
  );
  element.onsubmit = (event) => event.preventDefault();

  return {
    element: units.length > 0 && element,
    selected: () => (element.reportValidity() ? Object.fromEntries(new FormData(element)) : null),
  };
}
