//! TypeScript for what Rust cannot say: the methods of a client and what pages pass to them.

use wasm_bindgen::prelude::wasm_bindgen;

macro_rules! declared {
    ( $( $file:literal; )* ) => { $(
        const _: () = {
            #[wasm_bindgen(typescript_custom_section)]
            const TYPES: &str = include_str!(concat!("types/", $file, ".d.ts"));
        };
    )* };
}

declared! {
    "liveops";
    "options";
    "promotions";
    "coupons";
    "promo_codes";
    "daily_chains";
    "offer_chains";
    "reward_chains";
    "clans";
    "upsell";
    "catalog";
    "cart";
    "orders";
    "pay_station";
}
