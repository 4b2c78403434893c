//! What is larger than answers are is refused, with its place named, however much of it would come.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// How a read and a redemption end with such a body: code, `applied` and message of each.
async fn endings(body: &str) -> Value {
    run(&format!(
        r"
        const nested = (levels, inner = '1') => '['.repeat(levels) + inner + ']'.repeat(levels);
        const page = (chain) => `{{'has_more':false,'items':[{{'id':1,'steps':[],${{chain}}}}]}}`.replaceAll(`'`, '\u0022');
        const liveops = new LiveOps({{ projectId: 1, fetch: async () => new Response({body}) }});
        const ends = [];
        for (const call of [liveops.dailyChains.list(), liveops.coupons.redeem('X')]) {{
          const {{ code, applied, message, value }} = await outcome(call);
          ends.push(code ? [code, applied, message] : Object.keys(value));
        }}
        return ends;
        "
    ))
    .await
}

#[wasm_bindgen_test]
async fn what_is_too_large_is_named_by_its_place() {
    for (body, told) in [
        ("'x'.repeat(4194305)", "the body has over 4 MiB"),
        ("'ÿ'.repeat(2097153)", "the body has over 4 MiB"),
        ("nested(100000)", "[0][0]"),
        (
            "page(`'tomorrow':{'deep':${nested(61)}}`)",
            ".items[0].tomorrow.deep[0][0]",
        ),
        (
            "page(`'tomorrow':[${'1,'.repeat(10000)}1]`)",
            ".items[0].tomorrow has over 10,000 entries",
        ),
        (
            "page(`'by_code':{'WINTER2023':[${'1,'.repeat(10000)}1]}`)",
            ".items[0].by_code.* has over 10,000 entries",
        ),
        (
            "page(`'by_code':{${Array.from({ length: 10001 }, (_, n) => `'a${n}':1`)}}`)",
            ".items[0].by_code has over 10,000 entries",
        ),
    ] {
        let ends = endings(body).await;
        for (end, applied) in [(&ends[0], json!(false)), (&ends[1], json!("unknown"))] {
            assert_eq!(
                (&end[0], &end[1]),
                (&json!("bad_response"), &applied),
                "{body}: {end}"
            );
            let message = end[2].as_str().unwrap();
            let (_, place) = message
                .split_once(": the API's answer is too large: ")
                .unwrap();
            assert!(place.starts_with(told), "{body}: {message}");
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_as_large_as_an_answer_may_be_is_handed_back() {
    for body in [
        "page(`'tomorrow':0`) + ' '.repeat(4194304 - page(`'tomorrow':0`).length)",
        "page(`'tomorrow':${nested(61)}`)",
        "page(`'tomorrow':[${'1,'.repeat(9999)}1]`)",
        "page(`'by_code':{${Array.from({ length: 10000 }, (_, n) => `'a${n}':1`)}}`)",
        "page(`'name':'${'ÿ'.repeat(2000000)}'`)",
        "'\u{feff}' + page(`'tomorrow':0`)",
    ] {
        assert_eq!(
            endings(body).await[0],
            json!(["has_more", "items"]),
            "{body}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_refusal_too_large_to_read_is_told_by_its_status() {
    for (status, code) in [
        (404, "cart_invalid"),
        (503, "server_error"),
        (429, "rate_limited"),
    ] {
        let steps = format!(
            "const liveops = new LiveOps({{ projectId: 1, fetch: text('[1,'.repeat(2000000), {status}) }});
             const {{ code, status }} = await outcome(liveops.cart.get());
             return [code, status];"
        );
        assert_eq!(run(&steps).await, json!([code, status]));
    }
}

#[wasm_bindgen_test]
async fn a_body_without_end_is_read_to_the_bound_and_let_go() {
    let result = run(r"
        let pulls = 0, cancelled = 0;
        const part = new TextEncoder().encode(' '.repeat(1 << 20));
        const endless = () => new ReadableStream({
          pull: (controller) => (pulls++, controller.enqueue(part)),
          cancel: () => { cancelled++; throw new Error('of the stream') },
        }, { highWaterMark: 0 });
        const liveops = new LiveOps({ projectId: 1, fetch: async () => new Response(endless()) });
        const { code } = await outcome(liveops.cart.get());
        return [code, pulls, cancelled];
    ")
    .await;
    assert_eq!(result, json!(["bad_response", 5, 1]));
}

#[wasm_bindgen_test]
async fn letters_cut_between_two_parts_are_whole() {
    let result = run(r#"
        const bytes = new TextEncoder().encode(JSON.stringify({ items: [{ sku: "a", name: "Schwert für 5 € 🗡" }] }));
        const fetch = async () => new Response(new ReadableStream({
          start(controller) {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }));
        const { items } = await new LiveOps({ projectId: 1, fetch }).cart.get();
        return items[0].name;
    "#)
    .await;
    assert_eq!(result, json!("Schwert für 5 € 🗡"));
}
