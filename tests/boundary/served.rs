//! Has the runner serve the scripts that a page loads once it opens a checkout: `page.js` imports them from there.

use wasm_bindgen::prelude::wasm_bindgen;

macro_rules! served {
    ( $( $file:literal: $name:ident; )* ) => { $(
        #[wasm_bindgen(module = $file)]
        extern "C" {
            #[allow(dead_code, reason = "its file is all that is asked for")]
            fn $name();
        }
    )* };
}

served! {
    "/src/checkout/checkout.js": checkout;
    "/src/checkout/opening.js": opening;
    "/src/checkout/overlay.js": overlay;
    "/src/checkout/overlay_style.js": overlay_style;
    "/src/checkout/tracker.js": tracker;
    "/src/checkout/tracking.js": tracking;
    "/src/checkout/tracking_rules.js": tracking_rules;
}
