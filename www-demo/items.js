import { h } from "./dom.js";
import { number } from "./format.js";
import { copy, localized } from "./language.js";

const names = new Map();

/** What the shop calls an item: the name the API gave it, here or in an earlier answer. */
export function itemName(item) {
  const name = localized(item.name);
  if (name) names.set(item.sku, name);
  return name || names.get(item.sku) || item.sku;
}

/** The name an item had in an earlier answer, for lists that do not speak the shop's language. */
export const knownName = (item) => names.get(item.sku) ?? itemName(item);

/** An item's picture; its name always stands beside it, so it needs no text of its own. */
export function picture(item, size = 56) {
  const src = item.image_url ?? `/art/${item.sku}.svg`;
  const image = h("img", { alt: "", width: size, height: size, loading: "lazy", decoding: "async", src });
  image.onerror = () => {
    image.onerror = null;
    image.src = "/art/parcel.svg";
  };
  return h("span", { class: "picture" }, image);
}

export const counted = (item) => copy.counted(number(item.quantity ?? 1), itemName(item));
export const listed = (items) => items.map(counted).join(", ");

/** What something gives: a picture and a counted name an item, bundles with their contents. */
export function itemList(items, size) {
  return h(
    "ul",
    { class: "items" },
    items.map((item) =>
      h(
        "li",
        { "data-sku": item.sku },
        picture(item, size),
        h("span", {}, counted(item), item.content?.length > 0 && h("small", {}, listed(item.content))),
      ),
    ),
  );
}
