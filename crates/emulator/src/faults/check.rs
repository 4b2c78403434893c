//! Rules as a tester sends them: read, and refused where they could never happen.

use axum::http::{HeaderName, HeaderValue};
use serde::Deserialize;
use serde_json::Value;

use super::rule::{ORDER_SOCKET, Phase, Request, Rule};
use super::what::{Close, Headers, What};
use crate::body;
use crate::engine::refusal::Refusal;
use crate::http::operations;

const LARGEST_BODY: usize = 1024 * 1024 * 1024;
const LARGEST_FRAME: usize = 64 * 1024 * 1024;
const DEEPEST_BODY: usize = 10_000_000;
const MOST_COPIES: usize = 1000;
/// What a WebSocket has room for.
const LONGEST_REASON: usize = 123;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    rules: Vec<Rule>,
}

/// The rules of a body.
pub fn read(body: Value) -> Result<Vec<Rule>, Refusal> {
    let Rules { rules } = body::read(body)?;
    for (index, rule) in rules.iter().enumerate() {
        check(rule).map_err(|(field, problem)| {
            Refusal::invalid(format!("rules[{index}].{field}"), problem)
        })?;
    }
    Ok(rules)
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
        None if rule.phase.is_fault() => Ok(()),
        None => Err(("what", "is missing; say what goes wrong".to_owned())),
        Some(_) if rule.phase.is_fault() => {
            Err(("what", "is said by the phase; leave it out".to_owned()))
        }
        Some(what) => {
            check_phase(what, rule.phase)?;
            check_what(what)
        }
    }
}

fn check_request(request: &Request, phase: Phase) -> Result<(), Problem> {
    let is_of_socket = request.operation.as_deref() == Some(ORDER_SOCKET);
    let is_for_socket = matches!(phase, Phase::Connected | Phase::Push);
    match &request.operation {
        Some(_) if phase == Phase::BeforeRead => {
            let problem = "is not known before the request is read; leave it out";
            Err(("request.operation", problem.to_owned()))
        }
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
        _ if is_of_socket && request.connection.is_some() => {
            let problem = "does not count for the order socket; leave it out";
            Err(("request.connection", problem.to_owned()))
        }
        _ => check_player(request, phase, is_of_socket),
    }
}

fn check_player(request: &Request, phase: Phase, is_of_socket: bool) -> Result<(), Problem> {
    let unknown = match phase {
        Phase::BeforeRead => "before the request is read",
        Phase::Preflight => "in a preflight",
        Phase::BeforeCommit if is_of_socket => "before the order socket is connected",
        _ => return Ok(()),
    };
    if request.player.is_none() {
        return Ok(());
    }
    Err((
        "request.player",
        format!("is not known {unknown}; leave it out"),
    ))
}

fn check_phase(what: &What, phase: Phase) -> Result<(), Problem> {
    let phases = phases(what);
    if phases.contains(&phase.as_str()) {
        return Ok(());
    }
    let problem = match phases {
        [only] => format!("does not happen in this phase; its phase is {only}"),
        several => format!(
            "does not happen in this phase; its phases are {}",
            several.join(", ")
        ),
    };
    Err(("what", problem))
}

/// The phases that a fault can happen in.
fn phases(what: &What) -> &'static [&'static str] {
    match what {
        What::Fin | What::Reset => &[
            "before_read",
            "preflight",
            "before_commit",
            "late_commit",
            "after_commit",
        ],
        What::Answer(_) | What::Hang => {
            &["preflight", "before_commit", "late_commit", "after_commit"]
        }
        What::HalfHeader => &["before_commit", "late_commit", "after_commit"],
        What::Refuse(_)
        | What::LargeBody(_)
        | What::DeepBody(_)
        | What::AdvanceClock(_)
        | What::DisableChain => &["before_commit", "after_commit"],
        What::TruncatedBody(_)
        | What::Stall(_)
        | What::Dribble(_)
        | What::Nulls
        | What::WrongTypes => &["after_commit"],
        What::Headers(_) => &["preflight", "after_commit"],
        What::Close(_) => &["connected"],
        What::FalseStatus(_) | What::ForeignOrder(_) | What::Garbage | What::HugeFrame(_) => {
            &["connected", "push"]
        }
        What::Repeat(_) | What::Silence => &["push"],
    }
}

fn check_what(what: &What) -> Result<(), Problem> {
    match what {
        What::Answer(answer) if !(200..=599).contains(&answer.status) => {
            let problem = format!("is {}; give a status from 200 to 599", answer.status);
            Err(("what.answer.status", problem))
        }
        What::Answer(answer) => check_headers("what.answer.headers", &answer.headers),
        What::Headers(headers) => check_headers("what.headers", headers),
        What::Close(close) => check_close(close),
        What::HugeFrame(of) => check_size("what.huge_frame.bytes", of.bytes, LARGEST_FRAME),
        What::LargeBody(of) => check_size("what.large_body.bytes", of.bytes, LARGEST_BODY),
        What::DeepBody(of) => check_size("what.deep_body.depth", of.depth, DEEPEST_BODY),
        What::Repeat(of) => check_size("what.repeat.copies", of.copies, MOST_COPIES),
        _ => Ok(()),
    }
}

fn check_size(field: &'static str, size: usize, largest: usize) -> Result<(), Problem> {
    if size <= largest {
        return Ok(());
    }
    Err((field, format!("is {size}; give at most {largest}")))
}

fn check_close(close: &Close) -> Result<(), Problem> {
    if let Some(code) = close
        .code
        .filter(|code| !matches!(code, 1000 | 3000..=4999))
    {
        let problem = format!("is {code}; give 1000, or a number from 3000 to 4999");
        return Err(("what.close.code", problem));
    }
    if close.reason.len() > LONGEST_REASON {
        let problem =
            format!("is longer than the {LONGEST_REASON} bytes that a WebSocket has for it");
        return Err(("what.close.reason", problem));
    }
    Ok(())
}

fn check_headers(field: &'static str, headers: &Headers) -> Result<(), Problem> {
    for (name, value) in headers {
        if HeaderName::try_from(name).is_err() || HeaderValue::try_from(value).is_err() {
            let problem = format!("\"{name}\" cannot be sent as a header; write it otherwise");
            return Err((field, problem));
        }
    }
    Ok(())
}
