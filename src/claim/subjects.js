// What can be claimed: how it is read, sent and told.
import { readChain } from "../client/chain.js";

/** The areas with claims, each with what names a step in it. Their order stands in the journal, as does `COUPON`. */
const STEPS = [
  ["dailyChains", "stepNumber"],
  ["offerChains", "stepNumber"],
  ["rewardChains", "stepId"],
];
const COUPON = 3;

/** What an area's steps are named by, and its place in the journal. */
export function stepsOf(area) {
  const kind = STEPS.findIndex(([name]) => name === area);
  return { kind, name: STEPS[kind][1] };
}

/** A step of a chain, by its place in the journal; undefined where there is no such kind. `areas` are the client's, without claims. */
export function chainStep(areas, kind, chainId, number) {
  if (!STEPS[kind]) return undefined;
  const [area, name] = STEPS[kind];
  const named = { chainId, [name]: number };
  return {
    place: [kind, chainId, number],
    named: { operation: `${area}.claim`, ...named },
    recovered: { recovered: true, ...(area === "offerChains" && { orderId: null }) },
    read: (options) => readChain(areas[area], chainId, options),
    send: (options) => areas[area].claim({ ...options, ...named }),
  };
}

/** A coupon that its caller says can be redeemed once: a chain of one step, which is claimed where no use is left. */
export function singleUseCoupon({ rewards, redeem }, code, selectedUnitItems) {
  return {
    place: [COUPON, numberOf(code.trim()), 1],
    named: { operation: "coupons.redeem" },
    recovered: { recovered: true, items: null },
    async read(options) {
      let refusal;
      try {
        await rewards(code, options);
      } catch (error) {
        if (error.code !== "limit_reached") throw error;
        refusal = error;
      }
      return { steps: [{ step_number: 1, status: refusal ? "claimed" : "claimable" }], refusal };
    },
    async send(options) {
      const redeemed = await redeem(code, { ...options, selectedUnitItems });
      return Object.assign(redeemed, { recovered: false });
    },
  };
}

/** Tells ids and codes from one another, and is not their plain text, though short ones can be found by trying: twice FNV-1a, in 52 bits. */
export function numberOf(text) {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (const byte of new TextEncoder().encode(text)) {
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ byte, 0x811c9dc5);
  }
  return (high >>> 0) * 2 ** 20 + (low >>> 12);
}
