//! A failed call: what it was, what it means, whether anything happened.

use crate::api::Facts;
use crate::rules::outcome::ErrorCode;
use crate::rules::text::joined;

/// Whether the server did what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It did not.
    No,
    /// Nobody can tell from this answer: a browser may have sent the request twice.
    Unknown,
}

/// A failed call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What JavaScript calls the operation.
    pub operation: &'static str,
    /// What it means.
    pub code: ErrorCode,
    /// What exactly is wrong, where there is more to say. Never a token, a code or a URL.
    pub detail: Option<String>,
    /// The HTTP status, if an answer came.
    pub status: Option<u16>,
    /// The API's own number.
    pub error_code: Option<i64>,
    /// The API's id of the request.
    pub transaction_id: Option<String>,
    /// Whether the server did what was asked.
    pub applied: Applied,
    /// Whether the same call may be made again and could then succeed.
    pub retryable: bool,
    /// How many milliseconds the API asks to wait, where that can be read.
    pub retry_after: Option<u32>,
}

impl Failure {
    /// A failure before anything was sent.
    #[must_use]
    pub fn unsent(operation: &'static str, code: ErrorCode) -> Box<Self> {
        Box::new(Self {
            operation,
            code,
            detail: None,
            status: None,
            error_code: None,
            transaction_id: None,
            applied: Applied::No,
            retryable: is_passing(code),
            retry_after: None,
        })
    }

    /// An argument that is wrong; the pieces of `detail` make one sentence.
    #[must_use]
    pub fn argument(operation: &'static str, detail: &[&str]) -> Box<Self> {
        Self::unsent(operation, ErrorCode::InvalidArgument).saying(detail)
    }

    /// A failure after the request left the page.
    #[must_use]
    pub fn sent(facts: &Facts, code: ErrorCode) -> Box<Self> {
        let mut failure = Self::unsent(facts.name, code);
        if facts.resend.writes() {
            failure.applied = Applied::Unknown;
            failure.retryable &= facts.resend.may_be_repeated();
        }
        failure
    }

    /// Says more than the code's own advice.
    #[must_use]
    pub fn saying(mut self: Box<Self>, detail: &[&str]) -> Box<Self> {
        self.detail = Some(joined(detail));
        self
    }

    /// One sentence: the operation, what happened, what to do.
    #[must_use]
    pub fn message(&self) -> String {
        match &self.detail {
            Some(detail) => joined(&[self.operation, ": ", detail]),
            None => joined(&[self.operation, ": ", self.code.advice()]),
        }
    }
}

/// Whether time alone can mend it.
const fn is_passing(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::RateLimited | ErrorCode::ServerError | ErrorCode::Network | ErrorCode::Timeout
    )
}

#[cfg(test)]
#[path = "failure_test.rs"]
mod test;
