//! Shopping, as the tests of prices, limits and orders do it.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Game, reason};
use crate::engine::cart;
use crate::engine::chain::Quantity;
use crate::engine::ids::{OrderId, PromotionCode, PromotionId};
use crate::engine::item_promotions::{ItemPromotion, ItemPromotionKind, PromotionLimit};
use crate::engine::orders::{self, ItemOrder, OrderStatus, PaymentEvent};
use crate::engine::pricing::Purchase;
use crate::engine::promo_codes;
use crate::engine::promotions::SelectedUnitItems;
use crate::engine::refusal::Refusal;
use crate::engine::text::LocaleMap;
use crate::engine::viewer::Viewer;

pub fn quantities(lines: &[(&str, u64)]) -> Vec<Quantity> {
    let line = |&(sku, quantity): &(&str, u64)| Quantity {
        sku: sku.into(),
        quantity,
    };
    lines.iter().map(line).collect()
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn promotion(id: u64, kind: ItemPromotionKind) -> ItemPromotion {
    ItemPromotion {
        id: PromotionId(id),
        kind,
        name: LocaleMap::default(),
        is_enabled: true,
        periods: Vec::new(),
        attribute_conditions: Vec::new(),
        price_conditions: Vec::new(),
        limit: None,
        excluded_promotions: Vec::new(),
    }
}

/// A discount on these items; on all, where none are named.
pub fn discount(id: u64, percent: &str, items: &[&str]) -> ItemPromotion {
    let items: Vec<_> = items.iter().map(|sku| (*sku).into()).collect();
    let kind = ItemPromotionKind::Discount {
        percent: decimal(percent),
        items: (!items.is_empty()).then_some(items),
    };
    promotion(id, kind)
}

/// A bonus for buying these items; for buying anything, where none are named.
pub fn bonus(id: u64, condition: &[&str], given: &[(&str, u64)]) -> ItemPromotion {
    let condition: Vec<_> = condition.iter().map(|sku| (*sku).into()).collect();
    let kind = ItemPromotionKind::Bonus {
        condition: (!condition.is_empty()).then_some(condition),
        bonus: quantities(given),
    };
    promotion(id, kind)
}

/// So many uses for each player, in all or between two resets.
pub fn limited(mut promotion: ItemPromotion, per_user: u64, schedule: &Value) -> ItemPromotion {
    let schedule = serde_json::from_value(schedule.clone()).expect("a schedule");
    promotion.limit = Some(PromotionLimit { per_user, schedule });
    promotion
}

/// A promo code `summer` with the code SUMMER.
pub fn promo_code(changes: &Value) -> Vec<Value> {
    let mut body = json!({ "external_id": "summer", "name": { "en-US": "Summer" } });
    for (name, value) in changes.as_object().expect("changes") {
        body[name] = value.clone();
    }
    vec![
        json!({ "operation": "create-promo-code", "body": body }),
        json!({ "operation": "create-promo-code-code", "path": { "external_id": "summer" },
                "body": { "coupon_code": "SUMMER" } }),
    ]
}

impl Game {
    pub fn viewer<'a>(&'a self, id: &str) -> Viewer<'a> {
        Viewer::new(&self.state, Some(self.player(id)), self.now)
    }

    /// Fills the cart, or says why not.
    pub fn fill(&mut self, id: &str, lines: &[(&str, u64)]) -> &'static str {
        let lines = quantities(lines);
        reason(&self.act(id, |state, player, now, _| {
            cart::fill(state, player, None, lines, now)
        }))
    }

    pub fn put(&mut self, id: &str, sku: &str, quantity: u64) -> &'static str {
        reason(&self.act(id, |state, player, now, _| {
            cart::put(state, player, None, &sku.into(), quantity, now)
        }))
    }

    pub fn redeem(&mut self, id: &str, code: &str) -> &'static str {
        let code = PromotionCode(code.to_owned());
        reason(&self.act(id, |state, player, now, _| {
            promo_codes::redeem(
                state,
                player,
                None,
                &code,
                SelectedUnitItems::default(),
                now,
            )
        }))
    }

    pub fn cart<'a>(&'a self, id: &str) -> Purchase<'a> {
        let cart = cart::of(self.player(id), None).expect("a cart");
        cart::priced(&self.viewer(id), &cart).expect("prices")
    }

    /// What the cart costs.
    pub fn total(&self, id: &str) -> Option<String> {
        let total = self.cart(id).total?;
        Some(format!("{:.2}", total.amount))
    }

    pub fn order_item(
        &mut self,
        id: &str,
        sku: &str,
        quantity: u64,
        code: Option<&str>,
    ) -> Result<OrderId, Refusal> {
        let code = code.map(|code| PromotionCode(code.to_owned()));
        self.act(id, |state, player, now, token| {
            let wanted = ItemOrder {
                sku: &sku.into(),
                quantity,
                currency: None,
                promo_code: code.as_ref(),
                return_url: None,
            };
            orders::for_item(state, player, &wanted, token, now)
        })
    }

    pub fn order_cart(&mut self, id: &str) -> Result<OrderId, Refusal> {
        self.act(id, |state, player, now, token| {
            orders::for_cart(state, player, None, None, None, token, now)
        })
    }

    pub fn take_free_cart(&mut self, id: &str) -> Result<OrderId, Refusal> {
        self.act(id, |state, player, now, token| {
            orders::free_cart(state, player, None, None, token, now)
        })
    }

    pub fn buy_for(&mut self, id: &str, sku: &str, currency: &str) -> Result<OrderId, Refusal> {
        self.act(id, |state, player, now, token| {
            let (sku, currency) = (sku.into(), currency.into());
            orders::for_virtual_currency(state, player, &sku, &currency, token, now)
        })
    }

    pub fn pay(&mut self, order: OrderId) -> Result<OrderStatus, Refusal> {
        let id = self.state.orders[&order].player.clone();
        self.act(id.as_str(), |state, _, now, _| {
            orders::payment(state, order, PaymentEvent::Pay, now)
        })
        .flatten()
    }

    /// Orders an item and pays at once.
    pub fn buy(&mut self, id: &str, sku: &str, quantity: u64) -> &'static str {
        let outcome = self
            .order_item(id, sku, quantity, None)
            .and_then(|order| self.pay(order));
        reason(&outcome)
    }

    pub fn status(&self, order: OrderId) -> &'static str {
        self.state.orders[&order].status.as_str()
    }
}
