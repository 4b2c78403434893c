//! Faults of the order socket.

use super::disconnect::Disconnect;
use super::replies;
use crate::engine::Decision;
use crate::engine::ids::{OrderId, PlayerId};
use crate::faults::{Asked, Close, Fault, ORDER_SOCKET, Occasion, What};
use crate::http::Api;

/// An order that nobody has.
const NOBODYS_ORDER: OrderId = OrderId(9_000_000_000);

const GARBAGE: &str = "{\"push\": the rest of this line was lost";

/// What comes of the rules on one occasion.
#[derive(Debug, Default)]
pub struct Misbehavior {
    /// Frames that say what is not so.
    pub frames: Vec<String>,
    /// How many more times what is so is said.
    pub copies: usize,
    pub is_silent: bool,
    pub ending: Option<Ending>,
}

/// How a connection ends.
#[derive(Debug)]
pub enum Ending {
    /// Without a word.
    Dropped,
    Closed(Disconnect),
}

/// What the rules want of a socket that is connected; `done` says for which rules that was done.
pub async fn connected(api: &Api, player: &PlayerId, done: &mut Option<u64>) -> Misbehavior {
    let happening = api.faults.once(done, asked(Occasion::Connected, player));
    of(api, player, happening.faults).await
}

/// What the rules want when a status is told.
pub async fn push(api: &Api, player: &PlayerId) -> Misbehavior {
    let happening = api.faults.on(asked(Occasion::Push, player));
    of(api, player, happening.faults).await
}

fn asked(occasion: Occasion, player: &PlayerId) -> Asked<'_> {
    Asked {
        occasion,
        operation: Some(ORDER_SOCKET),
        player: Some(player),
        connection: None,
    }
}

async fn of(api: &Api, player: &PlayerId, faults: Vec<Fault>) -> Misbehavior {
    let mut outcome = Misbehavior::default();
    for (_, what) in faults {
        match what {
            Some(What::Close(Close { code, reason })) => {
                let closed = |code| Ending::Closed(Disconnect::of_tester(code, reason));
                outcome.ending = Some(code.map_or(Ending::Dropped, closed));
            }
            Some(What::FalseStatus(of)) => {
                if let Some(order) = newest_order(api, player).await {
                    outcome.frames.push(said(player, order, &of.status));
                }
            }
            Some(What::ForeignOrder(of)) => {
                outcome.frames.push(said(player, NOBODYS_ORDER, &of.status));
            }
            Some(What::Garbage) => outcome.frames.push(GARBAGE.to_owned()),
            Some(What::HugeFrame(of)) => outcome.frames.push(huge(player, of.bytes)),
            Some(What::Repeat(of)) => outcome.copies += of.copies,
            Some(What::Silence) => outcome.is_silent = true,
            // Others happen to requests.
            _ => {}
        }
    }
    outcome
}

fn said(player: &PlayerId, order: OrderId, status: &str) -> String {
    replies::push(player, order, status, 0).to_string()
}

fn huge(player: &PlayerId, bytes: usize) -> String {
    let around = said(player, NOBODYS_ORDER, "").len();
    said(
        player,
        NOBODYS_ORDER,
        &"x".repeat(bytes.saturating_sub(around)),
    )
}

async fn newest_order(api: &Api, player: &PlayerId) -> Option<OrderId> {
    let player = player.clone();
    let newest = api.store.decide(move |state, _| {
        let mut orders = state.orders.values().rev();
        let newest = orders.find(|order| order.player == player);
        Ok(Decision::reply(newest.map(|order| order.id)))
    });
    newest.await.ok().flatten()
}
