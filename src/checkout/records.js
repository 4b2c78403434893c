// Which orders are being paid for: kept over a reload, with nothing of them but their ids and times.

const DAY = 86_400_000;

const isId = (value) => Number.isSafeInteger(value) && value > 0;

/** Opened since this page was loaded. */
const opened = new Set();

/** The records of a client's project. Its `storage` is the page's own; null: none; undefined: the browser's. */
export function records({ storage, projectId }) {
  const key = `xsolla-liveops.orders.${projectId}`;
  // Even asking for the browser's own may throw.
  const place = () => (storage === undefined ? globalThis.localStorage : storage);

  function read() {
    try {
      const isFresh = ({ orderId, at }) => isId(orderId) && Math.abs(Date.now() - at) < DAY;
      return JSON.parse(place().getItem(key)).filter(isFresh);
    } catch {
      return [];
    }
  }

  function write(orderId, ...entries) {
    entries.push(...read().filter((entry) => entry.orderId !== orderId));
    try {
      if (entries.length) place().setItem(key, JSON.stringify(entries));
      else place().removeItem(key);
    } catch {}
  }

  return {
    add(orderId) {
      if (!isId(orderId)) return;
      opened.add(orderId);
      write(orderId, { orderId, at: Date.now() });
    },
    drop: (orderId) => write(orderId),
    /** The newest that was opened before this page was loaded. */
    newest: () => read().find(({ orderId }) => !opened.has(orderId))?.orderId,
  };
}
