//! Rules as a tester sends them: read, and refused where they could never happen.

use axum::http::{HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::Value;

use super::rule::{Answer, Close, ORDER_SOCKET, Phase, Request, Rule, What};
use crate::body;
use crate::engine::refusal::Refusal;
use crate::http::{Failure, invalid, operations};

/// Faults that are planned and not served yet.
const NOT_SERVED: [&str; 14] = [
    "advance_clock",
    "deep_body",
    "disable_chain",
    "dribble",
    "fin",
    "half_header",
    "headers",
    "large_body",
    "nulls",
    "refuse",
    "reset",
    "stall",
    "truncated_body",
    "wrong_types",
];

/// Phases that are planned and not served yet.
const PHASES_NOT_SERVED: [&str; 4] = ["accepts_again", "before_read", "preflight", "stale_read"];

const LARGEST_FRAME: usize = 64 * 1024 * 1024;
const MOST_COPIES: usize = 1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    rules: Vec<Rule>,
}

/// The rules of a body.
pub fn read(body: Value) -> Result<Vec<Rule>, Failure> {
    if let Some(name) = not_served(&body) {
        let message = format!("The fault \"{name}\" is not served by the emulator yet.");
        return Err(Failure::plain(StatusCode::NOT_IMPLEMENTED, 0, message));
    }
    let Rules { rules } = body::read(body).map_err(|refusal| invalid(&refusal))?;
    for (index, rule) in rules.iter().enumerate() {
        check(rule).map_err(|(field, problem)| {
            invalid(&Refusal::invalid(
                format!("rules[{index}].{field}"),
                problem,
            ))
        })?;
    }
    Ok(rules)
}

fn not_served(body: &Value) -> Option<&str> {
    let rules = body.get("rules")?.as_array()?;
    rules.iter().find_map(|rule| {
        let phase = name(rule.get("phase")).filter(|name| PHASES_NOT_SERVED.contains(name));
        let connection = rule
            .get("request")
            .and_then(|request| request.get("connection"));
        let phase = phase.or(connection.map(|_| "connection"));
        phase.or_else(|| name(rule.get("what")).filter(|name| NOT_SERVED.contains(name)))
    })
}

/// The name of a variant, with or without fields.
fn name(value: Option<&Value>) -> Option<&str> {
    match value? {
        Value::String(name) => Some(name),
        Value::Object(fields) => fields.keys().next().map(String::as_str),
        _ => None,
    }
}

type Problem = (&'static str, String);

fn check(rule: &Rule) -> Result<(), Problem> {
    check_request(&rule.request, rule.phase)?;
    if let Some(probability) = rule.probability
        && !(0.0..=1.0).contains(&probability)
    {
        let problem = format!("is {probability}; give a number from 0 to 1");
        return Err(("probability", problem));
    }
    match &rule.what {
        Some(what) if fits(what, rule.phase) => check_what(what),
        Some(_) => Err(("what", phases_of(rule))),
        None if rule.phase == Phase::DuplicateDelivery => Ok(()),
        None => Err(("what", "is missing; say what goes wrong".to_owned())),
    }
}

fn check_request(request: &Request, phase: Phase) -> Result<(), Problem> {
    let is_of_socket = request.operation.as_deref() == Some(ORDER_SOCKET);
    let is_for_socket = matches!(phase, Phase::Connected | Phase::Push);
    match &request.operation {
        Some(name) if !is_of_socket && !operations::is_known(name) => {
            let problem = format!(
                "\"{name}\" is no operation; give its id, such as create-order, or \"{ORDER_SOCKET}\""
            );
            Err(("request.operation", problem))
        }
        _ if is_for_socket && !is_of_socket => {
            let problem = format!("is not \"{ORDER_SOCKET}\", which this phase is of; name it");
            Err(("request.operation", problem))
        }
        _ if is_of_socket && !is_for_socket && phase != Phase::BeforeCommit => {
            let problem = "is none of the order socket; use before_commit, connected or push";
            Err(("phase", problem.to_owned()))
        }
        _ if is_of_socket && !is_for_socket && request.player.is_some() => {
            let problem = "is not known before the order socket is connected; leave it out";
            Err(("request.player", problem.to_owned()))
        }
        _ => Ok(()),
    }
}

fn fits(what: &What, phase: Phase) -> bool {
    match what {
        What::Answer(_) | What::Hang => matches!(
            phase,
            Phase::BeforeCommit | Phase::AfterCommit | Phase::LateCommit(_)
        ),
        What::Close(_) => phase == Phase::Connected,
        What::FalseStatus(_) | What::ForeignOrder(_) | What::Garbage | What::HugeFrame(_) => {
            matches!(phase, Phase::Connected | Phase::Push)
        }
        What::Repeat(_) | What::Silence => phase == Phase::Push,
    }
}

fn phases_of(rule: &Rule) -> String {
    let phases = match rule.what {
        Some(What::Answer(_) | What::Hang) => "before_commit, after_commit or late_commit",
        Some(What::Close(_)) => "connected",
        Some(What::Repeat(_) | What::Silence) => "push",
        _ => "connected or push",
    };
    format!("does not happen in this phase; its phase is {phases}")
}

fn check_what(what: &What) -> Result<(), Problem> {
    match what {
        What::Answer(answer) => check_answer(answer),
        What::Close(Close {
            code: Some(code), ..
        }) if !matches!(code, 1000 | 3000..=4999) => {
            let problem = format!("is {code}; give 1000, or a number from 3000 to 4999");
            Err(("what.close.code", problem))
        }
        What::Close(Close { reason, .. }) if reason.len() > 123 => {
            let problem = "is longer than the 123 bytes that a WebSocket has for it";
            Err(("what.close.reason", problem.to_owned()))
        }
        What::HugeFrame(frame) if frame.bytes > LARGEST_FRAME => {
            let problem = format!("is {}; the largest frame is {LARGEST_FRAME}", frame.bytes);
            Err(("what.huge_frame.bytes", problem))
        }
        What::Repeat(repeat) if repeat.copies > MOST_COPIES => {
            let problem = format!("is {}; give at most {MOST_COPIES}", repeat.copies);
            Err(("what.repeat.copies", problem))
        }
        _ => Ok(()),
    }
}

fn check_answer(answer: &Answer) -> Result<(), Problem> {
    if !(200..=599).contains(&answer.status) {
        let problem = format!("is {}; give a status from 200 to 599", answer.status);
        return Err(("what.answer.status", problem));
    }
    for (name, value) in &answer.headers {
        if HeaderName::try_from(name).is_err() || HeaderValue::try_from(value).is_err() {
            let problem = format!("\"{name}\" cannot be sent as a header; write it otherwise");
            return Err(("what.answer.headers", problem));
        }
    }
    Ok(())
}
