//! Plays a row: sets the game up, takes the steps before, asks, and tells what was answered.

use std::cell::RefCell;

use serde_json::{Map, Value, json};

use super::promotions::{Promotions, post};
use super::row::{Entry, Row};
use super::{seen, success};
use crate::emulator::Emulator;
use crate::http::{self, NO_BODY, Reply};

/// Who a row is about, unless a step says otherwise.
const PLAYER: &str = "mira";

/// What a step is asked with; the other field of a step is what it does.
const DETAILS: [&str; 6] = ["as", "code", "currency", "promo_code", "query", "uses"];

type Step = Map<String, Value>;

/// What the row's answer holds of what the row expects; `Err` when the way there failed.
pub fn play(emulator: &Emulator, row: &Row) -> Result<Value, String> {
    let game = Game::set_up(emulator, row)?;
    for step in &row.before {
        game.take(step)?;
    }
    let (what, reply) = if let Some(ask) = &row.ask {
        game.ask(ask)?
    } else {
        let lines = row.cart.as_ref().ok_or("neither a cart nor a question")?;
        game.cart(lines, row.code.as_deref(), row.currency.as_deref())?
    };
    if reply.status >= 300 {
        let number = reply.json()["errorCode"].clone();
        return Ok(if row.expect.contains_key("refused") {
            json!({ "refused": [reply.status, number] })
        } else {
            json!({ "refused": [reply.status, number, reply.text] })
        });
    }
    game.seen(&row.expect, what, &reply)
}

/// A running emulator with the row's promotions, and who plays.
struct Game<'a> {
    emulator: &'a Emulator,
    guest: bool,
    promotions: Promotions,
    /// The orders of the steps before, first to last.
    orders: RefCell<Vec<Value>>,
    /// The warnings of the last filling.
    warnings: RefCell<Value>,
}

impl<'a> Game<'a> {
    fn set_up(emulator: &'a Emulator, row: &Row) -> Result<Self, String> {
        success(&http::send(
            http::request("POST", &emulator.control("/reset")),
            NO_BODY,
        ))?;
        emulator.freeze_at(&row.at);
        let mut player = row.player.clone();
        let guest = player.remove("guest").is_some();
        if !guest {
            emulator.put_player(PLAYER, &Value::Object(player));
        }
        Ok(Self {
            emulator,
            guest,
            promotions: Promotions::create(emulator, &row.promotions)?,
            orders: RefCell::default(),
            warnings: RefCell::new(json!([])),
        })
    }

    /// Sends a player's request; guests send who they are.
    fn send(&self, who: &str, method: &str, path: &str, body: Option<&Value>) -> Reply {
        let request = if self.guest {
            http::request(method, &self.emulator.url(path))
                .header("x-unauthorized-id", "guest-1")
                .header("x-user", "bWlyYUBsaWdodC5leGFtcGxl")
        } else {
            // Minted anew each time, since the clock may have gone past the last one's end.
            self.emulator.player(who).request(method, path)
        };
        match body {
            Some(body) => http::send_json(request, body),
            None => http::send(request, NO_BODY),
        }
    }

    fn cart(
        &self,
        lines: &Value,
        code: Option<&str>,
        currency: Option<&str>,
    ) -> Result<(What, Reply), String> {
        let reply = self.fill(PLAYER, lines);
        let filled = success(&reply)?;
        *self.warnings.borrow_mut() = filled["warnings"].clone();
        if let Some(code) = code {
            success(&self.redeem(PLAYER, code))?;
        }
        let query = currency.map_or_else(String::new, |currency| format!("?currency={currency}"));
        Ok((
            What::Cart,
            self.send(PLAYER, "GET", &format!("/cart{query}"), None),
        ))
    }

    fn fill(&self, who: &str, lines: &Value) -> Reply {
        let lines = lines.as_array().expect("lines");
        let items = lines
            .iter()
            .map(|line| json!({ "sku": line[0], "quantity": line[1] }));
        let body = json!({ "items": items.collect::<Vec<_>>() });
        self.send(who, "PUT", "/cart/fill", Some(&body))
    }

    fn redeem(&self, who: &str, code: &str) -> Reply {
        let body = json!({ "coupon_code": code, "cart": { "id": "current" } });
        self.send(who, "POST", "/promocode/redeem", Some(&body))
    }

    /// A question, of which only the answer counts.
    fn ask(&self, step: &Step) -> Result<(What, Reply), String> {
        let (what, with) = verb(step)?;
        let get = |path: &str| self.send(PLAYER, "GET", path, None);
        Ok(match what {
            "cart" => (What::Cart, get("/cart")),
            "item" => {
                let query = step.get("query").and_then(Value::as_str);
                let query = query.map_or_else(String::new, |query| format!("?{query}"));
                let path = format!("/items/sku/{}{query}", text(with));
                (What::Item, get(&path))
            }
            "inventory" => {
                let path = format!("/players/{PLAYER}/inventory");
                (What::Inventory, http::get(&self.emulator.control(&path)))
            }
            "order_status" => {
                let order = self.order(with)?;
                (What::Order, get(&format!("/order/{order}")))
            }
            "create" => {
                let entry: Entry =
                    serde_json::from_value(with.clone()).map_err(|error| error.to_string())?;
                (What::Nothing, post(self.emulator, &entry))
            }
            _ => {
                let reply = self.request(PLAYER, what, with, step)?;
                if reply.status < 300 && reply.text.contains("\"order_id\"") {
                    let path = format!("/order/{}", reply.json()["order_id"]);
                    (What::Order, get(&path))
                } else {
                    (What::Nothing, reply)
                }
            }
        })
    }

    /// A step before the question: it has to succeed.
    fn take(&self, step: &Step) -> Result<(), String> {
        let (what, with) = verb(step)?;
        let who = step.get("as").map_or(PLAYER, text);
        let control = |path: String| {
            http::send(
                http::request("POST", &self.emulator.control(&path)),
                NO_BODY,
            )
        };
        let reply = match what {
            "at" => {
                self.emulator.freeze_at(text(with));
                return Ok(());
            }
            "player" => {
                self.emulator.put_player(PLAYER, with);
                return Ok(());
            }
            "activate" | "deactivate" => {
                let path = format!("{}/{what}", self.promotions.named(with)?.path);
                self.emulator.admin("PUT", &path, &json!({}))
            }
            "allow" => {
                let id = &self.promotions.named(with)?.id;
                let body =
                    json!({ "user": { "user_external_id": who }, "available": step["uses"] });
                let path = format!("/admin/user/limit/promotion/id/{id}");
                self.emulator.player(who);
                self.emulator.admin("PUT", &path, &body)
            }
            "pay" | "cancel" => control(format!("/orders/{}/{what}", self.order(with)?)),
            "buy" => {
                success(&self.fill(who, with))?;
                if let Some(code) = step.get("code") {
                    success(&self.redeem(who, text(code)))?;
                }
                self.take_order(&self.send(who, "POST", "/payment/cart", Some(&json!({}))))?;
                control(format!("/orders/{}/pay", self.last_order()?))
            }
            "buy_item" => {
                self.take_order(&self.request(who, "order_item", with, step)?)?;
                control(format!("/orders/{}/pay", self.last_order()?))
            }
            "order" | "order_item" => {
                return self.take_order(&self.request(who, what, with, step)?);
            }
            _ => self.request(who, what, with, step)?,
        };
        success(&reply).map(drop)
    }

    /// A request of a player that a step may take and a question may ask.
    fn request(&self, who: &str, what: &str, with: &Value, step: &Step) -> Result<Reply, String> {
        let send =
            |method: &str, path: &str, body: Value| self.send(who, method, path, Some(&body));
        let order = || {
            let mut body = json!({ "quantity": with[1] });
            for field in ["promo_code", "currency"] {
                if let Some(value) = step.get(field) {
                    body[field] = value.clone();
                }
            }
            body
        };
        Ok(match what {
            "fill" => self.fill(who, with),
            "put" => send(
                "PUT",
                &format!("/cart/item/{}", text(&with[0])),
                json!({ "quantity": with[1] }),
            ),
            "redeem" => self.redeem(who, text(with)),
            "remove_code" => send(
                "PUT",
                "/promocode/remove",
                json!({ "cart": { "id": "current" } }),
            ),
            "order" => match text(with) {
                "cart" => send("POST", "/payment/cart", json!({})),
                _ => send("POST", "/free/cart", json!({})),
            },
            "order_item" => send(
                "POST",
                &format!("/payment/item/{}", text(&with[0])),
                order(),
            ),
            "free_item" => send("POST", &format!("/free/item/{}", text(&with[0])), order()),
            "virtual" => {
                let (item, currency) = (text(&with[0]), text(&with[1]));
                let path = format!("/payment/item/{item}/virtual/{currency}");
                send("POST", &path, json!({}))
            }
            _ => return Err(format!("no step {what}")),
        })
    }

    fn take_order(&self, reply: &Reply) -> Result<(), String> {
        let order = success(reply)?["order_id"].clone();
        self.orders.borrow_mut().push(order);
        Ok(())
    }

    fn last_order(&self) -> Result<Value, String> {
        let orders = self.orders.borrow();
        orders.last().cloned().ok_or_else(|| "no order".to_owned())
    }

    fn order(&self, index: &Value) -> Result<Value, String> {
        let orders = self.orders.borrow();
        let order = index
            .as_u64()
            .and_then(|index| orders.get(usize::try_from(index).ok()?));
        order.cloned().ok_or_else(|| format!("no order {index}"))
    }

    /// The fields of the answer that the row names, in the row's form.
    fn seen(
        &self,
        expect: &Map<String, Value>,
        what: What,
        reply: &Reply,
    ) -> Result<Value, String> {
        let answer = success(reply)?;
        let mut got = match what {
            What::Cart => seen::cart(&answer, &self.warnings.borrow()),
            What::Item => seen::item(&answer),
            What::Order => seen::order(&answer),
            What::Inventory => answer.clone(),
            What::Nothing => json!({ "done": reply.status }),
        };
        if matches!(what, What::Cart | What::Item) {
            got["applied"] = seen::applied(&answer, |name| self.promotions.is_code(name));
        }
        if expect.contains_key("owned") || expect.contains_key("points") {
            let path = format!("/players/{PLAYER}/inventory");
            let inventory = success(&http::get(&self.emulator.control(&path)))?;
            got["owned"] = seen::owned(&inventory);
            got["points"] = inventory["points"].clone();
        }
        Ok(seen::only(&got, &seen::expectation(expect)))
    }
}

/// What was asked, and so what the answer is.
#[derive(Clone, Copy)]
enum What {
    Cart,
    Item,
    Order,
    Inventory,
    Nothing,
}

fn verb(step: &Step) -> Result<(&str, &Value), String> {
    let mut verbs = step
        .iter()
        .filter(|(name, _)| !DETAILS.contains(&name.as_str()));
    match (verbs.next(), verbs.next()) {
        (Some((name, with)), None) => Ok((name, with)),
        _ => Err(format!("one thing at a time: {step:?}")),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}
