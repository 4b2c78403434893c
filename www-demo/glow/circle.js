import { action, h } from "../dom.js";
import { number } from "../format.js";
import { itemList } from "../items.js";
import { copy, localized } from "../language.js";
import { explain, noticeOf } from "../notice.js";

/** The Circle beside its jar: the ten brightest members, and what an old Circle left unclaimed. */
export function circle(chain, session) {
  const clan = session.player?.clan;
  return h(
    "aside",
    { class: "circle", "data-circle": true },
    h("h3", {}, clan ? copy.circle.title(clan.name) : localized(chain.popup_header) || copy.circle.none),
    clan ? [contributors(chain, session), moved(session)] : h("p", {}, localized(chain.popup_instruction)),
  );
}

function contributors(chain, session) {
  const list = h(
    "ol",
    { class: "contributors", "aria-label": copy.circle.brightest },
    drawn(chain.top_contributors ?? []),
  );
  session.liveops.clans.topContributors(chain.reward_chain_id).then(
    (members) => list.replaceChildren(...drawn(members)),
    (error) => list.replaceChildren(h("li", { role: "alert" }, explain(error))),
  );
  return list;

  function drawn(members) {
    const most = Math.max(1, ...members.map((member) => member.contributed_amount));
    return members.length > 0
      ? members.map((one) => member(one, most, one.name === session.player.name))
      : [h("li", { class: "nobody" }, copy.circle.nobody)];
  }
}

function member({ name, contributed_amount: amount }, most, isPlayer) {
  return h(
    "li",
    { "data-member": name, "data-you": isPlayer },
    h("span", { class: "name" }, name, isPlayer && h("small", {}, copy.circle.you)),
    h("span", { class: "share", "aria-hidden": "true", style: `--share: ${amount / most}` }),
    h("span", { class: "amount" }, number(amount)),
  );
}

/** After a change of Circle: collects what the old one's jar still held for this player. */
function moved(session) {
  const result = h("div", { class: "moved-result" });
  const collect = action(
    copy.circle.moved,
    async () => {
      try {
        const { reward } = await session.liveops.clans.update();
        result.replaceChildren(
          h("p", {}, reward.length > 0 ? copy.circle.collected : copy.circle.nothing),
          ...(reward.length > 0 ? [itemList(reward, 40)] : []),
        );
        await session.refreshInventory();
      } catch (error) {
        noticeOf(error);
      }
    },
    { class: "quiet", "data-clan-update": true },
  );
  return [collect, result];
}
