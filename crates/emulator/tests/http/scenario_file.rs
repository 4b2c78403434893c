//! Rules that count from the start.

use std::io::Write;

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use crate::emulator::{Emulator, refused_start};
use crate::game::{player, seed};

fn file(content: &str) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a file");
    file.write_all(content.as_bytes()).expect("a written file");
    file
}

#[test]
fn a_scenario_file_holds_rules_as_the_route_takes_them() {
    let rule = json!({ "request": { "operation": "get-user-cart" }, "phase": "before_commit", "what": { "answer": { "status": 503 } }, "times": 1 });
    let scenario = file(&json!({ "rules": [rule] }).to_string());
    let path = scenario.path().to_str().expect("a printable path");
    let emulator = Emulator::start_with(&seed(&[player("mira", &json!({}))]), &["--faults", path]);
    let mira = emulator.player("mira");
    assert_eq!(
        (mira.get("/cart").status, mira.get("/cart").status),
        (503, 200)
    );
}

#[test]
fn a_scenario_file_that_cannot_be_used_is_refused_with_its_place() {
    for (content, problem) in [
        ("{ \"rules\": [", "is no JSON"),
        ("[]", "body: "),
        (
            r#"{ "rules": [{ "phase": "before_commit", "what": "explode" }] }"#,
            "rules[0].what",
        ),
        (
            r#"{ "rules": [{ "phase": "before_commit", "what": "hang", "colour": 1 }] }"#,
            "rules[0].colour",
        ),
        (
            r#"{ "rules": [{ "phase": "after_commit", "what": "hang" }, { "request": { "operation": "fly" }, "phase": "after_commit", "what": "hang" }] }"#,
            "rules[1].request.operation",
        ),
    ] {
        let scenario = file(content);
        let path = scenario.path().to_str().expect("a printable path");
        let output = refused_start(
            Value::from(Vec::<Value>::new()).to_string().as_bytes(),
            &["--faults", path],
        );
        let message = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(
            message.contains("--faults")
                && message.contains(problem)
                && !message.contains("Unprocessable"),
            "{problem}: {message}"
        );
    }
    let output = refused_start(b"[]", &["--faults", "/nowhere/rules.json"]);
    let message = String::from_utf8(output.stderr).expect("text");
    assert!(
        message.contains("/nowhere/rules.json") && message.contains("cannot be read"),
        "{message}"
    );
}
