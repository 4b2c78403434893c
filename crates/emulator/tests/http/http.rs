//! One HTTP request and its reply, whatever its status.

use std::cell::RefCell;

use serde_json::Value;
use ureq::http::{HeaderMap, Request, request};
use ureq::{Agent, AsSendBody};

thread_local! {
    static AGENT: RefCell<Agent> = RefCell::new(agent());
}

fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .build()
        .into()
}

/// Drops the open connections of this thread: a new server may listen where an ended one did.
pub fn forget_connections() {
    AGENT.set(agent());
}

/// No body, and said so: a request that leaves its length open may be answered before it has ended.
pub const NO_BODY: &str = "";

/// What the server answered.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    /// What `text` was read from, as it was sent.
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{error} in {} {:?}", self.status, self.text))
    }

    /// The body of a success.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert!(
            (200..300).contains(&self.status),
            "{} {}",
            self.status,
            self.text
        );
        if self.text.is_empty() {
            Value::Null
        } else {
            self.json()
        }
    }

    /// Holds the reply against a documented refusal, and gives its message.
    #[track_caller]
    pub fn refused(&self, status: u16, error_code: u64) -> String {
        assert_eq!(self.status, status, "{}", self.text);
        let body = self.json();
        assert_eq!(body["statusCode"], status, "{body}");
        assert_eq!(body["errorCode"], error_code, "{body}");
        body["errorMessage"]
            .as_str()
            .unwrap_or_else(|| panic!("errorMessage is no string: {body}"))
            .to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .get(name)
            .map(|value| value.to_str().expect("a printable header"))
    }
}

/// Sends a request; `Err` when the connection broke before the reply was complete.
pub fn try_send(request: request::Builder, body: impl AsSendBody) -> Result<Reply, ureq::Error> {
    let request = request.body(body).map_err(ureq::Error::Http)?;
    let mut response = AGENT.with_borrow(|agent| agent.run(request))?;
    let bytes = response.body_mut().read_to_vec()?;
    Ok(Reply {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        text: String::from_utf8_lossy(&bytes).into_owned(),
        bytes,
    })
}

pub fn send(request: request::Builder, body: impl AsSendBody) -> Reply {
    let asked = format!("{:?} {:?}", request.method_ref(), request.uri_ref());
    try_send(request, body).unwrap_or_else(|error| panic!("{asked}: {error}"))
}

pub fn request(method: &str, url: &str) -> request::Builder {
    Request::builder().method(method).uri(url)
}

pub fn get(url: &str) -> Reply {
    send(request("GET", url), NO_BODY)
}

pub fn send_json(request: request::Builder, body: &Value) -> Reply {
    send(
        request.header("content-type", "application/json"),
        body.to_string(),
    )
}
