//! A player and everything that is theirs.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::cart::Cart;
use super::chain::{ChainKey, ClaimedSteps};
use super::ids::{ClanId, PlayerId, Sku};

/// Who a player is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    pub id: PlayerId,
    pub name: String,
    pub country: Option<String>,
    /// The clan as the game has it.
    pub clan: Option<ClanId>,
    /// The clan as `LiveOps` knows it, until the next clan update.
    pub known_clan: Option<ClanId>,
    pub attributes: Map<String, Value>,
    /// A visitor who shops without an account.
    pub is_guest: bool,
}

impl Profile {
    pub fn new(id: PlayerId, name: String) -> Self {
        Self {
            id,
            name,
            country: None,
            clan: None,
            known_clan: None,
            attributes: Map::new(),
            is_guest: false,
        }
    }

    /// Takes over the clan the game has. Leaving a clan waits for the clan update, which settles
    /// what that clan still owes; where there is none to leave, the new one counts at once.
    pub fn join(&mut self, clan: Option<ClanId>) {
        if self.known_clan.is_none() {
            self.known_clan.clone_from(&clan);
        }
        self.clan = clan;
    }
}

/// Value points earned at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointEntry {
    pub player: PlayerId,
    pub value_point: Sku,
    /// The clan they were earned for, where the value point is of clan type.
    pub clan: Option<ClanId>,
    pub amount: u64,
    pub at: Timestamp,
}

/// A player with what they have and did.
#[derive(Clone, Debug)]
pub struct Player {
    pub profile: Profile,
    pub wallet: BTreeMap<Sku, u64>,
    pub inventory: BTreeMap<Sku, u64>,
    pub claimed: HashMap<ChainKey, ClaimedSteps>,
    pub points: Vec<PointEntry>,
    pub cart: Option<Cart>,
}

impl Player {
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            wallet: BTreeMap::new(),
            inventory: BTreeMap::new(),
            claimed: HashMap::new(),
            points: Vec::new(),
            cart: None,
        }
    }
}

/// A clan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clan {
    pub id: ClanId,
    pub name: String,
}
