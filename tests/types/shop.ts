// What a shop writes: it has to compile as it stands.
import {
  claimableAt,
  claimableSteps,
  init,
  isLiveOpsError,
  LiveOps,
  msUntil,
  nextResetAt,
  type DailyChain,
  type DailyStep,
  type LiveOpsError,
  type LiveOpsErrorCode,
  type LiveOpsOptions,
  type OfferStep,
  type Page,
  type RewardItem,
  type RewardStep,
  type StoreItem,
} from "xsolla-liveops";
import * as streamed from "xsolla-liveops/url";

const started: Promise<void> = init();
const startedFrom: Promise<void>[] = [
  streamed.init(),
  streamed.init("/liveops.wasm"),
  streamed.init(new URL("https://shop.example/liveops.wasm")),
  streamed.init(fetch("/liveops.wasm")),
  streamed.init(new Uint8Array()),
];

const sameClass: typeof LiveOps = streamed.LiveOps;

const options: LiveOpsOptions[] = [
  { projectId: 44056 },
  { projectId: 44056, token: null, environment: "test", locale: "en", timeoutMs: 5000 },
  { projectId: 44056, token: "jwt", environment: { apiUrl: "http://127.0.0.1:8788/api", payStationUrl: "http://127.0.0.1:8789" } },
  { projectId: 44056, token: (reason: "first" | "expiring" | "refused") => reason },
  { projectId: 44056, token: async () => null, fetch: (request) => fetch(request), now: () => performance.now() },
  { projectId: 44056, guest: { id: "visitor-7", email: "mira@example.com" } },
  { projectId: 44056, guest: null },
  { projectId: 44056, storage: sessionStorage, random: () => 0.5 },
  { projectId: 44056, storage: null, environment: { apiUrl: "http://127.0.0.1:8788/api", payStationUrl: "http://127.0.0.1:8789", orderSocketUrl: "ws://127.0.0.1:8788/connection/websocket" } },
];

async function day(liveops: LiveOps, signal: AbortSignal) {
  const verified = await liveops.promotions.verify("WINTER2023", { signal, timeoutMs: 1000 });
  const selectable: boolean | null | undefined = verified.rewards?.is_selectable;
  const given = await liveops.coupons.redeem("WINTER2023", { selectedUnitItems: { game: "game_steam" } });
  const isOnce = given.items.length > 0;
  const either: StoreItem[] | null = (await liveops.coupons.redeem("WINTER2023", { singleUse: isOnce })).items;
  const once = await liveops.coupons.redeem("WINTER2023", { singleUse: true });
  const onceItems: StoreItem[] | null = once.items;
  const update = await liveops.clans.update();
  const granted: RewardItem[] | null = update.reward;
  void [either, onceItems, granted];
  const sku: string | undefined = given.items[0]?.sku;

  await liveops.promoCodes.redeem("SUMMER", { cartId: "current" });
  await liveops.promoCodes.remove();
  await liveops.cart.fill({ items: [{ sku: "wick", quantity: 2 }] });
  const price: string | null | undefined = (await liveops.cart.get({ currency: "USD" })).price?.amount;

  const page: Page<DailyChain> = await liveops.dailyChains.list({ limit: 10, offset: 0 });
  for await (const chain of liveops.dailyChains.all()) {
    const steps: DailyStep[] = claimableSteps(chain);
    const opens: Date | null = steps[0] ? claimableAt(steps[0]) : null;
    const wait: number | null = msUntil(opens, { now: Date.now() });
    const { recovered }: { recovered: boolean } = await liveops.dailyChains.claim({ chainId: chain.id, stepNumber: 1 });
    const stop: () => void = liveops.dailyChains.watch({ chainId: chain.id, onChange: ({ steps }: DailyChain) => void steps, signal });
    const untilReset: number | null = msUntil(nextResetAt(chain), { now: liveops.now() });
    void [wait, recovered, stop, untilReset];
  }

  for await (const chain of liveops.offerChains.all()) {
    const steps: OfferStep[] = claimableSteps(chain);
    for (const pending of await liveops.pending()) {
      if (pending.operation === "rewardChains.claim") console.log(pending.chainId, pending.stepId);
      else if (pending.operation !== "coupons.redeem") console.log(pending.chainId, pending.stepNumber);
      const { recovered }: { recovered: boolean } = await pending.settled;
      console.log(recovered);
    }
    const orderId: number | null = (await liveops.offerChains.claim({ chainId: chain.id, stepNumber: 1 })).orderId;
    const checkout = liveops.payStation.open(liveops.offerChains.order({ chainId: chain.id, stepNumber: 2 }), { mode: "window" });
    const outcome: "closed" | "blocked" | "failed" = await checkout.outcome;
    for await (const status of checkout.statuses({ signal, deadlineMs: 60_000 })) if (status === "pending") break;
    void [steps, orderId, outcome];
  }

  for await (const chain of liveops.rewardChains.all({ limit: 5 })) {
    const steps: RewardStep[] = claimableSteps(chain, { balance: 40 });
    const reset: Date | null = nextResetAt(chain);
    const balance = await liveops.rewardChains.balance(chain.reward_chain_id);
    const contributors = await liveops.clans.topContributors(chain.reward_chain_id);
    await liveops.rewardChains.claim({ chainId: chain.reward_chain_id, stepId: 7 });
    void [steps, reset, balance.amount, contributors[0]?.name];
  }

  const status = (await liveops.orders.get(1)).status;
  if (status === "done") liveops.close();
  // An enum of the API may grow: an unknown word is still a string.
  const word: string = status;
  const url: string = liveops.payStation.url({ token: "token" });
  liveops.payStation.open({ order_id: 7, token: "token" }, { mode: "iframe", labels: { title: "Zahlung", close: "Schließen" } });
  liveops.payStation.open(liveops.orders.createWithCart(), { mode: "redirect" });
  const returned = liveops.payStation.returned();
  if (returned) for await (const status of liveops.orders.track(returned.orderId)) console.log(status, returned.statuses());
  void [selectable, sku, price, page.items, (await liveops.upsell.list()).has_more, (await liveops.clans.update()).reward, word, url];
}

async function catalog(liveops: LiveOps) {
  const shown = { limit: 10, offset: 0, locale: "de", country: "DE", promoCode: "HOLLOWTREE", showInactiveTimeLimitedItems: true };
  const pages: Page<StoreItem>[] = [
    await liveops.catalog.items({ ...shown, additionalFields: ["media_list", "a field of tomorrow"] }),
    await liveops.catalog.virtualItems(shown),
    await liveops.catalog.bundles(),
    await liveops.catalog.virtualCurrencies(),
    await liveops.catalog.virtualCurrencyPackages(),
    await liveops.catalog.itemsOfGroup("garden", shown),
  ];
  const walks: AsyncIterableIterator<StoreItem>[] = [
    liveops.catalog.allItems(shown),
    liveops.catalog.allVirtualItems(),
    liveops.catalog.allBundles(),
    liveops.catalog.allVirtualCurrencies(),
    liveops.catalog.allVirtualCurrencyPackages(),
    liveops.catalog.allItemsOfGroup("garden"),
  ];
  const item: StoreItem = await liveops.catalog.item("bell", { locale: "de" });
  // A name is one text, or texts by language.
  const name: string | null | undefined = typeof item.name === "object" ? item.name?.de : item.name;
  const group: string | undefined = (await liveops.catalog.groups({ promoCode: "HOLLOWTREE" })).groups[0]?.external_id;
  void [pages, walks, name, group];
}

async function orders(liveops: LiveOps) {
  const cartId = "another";
  const put: void = await liveops.cart.putItem("bell", { cartId, quantity: 2 });
  await liveops.cart.deleteItem("bell", { cartId });
  await liveops.cart.clear();

  const settings = { ui: { theme: "dark" } };
  const toPay: Promise<{ order_id: number; token: string }>[] = [
    liveops.orders.createWithItem("bell", { currency: "USD", locale: "de", quantity: 2, promoCode: "SUMMER", settings, customParameters: { level: 7 } }),
    liveops.orders.createWithCart({ cartId, settings }),
  ];
  const done: number[] = [
    (await liveops.orders.createFreeWithItem("gift")).order_id,
    (await liveops.orders.createFreeWithCart()).order_id,
    (await liveops.orders.createWithItemForVirtualCurrency("bell", { virtualCurrencySku: "ember", platform: "xsolla" })).order_id,
  ];
  void [put, toPay.map((order) => liveops.payStation.open(order)), done];
}

function explain(error: unknown): string {
  if (!isLiveOpsError(error)) throw error;
  const failure: LiveOpsError = error;
  const code: LiveOpsErrorCode = failure.code;
  const applied: boolean | "unknown" = failure.applied;
  const number: number | null = failure.errorCode ?? failure.status;
  const native: Error = failure;
  return `${code} ${applied} ${number} ${failure.transactionId} ${failure.retryable} ${native.message}`;
}

void [started, startedFrom, sameClass, options, day, catalog, orders, explain];
