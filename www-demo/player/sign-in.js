import { openDialog } from "../dialog.js";
import { action, h, shape } from "../dom.js";
import { number } from "../format.js";
import { copy } from "../language.js";

/** The dialog that chooses a demo player: here stands a real shop's login. */
export function openSignIn(session) {
  openDialog("player", copy.signIn.title, async (dialog) => [
    h("p", {}, copy.signIn.text),
    await playerList(session, dialog),
  ]);
}

/** The players to choose from. */
export async function playerList(session, dialog) {
  const players = await session.emulator.players();
  const current = session.player?.player_id;
  const become = (player) => {
    dialog.close();
    return session.become(player);
  };
  const choice = (player) =>
    action(playerCard(player), () => become(player), {
      "data-player": player.player_id,
      "aria-current": player.player_id === current && "true",
    });
  return h(
    "ul",
    { class: "players" },
    players.map((player) => h("li", {}, choice(player))),
  );
}

function playerCard(player) {
  return [
    h("span", { class: "initial", "aria-hidden": "true" }, player.name.slice(0, 1)),
    h("strong", {}, player.name),
    h("span", {}, player.clan ? copy.signIn.circle(player.clan.name) : copy.signIn.noCircle),
    h(
      "span",
      { class: "embers" },
      h("img", { src: "/art/ember.svg", alt: copy.embers, width: 20, height: 20 }),
      number(player.wallet?.ember ?? 0),
    ),
  ];
}

/** What a guest sees where only a player can go on. */
export function signInPanel(session) {
  return h(
    "div",
    { class: "welcome scene" },
    h("div", { class: "figure" }, shape("wanderer")),
    h("p", {}, copy.signIn.needed),
    signInButton(session),
  );
}

export function signInButton(session) {
  return action([shape("person"), copy.signIn.button], () => openSignIn(session), {
    class: "amber",
    "data-sign-in": true,
  });
}
