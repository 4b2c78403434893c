import { action, h, panel } from "../dom.js";
import { number } from "../format.js";
import { copy, localized } from "../language.js";
import { card } from "./card.js";
import { inGroup, selected, shopAddress } from "./selection.js";

/** The part of the catalog that was asked for: group by group where nothing was, else one list. */
export function shelf({ items, groups }, now, session, ways) {
  const found = selected(items, groups, now);
  if (found.length === 0) return [nothing(now, ways)];
  if (!now.group && !now.words && now.sort === "featured") return sections(found, groups, session);
  const group = groups.find(({ external_id: id }) => id === now.group);
  const name = localized(group?.name);
  const count = copy.shop.howMany(number(found.length), found.length);
  if (now.words) return [section(copy.shop.resultsFor(now.words, name), count, found, session)];
  return [section(name || copy.shop.all, localized(group?.description) || count, found, session)];
}

/** Every group with its items; an item of several groups stands in the first of them. */
function sections(items, groups, session) {
  const shown = new Set();
  const take = (belongs) => {
    const taken = items.filter((item) => !shown.has(item) && belongs(item));
    for (const item of taken) shown.add(item);
    return taken;
  };
  const grouped = groups.map((group) => [
    localized(group.name),
    localized(group.description),
    take((item) => inGroup(item, group.external_id, groups)),
  ]);
  return [...grouped, [copy.shop.others, "", take(() => true)]]
    .filter(([, , taken]) => taken.length > 0)
    .map(([name, about, taken]) => section(name, about, taken, session));
}

function section(name, about, items, session) {
  return h(
    "section",
    { class: "shelf-row", "aria-label": name },
    h("header", {}, h("h2", {}, name), h("p", {}, about)),
    h(
      "ul",
      { class: "cards" },
      items.map((item) => card(item, session)),
    ),
  );
}

/** Says that there is nothing, and what else can be done: to look everywhere, to try a code, to see it all. */
function nothing({ group, words, sort }, { tryCode, clear }) {
  if (!words)
    return panel(copy.shop.empty, h("a", { class: "button quiet", href: shopAddress({ sort }) }, copy.shop.showAll));
  const everywhere = h("a", { class: "button quiet", href: shopAddress({ words, sort }) }, copy.shop.everywhere);
  return panel(
    copy.shop.notFound(words),
    h(
      "p",
      { class: "ways-on" },
      group && everywhere,
      action(copy.shop.tryCode, () => tryCode(words), { class: "quiet", "data-try-code": true }),
      action(copy.shop.showAll, clear, { class: "quiet" }),
    ),
  );
}

/** What stands there while the catalog is read, in its true size. */
export function skeleton() {
  return [
    h(
      "section",
      { class: "shelf-row", "aria-hidden": "true" },
      h("header", {}, h("h2", { class: "skeleton line" }), h("p", { class: "skeleton line" })),
      h(
        "ul",
        { class: "cards" },
        Array.from({ length: 8 }, () => h("li", { class: "card skeleton" })),
      ),
    ),
  ];
}
