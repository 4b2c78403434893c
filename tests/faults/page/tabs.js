// Tabs, as frames: opened, clicked, left in the middle and reopened, for whoever drives this page.

const PREFIX = "xsolla-liveops.claims.";
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const written = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));

/** Waits until a frame's document is there and its library runs. */
async function loaded(frame) {
  await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  await frame.contentWindow.ready;
  return frame.contentWindow;
}

async function openTab(scale) {
  const frame = document.createElement("iframe");
  frame.src = `/tab.html?scale=${scale}`;
  document.body.append(frame);
  await loaded(frame);
  return frame;
}

async function reload(frame) {
  const again = loaded(frame);
  frame.contentWindow.location.reload();
  return again;
}

/** Claims in a tab, reloads it in the middle, and asks what it knows: at once, or after one more click, and in a second tab too. */
async function reopened(frame, plan, { scale, patience }) {
  const found = { isLeft: false, first: null, early: null, toldBefore: null };
  const frames = [frame];
  let entry;
  frame.contentWindow.openShop({ ...plan, note: (name) => (entry = name) });
  frame.contentWindow.claimWrite(plan.write).then((word) => (found.first = word));
  await later(plan.after);
  const [tab] = await Promise.all([reload(frame), plan.opensTwo && openTab(scale).then((second) => frames.push(second))]);
  // Only now is the page that claimed surely gone, and its claim as it left it.
  found.isLeft = entry !== undefined && localStorage.getItem(entry) !== null;
  const began = performance.now();
  for (const { contentWindow } of frames) contentWindow.openShop({ ...plan, latency: 0 });
  if (plan.clicksFirst) found.early = await tab.claimWrite(plan.write);
  const open = await Promise.all(frames.map(({ contentWindow }) => contentWindow.pending()));
  const listed = open.flat().find(({ step }) => entry?.endsWith(`.${step}`));
  found.isListed = listed !== undefined;
  const told = listed?.told.then((word) => (found.toldBefore = word));
  while (entry && localStorage.getItem(entry) !== null && performance.now() - began < patience) await later(5);
  found.emptyAfter = (performance.now() - began) * scale;
  return { frames, found, told };
}

/** Claims the step of a reopened tab once more, and gives what it was told before and then. */
async function clicked({ frames, found, told }, plan, patience) {
  const before = { ...found };
  const grantedBefore = await granted(plan);
  const word = await frames[0].contentWindow.claimWrite(plan.write);
  const inTheEnd = await Promise.race([told, later(patience)]);
  return { ...before, grantedBefore, word, told: inTheEnd ?? null };
}

/** How often a player's step was granted. */
async function granted({ addresses, player }) {
  const audit = await fetch(new URL(`/_emulator/audit?player=${player}`, addresses.apiUrl));
  const { grants } = await audit.json();
  return grants.filter(({ kind }) => kind.endsWith("_chain")).length;
}

let tabs = [];

window.tabs = {
  /**
   * A round of reloads: a tab for each plan claims, and is reloaded after `plan.after` milliseconds, with `opensTwo` together with a
   * second tab. Gives whether the journal is empty in the end, and of each tab
   *
   *   isLeft        whether its entry was in the journal when it was reopened
   *   first         what the page that claimed was told, where it was before it was gone
   *   early         with `clicksFirst`, what a click tells that comes before `pending()` is asked
   *   isListed      whether `pending()` of one of the reopened tabs lists the entry's step
   *   told          what that says in the end; `toldBefore`: by the time the journals are empty
   *   emptyAfter    when the entry was gone, in the tab's milliseconds after it was reopened
   *   grantedBefore how often the step was granted by the time the journals are empty
   *   word          what a click tells then
   */
  async reloads(plans, scale, patience) {
    const frames = await Promise.all(plans.map(() => openTab(scale)));
    const pace = { scale, patience: patience / scale };
    const shops = await Promise.all(frames.map((frame, place) => reopened(frame, plans[place], pace)));
    const isEmpty = written().length === 0;
    const each = await Promise.all(shops.map((shop, place) => clicked(shop, plans[place], pace.patience)));
    for (const frame of shops.flatMap((shop) => shop.frames)) frame.remove();
    localStorage.clear();
    return { isEmpty, each };
  },

  /** Opens so many tabs of one player. */
  async open(plan, count, scale) {
    tabs = await Promise.all(Array.from({ length: count }, () => openTab(scale)));
    for (const { contentWindow } of tabs) contentWindow.openShop(plan);
  },

  /** All tabs click the same step together, and say what came of it. */
  click: (chainId, step) => Promise.all(tabs.map(({ contentWindow }) => contentWindow.claimStep(chainId, step))),

  /** One tab is killed while it holds the lock of its claim; another, that waits for it, says what came of its own. */
  async kill(plan, scale) {
    const [holder, other] = await Promise.all([openTab(scale), openTab(scale)]);
    holder.contentWindow.openShop({ ...plan, holdsClaim: true });
    other.contentWindow.openShop(plan);
    const before = new Set(written());
    holder.contentWindow.claimStep(plan.chain, 1);
    while (written().every((name) => before.has(name))) await later(2);
    const word = other.contentWindow.claimStep(plan.chain, 1);
    await later(plan.after);
    const isHeld = (await navigator.locks.query()).held.length > 0;
    holder.remove();
    const ended = await word;
    other.remove();
    return { ...ended, isHeld };
  },
};
