//! The storefront's files, as a browser gets them.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use crate::emulator::Emulator;
use crate::game::seed;
use crate::http::{self, NO_BODY, Reply};

struct Shop {
    folder: TempDir,
    emulator: Emulator,
}

impl Shop {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        for (name, content) in [
            (
                "index.html",
                "<!doctype html><title>Shop</title>".repeat(100),
            ),
            ("shop.js", "export const lanterns = 7;".repeat(100)),
            (
                "lantern.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'/>".repeat(100),
            ),
            ("shop.css", ".card { color: red }".repeat(100)),
            ("module.wasm", "\0asm".repeat(100)),
        ] {
            fs::write(folder.path().join(name), content).expect("a file");
        }
        let www = folder.path().to_str().expect("a printable path").to_owned();
        let emulator = Emulator::start_with(&seed(&[]), &["--www", &www]);
        Self { folder, emulator }
    }

    fn get(&self, file: &str, name: &str, value: &str) -> Reply {
        let request = http::request("GET", &format!("{}/{file}", self.emulator.storefront));
        http::send(request.header(name, value), NO_BODY)
    }
}

#[test]
fn files_say_what_they_are_and_come_compressed_to_those_who_can_read_that() {
    let shop = Shop::new();
    for (file, kind) in [
        ("", "text/html"),
        ("shop.js", "text/javascript"),
        ("lantern.svg", "image/svg+xml"),
        ("shop.css", "text/css"),
        ("module.wasm", "application/wasm"),
    ] {
        let plain = shop.get(file, "accept-encoding", "identity");
        assert_eq!(
            (plain.status, plain.header("content-encoding")),
            (200, None)
        );
        assert!(
            plain
                .header("content-type")
                .is_some_and(|of| of.starts_with(kind)),
            "{file}"
        );
        for (accepted, encoding) in [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip")] {
            let small = shop.get(file, "accept-encoding", accepted);
            assert_eq!(small.header("content-encoding"), Some(encoding), "{file}");
            assert!(small.bytes.len() < plain.bytes.len(), "{file}");
            assert_eq!(small.header("vary"), Some("accept-encoding"), "{file}");
        }
    }
}

#[test]
fn a_file_is_asked_for_again_and_sent_again_only_when_it_has_changed() {
    let shop = Shop::new();
    let first = shop.get("shop.js", "accept-encoding", "br");
    assert_eq!(first.header("cache-control"), Some("no-cache"));
    let tag = first.header("etag").expect("a tag");
    assert_eq!(shop.get("shop.js", "if-none-match", tag).status, 304);
    fs::write(shop.folder.path().join("shop.js"), "changed").expect("a file");
    let changed = shop.get("shop.js", "if-none-match", tag);
    assert_eq!(
        (changed.status, changed.bytes.as_slice()),
        (200, b"changed".as_slice())
    );
}

#[test]
fn where_the_other_origins_are_is_never_kept() {
    let shop = Shop::new();
    let origins = http::get(&format!("{}/_emulator/origins", shop.emulator.storefront));
    assert_eq!(
        (
            origins.ok()["project_id"].clone(),
            origins.header("cache-control")
        ),
        (json!(44056), Some("no-cache"))
    );
}
