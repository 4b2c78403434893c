//! Who the emulator answers to: a page elsewhere may have had its name point to this machine.

use serde_json::json;

use crate::emulator::Emulator;
use crate::game::{player, seed};
use crate::wire::Wire;

/// Hosts that are not this machine's, though some look so.
const FOREIGN: [&str; 40] = [
    "evil.example",
    "evil.example:80",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "localhost.evil.example:8788",
    "evil.example.localhost",
    "a.localhost",
    "localhost.",
    "127.0.0.1.",
    "localhostx",
    "xlocalhost",
    "x127.0.0.1",
    "127.0.0.11",
    "127.0.0.2",
    "127.1",
    "127.0.0.01",
    "0127.0.0.1",
    "0x7f.0.0.1",
    "2130706433",
    "0.0.0.0",
    "0",
    "10.0.0.1",
    "192.168.0.1:8788",
    "[::]",
    "[::2]",
    "[::ffff:127.0.0.1]",
    "[0:0:0:0:0:0:0:1]",
    "::1",
    "[::1",
    "[::1]evil.example",
    "localhost:",
    "localhost:80x",
    "localhost:-1",
    "localhost:80:80",
    "localhost:80@evil.example",
    "localhost@evil.example",
    "evil.example@localhost",
    "localhost, evil.example",
    "localhost/evil.example",
    "",
];

const OURS: [&str; 7] = [
    "localhost",
    "localhost:1",
    "127.0.0.1",
    "127.0.0.1:8788",
    "127.0.0.1:65535",
    "[::1]",
    "[::1]:3",
];

/// Each origin's host, with an address that it answers.
fn addresses(emulator: &Emulator) -> [(&str, &'static str); 5] {
    [
        (emulator.storefront.trim_start_matches("http://"), "/"),
        (emulator.host(), "/api/v2/project/44056/user/offer_chain"),
        (emulator.host(), "/_emulator/players"),
        (emulator.host(), "/_emulator/requests"),
        (
            emulator.pay_station.trim_start_matches("http://"),
            "/paystation4/?token=none",
        ),
    ]
}

/// The status of a GET with these lines in place of `Host`.
fn status(host: &str, target: &str, lines: &str) -> u16 {
    let mut wire = Wire::to(host);
    wire.send_raw(format!("GET {target} HTTP/1.1\r\n{lines}\r\n").as_bytes());
    let head = wire.head();
    let status = head.split(' ').nth(1).expect("a status");
    status.parse().expect("a number")
}

#[test]
fn every_origin_refuses_every_host_but_this_machine() {
    let emulator = Emulator::start(&seed(&[player("mira", &json!({}))]));
    let (mut tried, mut refused) = (0, 0);
    let mut hold = |host: &str, target: &str, lines: &str| {
        tried += 1;
        let status = status(host, target, lines);
        let is_refused = matches!(status, 400 | 403);
        refused += usize::from(is_refused);
        assert!(is_refused, "{status} for {target} with {lines:?}");
    };
    for (host, target) in addresses(&emulator) {
        for foreign in FOREIGN {
            hold(host, target, &format!("host: {foreign}\r\n"));
            // The name in the first line counts for more than the header; a slash would end it.
            if !foreign.is_empty() && !foreign.contains('/') {
                let absolute = format!("http://{foreign}{target}");
                hold(host, &absolute, "host: localhost\r\n");
            }
        }
        hold(host, target, "");
        for two in [
            ["localhost", "evil.example"],
            ["evil.example", "localhost"],
            ["localhost"; 2],
        ] {
            let [first, second] = two;
            hold(
                host,
                target,
                &format!("host: {first}\r\nhost: {second}\r\n"),
            );
        }
        // What stands in other headers makes no host of ours.
        for header in ["x-forwarded-host", "x-host", "forwarded", "origin"] {
            hold(
                host,
                target,
                &format!("host: evil.example\r\n{header}: localhost\r\n"),
            );
        }
        for ours in OURS {
            let status = status(host, target, &format!("host: {ours}\r\n"));
            assert!(!matches!(status, 400 | 403), "{status} as {ours}");
        }
    }
    println!("{}", json!({ "hosts": tried, "refused": refused }));
}
