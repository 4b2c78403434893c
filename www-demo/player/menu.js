import { openDialog } from "../dialog.js";
import { action, h, shape } from "../dom.js";
import { copy } from "../language.js";
import { openOrders } from "../orders/orders.js";
import { modeChoice } from "../payment/mode.js";
import { playerList } from "./sign-in.js";

/** Who is here: their orders, how this device pays, and the way to be somebody else. */
export function openPlayer(session) {
  const { name, clan } = session.player;
  openDialog("player", name, async (dialog) => {
    const leave = (run) => () => {
      dialog.close();
      return run();
    };
    const orders = action(
      [shape("orders"), copy.orders.title],
      leave(() => openOrders(session)),
      {
        class: "quiet",
        "data-open": "orders",
      },
    );
    return [
      h("p", { class: "about" }, clan ? copy.signIn.circle(clan.name) : copy.signIn.noCircle),
      orders,
      modeChoice(),
      h("section", {}, h("h3", {}, copy.player.change), await playerList(session, dialog)),
      action(
        copy.signIn.out,
        leave(() => session.become(null)),
        { class: "quiet", "data-sign-out": true },
      ),
    ];
  });
}
