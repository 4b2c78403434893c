//! Item groups.

use axum::extract::State;
use serde::Serialize;

use crate::engine::catalog::{self, View};
use crate::engine::ids::ExternalId;
use crate::engine::items::ItemGroup;
use crate::engine::text::{Locale, LocaleMap};
use crate::engine::viewer::Viewer;
use crate::http::Api;
use crate::http::auth::Caller;
use crate::http::query::CatalogQuery;
use crate::http::refusal::Failure;
use crate::http::router::JsonText;

/// Groups in groups are shown this deep.
const DEEPEST: u8 = 3;

#[derive(Serialize)]
struct GroupsBody<'a> {
    groups: Vec<GroupBody<'a>>,
}

#[derive(Serialize)]
struct GroupBody<'a> {
    external_id: &'a ExternalId,
    name: &'a str,
    description: &'a str,
    image_url: Option<&'a str>,
    order: i64,
    level: u8,
    children: Vec<GroupBody<'a>>,
    parent_external_id: Option<&'a ExternalId>,
}

pub async fn list(
    State(api): State<Api>,
    caller: Option<Caller>,
    query: CatalogQuery,
) -> Result<JsonText, Failure> {
    api.read_as(caller, move |state, player, now| {
        let viewer = Viewer::new(state, player, now);
        let all = all(&catalog::of(viewer, query.promo_code.as_ref(), false));
        JsonText::of(&GroupsBody {
            groups: children(&all, None, 0, &query.locale),
        })
    })
    .await
}

/// Whether there is such a group for the viewer.
pub fn is_known(view: &View, id: &ExternalId) -> bool {
    all(view).iter().any(|group| group.external_id == *id)
}

/// The groups that are defined, and those that only items name: hidden items to nobody without the code.
fn all(view: &View) -> Vec<ItemGroup> {
    let catalog = &view.viewer.state.catalog;
    let mut groups = catalog.groups.clone();
    let items = catalog.items.values().filter(|item| view.knows(item));
    for group in items.flat_map(|item| &item.groups) {
        let external_id = &group.external_id;
        let named = || ItemGroup {
            external_id: external_id.clone(),
            name: group.name.clone().unwrap_or_else(|| called_by(external_id)),
            description: None,
            image_url: None,
            is_enabled: true,
            order: 1,
            parent: None,
        };
        groups.entry(external_id.clone()).or_insert_with(named);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.retain(|group| group.is_enabled);
    groups.sort_by_key(|group| group.order);
    groups
}

fn called_by(id: &ExternalId) -> LocaleMap {
    LocaleMap([("en".to_owned(), Some(id.to_string()))].into())
}

fn children<'a>(
    all: &'a [ItemGroup],
    parent: Option<&ExternalId>,
    level: u8,
    locale: &Locale,
) -> Vec<GroupBody<'a>> {
    let groups = all.iter().filter(|group| group.parent.as_ref() == parent);
    let shown = |group: &'a ItemGroup| GroupBody {
        external_id: &group.external_id,
        name: group.name.in_language(locale),
        description: group
            .description
            .as_ref()
            .map_or("", |text| text.in_language(locale)),
        image_url: group.image_url.as_deref(),
        order: group.order,
        level,
        children: if level < DEEPEST {
            children(all, Some(&group.external_id), level + 1, locale)
        } else {
            Vec::new()
        },
        parent_external_id: group.parent.as_ref(),
    };
    groups.map(shown).collect()
}
