import { h, redraw, shape } from "../dom.js";
import { copy, localized } from "../language.js";
import { selection, shopAddress, sorts } from "./selection.js";

/** How far from the edge the chosen group stands, so that the one before it still shows. */
const GLIMPSE = 48;

/** Search, order and groups: each is a part of the address, and follows it. `enter` gets what Enter was pressed on. */
export function toolbar({ changed, enter }) {
  const search = h("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false", maxlength: 128 });
  const sort = h(
    "select",
    { id: "sort" },
    sorts.map((name) => h("option", { value: name }, copy.shop.sorts[name])),
  );
  const groups = h("ul");
  const form = h(
    "form",
    { class: "toolbar", role: "search" },
    h("label", { class: "search" }, h("span", { class: "spoken" }, copy.shop.search), shape("search"), search),
    h("label", { class: "sort" }, h("span", {}, copy.shop.sort), sort, shape("fold")),
  );
  search.placeholder = copy.shop.search;

  /** Typing replaces the address, so that the way back does not lead through every letter. */
  search.oninput = () => {
    const words = looksLikeCode(search.value) ? "" : search.value;
    history.replaceState(null, "", shopAddress({ ...selection(), words }));
    changed();
  };
  sort.onchange = () => {
    location.hash = shopAddress({ ...selection(), sort: sort.value });
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    enter(search.value.trim());
  };

  return {
    form,
    groups: h("nav", { class: "groups", "aria-label": copy.shop.groups }, groups),
    /** What is searched for: also a code, which is in the field but in no address. */
    words: () => search.value,
    clear() {
      search.value = "";
      search.oninput();
      search.focus();
    },
    /** Follows the address; `known` are the groups once they are read. */
    follow(known) {
      const now = selection();
      sort.value = now.sort;
      if (search !== document.activeElement) search.value = now.words;
      redraw(groups, chips(known, { ...now, words: "" }));
      const chosen = groups.querySelector("[aria-current]");
      groups.scrollLeft += chosen ? chosen.getBoundingClientRect().left - GLIMPSE : 0;
    },
  };
}

/** A code belongs into no address, where others may read it. */
const looksLikeCode = (text) => /^[A-Z0-9_-]{4,}$/.test(text.trim());

function chips(groups, now) {
  const all = { external_id: "", name: copy.shop.all };
  return [all, ...groups].map(({ external_id: group, name }) =>
    h(
      "li",
      {},
      h(
        "a",
        { href: shopAddress({ ...now, group }), "aria-current": now.group === group && "true", "data-control": group },
        localized(name),
      ),
    ),
  );
}
