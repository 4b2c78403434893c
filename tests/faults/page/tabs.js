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

/** Claims in a tab, reloads it in the middle, and asks what it knows. */
async function reopened(frame, plan) {
  const found = { frame, first: null, isLeft: false, isListed: false, toldBefore: null };
  let entry;
  frame.contentWindow.openShop({ ...plan, note: (name) => (entry = name) });
  frame.contentWindow.claimWrite(plan.write).then((word) => (found.first = word));
  await later(plan.after);
  const tab = await reload(frame);
  // Only now is the page that claimed surely gone, and its claim as it left it.
  found.isLeft = entry !== undefined && localStorage.getItem(entry) !== null;
  tab.openShop({ ...plan, latency: 0 });
  const open = await tab.pending();
  const listed = open.find(({ step }) => entry?.endsWith(`.${step}`));
  found.isListed = listed !== undefined;
  found.told = listed?.told.then((word) => (found.toldBefore = word));
  return found;
}

/** Claims the step of a reopened tab once more, and gives what it was told before and then. */
async function clicked({ frame, told, ...found }, plan, patience) {
  const grantedBefore = await granted(plan);
  const word = await frame.contentWindow.claimWrite(plan.write);
  const inTheEnd = await Promise.race([told, later(patience)]);
  return { ...found, grantedBefore, word, told: inTheEnd ?? null };
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
   * A round of reloads: a tab for each plan claims, and is reloaded after `plan.after` milliseconds. Gives when the journal was
   * empty, in the tabs' milliseconds after the last was reopened, and of each tab
   *
   *   isLeft        whether its entry was in the journal when it was reopened
   *   first         what the page that claimed was told, where it was before it was gone
   *   isListed      whether the reopened one's `pending()` lists the entry's step
   *   told          what that says in the end; `toldBefore`: by the time the journals are empty
   *   grantedBefore how often the step was granted by that time
   *   word          what a click tells then
   */
  async reloads(plans, scale, patience) {
    const frames = await Promise.all(plans.map(() => openTab(scale)));
    const shops = await Promise.all(frames.map((frame, place) => reopened(frame, plans[place])));
    const began = performance.now();
    while (written().length > 0 && performance.now() - began < patience / scale) await later(5);
    const emptyAfter = written().length > 0 ? null : (performance.now() - began) * scale;
    const each = await Promise.all(shops.map((shop, place) => clicked(shop, plans[place], patience / scale)));
    for (const frame of frames) frame.remove();
    localStorage.clear();
    return { emptyAfter, each };
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
