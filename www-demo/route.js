/** What the page's address asks for: `#/shop/wick?q=light` is a place, a thing in it, and how it is shown. */
export function route() {
  const [path, query] = location.hash.slice(2).split("?");
  const [place, detail = ""] = path.split("/");
  return { place, detail: decoded(detail), query: new URLSearchParams(query) };
}

/** The address of a place, a thing in it, and how it is shown; what is empty is left out. */
export function address(place, detail, query) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return `#/${place}${detail && `/${encodeURIComponent(detail)}`}${asked.size > 0 ? `?${asked}` : ""}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Somebody's mistyped address; nothing has this name.
  }
}
