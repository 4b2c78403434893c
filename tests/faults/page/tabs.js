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

let tabs = [];

window.tabs = {
  /**
   * A round of reloads: a tab for each plan claims, and is reloaded after `plan.after` milliseconds. Gives when the journal was
   * empty, in the tabs' milliseconds after the last was reopened, and what each says of the step then.
   */
  async reloads(plans, scale, patience) {
    const frames = await Promise.all(plans.map(() => openTab(scale)));
    const reopened = await Promise.all(
      frames.map(async (frame, place) => {
        const plan = plans[place];
        frame.contentWindow.openShop({ ...plan, isNoted: true });
        frame.contentWindow.claimWrite(plan.write);
        await later(plan.after);
        const { entry } = frame.contentWindow;
        const reopened = reload(frame);
        const wasLeft = entry !== undefined && localStorage.getItem(entry) !== null;
        const tab = await reopened;
        tab.openShop({ ...plan, latency: 0 });
        return { tab, wasLeft };
      }),
    );
    const left = reopened.filter(({ wasLeft }) => wasLeft).length;
    const began = performance.now();
    while (written().length > 0 && performance.now() - began < patience / scale) await later(5);
    const emptyAfter = written().length > 0 ? null : (performance.now() - began) * scale;
    const words = await Promise.all(reopened.map(({ tab }, place) => tab.claimWrite(plans[place].write)));
    for (const frame of frames) frame.remove();
    localStorage.clear();
    return { left, emptyAfter, words };
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
