//! What holds for every purchase, whatever is sold and promoted: random shops, carts and checkouts.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use rust_decimal::Decimal;
use serde_json::json;

use super::Game;
use super::shop::{bonus, discount, promo_code};
use crate::engine::chain::Quantity;
use crate::engine::change::Definition;
use crate::engine::ids::{OrderId, PromotionId};
use crate::engine::item_promotions::{ItemPromotion, PromotionLimit};
use crate::engine::items::ItemLimits;
use crate::engine::orders::OrderStatus;
use crate::engine::price_conditions::{PriceCondition, PriceOperator};
use crate::engine::promo_codes;

const SKUS: [&str; 4] = ["wick", "lamp", "cloak", "kit"];

/// A cart's lines by the position of their items, and how many.
type Lines = Vec<(usize, u64)>;

#[derive(Clone, Debug)]
struct Shop {
    /// In cents.
    prices: [u32; 4],
    promotions: Vec<ItemPromotion>,
    code: Code,
}

#[derive(Clone, Debug)]
struct Code {
    percent: Option<u32>,
    items: Vec<(usize, u32)>,
    price_conditions: Vec<PriceCondition>,
    item_price_conditions: Vec<PriceCondition>,
    gives: Option<usize>,
}

fn conditions() -> impl Strategy<Value = Vec<PriceCondition>> {
    let operator = prop::sample::select(vec![
        PriceOperator::AtLeast,
        PriceOperator::MoreThan,
        PriceOperator::AtMost,
        PriceOperator::LessThan,
        PriceOperator::NotEqual,
    ]);
    let condition = (operator, 0_i64..3000).prop_map(|(operator, cents)| PriceCondition {
        operator,
        value: Decimal::new(cents, 2),
    });
    vec(condition, 0..2)
}

/// A percentage with two decimals, in hundredths.
fn percent() -> impl Strategy<Value = u32> {
    prop_oneof![1_u32..=10_000, Just(5000), Just(3333), Just(10_000)]
}

fn text(hundredths: u32) -> String {
    Decimal::new(hundredths.into(), 2).to_string()
}

fn promotion(id: u64) -> impl Strategy<Value = ItemPromotion> {
    let items = subsequence(SKUS.to_vec(), 0..4);
    let kind = prop_oneof![3 => percent().prop_map(Some), 1 => Just(None)];
    (kind, items, conditions()).prop_map(move |(percent, items, conditions)| {
        let mut promotion = match percent {
            Some(percent) => discount(id, &text(percent), &items),
            None => bonus(id, &items, &[("wick", 1)]),
        };
        promotion.price_conditions = conditions;
        promotion
    })
}

fn code() -> impl Strategy<Value = Code> {
    (
        option::of(percent()),
        vec((0_usize..4, percent()), 0..3),
        conditions(),
        conditions(),
        option::of(0_usize..4),
    )
        .prop_map(
            |(percent, items, price_conditions, item_price_conditions, gives)| Code {
                percent,
                items,
                price_conditions,
                item_price_conditions,
                gives,
            },
        )
}

fn shop() -> impl Strategy<Value = Shop> {
    let promotions =
        (1_u64..7).prop_flat_map(|count| (10..10 + count).map(promotion).collect::<Vec<_>>());
    (prop::array::uniform4(0_u32..3000), promotions, code()).prop_map(
        |(prices, promotions, code)| Shop {
            prices,
            promotions,
            code,
        },
    )
}

fn lines() -> impl Strategy<Value = Lines> {
    let quantities = prop::array::uniform4(0_u64..6);
    quantities.prop_map(|quantities| {
        let wanted = quantities.into_iter().enumerate();
        wanted.filter(|(_, quantity)| *quantity > 0).collect()
    })
}

impl Shop {
    fn open(&self) -> Game {
        let sku = |index: usize| SKUS[index];
        let items: Vec<_> = self.code.items.iter().map(|(index, percent)| {
            json!({ "sku": sku(*index), "discount": { "percent": text(*percent) } })
        }).collect();
        let gives: Vec<_> = self
            .code
            .gives
            .into_iter()
            .map(|index| json!({ "sku": sku(index), "quantity": 1 }))
            .collect();
        let mut game = Game::with(&promo_code(&json!({
            "discount": self.code.percent.map(|percent| json!({ "percent": text(percent) })),
            "discounted_items": items,
            "price_conditions": self.code.price_conditions,
            "item_price_conditions": self.code.item_price_conditions,
            "bonus": gives,
        })));
        for (sku, cents) in SKUS.into_iter().zip(self.prices) {
            game.change_item(sku, |item| {
                item.prices[0].amount = Decimal::new(cents.into(), 2);
            });
        }
        for promotion in &self.promotions {
            game.apply(Definition::ItemPromotion(promotion.clone()));
        }
        game
    }

    fn with_cart(&self, lines: &Lines) -> Game {
        let mut game = self.open();
        let lines: Vec<_> = lines
            .iter()
            .map(|(index, quantity)| (SKUS[*index], *quantity))
            .collect();
        assert_eq!(game.fill("mira", &lines), "ok");
        game
    }
}

/// All that a player sees of their cart, in the order of the SKUs.
fn seen(game: &Game) -> String {
    let cart = game.cart("mira");
    let mut lines: Vec<_> = cart
        .lines
        .iter()
        .map(|line| {
            format!(
                "{} {} {:?} {}",
                line.item.sku, line.quantity, line.price, line.is_bonus
            )
        })
        .collect();
    lines.sort();
    format!("{lines:?} {:?}", cart.total)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_total_is_never_negative_and_never_above_the_list_price(shop in shop(), lines in lines()) {
        let mut game = shop.with_cart(&lines);
        for has_code in [false, true] {
            if has_code {
                prop_assert_eq!(game.redeem("mira", "SUMMER"), "ok");
            }
            let cart = game.cart("mira");
            for price in cart.lines.iter().filter_map(|line| line.price).chain(cart.total) {
                prop_assert!(price.amount >= Decimal::ZERO && price.amount <= price.without_discount);
                prop_assert_eq!(price.amount.normalize().scale().max(2), 2, "cents, and no less");
            }
            let listed: Decimal = lines.iter().map(|(index, quantity)| {
                Decimal::new(shop.prices[*index].into(), 2) * Decimal::from(*quantity)
            }).sum();
            prop_assert_eq!(cart.total.map_or(Decimal::ZERO, |total| total.without_discount), listed);
        }
    }

    #[test]
    fn the_order_of_lines_and_of_promotions_changes_nothing(
        shop in shop(),
        (lines, shuffled) in lines().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
        numbers in Just([10, 11, 12, 13, 14, 15]).prop_shuffle(),
    ) {
        let mut game = shop.with_cart(&lines);
        let mut renumbered = shop.clone();
        for (promotion, number) in renumbered.promotions.iter_mut().zip(numbers) {
            promotion.id = PromotionId(number);
        }
        let mut other = renumbered.with_cart(&shuffled);
        prop_assert_eq!(seen(&game), seen(&other));
        game.redeem("mira", "SUMMER");
        other.redeem("mira", "SUMMER");
        prop_assert_eq!(seen(&game), seen(&other));
    }

    #[test]
    fn taking_a_code_off_gives_back_exactly_the_earlier_cart(shop in shop(), lines in lines(), excludes in vec(10_u64..16, 0..3)) {
        let mut game = shop.with_cart(&lines);
        let key = game.state.promotions.keys().next().expect("a promo code").clone();
        let mut promo = game.state.promotions[&key].clone();
        promo.excluded_promotions = excludes.into_iter().map(PromotionId).collect();
        game.apply(Definition::Promotion(promo));
        let before = (seen(&game), game.player("mira").cart.clone());
        prop_assert_eq!(game.redeem("mira", "SUMMER"), "ok");
        game.act("mira", |_, player, _, _| promo_codes::remove(player, None)).expect("a cart");
        prop_assert_eq!((seen(&game), game.player("mira").cart.clone()), before);
    }

    #[test]
    fn an_order_costs_what_its_cart_showed_and_grants_what_stood_in_it(shop in shop(), lines in lines()) {
        prop_assume!(!lines.is_empty());
        let mut game = shop.with_cart(&lines);
        prop_assert_eq!(game.redeem("mira", "SUMMER"), "ok");
        let (total, shown): (_, Vec<Quantity>) = {
            let cart = game.cart("mira");
            let line = |line: &crate::engine::pricing::PricedLine<'_>| Quantity { sku: line.item.sku.clone(), quantity: line.quantity };
            (cart.total, cart.lines.iter().map(line).collect())
        };
        let is_free = game.cart("mira").is_free();
        let order = if is_free { game.take_free_cart("mira") } else { game.order_cart("mira") };
        let order = order.expect("an order");
        prop_assert_eq!(game.state.orders[&order].price, total.filter(|_| !is_free));
        if !is_free {
            prop_assert_eq!(game.pay(order), Ok(OrderStatus::Done));
        }
        for sku in ["lamp", "cloak"] {
            let stood: u64 = shown.iter().filter(|line| line.sku.as_str() == sku).map(|line| line.quantity).sum();
            prop_assert_eq!(game.held("mira", sku), stood);
        }
        prop_assert_eq!(game.total("mira"), None);
    }
}

/// What players do at the same time.
#[derive(Clone, Debug)]
enum Act {
    OrderItem {
        player: usize,
        item: usize,
        quantity: u64,
        has_code: bool,
    },
    OrderCart {
        player: usize,
        lines: Lines,
    },
    BuyForEmber {
        player: usize,
        item: usize,
    },
    Pay(Index),
}

fn act() -> impl Strategy<Value = Act> {
    let player = 0_usize..2;
    prop_oneof![
        3 => (player.clone(), 0_usize..4, 1_u64..4, any::<bool>())
            .prop_map(|(player, item, quantity, has_code)| Act::OrderItem { player, item, quantity, has_code }),
        2 => (player.clone(), lines()).prop_map(|(player, lines)| Act::OrderCart { player, lines }),
        2 => (player, 0_usize..4).prop_map(|(player, item)| Act::BuyForEmber { player, item }),
        5 => any::<Index>().prop_map(Act::Pay),
    ]
}

const PLAYERS: [&str; 2] = ["mira", "tobin"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_checkout_exceeds_a_limit_or_overdraws_a_wallet(
        limits in prop::array::uniform3((option::of(0_u64..5), option::of(0_u64..8))),
        promotion_limit in 0_u64..3,
        (total_limit, user_limit) in (0_u64..4, 0_u64..3),
        acts in vec(act(), 0..40),
    ) {
        let mut game = Game::with(&promo_code(&json!({
            "discount": { "percent": "10" }, "redeem_total_limit": total_limit, "redeem_user_limit": user_limit,
        })));
        // The kit, which holds wicks, is left without a limit.
        for (sku, (per_user, per_item)) in ["wick", "lamp", "cloak"].into_iter().zip(limits) {
            game.change_item(sku, |item| {
                item.limits = ItemLimits { per_user, per_item, recurrent_schedule: None };
            });
        }
        for sku in SKUS {
            game.change_item(sku, |item| item.virtual_prices = serde_json::from_value(json!([
                { "sku": "ember", "amount": 2, "is_default": true, "is_enabled": true }
            ])).expect("a price"));
        }
        let mut given = bonus(10, &["lamp"], &[("cloak", 1)]);
        given.limit = Some(PromotionLimit { per_user: promotion_limit, schedule: None });
        game.apply(Definition::ItemPromotion(given));
        let mut orders: Vec<OrderId> = Vec::new();
        for act in acts {
            match act {
                Act::OrderItem { player, item, quantity, has_code } => {
                    let code = has_code.then_some("SUMMER");
                    orders.extend(game.order_item(PLAYERS[player], SKUS[item], quantity, code));
                }
                Act::OrderCart { player, lines } => {
                    let lines: Vec<_> = lines.iter().map(|(index, quantity)| (SKUS[*index], *quantity)).collect();
                    game.fill(PLAYERS[player], &lines);
                    orders.extend(game.order_cart(PLAYERS[player]));
                }
                Act::BuyForEmber { player, item } => {
                    // A kit would bring new ember.
                    orders.extend(game.buy_for(PLAYERS[player], SKUS[item.min(2)], "ember"));
                }
                Act::Pay(index) if !orders.is_empty() => {
                    let _ = game.pay(*index.get(&orders));
                }
                Act::Pay(_) => {}
            }
        }
        let kits: Vec<u64> = PLAYERS.iter().map(|id| {
            let done = game.state.orders.values().filter(|order| order.player.as_str() == *id && order.status == OrderStatus::Done);
            done.flat_map(|order| &order.lines).filter(|line| line.sku.as_str() == "kit").map(|line| line.quantity).sum()
        }).collect();
        for (sku, (per_user, per_item)) in ["wick", "lamp", "cloak"].into_iter().zip(limits) {
            let held: Vec<u64> = PLAYERS.iter().zip(&kits).map(|(id, kits)| {
                game.held(id, sku) - if sku == "wick" { kits * 3 } else { 0 }
            }).collect();
            prop_assert!(per_user.is_none_or(|limit| held.iter().all(|held| *held <= limit)), "{} {:?}", sku, held);
            prop_assert!(per_item.is_none_or(|stock| held.iter().sum::<u64>() <= stock), "{} {:?}", sku, held);
        }
        let done = || game.state.orders.values().filter(|order| order.status == OrderStatus::Done);
        for (id, kits) in PLAYERS.iter().zip(&kits) {
            let own = || done().filter(|order| order.player.as_str() == *id);
            let spent: u64 = own().filter_map(|order| Some(order.virtual_price.as_ref()?.amount)).sum();
            let had = if *id == "mira" { 5 } else { 0 };
            prop_assert_eq!(game.held(id, "ember") + spent, had + kits * 10);
            let bonuses = own().flat_map(|order| &order.lines).filter(|line| line.is_bonus).count() as u64;
            prop_assert!(bonuses <= promotion_limit);
            prop_assert!(own().filter(|order| order.code.is_some()).count() as u64 <= user_limit);
        }
        prop_assert!(done().filter(|order| order.code.is_some()).count() as u64 <= total_limit);
    }
}
