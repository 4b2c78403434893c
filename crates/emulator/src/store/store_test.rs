use std::sync::Arc;

use jiff::Timestamp;
use tempfile::TempDir;

use super::{AuditFilter, Store, StoreError};
use crate::engine::Decision;
use crate::engine::chain::{ChainKey, ChainKind, Claim, Cycle, Quantity};
use crate::engine::change::{Change, Definition, Deletion};
use crate::engine::grants::{GrantKind, Granting};
use crate::engine::ids::{ChainId, PlayerId, PromotionId};
use crate::engine::item_promotions::ItemPromotion;
use crate::engine::limits::{self, Adjustment};
use crate::engine::player::Profile;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;

fn seeded() -> super::Seed {
    let mira = Profile::new(PlayerId::from("mira"), "Mira".to_owned());
    Arc::new(move |_| Ok(vec![Change::Profile(mira.clone())]))
}

/// Grants a wick and claims step 1 without asking whether it was claimed before.
async fn claim_carelessly(store: &Store) -> Result<(), Refusal> {
    store
        .decide(|state: &State, now| {
            let mira = &state.players[&PlayerId::from("mira")];
            let mut granting = Granting::new(state, mira, GrantKind::DailyChain, now);
            granting.items(&[Quantity {
                sku: "wick".into(),
                quantity: 1,
            }]);
            let mut changes = granting.finish().expect("changes");
            changes.push(Change::Claim(Claim {
                player: mira.profile.id.clone(),
                chain: ChainKey {
                    kind: ChainKind::Daily,
                    id: ChainId(1),
                },
                cycle: Cycle(0),
                step: 1,
                at: now,
            }));
            Ok(Decision { changes, reply: () })
        })
        .await
}

async fn held(store: &Store) -> u64 {
    let held = store.decide(|state: &State, _| {
        let mira = &state.players[&PlayerId::from("mira")];
        Ok(Decision::reply(
            mira.inventory
                .get(&"wick".into())
                .copied()
                .unwrap_or_default(),
        ))
    });
    held.await.expect("a reply")
}

#[tokio::test]
async fn the_database_refuses_a_second_claim_whole_even_where_a_rule_forgets_to() {
    let store = Store::open(None, seeded()).expect("a store");
    assert_eq!(claim_carelessly(&store).await, Ok(()));
    assert_eq!(claim_carelessly(&store).await, Err(Refusal::NotSaved));
    let audit = store
        .audit(AuditFilter::default())
        .await
        .expect("the audit");
    assert_eq!((audit.len(), held(&store).await), (1, 1));
}

#[tokio::test]
async fn a_file_gives_back_what_was_answered_and_has_one_owner() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("game.db");
    let store = Store::open(Some(&file), seeded()).expect("a store");
    claim_carelessly(&store).await.expect("a claim");
    assert!(matches!(
        Store::open(Some(&file), seeded()),
        Err(StoreError::InUse)
    ));

    let reopened = killed_and_reopened(&folder);
    assert_eq!(held(&reopened).await, 1);
    assert_eq!(claim_carelessly(&reopened).await, Err(Refusal::NotSaved));
}

/// A copy of `game.db` is what a killed emulator leaves behind.
fn killed_and_reopened(folder: &TempDir) -> Store {
    for end in ["", "-wal"] {
        let [from, to] =
            ["game.db", "copy.db"].map(|name| folder.path().join(format!("{name}{end}")));
        std::fs::copy(from, to).expect("a copy");
    }
    Store::open(Some(&folder.path().join("copy.db")), seeded()).expect("the same game")
}

#[tokio::test]
async fn a_file_gives_back_what_merchants_defined_changed_and_deleted() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("game.db");
    let store = Store::open(Some(&file), seeded()).expect("a store");
    let half = |id: u64| -> ItemPromotion {
        serde_json::from_value(serde_json::json!({
            "id": id, "kind": { "type": "discount", "percent": "50", "items": null },
            "name": { "en": "Half" }, "is_enabled": true, "periods": [], "attribute_conditions": [],
            "price_conditions": [{ "operator": "ge", "value": "10.50" }],
            "limit": { "per_user": 3, "schedule": null }, "excluded_promotions": [],
        }))
        .expect("a discount")
    };
    let changes = vec![
        Definition::ItemPromotion(half(1)).into(),
        Definition::ItemPromotion(half(2)).into(),
        Change::LimitAdjusted(Adjustment {
            player: "mira".into(),
            promotion: PromotionId(2),
            by: -2,
            at: Timestamp::UNIX_EPOCH,
        }),
        Change::Delete(Deletion::ItemPromotion(PromotionId(1))),
    ];
    let made = store.decide(move |_, _| Ok(Decision { changes, reply: () }));
    made.await.expect("changes");
    let reopened = killed_and_reopened(&folder);
    let found = reopened.decide(move |state, now| {
        let left = limits::of_promotion_id(state, &"mira".into(), PromotionId(2), now)?;
        let promotions: Vec<_> = state.item_promotions.values().cloned().collect();
        Ok(Decision::reply((promotions, left.available)))
    });
    assert_eq!(found.await.expect("a reply"), (vec![half(2)], 1));
}

#[tokio::test]
async fn a_rule_that_panics_ends_the_store_where_everybody_sees_it() {
    let store = Store::open(None, seeded()).expect("a store");
    let unanswered: Result<(), _> = store.decide(|_, _| panic!("a rule with a mistake")).await;
    assert_eq!(unanswered, Err(Refusal::NotSaved));
    store.ended().await;
    assert_eq!(claim_carelessly(&store).await, Err(Refusal::NotSaved));
}
