//! Regions, and the items that are sold in some of them only.

use serde::Deserialize;
use serde_json::json;

use super::Reply;
use super::chain_bodies::check_name;
use crate::engine::change::Definition;
use crate::engine::ids::RegionId;
use crate::engine::items::Region;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};

/// The body of a new region.
#[derive(Debug, Deserialize)]
pub struct Body {
    countries: Vec<String>,
    name: LocaleMap,
}

/// A region that an item names.
#[derive(Clone, Debug, Deserialize)]
pub struct RegionReference {
    id: RegionId,
}

/// Creates a region.
pub fn create(state: &State, body: Body) -> Decided<Reply> {
    check_name("name", &body.name)?;
    for (index, country) in body.countries.iter().enumerate() {
        check_country(&format!("countries[{index}]"), country)?;
    }
    let id = RegionId(
        state
            .catalog
            .regions
            .last_key_value()
            .map_or(1, |(id, _)| id.0 + 1),
    );
    let region = Region {
        id,
        name: body.name,
        countries: body.countries,
    };
    let reply = Reply::Created(json!({ "region_id": id }));
    Ok(Decision {
        changes: vec![Definition::Region(region).into()],
        reply,
    })
}

/// Demands a country's two letters.
pub fn check_country(path: &str, country: &str) -> Result<(), Refusal> {
    if country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(());
    }
    let problem = format!("\"{country}\" is no country; write it as \"DE\"");
    Err(Refusal::invalid(path, problem))
}

/// The regions that an item names.
pub fn named(state: &State, bodies: Vec<RegionReference>) -> Result<Vec<RegionId>, Refusal> {
    let region = |(index, body): (usize, RegionReference)| {
        if state.catalog.regions.contains_key(&body.id) {
            return Ok(body.id);
        }
        let problem = format!("{} is no region; create it in an earlier entry", body.id);
        Err(Refusal::invalid(format!("regions[{index}].id"), problem))
    };
    bodies.into_iter().enumerate().map(region).collect()
}
