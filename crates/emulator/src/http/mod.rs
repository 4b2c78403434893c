//! The API over HTTP: one file an area, with wire types of its own.

mod admin;
mod arrival;
mod auth;
mod cart;
mod catalog;
mod clans;
mod coupons;
mod daily_chains;
mod extract;
mod items;
mod line_fields;
mod not_served;
mod offer_chains;
pub mod operations;
mod order_body;
mod orders;
mod promo_codes;
mod promotions;
mod query;
mod refusal;
mod reward_chains;
mod router;
mod shapes;
mod upsell;

use std::ops::Deref;
use std::sync::Arc;

use jiff::Timestamp;

pub use arrival::{Arrival, arrive};
pub use auth::{caller, mint, player_of};
pub use extract::{Body, PathOf, QueryOf, invalid};
pub use refusal::Failure;
pub use router::{explain_wrong_method, fallbacks, read_whole_body, refuse_large_body, router};

use crate::engine::chain::{self, ChainKey};
use crate::engine::change::Change;
use crate::engine::ids::{PayStationToken, PlayerId};
use crate::engine::player::{Player, Profile};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};
use crate::faults::Faults;
use crate::random_text::random_text;
use crate::store::Store;
use crate::wire_log::WireLog;
use auth::Caller;

/// What every handler is given. Cheap to clone, since many layers do so for each request.
#[derive(Clone, Debug)]
pub struct Api(Arc<Emulator>);

/// What the emulator is made of.
#[derive(Debug)]
pub struct Emulator {
    pub store: Store,
    pub faults: Faults,
    pub wire_log: WireLog,
    pub strict_auth: bool,
}

impl From<Emulator> for Api {
    fn from(emulator: Emulator) -> Self {
        Self(Arc::new(emulator))
    }
}

impl Deref for Api {
    type Target = Emulator;

    fn deref(&self) -> &Emulator {
        &self.0
    }
}

impl Api {
    /// Decides a command that nobody in particular sent.
    pub async fn decide<T, Rule>(&self, rule: Rule) -> Result<T, Failure>
    where
        T: Send + 'static,
        Rule: FnOnce(&State, Timestamp) -> Decided<T> + Send + 'static,
    {
        let decided = self
            .store
            .decide(move |state, now| {
                let project = state.project.id;
                match rule(state, now) {
                    Ok(Decision { changes, reply }) => Ok(Decision {
                        changes,
                        reply: Ok(reply),
                    }),
                    Err(refusal) => Ok(Decision::reply(Err((project, refusal)))),
                }
            })
            .await;
        match decided {
            Ok(Ok(reply)) => Ok(reply),
            Ok(Err((project, refusal))) => Err(Failure::refused(project, &refusal)),
            Err(refusal) => Err(Failure::refused(0, &refusal)),
        }
    }

    /// What time it is for a player, or for everybody.
    pub fn time_of(&self, player: Option<&PlayerId>) -> Timestamp {
        let now = self.store.clock().now();
        player.map_or(now, |player| self.faults.offsets.time_of(player, now))
    }

    /// Decides a player's command. A player who was never seen before is created first.
    pub async fn decide_for<T, Rule>(&self, caller: Caller, rule: Rule) -> Result<T, Failure>
    where
        T: Send + 'static,
        Rule: FnOnce(&State, &Player, Timestamp) -> Decided<T> + Send + 'static,
    {
        let offsets = Arc::clone(&self.faults.offsets);
        self.decide(move |state, now| {
            let now = offsets.time_of(&caller.id, now);
            if let Some(player) = state.players.get(&caller.id) {
                return rule(state, player, now);
            }
            let mut profile = Profile::new(caller.id, caller.name);
            profile.is_guest = caller.is_guest;
            let newcomer = Player::new(profile.clone());
            let mut decision = rule(state, &newcomer, now)?;
            decision.changes.insert(0, Change::Profile(profile));
            Ok(decision)
        })
        .await
    }

    /// Decides a player's claim of a step. A server that accepts steps again sees them as unclaimed.
    pub async fn claim<T, Rule>(
        &self,
        caller: Caller,
        chain: ChainKey,
        step: u64,
        rule: Rule,
    ) -> Result<T, Failure>
    where
        T: Send + 'static,
        Rule: FnOnce(&State, &Player, Timestamp) -> Decided<T> + Send + 'static,
    {
        let accepts_again = caller.accepts_again;
        self.decide_for(caller, move |state, player, now| {
            if accepts_again {
                return chain::claim_again(player, chain, step, |player| rule(state, player, now));
            }
            rule(state, player, now)
        })
        .await
    }

    /// Reads what a player, or a guest, sees.
    pub async fn read_as<T, View>(&self, caller: Option<Caller>, view: View) -> Result<T, Failure>
    where
        T: Send + 'static,
        View: FnOnce(&State, Option<&Player>, Timestamp) -> Result<T, Refusal> + Send + 'static,
    {
        match caller {
            None => {
                self.decide(move |state, now| view(state, None, now).map(Decision::reply))
                    .await
            }
            Some(caller) => {
                self.decide_for(caller, move |state, player, now| {
                    view(state, Some(player), now).map(Decision::reply)
                })
                .await
            }
        }
    }
}

/// A new Pay Station token.
pub fn new_token() -> PayStationToken {
    PayStationToken(random_text(32))
}
