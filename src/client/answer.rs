//! The one place where an answer becomes a result or an error.

use super::failure::Failure;
use crate::api::{Expected, Request};
use crate::models::orders::DoneOrder;
use crate::models::shape::Shaped;
use crate::rules::check::{Mismatch, check};
use crate::rules::node::Node;
use crate::rules::outcome::{ErrorCode, outcome};
use crate::rules::refusal::read_refusal;
use crate::rules::text::push_decimal;

/// What an accepted request gave.
#[derive(Debug, PartialEq)]
pub enum Accepted<N> {
    /// The body as it came.
    Body(N),
    /// Nothing but success.
    Nothing,
    /// A step was claimed; a free offer step made an order.
    Claimed {
        /// The order's id, where the operation makes one.
        order_id: Option<f64>,
    },
}

/// Reads an answer. `body` is the parsed body, or none where it was empty or not JSON; or it is what is too large
/// about it.
///
/// # Errors
///
/// The API's refusal, or [`ErrorCode::BadResponse`] where a success is not the promised one.
pub fn read_answer<N: Node>(
    request: &Request,
    status: u16,
    body: Result<Option<N>, String>,
) -> Result<Accepted<N>, Box<Failure>> {
    if status >= 400 {
        return Err(refused(request, status, body.ok().flatten()));
    }
    let too_large = |excess: String| {
        let detail = ["the API's answer is too large: ", &excess];
        bad_response(request, status, &detail)
    };
    let body = body.map_err(too_large)?;
    let accepted = match (request.facts.expected, status, body) {
        (Expected::Nothing, 204, _) => Ok(Accepted::Nothing),
        (Expected::Claimed, 204, _) => Ok(Accepted::Claimed { order_id: None }),
        (Expected::Body(shape), 200, Some(body)) => {
            check(&body, shape()).map(|()| Accepted::Body(body))
        }
        (Expected::ClaimedWithOrder, 200, Some(body)) => {
            check(&body, DoneOrder::shape()).map(|()| Accepted::Claimed {
                order_id: body.field("order_id").number(),
            })
        }
        (_, _, body) => return Err(unexpected(request, status, body.is_some())),
    };
    let accepted = accepted.map_err(|mismatch| broken_promise(request, status, &mismatch))?;
    match &accepted {
        Accepted::Body(page) if request.walks && goes_nowhere(page) => {
            let detail = "the API answered with an empty page that says `has_more`";
            Err(bad_response(request, status, &[detail]))
        }
        _ => Ok(accepted),
    }
}

fn goes_nowhere<N: Node>(page: &N) -> bool {
    page.field("has_more").is_true() && page.field("items").elements().next().is_none()
}

fn refused<N: Node>(request: &Request, status: u16, body: Option<N>) -> Box<Failure> {
    let refusal = body.map(|body| read_refusal(&body)).unwrap_or_default();
    let code = outcome(request.facts.subject, status, refusal.number);
    // Only these two are known to come before anything is done.
    let mut failure = match status {
        401 | 429 => Failure::unsent(request.facts.name, code),
        _ => Failure::sent(request.facts, code),
    };
    failure.status = Some(status);
    failure.error_code = refusal.error_code;
    failure.transaction_id = refusal.transaction_id;
    failure
}

fn unexpected(request: &Request, status: u16, has_json: bool) -> Box<Failure> {
    let body = if has_json {
        " and a body"
    } else {
        " and no JSON body"
    };
    let mut status_text = String::new();
    push_decimal(&mut status_text, status.into());
    let detail = [
        "the API answered with status ",
        &status_text,
        body,
        ", which it does not promise",
    ];
    bad_response(request, status, &detail)
}

fn broken_promise(request: &Request, status: u16, mismatch: &Mismatch) -> Box<Failure> {
    let path = if mismatch.path.is_empty() {
        "the body"
    } else {
        &mismatch.path
    };
    let (wanted, found) = (mismatch.wanted, mismatch.found);
    let detail = [
        "the API's answer breaks its promise: ",
        path,
        " must be ",
        wanted,
        " but is ",
        found,
    ];
    bad_response(request, status, &detail)
}

fn bad_response(request: &Request, status: u16, detail: &[&str]) -> Box<Failure> {
    let mut failure = Failure::sent(request.facts, ErrorCode::BadResponse).saying(detail);
    // A page's own `fetch` may answer without one.
    failure.status = Some(status).filter(|status| *status > 0);
    failure
}

#[cfg(test)]
#[path = "answer_test.rs"]
mod test;
