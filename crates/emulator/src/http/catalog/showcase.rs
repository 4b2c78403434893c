//! The catalog as one visitor sees it.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::area::Area;
use crate::engine::catalog::{self, View};
use crate::engine::chain::Quantity;
use crate::engine::items::{Item, ItemKind, UnitItem};
use crate::engine::player::Player;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::viewer::Viewer;
use crate::http::line_fields::{catalog_fields, price};
use crate::http::query::{AdditionalField, CatalogQuery};
use crate::http::shapes::{Form, Names, item_fields};
use crate::money;

/// Bundles in bundles are shown this deep.
const DEEPEST_BUNDLE: u8 = 4;

/// What one visitor is shown, in the words that were asked for.
pub struct Showcase<'a> {
    viewer: Viewer<'a>,
    pub view: View<'a>,
    query: &'a CatalogQuery,
}

impl<'a> Showcase<'a> {
    pub fn new(
        state: &'a State,
        player: Option<&'a Player>,
        query: &'a CatalogQuery,
        now: Timestamp,
    ) -> Self {
        let mut viewer = Viewer::new(state, player, now);
        if let Some(country) = &query.country {
            viewer.country = Some(country);
        }
        Self {
            view: catalog::of(viewer, query.promo_code.as_ref(), query.shows_inactive),
            viewer,
            query,
        }
    }

    /// What stands in a part of the catalog, in order.
    pub fn listed(&self, area: Area) -> Vec<&'a Item> {
        if area == Area::Games {
            return self.games();
        }
        let mut items = self.view.items();
        items.retain(|item| area.holds(item));
        items
    }

    /// Games of which a key is sold.
    fn games(&self) -> Vec<&'a Item> {
        let items = self.viewer.state.catalog.items.values();
        let mut games: Vec<&Item> = items
            .filter(|item| item.is_enabled && self.keys(item).next().is_some())
            .collect();
        games.sort_by_key(|item| (item.order, item.id));
        games
    }

    fn keys(&self, game: &'a Item) -> impl Iterator<Item = &'a Item> {
        let forms = game.unit_items().iter();
        forms.filter_map(|form| self.view.item(&form.sku).ok())
    }

    /// An item of a list.
    pub fn shown(&self, item: &'a Item, area: Area) -> Result<Value, Refusal> {
        let form = area.form(self.query);
        if area == Area::Games {
            return self.game(item, &form);
        }
        let mut body = self.body(item, &form, DEEPEST_BUNDLE)?;
        self.add_details(item, area, &mut body);
        Ok(Value::Object(body))
    }

    /// An item that was asked for by itself.
    pub fn shown_alone(&self, item: &'a Item, area: Area) -> Result<Value, Refusal> {
        let mut body = self.shown(item, area)?;
        let schedule = item.limits.recurrent_schedule;
        if let (Area::VirtualItems, Some(schedule)) = (area, schedule) {
            let details = json!({ "per_user": schedule.told_with_days(self.viewer.now) });
            if let Some(limits) = body.get_mut("limits").and_then(Value::as_object_mut) {
                limits.insert("recurrent_schedule".to_owned(), details);
            }
        }
        Ok(body)
    }

    /// An item's names and groups alone.
    pub fn named(&self, item: &Item) -> Value {
        let fields = item_fields(self.viewer.state, item, &Form::mixed(&self.query.locale));
        let wanted = ["sku", "name", "groups", "description"];
        let named = fields
            .into_iter()
            .filter(|(name, _)| wanted.contains(&name.as_str()));
        Value::Object(named.collect())
    }

    fn body(&self, item: &'a Item, form: &Form, depth: u8) -> Result<Map<String, Value>, Refusal> {
        let shown = self.view.shown(item)?;
        let shown = shown.ok_or_else(|| Refusal::ItemNotFound(item.sku.clone()))?;
        let mut body = catalog_fields(&self.viewer, &shown, form);
        body.insert("item_id".to_owned(), json!(item.id));
        match &item.kind {
            ItemKind::Bundle { content, .. } if depth > 0 => {
                let content = content.iter();
                let content = content.filter_map(|line| self.content(line, form, depth - 1));
                let content: Result<Vec<Value>, _> = content.collect();
                let total = shown.total_content_price;
                body.insert("content".to_owned(), json!(content?));
                body.insert(
                    "total_content_price".to_owned(),
                    price(total, self.viewer.currency, money::text),
                );
            }
            ItemKind::GameKey { unit, drm_sku } => {
                let game = self.viewer.state.catalog.items.get(unit);
                let mut forms = game.into_iter().flat_map(Item::unit_items);
                let form = forms.find(|form| form.sku == item.sku);
                body.insert("drm_sku".to_owned(), json!(drm_sku));
                body.insert("drm_name".to_owned(), json!(form.map(UnitItem::drm_name)));
                let has_keys = shown.limits.per_item.is_none_or(|left| left.available > 0);
                body.insert("has_keys".to_owned(), json!(has_keys));
                body.insert("is_pre_order".to_owned(), json!(false));
                body.insert("release_date".to_owned(), Value::Null);
            }
            _ => {}
        }
        Ok(body)
    }

    /// A part of a bundle. It is told of even where it is not sold by itself.
    fn content(&self, line: &Quantity, form: &Form, depth: u8) -> Option<Result<Value, Refusal>> {
        let item = self.viewer.state.catalog.items.get(&line.sku)?;
        let body = self.body(item, form, depth).map(|mut body| {
            body.insert("quantity".to_owned(), json!(line.quantity));
            Value::Object(body)
        });
        Some(body)
    }

    /// What only some areas tell, or only those who ask.
    fn add_details(&self, item: &Item, area: Area, body: &mut Map<String, Value>) {
        let CatalogQuery { fields, locale, .. } = self.query;
        let is_bundle = area == Area::Bundles;
        let is_told = |field| is_bundle || fields.contains(&field);
        if is_told(AdditionalField::Order) {
            body.insert("order".to_owned(), json!(item.order));
        }
        if is_told(AdditionalField::MediaList) {
            body.insert("media_list".to_owned(), item.media_list.clone());
        }
        if is_told(AdditionalField::LongDescription) {
            let names = if is_bundle {
                Names::ByLanguage
            } else {
                Names::Plain
            };
            let text = item.long_description.as_ref();
            let text = text.map(|text| names.of(text, locale));
            body.insert("long_description".to_owned(), json!(text));
        }
    }

    fn game(&self, game: &'a Item, form: &Form) -> Result<Value, Refusal> {
        let keys = self.keys(game).map(|key| {
            let mut body = self.body(key, form, 0)?;
            // The game tells these for all of its keys.
            for shared in ["name", "description", "image_url", "groups", "attributes"] {
                body.remove(shared);
            }
            Ok(Value::Object(body))
        });
        let keys: Result<Vec<Value>, Refusal> = keys.collect();
        let mut body = item_fields(self.viewer.state, game, form);
        for of_keys in ["virtual_prices", "inventory_options", "is_free"] {
            body.remove(of_keys);
        }
        body.insert("unit_type".to_owned(), json!("game"));
        body.insert("promotions".to_owned(), json!([]));
        body.insert("unit_items".to_owned(), json!(keys?));
        self.add_details(game, Area::Games, &mut body);
        Ok(Value::Object(body))
    }
}
