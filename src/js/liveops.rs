//! `LiveOps`: the client that a page makes.

use super::arguments::Arguments;
use super::cart::Cart;
use super::clans::Clans;
use super::coupons::Coupons;
use super::daily_chains::DailyChains;
use super::offer_chains::OfferChains;
use super::orders::Orders;
use super::pay_station::PayStation;
use super::promo_codes::PromoCodes;
use super::promotions::Promotions;
use super::reward_chains::RewardChains;
use super::upsell::Upsell;
use crate::api::ProjectId;
use crate::client::environment::Environment;
use crate::client::failure::Failure;
use crate::client::javascript_error::javascript_error;
use crate::client::token::{Source, Token, Tokens};
use crate::client::{Client, Configuration};
use crate::rules::node::{Kind, Node};
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A call may take this long where nothing else is said, in milliseconds.
const TIMEOUT: f64 = 15_000.0;

/// A client of one project, for one player at a time.
#[wasm_bindgen]
#[derive(Debug)]
pub struct LiveOps {
    client: Client,
    areas: Areas,
}

/// Made once, so that `liveops.cart === liveops.cart`. The texts are plain strings, since wasm-bindgen
/// shows the raw ones that a macro makes of doc comments with their quotes.
macro_rules! areas {
    ( $( $doc:tt $name:ident: $type:ident as $js_name:ident typed $typed:literal; )* ) => {
        #[derive(Debug)]
        struct Areas { $( $name: JsValue, )* }

        impl Areas {
            fn of(client: &Client) -> Self {
                Self { $( $name: $type(client.clone()).into(), )* }
            }
        }

        #[wasm_bindgen]
        impl LiveOps { $(
            #[doc = $doc]
            #[wasm_bindgen(getter, js_name = $js_name, unchecked_return_type = $typed)]
            pub fn $name(&self) -> JsValue {
                self.areas.$name.clone()
            }
        )* }
    };
}

areas! {
    " Codes of either kind."
    promotions: Promotions as promotions typed "Promotions";
    " Coupons: codes that grant items by themselves."
    coupons: Coupons as coupons typed "Coupons";
    " Promo codes: codes that change a cart."
    promo_codes: PromoCodes as promoCodes typed "PromoCodes";
    " Daily chains."
    daily_chains: DailyChains as dailyChains typed "DailyChains";
    " Offer chains."
    offer_chains: OfferChains as offerChains typed "OfferChains";
    " Reward chains."
    reward_chains: RewardChains as rewardChains typed "RewardChains";
    " The player's clan."
    clans: Clans as clans typed "Clans";
    " Items to offer beside a purchase."
    upsell: Upsell as upsell typed "Upsell";
    " The player's current cart."
    cart: Cart as cart typed "Carts";
    " The player's orders."
    orders: Orders as orders typed "Orders";
    " Pay Station: where orders are paid."
    pay_station: PayStation as payStation typed "PayStation";
}

#[wasm_bindgen]
impl LiveOps {
    /// Makes a client. Nothing is sent.
    ///
    /// Throws `invalid_argument`, naming the option.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "LiveOpsOptions")] options: &JsValue,
    ) -> Result<LiveOps, JsValue> {
        let configuration =
            read_configuration(options).map_err(|failure| javascript_error(&failure, None))?;
        let client = Client::new(configuration)?;
        let areas = Areas::of(&client);
        Ok(Self { client, areas })
    }

    /// Ends all that is in flight, and all that comes later, with `aborted`.
    pub fn close(&self) {
        self.client.close();
    }
}

fn read_configuration(options: &JsValue) -> Result<Configuration, Box<Failure>> {
    let arguments = Arguments::new("new LiveOps", options)?;
    let timeout = arguments.timeout()?.unwrap_or(TIMEOUT);
    let now = arguments.optional_function("now")?;
    Ok(Configuration {
        project: ProjectId(arguments.whole_number(
            "projectId",
            &arguments.option("projectId"),
            1,
        )?),
        environment: read_environment(&arguments)?,
        locale: read_locale(&arguments)?,
        timeout,
        fetch: arguments.optional_function("fetch")?,
        tokens: Tokens::new(read_token(&arguments)?, now, timeout),
    })
}

fn read_locale(arguments: &Arguments<'_>) -> Result<Option<String>, Box<Failure>> {
    let value = arguments.option("locale");
    match value.kind() {
        Kind::Nothing => Ok(None),
        _ => arguments.text("locale", &value).map(Some),
    }
}

fn read_environment(arguments: &Arguments<'_>) -> Result<Environment, Box<Failure>> {
    let value = arguments.option("environment");
    let name = value.as_string();
    match (value.kind(), name.as_deref()) {
        (Kind::Nothing, _) | (_, Some("live")) => Ok(Environment::live()),
        (_, Some("test")) => Ok(Environment::test()),
        (Kind::Object, _) => {
            let api = arguments.address("environment.apiUrl", &value.field("apiUrl"))?;
            let pay_station =
                arguments.address("environment.payStationUrl", &value.field("payStationUrl"))?;
            Ok(Environment::custom(&api, &pay_station))
        }
        _ => Err(arguments.wrong(
            "environment",
            &["must be \"live\", \"test\" or { apiUrl, payStationUrl }"],
        )),
    }
}

fn read_token(arguments: &Arguments<'_>) -> Result<Source, Box<Failure>> {
    let value = arguments.option("token");
    match (value.kind(), value.dyn_ref::<Function>()) {
        (Kind::Nothing, _) => Ok(Source::Guest),
        (_, Some(ask)) => Ok(Source::Ask(ask.clone())),
        _ => value
            .as_string()
            .and_then(Token::fixed)
            .map(Rc::new)
            .map(Source::Fixed)
            .ok_or_else(|| {
                let must_be =
                    "must be a token of printable ASCII, null, or a function that gives one";
                arguments.wrong("token", &[must_be])
            }),
    }
}
