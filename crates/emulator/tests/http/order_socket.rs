//! The socket that tells players of their orders.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::client::IntoClientRequest;
use tungstenite::http::HeaderValue;
use tungstenite::protocol::Message;
use tungstenite::{Error, WebSocket};

use crate::emulator::{Emulator, Player};
use crate::game::{player, seed};
use crate::http::{self, NO_BODY};

/// Where a test would otherwise wait forever.
const PATIENCE: Duration = Duration::from_secs(20);

/// A client of the socket, and the frames it has not looked at yet.
pub struct Socket {
    socket: WebSocket<TcpStream>,
    lines: Vec<Value>,
}

impl Socket {
    pub fn open(emulator: &Emulator) -> Self {
        Self::open_as(emulator, None).expect("a socket")
    }

    /// Opens it as a page of this origin would, or says with which status that was refused.
    pub fn open_as(emulator: &Emulator, origin: Option<&str>) -> Result<Self, u16> {
        let host = emulator
            .api
            .trim_start_matches("http://")
            .trim_end_matches("/api");
        let stream = TcpStream::connect(host).expect("a connection");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("a time limit");
        let mut request = format!("ws://{host}/connection/websocket")
            .into_client_request()
            .expect("a request");
        if let Some(origin) = origin {
            let origin = HeaderValue::from_str(origin).expect("an origin");
            request.headers_mut().insert("origin", origin);
        }
        match tungstenite::client(request, stream) {
            Ok((socket, _)) => Ok(Self {
                socket,
                lines: Vec::new(),
            }),
            Err(tungstenite::HandshakeError::Failure(Error::Http(reply))) => {
                Err(reply.status().as_u16())
            }
            Err(other) => panic!("{other}"),
        }
    }

    pub fn connected(player: &Player) -> Self {
        let mut socket = Self::open(player.emulator);
        socket.connect(&player.token, &json!(44056));
        let reply = socket.hear();
        assert!(reply["connect"]["client"].is_string(), "{reply}");
        socket
    }

    pub fn connect(&mut self, token: &str, project_id: &Value) {
        self.say(
            &json!({ "id": 1, "connect": { "data": { "auth": token, "project_id": project_id } } })
                .to_string(),
        );
    }

    pub fn say(&mut self, text: &str) {
        self.socket
            .send(Message::text(text))
            .expect("an open socket");
    }

    /// The next frame as it came.
    pub fn frame(&mut self) -> Message {
        self.socket.read().expect("a frame")
    }

    /// The next object, of this frame or the one after it.
    pub fn hear(&mut self) -> Value {
        while self.lines.is_empty() {
            let Message::Text(text) = self.frame() else {
                continue;
            };
            self.lines = text
                .lines()
                .map(|line| serde_json::from_str(line).expect("JSON"))
                .collect();
        }
        self.lines.remove(0)
    }

    /// The next status that is told, with its order.
    pub fn status(&mut self) -> (u64, String) {
        let said = self.hear();
        let data = &said["push"]["pub"]["data"];
        (
            data["order_id"].as_u64().expect("an order"),
            data["status"].as_str().expect("a status").to_owned(),
        )
    }

    /// Whether the connection ends without a word.
    pub fn is_cut(&mut self) -> bool {
        self.socket.read().is_err()
    }

    /// The code and reason that the connection ends with.
    pub fn ended(&mut self) -> (u16, String) {
        loop {
            match self.frame() {
                Message::Close(Some(close)) => {
                    return (close.code.into(), close.reason.to_string());
                }
                Message::Text(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }
}

fn game() -> Emulator {
    Emulator::start(&seed(&[
        player("mira", &json!({})),
        player("pip", &json!({})),
    ]))
}

fn order(player: &Player) -> u64 {
    let created = player.send("POST", "/payment/item/lantern", &json!({}));
    created.ok()["order_id"].as_u64().expect("an order")
}

fn end(emulator: &Emulator, order: u64, event: &str) {
    let url = emulator.control(&format!("/orders/{order}/{event}"));
    http::send(http::request("POST", &url), NO_BODY).ok();
}

#[test]
fn every_status_is_told_to_its_player_and_to_nobody_else() {
    let emulator = game();
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    let mut hers = [Socket::connected(&mira), Socket::connected(&mira)];
    let mut his = Socket::connected(&pip);
    let paid = order(&mira);
    end(&emulator, paid, "decline");
    end(&emulator, paid, "pay");
    let canceled = order(&mira);
    end(&emulator, canceled, "cancel");
    let expired = order(&mira);
    end(&emulator, expired, "expire");
    let of_pip = order(&pip);
    for socket in &mut hers {
        for (order, status) in [
            (paid, "new"),
            (paid, "paid"),
            (paid, "done"),
            (canceled, "new"),
            (canceled, "canceled"),
            (expired, "new"),
            (expired, "expired"),
        ] {
            assert_eq!(socket.status(), (order, status.to_owned()));
        }
    }
    assert_eq!(his.status(), (of_pip, "new".to_owned()));
}

#[test]
fn what_is_free_is_told_as_done_at_once() {
    let emulator = Emulator::start(&seed(&[
        crate::game::item_with(
            "leaf",
            "1.00",
            &json!({ "is_free": true, "prices": [], "vc_prices": [] }),
        ),
        player("mira", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let mut socket = Socket::connected(&mira);
    let order = mira.send("POST", "/free/item/leaf", &json!({})).ok()["order_id"].as_u64();
    assert_eq!(
        socket.status(),
        (order.expect("an order"), "done".to_owned())
    );
}

#[test]
fn news_is_numbered_on_the_players_own_channel() {
    let emulator = game();
    let mira = emulator.player("mira");
    order(&emulator.player("pip"));
    order(&mira);
    let mut socket = Socket::open(&emulator);
    socket.connect(&mira.token, &json!(44056));
    let connected = socket.hear();
    let subscriptions = connected["connect"]["subs"].as_object().expect("channels");
    let (channel, subscription) = subscriptions.iter().next().expect("a channel");
    assert_eq!(subscription["offset"], 1);
    order(&mira);
    let said = socket.hear();
    assert_eq!(
        (&said["push"]["channel"], &said["push"]["pub"]["offset"]),
        (&json!(channel), &json!(2))
    );
}

#[test]
fn commands_come_and_are_answered_several_in_a_frame() {
    let emulator = game();
    let mira = emulator.player("mira");
    let mut socket = Socket::connected(&mira);
    socket.say("{}\n{\"id\":7,\"history\":{\"channel\":\"x\"}}\n\n{\"id\":8,\"rpc\":{}}\n");
    let Message::Text(answers) = socket.frame() else {
        panic!("no text")
    };
    let ids: Vec<_> = answers
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"))
        .map(|reply| (reply["id"].clone(), reply["error"]["code"].clone()))
        .collect();
    assert_eq!(ids, [(json!(7), json!(108)), (json!(8), json!(108))]);
    let order = order(&mira);
    assert_eq!(socket.status(), (order, "new".to_owned()));
}

#[test]
fn who_may_not_connect_is_told_why() {
    let emulator = game();
    let mira = emulator.player("mira");
    let connect = |token: &str, project_id: &Value| {
        let mut socket = Socket::open(&emulator);
        socket.connect(token, project_id);
        socket.ended()
    };
    assert_eq!(
        connect("no.token", &json!(44056)),
        (3500, "invalid token".to_owned())
    );
    assert_eq!(
        connect(&mira.token, &json!(1)),
        (3507, "permission denied".to_owned())
    );
    assert_eq!(
        connect(&mira.token, &json!("44056")),
        (3501, "bad request".to_owned())
    );
    emulator.advance(3601);
    assert_eq!(
        connect(&mira.token, &json!(44056)),
        (3500, "invalid token".to_owned())
    );
}

#[test]
fn what_is_no_command_ends_the_connection() {
    let emulator = game();
    let mira = emulator.player("mira");
    for first in [
        "{}",
        "hello",
        "[]",
        r#"{"id":1,"rpc":{}}"#,
        r#"{"id":1,"connect":{}}"#,
        r#"{"id":-1,"connect":{}}"#,
    ] {
        let mut socket = Socket::open(&emulator);
        socket.say(first);
        assert_eq!(socket.ended().0, 3501, "{first}");
    }
    for later in [
        "hello",
        r#"{"id":2}"#,
        r#"{"rpc":{}}"#,
        r#"{"id":2,"dance":{}}"#,
        r#"{"id":2,"connect":{"data":{"auth":"","project_id":1}}}"#,
    ] {
        let mut socket = Socket::connected(&mira);
        socket.say(later);
        assert_eq!(socket.ended().0, 3501, "{later}");
    }
    let mut socket = Socket::connected(&mira);
    socket
        .socket
        .send(Message::binary(vec![1]))
        .expect("an open socket");
    assert_eq!(socket.ended(), (3506, "inappropriate protocol".to_owned()));
    // Others are not disturbed.
    let order = order(&mira);
    let mut socket = Socket::connected(&mira);
    end(&emulator, order, "cancel");
    assert_eq!(socket.status(), (order, "canceled".to_owned()));
}

#[test]
fn pages_of_this_machine_may_connect_and_others_may_not() {
    let emulator = game();
    for origin in [
        "http://127.0.0.1:1",
        "https://localhost",
        "http://[::1]:8080",
    ] {
        assert!(Socket::open_as(&emulator, Some(origin)).is_ok(), "{origin}");
    }
    for origin in ["https://shop.example", "null", "http://127.0.0.1.example"] {
        assert_eq!(
            Socket::open_as(&emulator, Some(origin)).err(),
            Some(403),
            "{origin}"
        );
    }
}

#[test]
fn what_is_no_websocket_is_told_what_this_is() {
    let emulator = game();
    let url = emulator.api.replace("/api", "/connection/websocket");
    let message = http::get(&url).refused(400, 0);
    assert!(message.contains("WebSocket"), "{message}");
}

#[test]
fn a_client_that_never_reads_keeps_nobody_waiting() {
    let emulator = game();
    let mira = emulator.player("mira");
    let _idle = Socket::connected(&mira);
    let mut reader = Socket::connected(&mira);
    for _ in 0..300 {
        let order = order(&mira);
        assert_eq!(reader.status(), (order, "new".to_owned()));
    }
}
