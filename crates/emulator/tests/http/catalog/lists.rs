//! Lists and pages: what each list holds, who may read it, and what is said of what is not there.

use serde_json::json;

use crate::emulator::Emulator;
use crate::game::{item_with, pouch, seed};
use crate::http::{self, NO_BODY};
use crate::shopping::skus;

/// Every list of the catalog, and one of each kind by its SKU.
const PATHS: [&str; 20] = [
    "/items",
    "/items/virtual_items",
    "/items/virtual_items/all",
    "/items/bundle",
    "/items/virtual_currency",
    "/items/virtual_currency/package",
    "/items/game",
    "/items/groups",
    "/items/group/camp",
    "/items/virtual_items/group/camp",
    "/items/bundle/group/packs",
    "/items/game/group/camp",
    "/items/game/key/group/camp",
    "/items/sku/wick",
    "/items/virtual_items/sku/wick",
    "/items/bundle/sku/kit",
    "/items/virtual_currency/sku/ember",
    "/items/virtual_currency/package/sku/pouch",
    "/items/game/sku/moth",
    "/items/game/key/sku/moth_dusk",
];

#[test]
fn each_list_holds_its_kind_and_nothing_else() {
    let emulator = Emulator::start(&seed(&[pouch()]));
    for (path, expected) in [
        ("/items/virtual_items", vec!["wick", "lantern", "cloak"]),
        (
            "/items/virtual_items/group/camp",
            vec!["wick", "lantern", "cloak"],
        ),
        ("/items/virtual_items/all", vec!["wick", "lantern", "cloak"]),
        ("/items/bundle", vec!["kit"]),
        ("/items/bundle/group/packs", vec!["kit"]),
        ("/items/virtual_currency", vec!["ember"]),
        ("/items/virtual_currency/package", vec!["pouch"]),
        ("/items/game", vec!["moth"]),
        ("/items/group/packs", vec!["kit"]),
        // What has no price is not sold, and of a game its keys are.
        (
            "/items",
            vec![
                "wick",
                "lantern",
                "cloak",
                "kit",
                "moth_dusk",
                "moth_dawn",
                "pouch",
            ],
        ),
    ] {
        let mut found = skus(&emulator.guest(path).ok());
        let mut expected = expected;
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn without_a_token_all_is_shown_and_with_a_bad_one_nothing() {
    let emulator = Emulator::start(&seed(&[pouch()]));
    let mira = emulator.player("mira");
    for path in PATHS {
        emulator.guest(path).ok();
        mira.get(path).ok();
        for token in ["Bearer nonsense", "nonsense", "Basic NDQwNTY6ZW11bGF0b3I="] {
            let request = http::request("GET", &emulator.url(path)).header("authorization", token);
            http::send(request, NO_BODY).refused(401, 1501);
        }
    }
}

#[test]
fn pages_follow_one_another_until_has_more_is_false() {
    let items: Vec<_> = (0..57)
        .map(|number| {
            item_with(
                &format!("leaf{number:02}"),
                "1.00",
                &json!({ "order": number }),
            )
        })
        .collect();
    let emulator = Emulator::start(&seed(&items));
    for path in [
        "/items",
        "/items/virtual_items",
        "/items/group/camp",
        "/items/virtual_items/group/camp",
    ] {
        let first = emulator.guest(path).ok();
        assert_eq!(
            (skus(&first).len(), &first["has_more"]),
            (50, &json!(true)),
            "{path}"
        );
        let beyond = emulator.guest(&format!("{path}?limit=1000")).ok();
        assert_eq!(beyond, first, "{path}: 50 is the most");

        let (mut all, mut has_more) = (Vec::new(), true);
        while has_more {
            let page = emulator
                .guest(&format!("{path}?limit=7&offset={}", all.len()))
                .ok();
            has_more = page["has_more"] == true;
            assert!(!has_more || skus(&page).len() == 7, "{path}: {page}");
            all.extend(skus(&page));
        }
        let leaves: Vec<_> = all.iter().filter(|sku| sku.starts_with("leaf")).collect();
        assert_eq!(leaves.len(), 57, "{path}");
        assert!(leaves.is_sorted(), "{path}: in the merchant's order");
        let after_the_end = emulator.guest(&format!("{path}?offset=1000")).ok();
        assert_eq!(
            after_the_end,
            json!({ "has_more": false, "items": [] }),
            "{path}"
        );
    }
    for query in ["limit=0", "limit=-1", "limit=many", "offset=-1"] {
        emulator
            .guest(&format!("/items?{query}"))
            .refused(422, 1102);
    }
}

#[test]
fn what_is_not_there_is_said_in_the_documented_words() {
    let emulator = Emulator::start(&seed(&[]));
    for (path, code, message) in [
        (
            "/items/sku/none",
            4001,
            "[0401-4001]: Item with sku = 'none' not found",
        ),
        (
            "/items/id/999999",
            4001,
            "[0401-4001]: Item with id = 999999 not found",
        ),
        (
            "/items/virtual_items/sku/none",
            4001,
            "[0401-4001]: Item with Project Id = 44056 and Sku = none not found",
        ),
        // There is such an item, of another kind.
        (
            "/items/bundle/sku/wick",
            4001,
            "[0401-4001]: Item with sku = 'wick' not found",
        ),
        (
            "/items/game/sku/wick",
            4001,
            "[0401-4001]: Item with sku = 'wick' not found",
        ),
        (
            "/items/game/key/sku/moth",
            4001,
            "[0401-4001]: Item with sku = 'moth' not found",
        ),
        (
            "/items/sku/moth",
            4001,
            "[0401-4001]: Item with sku = 'moth' not found",
        ),
        (
            "/items/group/none",
            4403,
            "[0401-4403]: Item group not found",
        ),
        (
            "/items/virtual_items/group/none",
            4403,
            "[0401-4403]: Item group not found",
        ),
        (
            "/items/bundle/group/none",
            4403,
            "[0401-4403]: Item group not found",
        ),
    ] {
        assert_eq!(emulator.guest(path).refused(404, code), message, "{path}");
    }
    emulator.guest("/items/id/first").refused(422, 1102);
    let id = emulator.guest("/items/sku/lantern").ok()["item_id"].clone();
    assert_eq!(
        emulator.guest(&format!("/items/id/{id}")).ok()["sku"],
        "lantern"
    );
}
