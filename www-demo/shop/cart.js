import { copy } from "../language.js";
import { explain, notice } from "../notice.js";
import { takingTurns } from "./turns.js";

/** The cart of each player's client, kept while they look at other places. */
const carts = new WeakMap();

/** The cart of the player who is here. */
export function cartOf(session) {
  const { liveops } = session;
  if (!carts.has(liveops)) carts.set(liveops, new PlayerCart(session));
  return carts.get(liveops);
}

/** A cart as the API prices it; the page adds nothing up itself. What it has read it tells as the session's `cart` event. */
class PlayerCart {
  /** The cart as it was last read; null where it is not known: then `problem` may say why. */
  cart = null;
  problem = null;
  /** The promo code that this page has put on, and what the same cart cost before. */
  code = null;
  priceBeforeCode = null;

  #session;
  #liveops;
  /** Two changes at once would both count from the same number. */
  #inTurn = takingTurns();

  constructor(session) {
    this.#session = session;
    this.#liveops = session.liveops;
  }

  /** What the player put in; gifts come and go by themselves. */
  get lines() {
    return (this.cart?.items ?? []).filter((item) => !item.is_bonus);
  }

  get gifts() {
    return (this.cart?.items ?? []).filter((item) => item.is_bonus);
  }

  quantityOf(sku) {
    return this.lines.find((item) => item.sku === sku)?.quantity ?? 0;
  }

  /** Reads the cart. Gives back whether it could be read. */
  read = () => this.#inTurn(() => this.#read());

  /** More or fewer of an item; the last one is taken out. Gives back whether it was done. */
  add(sku, more = 1) {
    return this.#change(() => {
      const quantity = this.quantityOf(sku) + more;
      return quantity > 0 ? this.#liveops.cart.putItem(sku, { quantity }) : this.#takeOut(sku);
    });
  }

  remove = (sku) => this.#change(() => this.#takeOut(sku));
  removeCode = () => this.#change(() => this.#takeCodeOff());

  /** Puts a promo code on. Rejects with the API's refusal. */
  applyCode(code, selectedUnitItems = {}) {
    return this.#inTurn(async () => {
      const { price: before } = await this.#liveops.cart.get();
      await this.#liveops.promoCodes.redeem(code, { selectedUnitItems });
      Object.assign(this, { code, priceBeforeCode: before });
      await this.#read();
    });
  }

  /** The order for what is in the cart once the changes before it are through. */
  order = (options) => this.#inTurn(() => this.#liveops.orders.createWithCart(options));

  /** Orders a cart that costs nothing. */
  orderFree = () => this.#inTurn(() => this.#liveops.orders.createFreeWithCart());

  /** Changes the cart as it is now, which another window may have filled; a cart that is not known stays as it is. */
  #change(run) {
    return this.#inTurn(async () => {
      if (!(await this.#read())) return tell(this.problem, copy.basket.unknown);
      try {
        await run();
        this.priceBeforeCode = null;
      } catch (error) {
        tell(error, explain(error));
        return false;
      } finally {
        await this.#read();
      }
      return true;
    });
  }

  /** An emptied cart keeps no code: the next purchase would be made with it unasked. */
  async #takeOut(sku) {
    await this.#liveops.cart.deleteItem(sku);
    const isEmptied = this.lines.every((line) => line.sku === sku);
    if (isEmptied) await this.#takeCodeOff();
  }

  async #takeCodeOff() {
    await this.#liveops.promoCodes.remove();
    this.code = null;
  }

  async #read() {
    try {
      this.#show(await this.#liveops.cart.get());
    } catch (problem) {
      this.#show(null, problem);
    }
    return this.problem === null;
  }

  #show(cart, problem = null) {
    const wasFilled = this.lines.length > 0;
    Object.assign(this, { cart, problem });
    if (cart && wasFilled && this.lines.length === 0) this.code = null; // Paid: its code is used.
    if (this.#liveops === this.#session.liveops) this.#session.dispatchEvent(new Event("cart"));
  }
}

/** Says why the cart was not changed; a client that was closed by signing out has nothing to say. */
function tell(error, text) {
  if (error?.code !== "aborted") notice("error", text);
  return false;
}
