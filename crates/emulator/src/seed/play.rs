//! Playing a seed through, entry by entry.

use jiff::Timestamp;
use serde_json::Value;

use super::entry::{
    ClanEntry, Entry, GroupEntry, OperationEntry, PlayerEntry, ProjectEntry, PurchaseEntry,
};
use super::problem::Problem;
use crate::admin::{self, Input};
use crate::engine::chain::Quantity;
use crate::engine::change::{Change, Definition};
use crate::engine::ids::{PayStationToken, PlayerId};
use crate::engine::items::{ItemGroup, ItemKind};
use crate::engine::orders;
use crate::engine::player::{Clan, Profile};
use crate::engine::state::State;
use crate::random_text::random_text;

/// The game as far as the seed has been played.
pub struct Game {
    state: State,
    changes: Vec<Change>,
    now: Timestamp,
}

impl Game {
    pub fn new(now: Timestamp) -> Self {
        Self {
            state: State::default(),
            changes: Vec::new(),
            now,
        }
    }

    /// Every change made so far, in order.
    pub fn into_changes(self) -> Vec<Change> {
        self.changes
    }

    pub fn play(&mut self, entry: &Value) -> Result<(), Problem> {
        match Entry::read(entry)? {
            Entry::Operation(operation) => self.operation(operation),
            Entry::Project(project) => {
                self.project(project);
                Ok(())
            }
            Entry::Groups(groups) => groups
                .into_iter()
                .enumerate()
                .try_for_each(|(index, group)| self.group(&format!(".groups[{index}]"), group)),
            Entry::Clans(clans) => {
                self.clans(clans);
                Ok(())
            }
            Entry::Players(players) => players
                .into_iter()
                .enumerate()
                .try_for_each(|(index, player)| self.player(&format!(".players[{index}]"), player)),
        }
    }

    fn apply(&mut self, changes: Vec<Change>) {
        self.changes.extend(changes.iter().cloned());
        for change in changes {
            self.state.apply(change);
        }
    }

    fn operation(&mut self, entry: OperationEntry) -> Result<(), Problem> {
        let input = Input {
            path: entry.path,
            body: entry.body,
            ..Input::default()
        };
        let decision = admin::run(&self.state, self.now, entry.operation, &input)
            .map_err(|refusal| Problem::unknown_path(&input, &refusal))?;
        self.apply(decision.changes);
        Ok(())
    }

    fn project(&mut self, entry: ProjectEntry) {
        let mut project = self.state.project.clone();
        project.id = entry.id.unwrap_or(project.id);
        project.key = entry.key.unwrap_or(project.key);
        project.currency = entry.currency.unwrap_or(project.currency);
        self.apply(vec![Definition::Project(project).into()]);
    }

    fn group(&mut self, place: &str, entry: GroupEntry) -> Result<(), Problem> {
        let problem = |field: &str, text: String| Problem {
            path: format!("{place}.{field}"),
            text,
        };
        let groups = &self.state.catalog.groups;
        if groups.contains_key(&entry.external_id) {
            let text = format!("\"{}\" is taken; choose another", entry.external_id);
            return Err(problem("external_id", text));
        }
        let parent = entry.parent_external_id.as_ref();
        if let Some(parent) = parent.filter(|parent| !groups.contains_key(parent)) {
            let text = format!("\"{parent}\" is no group; write it before");
            return Err(problem("parent_external_id", text));
        }
        self.apply(vec![
            Definition::Group(ItemGroup {
                external_id: entry.external_id,
                name: entry.name,
                description: entry.description,
                image_url: entry.image_url,
                is_enabled: entry.is_enabled,
                order: entry.order,
                parent: entry.parent_external_id,
            })
            .into(),
        ]);
        Ok(())
    }

    fn clans(&mut self, entries: Vec<ClanEntry>) {
        let clan = |ClanEntry { id, name }| Definition::Clan(Clan { id, name }).into();
        self.apply(entries.into_iter().map(clan).collect());
    }

    fn player(&mut self, place: &str, entry: PlayerEntry) -> Result<(), Problem> {
        let problem = |field: &str, text: String| Problem {
            path: format!("{place}.{field}"),
            text,
        };
        if let Some(clan) = entry
            .clan
            .as_ref()
            .filter(|clan| !self.state.clans.contains_key(clan))
        {
            let text = format!("\"{clan}\" is no clan; create it in an earlier entry");
            return Err(problem("clan", text));
        }
        let id = entry.player_id;
        let mut profile = Profile::new(id.clone(), entry.name);
        profile.country = entry.country;
        profile.attributes = entry.attributes;
        profile.join(entry.clan);
        self.apply(vec![Change::Profile(profile)]);
        for (sku, amount) in entry.wallet {
            let item = self.state.catalog.items.get(&sku);
            if !item.is_some_and(|item| item.kind == ItemKind::VirtualCurrency) {
                let text = "is no virtual currency; create it in an earlier entry".to_owned();
                return Err(problem(&format!("wallet.{sku}"), text));
            }
            self.apply(vec![Change::Wallet {
                player: id.clone(),
                sku,
                amount: amount.into(),
            }]);
        }
        self.purchases(place, &id, entry.purchases)
    }

    fn purchases(
        &mut self,
        place: &str,
        id: &PlayerId,
        purchases: Vec<PurchaseEntry>,
    ) -> Result<(), Problem> {
        let unknown = purchases
            .iter()
            .enumerate()
            .find(|(_, line)| !self.state.catalog.items.contains_key(&line.sku));
        if let Some((index, line)) = unknown {
            return Err(Problem {
                path: format!("{place}.purchases[{index}].sku"),
                text: format!("\"{}\" is no item; create it in an earlier entry", line.sku),
            });
        }
        let Some(player) = self.state.players.get(id).filter(|_| !purchases.is_empty()) else {
            return Ok(());
        };
        let bought: Vec<_> = purchases
            .into_iter()
            .map(|PurchaseEntry { sku, quantity }| Quantity {
                sku,
                quantity: quantity.into(),
            })
            .collect();
        let token = PayStationToken(random_text(32));
        let changes = orders::past_purchase(&self.state, player, &bought, token, self.now)
            .map_err(|refusal| Problem::refused(place, &refusal))?;
        self.apply(changes);
        Ok(())
    }
}
