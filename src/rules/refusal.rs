//! Reading the body of a refusal, however it is written.

use super::node::{Kind, Node};
use super::text::whole_number;

/// What the body of a refusal says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// `errorCode` as sent; null when there is none.
    pub error_code: Option<i64>,
    /// The number that decides: the bracketed one of `errorMessage` unless it is zero, else `errorCode`.
    pub number: Option<i64>,
    /// `transactionId`, for a question to Xsolla's support.
    pub transaction_id: Option<String>,
}

/// Reads a refusal. Numbers may come as strings; anything may be missing.
pub fn read_refusal<N: Node>(body: &N) -> Refusal {
    if body.kind() != Kind::Object {
        return Refusal::default();
    }
    let error_code = lenient_integer(&body.field("errorCode"));
    let bracketed = body
        .field("errorMessage")
        .text()
        .and_then(|message| bracketed_number(&message));
    Refusal {
        error_code,
        number: bracketed.or(error_code),
        transaction_id: body.field("transactionId").text(),
    }
}

/// The second number of a message such as `[0401-9807]: Enter valid coupon code.`, unless it is zero.
///
/// It can differ from `errorCode`, and then it is the one that tells more.
fn bracketed_number(message: &str) -> Option<i64> {
    let (bracket, _) = message.trim_start().strip_prefix('[')?.split_once(']')?;
    let (_, number) = bracket.split_once('-')?;
    whole_number(number).filter(|number| *number != 0)
}

fn lenient_integer<N: Node>(value: &N) -> Option<i64> {
    match value.kind() {
        // Exact: a whole number within 2^53.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the kind says that it fits"
        )]
        Kind::Integer => value.number().map(|number| number as i64),
        Kind::Text => whole_number(value.text()?.trim()),
        _ => None,
    }
}

#[cfg(test)]
#[path = "refusal_test.rs"]
mod test;
