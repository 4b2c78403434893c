//! What changes in the game itself, between a request and its answer or its next reading.

use jiff::SignedDuration;

use super::what::{Advance, TimeOf, What};
use crate::control;
use crate::engine::chain;
use crate::engine::chain::{ChainKey, ChainKind};
use crate::engine::ids::{ChainId, PlayerId};
use crate::http::{Api, Failure};

/// Does to the game what a fault does to it. Faults of other kinds do nothing here.
pub async fn change(
    api: &Api,
    what: &What,
    path: &str,
    player: Option<&PlayerId>,
) -> Result<(), Failure> {
    match what {
        What::AdvanceClock(Advance { seconds, of }) => {
            let by = SignedDuration::from_secs(*seconds);
            match (of, player) {
                (TimeOf::Everyone, _) => control::advance_clock(api, by).await.map(drop),
                (TimeOf::Player, Some(player)) => {
                    api.faults.offsets.advance(player, by);
                    Ok(())
                }
                (TimeOf::Player, None) => Ok(()),
            }
        }
        What::DisableChain => match chain_of(path) {
            Some(key) => {
                api.decide(move |state, _| Ok(chain::disable(state, key)))
                    .await
            }
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// The chain that a path is about.
fn chain_of(path: &str) -> Option<ChainKey> {
    let mut segments = path.split('/');
    let kinds = [ChainKind::Daily, ChainKind::Offer, ChainKind::Reward];
    let kind =
        segments.find_map(|segment| kinds.into_iter().find(|kind| kind.as_str() == segment))?;
    let id = segments.next()?.parse().ok()?;
    Some(ChainKey {
        kind,
        id: ChainId(id),
    })
}
