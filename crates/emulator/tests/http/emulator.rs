//! A running emulator and the players who use it. Dropping it kills it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use crate::http::{self, NO_BODY, Reply};

pub struct Emulator {
    pub storefront: String,
    pub api: String,
    pub pay_station: String,
    process: Child,
    _seed: NamedTempFile,
}

impl Emulator {
    /// Starts in memory.
    pub fn start(seed: &Value) -> Self {
        Self::start_with(seed, &[])
    }

    /// Starts on a file that outlives the process.
    pub fn start_on(data: &Path, seed: &Value) -> Self {
        Self::start_with(seed, &["--data", data.to_str().expect("a printable path")])
    }

    pub fn start_with(seed: &Value, arguments: &[&str]) -> Self {
        http::forget_connections();
        let seed = seed_file(seed.to_string().as_bytes());
        let mut process = serve(seed.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the emulator starts");
        let mut origins = [const { String::new() }; 3];
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        for (origin, name) in origins.iter_mut().zip(["storefront", "api", "pay-station"]) {
            let line = lines.next().expect("another line").expect("text");
            let (printed, url) = line
                .split_once(char::is_whitespace)
                .expect("a name and an origin");
            assert_eq!(printed, name);
            url.trim().clone_into(origin);
        }
        assert_eq!(lines.next().expect("another line").expect("text"), "ready");
        let [storefront, api, pay_station] = origins;
        Self {
            storefront,
            api,
            pay_station,
            process,
            _seed: seed,
        }
    }

    /// Ends it as `kill -9` does.
    pub fn kill(mut self) {
        self.process.kill().expect("the emulator was running");
        self.process.wait().expect("the emulator has ended");
    }

    /// The URL of a control route, on the API origin.
    pub fn control(&self, path: &str) -> String {
        let origin = self
            .api
            .strip_suffix("/api")
            .expect("the printed API address ends in /api");
        format!("{origin}/_emulator{path}")
    }

    /// The URL of an operation of the project.
    pub fn url(&self, path: &str) -> String {
        format!("{}/v2/project/44056{path}", self.api)
    }

    /// Signs a player in; a new one is created.
    pub fn player(&self, id: &str) -> Player<'_> {
        self.put_player(id, &json!({}));
        let request = http::request("POST", &self.control(&format!("/players/{id}/token")));
        let token = http::send(request, NO_BODY).ok()["token"]
            .as_str()
            .expect("a token")
            .to_owned();
        Player {
            emulator: self,
            id: id.to_owned(),
            token,
        }
    }

    pub fn guest(&self, path: &str) -> Reply {
        http::get(&self.url(path))
    }

    /// A request of a visitor who shops without an account.
    pub fn visitor(&self, id: &str, method: &str, path: &str, body: &Value) -> Reply {
        // The Base64 of an e-mail address.
        let request = http::request(method, &self.url(path))
            .header("x-unauthorized-id", id)
            .header("x-user", "bWlyYUBleGFtcGxlLmNvbQ==");
        if method == "GET" {
            return http::send(request, NO_BODY);
        }
        http::send_json(request, body)
    }

    pub fn admin(&self, method: &str, path: &str, body: &Value) -> Reply {
        let request = http::request(method, &self.url(path))
            .header("authorization", "Basic NDQwNTY6ZW11bGF0b3I=");
        http::send_json(request, body)
    }

    pub fn put_player(&self, id: &str, body: &Value) {
        http::send_json(
            http::request("PUT", &self.control(&format!("/players/{id}"))),
            body,
        )
        .ok();
    }

    /// Stops the clock at an instant.
    pub fn freeze_at(&self, now: &str) {
        let body = json!({ "now": now, "frozen": true });
        http::send_json(http::request("PUT", &self.control("/clock")), &body).ok();
    }

    pub fn advance(&self, seconds: u64) {
        let body = json!({ "seconds": seconds });
        http::send_json(
            http::request("POST", &self.control("/clock/advance")),
            &body,
        )
        .ok();
    }

    /// Every grant there has been.
    pub fn audit(&self) -> Vec<Value> {
        let body = http::get(&self.control("/audit")).ok();
        body["grants"].as_array().expect("grants").clone()
    }

    /// What a refused request must leave as it is: all grants, and all that these players have and see.
    pub fn everything(&self, players: &[&Player]) -> Value {
        let of_players = players.iter().map(|player| {
            json!({
                "inventory": http::get(&self.control(&format!("/players/{}/inventory", player.id))).ok(),
                "daily": player.get("/user/daily_chain").ok(),
                "offer": player.get("/user/offer_chain").ok(),
                "reward": player.get("/user/reward_chain").ok(),
                "cart": player.get("/cart").ok(),
            })
        });
        json!({ "grants": self.audit(), "players": of_players.collect::<Vec<_>>() })
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A player with a token of theirs.
pub struct Player<'a> {
    pub emulator: &'a Emulator,
    pub id: String,
    pub token: String,
}

impl Player<'_> {
    pub fn request(&self, method: &str, path: &str) -> ureq::http::request::Builder {
        http::request(method, &self.emulator.url(path))
            .header("authorization", format!("Bearer {}", self.token))
    }

    pub fn get(&self, path: &str) -> Reply {
        http::send(self.request("GET", path), NO_BODY)
    }

    pub fn post(&self, path: &str) -> Reply {
        http::send(self.request("POST", path), NO_BODY)
    }

    /// Takes out what earlier steps of a test put in.
    pub fn clear_cart(&self) {
        http::send(self.request("PUT", "/cart/clear"), NO_BODY).ok();
    }

    pub fn send(&self, method: &str, path: &str, body: &Value) -> Reply {
        http::send_json(self.request(method, path), body)
    }

    /// The quantity of an item, or of a virtual currency, that the player owns.
    pub fn owned(&self, sku: &str) -> u64 {
        let inventory = http::get(
            &self
                .emulator
                .control(&format!("/players/{}/inventory", self.id)),
        )
        .ok();
        let items = inventory["items"].as_array().expect("items");
        let item = items
            .iter()
            .find(|item| item["sku"] == sku)
            .map(|item| &item["quantity"]);
        item.or_else(|| inventory["wallet"].get(sku))
            .and_then(Value::as_u64)
            .unwrap_or(0)
    }

    /// The grants this player was given.
    pub fn grants(&self) -> Vec<Value> {
        let body = http::get(&self.emulator.control(&format!("/audit?player={}", self.id))).ok();
        body["grants"].as_array().expect("grants").clone()
    }
}

/// Starts an emulator that is expected to refuse its seed, and waits for its end.
pub fn refused_start(seed: &[u8], arguments: &[&str]) -> Output {
    let seed = seed_file(seed);
    serve(seed.path())
        .args(arguments)
        .output()
        .expect("the emulator starts")
}

/// What an emulator writes to stderr until it is ready; it is killed then.
pub fn warnings(seed: &Value, arguments: &[&str]) -> String {
    let seed = seed_file(seed.to_string().as_bytes());
    let mut process = serve(seed.path())
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the emulator starts");
    let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
    assert!(lines.any(|line| line.expect("text") == "ready"));
    process.kill().expect("the emulator was running");
    let output = process.wait_with_output().expect("its errors");
    String::from_utf8(output.stderr).expect("text")
}

fn serve(seed: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liveops-emulator"));
    command.args(["serve", "--port", "0", "--seed"]).arg(seed);
    command
}

fn seed_file(seed: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a temporary file");
    file.write_all(seed).expect("a written seed");
    file
}
