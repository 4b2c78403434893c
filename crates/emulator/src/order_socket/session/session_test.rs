use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::extract::ws::Message;
use futures_channel::mpsc::{Receiver, Sender, channel};
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use serde_json::json;
use tokio::task::JoinHandle;

use super::serve;
use crate::engine::Decision;
use crate::engine::chain::Quantity;
use crate::engine::ids::{PayStationToken, PlayerId};
use crate::engine::orders;
use crate::engine::refusal::Refusal;
use crate::faults::Faults;
use crate::http::{Api, Emulator, mint};
use crate::seed::Seed;
use crate::store::Store;
use crate::wire_log::WireLog;

/// Both ends of a connection in memory, seen from one of them.
struct End {
    from: Receiver<Message>,
    to: Sender<Message>,
}

impl Stream for End {
    type Item = Result<Message, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.from.poll_next_unpin(context).map(|next| next.map(Ok))
    }
}

impl Sink<Message> for End {
    type Error = axum::Error;

    fn poll_ready(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Result<(), Self::Error>> {
        self.to.poll_ready_unpin(context).map_err(axum::Error::new)
    }

    fn start_send(mut self: Pin<&mut Self>, message: Message) -> Result<(), Self::Error> {
        self.to.start_send_unpin(message).map_err(axum::Error::new)
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Result<(), Self::Error>> {
        self.to.poll_flush_unpin(context).map_err(axum::Error::new)
    }

    fn poll_close(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Result<(), Self::Error>> {
        self.to.poll_close_unpin(context).map_err(axum::Error::new)
    }
}

struct Client {
    frames: End,
    session: JoinHandle<()>,
}

impl Client {
    fn new(api: &Api) -> Self {
        let (to_server, from_client) = channel(0);
        let (to_client, from_server) = channel(0);
        let server = End {
            from: from_client,
            to: to_client,
        };
        Self {
            frames: End {
                from: from_server,
                to: to_server,
            },
            session: tokio::spawn(serve(server, api.clone())),
        }
    }

    async fn connected(api: &Api) -> Self {
        let mut client = Self::new(api);
        let (token, _) = mint(
            api.store.signing_key(),
            &"mira".into(),
            "Mira",
            api.store.clock().now(),
            3600,
        )
        .expect("a token");
        client
            .say(&format!(
                r#"{{"id":1,"connect":{{"data":{{"auth":"{token}","project_id":44056}}}}}}"#
            ))
            .await;
        assert!(client.hear().await.contains(r#""connect":{"#));
        client
    }

    async fn say(&mut self, text: &str) {
        self.frames
            .send(Message::text(text))
            .await
            .expect("an open connection");
    }

    async fn hear(&mut self) -> String {
        match self
            .frames
            .next()
            .await
            .expect("a frame")
            .expect("a message")
        {
            Message::Text(text) => text.to_string(),
            Message::Close(Some(close)) => format!("{} {}", close.code, close.reason),
            other => panic!("{other:?}"),
        }
    }
}

fn api() -> Api {
    let seed = Seed::from(vec![
        json!({ "operation": "admin-create-virtual-item", "body": {
            "sku": "wick", "name": { "en": "Wick" }, "prices": [{ "amount": "1.00", "currency": "USD" }],
        }}),
        json!({ "players": [{ "player_id": "mira", "name": "Mira" }] }),
    ]);
    let play = move |now| seed.changes(now).map_err(|_| Refusal::NotSaved);
    Api::from(Emulator {
        store: Store::open(None, Arc::new(play)).expect("a store"),
        faults: Faults::new(Vec::new()),
        wire_log: WireLog::default(),
        strict_auth: false,
    })
}

async fn buy(api: &Api, number: usize) {
    let bought = api.store.decide(move |state, now| {
        let mira = &state.players[&PlayerId::from("mira")];
        let wick = Quantity {
            sku: "wick".into(),
            quantity: 1,
        };
        let token = PayStationToken(number.to_string());
        let changes = orders::past_purchase(state, mira, &[wick], token, now)?;
        Ok(Decision { changes, reply: () })
    });
    bought.await.expect("an order");
}

#[tokio::test(start_paused = true)]
async fn a_ping_that_is_answered_comes_again_and_one_that_is_not_ends_the_connection() {
    let mut client = Client::connected(&api()).await;
    for _ in 0..3 {
        assert_eq!(client.hear().await, "{}");
        client.say("{}").await;
    }
    assert_eq!(client.hear().await, "{}");
    assert_eq!(client.hear().await, "3012 no pong");
}

#[tokio::test(start_paused = true)]
async fn who_never_connects_is_stale() {
    let mut client = Client::new(&api());
    assert_eq!(client.hear().await, "3502 stale");
}

#[tokio::test(start_paused = true)]
async fn a_client_that_reads_nothing_is_given_up() {
    let mut client = Client::connected(&api()).await;
    // The first answer fills what lies between the two, the second is waited for.
    client
        .say("{\"id\":2,\"rpc\":{}}\n{\"id\":3,\"rpc\":{}}")
        .await;
    client.say(r#"{"id":4,"rpc":{}}"#).await;
    client.session.await.expect("an end");
}

#[tokio::test]
async fn a_client_that_is_too_slow_is_told_so_instead_of_missing_news() {
    let api = api();
    let mut client = Client::connected(&api).await;
    for number in 0..2000 {
        buy(&api, number).await;
    }
    let mut last = String::new();
    while !last.starts_with("3008") {
        last = client.hear().await;
    }
    assert_eq!(last, "3008 slow");
}
