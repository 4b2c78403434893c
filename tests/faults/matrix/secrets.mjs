// Where a secret of a run was found that has no business there.

// The codes of game.json.
export const CODES = ["CANARYCOUPON", "CANARYONCE", "CANARYPROMO"];

/** `places`: texts by the name of where they were found. */
export function foundSecrets(places, tokens) {
  const secrets = [...CODES, ...tokens.flatMap((token) => [token, token.split(".")[2]])];
  return Object.entries(places).flatMap(([place, text]) => {
    const found = secrets.filter((secret) => secret && text.includes(secret));
    return found.map((secret) => `${place} holds ${CODES.includes(secret) ? secret : "a token"}`);
  });
}
