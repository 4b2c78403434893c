//! The socket that pushes statuses, against a stand-in for the browser's: the test is the server.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Follows order 7 of project 44056, whose reads are answered like this, while the steps play the server.
async fn followed(answers: &str, steps: &str) -> Value {
    run(&format!(
        r"
        await load();
        clock.start();
        const reads = new OrderReads(clock, ...{answers});
        const tokens = [];
        const liveops = new LiveOps({{
          projectId: 44056, fetch: reads.fetch, random: () => 0, storage: null,
          token: (reason) => (tokens.push(reason), 'a.player.token'),
        }});
        const given = all(liveops.orders.track(7, {{ deadlineMs: 300_000 }}));
        await clock.pass(0);
        const server = Socket.opened[0];
        {steps}
        "
    ))
    .await
}

#[wasm_bindgen_test]
async fn it_says_who_is_there_once_it_is_open() {
    let told = followed(
        "['new']",
        "return [Socket.opened.length, server.url, server.sent.map(JSON.parse)];",
    )
    .await;
    let auth = json!({ "connect": { "data": { "auth": "a.player.token", "project_id": 44056 } }, "id": 1 });
    let live = "wss://ws-store.xsolla.com/connection/websocket";
    assert_eq!(told, json!([1, live, [auth]]));
}

#[wasm_bindgen_test]
async fn the_address_is_the_environment_s() {
    for (environment, address) in [
        (
            "'test'",
            json!(["wss://ws-store.xsolla.com/connection/websocket"]),
        ),
        (
            "{ apiUrl: 'http://127.0.0.1:1/api', payStationUrl: 'http://127.0.0.1:2', orderSocketUrl: 'ws://127.0.0.1:1/orders' }",
            json!(["ws://127.0.0.1:1/orders"]),
        ),
        (
            "{ apiUrl: 'http://127.0.0.1:1/api', payStationUrl: 'http://127.0.0.1:2' }",
            json!([]),
        ),
    ] {
        let urls = run(&format!(
            r"
            await load();
            clock.start();
            const reads = new OrderReads(clock, 'new');
            const {{ orders }} = new LiveOps({{ projectId: 1, fetch: reads.fetch, token: 'opaque', storage: null, environment: {environment} }});
            await clock.until(all(orders.track(7, {{ deadlineMs: 1 }})));
            return Socket.opened.map(({{ url }}) => url);
            "
        ))
        .await;
        assert_eq!(urls, address, "{environment}");
    }
}

#[wasm_bindgen_test]
async fn a_push_is_only_a_reason_to_read() {
    // The server claims the end; the order itself says what is true.
    let told = followed(
        "['new', 'new', 'new', 'paid', 'done']",
        r#"
        server.say({ id: 1, connect: { client: "x", ping: 25 } });
        await clock.pass(1_500);
        server.say({ push: { channel: "c", pub: { data: { order_id: 7, status: "done" }, offset: 1 } } });
        return [await clock.until(given), reads.at];
        "#,
    )
    .await;
    assert_eq!(told[0], json!(["new", "paid", "done"]));
    // At once when it connects and when it pushes, never twice in a second; then closely, since the socket was ahead.
    let times = told[1].as_array().unwrap();
    assert_eq!(times[..3], [json!(0), json!(1_000), json!(2_000)]);
    assert!(times[3].as_f64() < Some(10_000.0), "{times:?}");
}

#[wasm_bindgen_test]
async fn while_it_stands_orders_are_read_every_half_minute() {
    let told = followed(
        "['new']",
        r"
        server.say({ id: 1, connect: {} });
        await clock.pass(95_000);
        return reads.at;
        ",
    )
    .await;
    assert_eq!(told, json!([0, 1_000, 31_000, 61_000, 91_000]));
}

#[wasm_bindgen_test]
async fn after_a_read_that_failed_they_are_read_soon_all_the_same() {
    let told = followed(
        "['new', null, 'new']",
        r"
        server.say({ id: 1, connect: {} });
        await clock.pass(12_000);
        return reads.at.length;
        ",
    )
    .await;
    assert_eq!(told, 3);
}

#[wasm_bindgen_test]
async fn pings_are_answered_and_frames_may_come_a_line_each() {
    let told = followed(
        "['new', 'new', 'paid', 'done']",
        r#"
        server.say({});
        server.say({ id: 1, connect: {} }, {}, { push: { pub: { data: { order_id: 7, status: "paid" } } } }, {});
        const sent = server.sent.slice(1);
        await clock.pass(2_000);
        return [sent, reads.at];
        "#,
    )
    .await;
    assert_eq!(told, json!([["{}", "{}", "{}"], [0, 1_000]]));
}

#[wasm_bindgen_test]
async fn other_orders_and_other_words_change_nothing() {
    let told = followed(
        "['new']",
        r#"
        server.say({ id: 1, connect: {} });
        await clock.pass(2_000);
        const before = [reads.at.length, server.sent.length];
        for (let time = 0; time < 200; time++) {
          for (const frame of [
            { push: { pub: { data: { order_id: 8, status: "done" } } } }, { push: { pub: { data: { order_id: "7", status: "done" } } } },
            { push: { pub: { data: { order_id: 7.5 } } } }, { push: { pub: { data: { status: "done" } } } }, { push: { pub: { data: null } } },
            { push: { pub: "done" } }, { push: null }, { push: [] }, { id: 7 }, "", "\n\n", "null", "7", "[]", "[{}]", "\"{}\"", "{", "{}}", "done",
            { order_id: 7, status: "done" }, JSON.stringify({ push: { pub: { data: { order_id: 7 } } }, pad: "x".repeat(70_000) }),
          ]) server.say(frame);
          server.onmessage({ data: new Blob(["{}"]) });
          server.onmessage({ data: new ArrayBuffer(2) });
        }
        await clock.pass(20_000);
        return [before, [reads.at.length, server.sent.length]];
        "#,
    )
    .await;
    assert_eq!(told, json!([[2, 1], [2, 1]]));
}

#[wasm_bindgen_test]
async fn where_it_is_lost_orders_are_read_at_their_pace_and_it_is_tried_again() {
    let told = followed(
        "['new']",
        r"
        server.say({ id: 1, connect: {} });
        await clock.pass(40_000);
        const before = reads.at.length;
        server.lose();
        await clock.pass(4_900);
        const [atOnce, later] = reads.at.slice(before);
        const sockets = [Socket.opened.length];
        await clock.pass(200);
        sockets.push(Socket.opened.length);
        Socket.opened[1].say({ id: 1, connect: {} });
        return [atOnce, later, sockets, Socket.opened[1].sent.length];
        ",
    )
    .await;
    // The attempts so far told nothing new, so the pace is slower than three seconds.
    assert_eq!(told[0], json!(40_000));
    assert!(told[1].as_f64() <= Some(44_900.0), "{told}");
    assert_eq!((&told[2], &told[3]), (&json!([1, 2]), &json!(1)));
}

#[wasm_bindgen_test]
async fn where_it_is_refused_it_is_tried_ever_less_and_orders_end_by_reading() {
    let told = run(
        r"
        await load();
        clock.start();
        Socket.refuses = true;
        const reads = new OrderReads(clock, ...Array(60).fill('new'), 'done');
        const { orders } = new LiveOps({ projectId: 1, fetch: reads.fetch, token: 'opaque', random: () => 0, storage: null });
        const given = await clock.until(all(orders.track(7)));
        const slowest = Math.max(...reads.at.slice(1).map((at, place) => at - reads.at[place]));
        return [given, Socket.opened.length, slowest, clock.timers];
        ",
    )
    .await;
    assert_eq!(told, json!([["new", "done"], 6, 8_000, 0]));
}

#[wasm_bindgen_test]
async fn a_refused_player_is_tried_with_another_token_later() {
    let told = followed(
        "['new']",
        r#"
        server.say({ id: 1, error: { code: 101, message: "unauthorized" } });
        const closed = server.isClosed;
        server.lose();
        await clock.pass(6_000);
        return [closed, Socket.opened.length, tokens];
        "#,
    )
    .await;
    assert_eq!(told, json!([true, 2, ["first"]]));
}

#[wasm_bindgen_test]
async fn a_guest_and_a_browser_without_sockets_only_read() {
    for (token, browser) in [
        ("null", ""),
        ("() => null", ""),
        ("() => { throw new Error('signed out') }", ""),
        ("'opaque'", "globalThis.WebSocket = undefined;"),
        (
            "'opaque'",
            "globalThis.WebSocket = class { constructor() { throw new Error('refused') } };",
        ),
    ] {
        let told = run(&format!(
            r"
            await load();
            clock.start();
            {browser}
            const reads = new OrderReads(clock, 'new', 'done');
            const {{ orders }} = new LiveOps({{ projectId: 1, fetch: reads.fetch, token: {token}, random: () => 0, storage: null }});
            const given = await clock.until(all(orders.track(7)));
            return [given, reads.at, Socket.opened.length, clock.timers];
            "
        ))
        .await;
        if token.contains("throw") {
            assert_eq!(told[0], json!(["unauthorized"]));
        } else {
            assert_eq!(
                (&told[0], &told[1]),
                (&json!(["new", "done"]), &json!([0, 3_000])),
                "{token} {browser}"
            );
        }
        assert_eq!(
            (&told[2], &told[3]),
            (&json!(0), &json!(0)),
            "{token} {browser}"
        );
    }
}

#[wasm_bindgen_test]
async fn all_orders_share_one_until_the_last_has_ended() {
    let told = run(
        r"
        await load();
        clock.start();
        const api = { async fetch({ url }) {
          const orderId = Number(url.split('/').at(-1));
          api.reads.push(orderId);
          return { status: 200, text: async () => JSON.stringify({ order_id: orderId, status: api.status[orderId] }) };
        }, reads: [], status: { 7: 'new', 8: 'new' } };
        const { orders } = new LiveOps({ projectId: 1, fetch: api.fetch, token: 'opaque', storage: null });
        const listening = listeners(window, document);
        const given = [all(orders.track(7)), all(orders.track(8))];
        await clock.pass(0);
        const [server] = Socket.opened;
        server.say({ id: 1, connect: {} });
        await clock.pass(2_000);
        api.reads = [];
        api.status[7] = 'done';
        server.say({ push: { pub: { data: { order_id: 7, status: 'done' } } } });
        const first = await clock.until(given[0]);
        const between = [[...api.reads], server.isClosed];
        api.status[8] = 'canceled';
        server.say({ push: { pub: { data: { order_id: 8, status: 'canceled' } } } });
        const second = await clock.until(given[1]);
        listening.forget();
        return [Socket.opened.length, first, between, second, server.isClosed, clock.timers, listening.count];
        ",
    )
    .await;
    let expected = json!([
        1,
        ["new", "done"],
        [[7], false],
        ["new", "canceled"],
        true,
        0,
        0
    ]);
    assert_eq!(told, expected);
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_lets_go_of_it_and_opens_another_when_it_is_back() {
    let told = followed(
        "['new']",
        r"
        server.say({ id: 1, connect: {} });
        await clock.pass(5_000);
        window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        const left = [server.isClosed, Socket.opened.length];
        server.lose();
        await clock.pass(20_000);
        const before = reads.at.length;
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        await clock.pass(0);
        return [left, Socket.opened.length, reads.at.length - before];
        ",
    )
    .await;
    assert_eq!(told, json!([[true, 1], 2, 1]));
}
