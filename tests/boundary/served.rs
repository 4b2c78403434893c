//! Has the runner serve the scripts that `page.js` imports, and those that a page loads later.

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
    "/tests/boundary/clock.js": clock;
    "/tests/boundary/locks.js": locks;
    "/tests/boundary/order.js": order;
    "/tests/boundary/replies.js": replies;
    "/tests/boundary/shop.js": shop;
    "/tests/boundary/step.js": step;
    "/tests/boundary/web_socket.js": web_socket;
    "/src/client/page_return.js": page_return;
    "/src/claim/claim.js": claim;
    "/src/claim/claims.js": claims;
    "/src/claim/given.js": given;
    "/src/claim/journal.js": journal;
    "/src/claim/paid_steps.js": paid_steps;
    "/src/claim/repeatable.js": repeatable;
    "/src/claim/subjects.js": subjects;
    "/src/claim/under_way.js": under_way;
    "/src/claim/waiting.js": waiting;
    "/src/checkout/aborting.js": aborting;
    "/src/checkout/checkout.js": checkout;
    "/src/checkout/opening.js": opening;
    "/src/checkout/order_frames.js": order_frames;
    "/src/checkout/order_socket.js": order_socket;
    "/src/checkout/overlay.js": overlay;
    "/src/checkout/overlay_style.js": overlay_style;
    "/src/checkout/pay_station_message.js": pay_station_message;
    "/src/checkout/tracker.js": tracker;
    "/src/checkout/tracking.js": tracking;
    "/src/checkout/tracking_rules.js": tracking_rules;
    "/src/watch/watch.js": watch;
}
