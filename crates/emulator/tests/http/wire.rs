//! One connection to the API, byte by byte.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::emulator::{Emulator, Player};

/// Only a test that fails waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Wire {
    stream: TcpStream,
    host: String,
}

/// How a connection was found after what it brought.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    Fin,
    Reset,
    /// It is open, and brings nothing.
    Open,
}

impl Emulator {
    /// The API's host and port.
    pub fn host(&self) -> &str {
        self.api
            .trim_start_matches("http://")
            .trim_end_matches("/api")
    }

    /// A connection to the API.
    pub fn wire(&self) -> Wire {
        Wire::to(self.host())
    }
}

impl Wire {
    pub fn to(host: &str) -> Self {
        let stream = TcpStream::connect(host).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        Self {
            stream,
            host: host.to_owned(),
        }
    }

    /// Sends what is no ordinary request.
    pub fn send_raw(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).expect("an open connection");
    }

    /// Sends a request of this address, with these headers' lines.
    pub fn send(&mut self, method: &str, address: &str, headers: &str) {
        let head = format!(
            "{method} {address} HTTP/1.1\r\nhost: {}\r\ncontent-length: 0\r\n{headers}\r\n",
            self.host
        );
        self.send_raw(head.as_bytes());
    }

    /// Sends a player's request of an operation.
    pub fn send_as(&mut self, player: &Player, method: &str, path: &str) {
        let headers = format!(
            "authorization: Bearer {}\r\norigin: https://shop.example\r\n",
            player.token
        );
        self.send(method, &format!("/api/v2/project/44056{path}"), &headers);
    }

    /// The next answer: its head, and its body by the length that the head says.
    pub fn answer(&mut self) -> (String, Vec<u8>) {
        let head = self.head();
        let mut body = vec![0; promised(&head).unwrap_or(0)];
        self.stream.read_exact(&mut body).expect("a whole body");
        (head, body)
    }

    pub fn head(&mut self) -> String {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            self.stream.read_exact(&mut byte).expect("a whole head");
            head.extend(byte);
        }
        String::from_utf8(head).expect("text")
    }

    /// So many bytes, and how it is then.
    pub fn bytes(&mut self, count: usize) -> (Vec<u8>, End) {
        let mut bytes = vec![0; count];
        self.stream.read_exact(&mut bytes).expect("so many bytes");
        self.stream.set_nonblocking(true).expect("a connection");
        let end = match self.stream.read(&mut [0]) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => End::Open,
            Ok(0) => End::Fin,
            other => panic!("{other:?}"),
        };
        self.stream.set_nonblocking(false).expect("a connection");
        (bytes, end)
    }

    /// Everything that still comes, and how it ends.
    pub fn rest(&mut self) -> (Vec<u8>, End) {
        let mut bytes = Vec::new();
        match self.stream.read_to_end(&mut bytes) {
            Ok(_) => (bytes, End::Fin),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => (bytes, End::Reset),
            Err(error) => panic!("{error} after {} bytes", bytes.len()),
        }
    }

    /// Every byte that comes, until one is not wanted.
    pub fn each_byte(&mut self, mut wants_more: impl FnMut(u8) -> bool) {
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let count = self.stream.read(&mut buffer).expect("an open connection");
            assert_ne!(count, 0, "it ended");
            if !buffer[..count].iter().all(|byte| wants_more(*byte)) {
                return;
            }
        }
    }
}

/// The length of a body by its head.
pub fn promised(head: &str) -> Option<usize> {
    head.lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map(|length| length.parse().expect("a number"))
}
