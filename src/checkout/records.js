// Which orders are being paid for: kept over a reload, with nothing of them but their ids and times.
import { attempt, mayBePaid } from "../client/page_storage.js";

const isId = (value) => Number.isSafeInteger(value) && value > 0;

/** Opened since this page was loaded. */
const opened = new Set();

/** The records of a client's project. */
export function records({ storage, projectId }) {
  const key = `xsolla-liveops.orders.${projectId}`;

  function read() {
    const isFresh = ({ orderId, at }) => isId(orderId) && mayBePaid(at);
    return attempt(storage, (place) => JSON.parse(place.getItem(key)).filter(isFresh)) ?? [];
  }

  function write(orderId, ...entries) {
    entries.push(...read().filter((entry) => entry.orderId !== orderId));
    attempt(storage, (place) => (entries.length ? place.setItem(key, JSON.stringify(entries)) : place.removeItem(key)));
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
