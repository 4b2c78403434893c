// What a shop may get wrong: the compiler has to refuse each line.
import { claimableSteps, init, isLiveOpsError, LiveOps, msUntil, type LiveOpsErrorCode, type OfferChain } from "xsolla-liveops";
import { DailyChains } from "xsolla-liveops/url";
// @ts-expect-error the glue's own start is not part of the package
import { initSync } from "xsolla-liveops";

declare const liveops: LiveOps;
declare const offer: OfferChain;

// @ts-expect-error the areas' classes are types only: nobody makes one
new DailyChains();
void initSync;

// @ts-expect-error the inlined entry takes no source
init("/liveops.wasm");
// @ts-expect-error options are needed
new LiveOps();
// @ts-expect-error a project id is a number
new LiveOps({ projectId: "44056" });
// @ts-expect-error no such environment
new LiveOps({ projectId: 1, environment: "sandbox" });
// @ts-expect-error no such reason
new LiveOps({ projectId: 1, token: (reason: "whenever") => reason });

// @ts-expect-error a code is a string
liveops.promotions.verify(7);
// @ts-expect-error daily steps are named by their number
liveops.dailyChains.claim({ chainId: 1, stepId: 1 });
// @ts-expect-error reward steps are named by their id
liveops.rewardChains.claim({ chainId: 1, stepNumber: 1 });
// @ts-expect-error a claim names its step
liveops.offerChains.claim({ chainId: 1 });
// @ts-expect-error no such option
liveops.coupons.rewards("CODE", { timeout: 3 });
// @ts-expect-error a cart is filled with items
liveops.cart.fill({});
// @ts-expect-error an item is put with its quantity
liveops.cart.putItem("bell");
// @ts-expect-error no virtual currency named
liveops.orders.createWithItemForVirtualCurrency("bell", {});
// @ts-expect-error an order of a cart has no quantity
liveops.orders.createWithCart({ quantity: 2 });
// @ts-expect-error groups are not listed page by page
liveops.catalog.groups({ limit: 5 });
// @ts-expect-error a guest has an e-mail address
new LiveOps({ projectId: 1, guest: { id: "visitor-7" } });
// @ts-expect-error areas cannot be replaced
liveops.dailyChains = liveops.dailyChains;
// @ts-expect-error memory is the engine's matter
liveops.free();
// @ts-expect-error only reward chains have a balance
claimableSteps(offer, { balance: 1 });
// @ts-expect-error a number is no date
msUntil(3);
// @ts-expect-error no such mode
liveops.payStation.open({ order_id: 1, token: "token" }, { mode: "popup" });
// @ts-expect-error an order has an id
liveops.payStation.open({ token: "token" });
// @ts-expect-error no such text
liveops.payStation.open({ order_id: 1, token: "token" }, { labels: { cancel: "Cancel" } });
// @ts-expect-error a checkout that came back is looked at before it is followed
liveops.payStation.returned().statuses();
// @ts-expect-error the deadline is in milliseconds
liveops.orders.track(7, { deadline: 60 });

// @ts-expect-error the codes are a closed union
const code: LiveOpsErrorCode = "already_claimd";

async function absent() {
  const cart = await liveops.cart.get();
  // @ts-expect-error a price may be absent or null
  cart.price.amount;
  const done = await liveops.orders.createFreeWithItem("gift");
  // @ts-expect-error what is free is not paid for
  liveops.payStation.open(done);
  const order = await liveops.offerChains.claim({ chainId: 1, stepNumber: 1 });
  // @ts-expect-error the order's id is unknown where the answer was lost
  order.orderId.toFixed();
}

try {
  await absent();
} catch (error) {
  // @ts-expect-error not known to be ours before isLiveOpsError
  error.code;
  // @ts-expect-error its code is one of ours
  if (isLiveOpsError(error)) error.code === "nonsense";
}
void code;
