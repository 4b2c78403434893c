use serde_json::json;

use crate::emulator::Emulator;
use crate::game::{player, seed};
use crate::http;

#[test]
fn every_operation_that_is_not_served_says_so_by_its_name() {
    let emulator = Emulator::start(&seed(&[player("mira", &json!({}))]));
    let mira = emulator.player("mira");
    let before = emulator.everything(&[&mira]);
    for line in include_str!("not_served.tsv").lines().skip(1) {
        let [method, path, operation] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let path = filled_in(path);
        let request = http::request(method, &format!("{}{path}", emulator.api))
            .header("authorization", "Basic NDQwNTY6ZW11bGF0b3I=");
        let reply = http::send_json(request, &json!({}));
        assert_eq!(reply.status, 501, "{method} {path}: {}", reply.text);
        let body = reply.json();
        assert_eq!(
            (&body["statusCode"], &body["operation"]),
            (&json!(501), &json!(operation)),
            "{method} {path}"
        );
        assert!(
            body["errorMessage"]
                .as_str()
                .is_some_and(|message| message.contains(operation)),
            "{body}"
        );
    }
    assert_eq!(emulator.everything(&[&mira]), before);
}

fn filled_in(path: &str) -> String {
    let segments = path.split('/').map(|segment| match segment {
        "{project_id}" => "44056",
        "{toggle}" => "activate",
        parameter if parameter.starts_with('{') => "1",
        fixed => fixed,
    });
    segments.collect::<Vec<_>>().join("/")
}
