//! Texts and bytes.

use super::Mutator;
use super::numbers::WRITTEN;

/// What texts are made of besides their samples: what paths, JSON, JWTs, SQL, markup and templates read as more than itself.
const PIECES: &[&str] = &[
    "",
    "/",
    "\\",
    "..",
    ".",
    "%2e%2e",
    "%2F",
    "%",
    "%00",
    "%u0041",
    "?",
    "#",
    "&",
    "=",
    "+",
    ";",
    ":",
    "@",
    "//",
    "{",
    "}",
    "{chainId}",
    "[",
    "]",
    "\"",
    "'",
    "\\u0000",
    "\\ud800",
    "<script>",
    "--",
    "\0",
    "\t",
    "\r\n",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "é",
    "e\u{301}",
    "ß",
    "İ",
    "🗡",
    "[0401-9807]: ",
    "[-]",
    "[0-",
    "null",
    "true",
    "eyJhbGciOiJub25lIn0.",
    "xsolla-liveops.claims.",
    "http://",
    "-1",
    "1.1.1.1",
];

impl Mutator {
    /// A text, changed in one to four places.
    pub fn text(&mut self, sample: &str) -> String {
        let mut characters: Vec<char> = sample.chars().collect();
        for _ in 0..=self.below(4) {
            self.change(&mut characters);
        }
        characters.into_iter().collect()
    }

    fn change(&mut self, characters: &mut Vec<char>) {
        let at = self.below(characters.len() + 1);
        let to = (at + self.below(8)).min(characters.len());
        match self.below(7) {
            0 => drop(characters.drain(at..to)),
            1 => characters.truncate(at),
            2 => {
                let part: Vec<char> = characters.drain(at..to).collect();
                let length = part.len() * (1 + self.below(40));
                let repeated = part.iter().copied().cycle().take(length);
                drop(characters.splice(at..at, repeated));
            }
            3 => {
                let piece = self.piece();
                drop(characters.splice(at..to, piece.chars()));
            }
            4 => {
                let piece = self.one_of(WRITTEN);
                drop(characters.splice(at..to, piece.chars()));
            }
            5 => characters.insert(at, self.character()),
            _ => {
                let other = self.character();
                if let Some(character) = characters.get_mut(at) {
                    *character = other;
                }
            }
        }
    }

    /// Something that a reader of texts may stumble over.
    pub fn piece(&mut self) -> &'static str {
        self.one_of(PIECES)
    }

    fn character(&mut self) -> char {
        match self.below(3) {
            0 => self.random.char('\0'..='\u{7f}'),
            1 => self.random.char('\0'..='\u{2fff}'),
            _ => self.random.char(..),
        }
    }

    /// Bytes, changed in one to four places: seldom whole UTF-8.
    pub fn bytes(&mut self, sample: &[u8]) -> Vec<u8> {
        let mut bytes = sample.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len() + 1);
            match self.below(4) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, self.random.u8(..)),
                2 => drop(bytes.splice(at..at, self.piece().bytes())),
                _ => {
                    let bit = 1 << self.below(8);
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= bit;
                    }
                }
            }
        }
        bytes
    }
}
