//! What may be sent as a coupon or promo code.

/// A code fit to be sent: trimmed, 1 to 128 characters, nothing invisible. It never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// Reads a code. White space around it is dropped; case is kept.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as the end of a sentence; never the code itself.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        // As in JavaScript, a byte order mark that came along with a copied code is white space.
        let is_space = |character: char| character.is_whitespace() || character == '\u{FEFF}';
        let text = text.trim_matches(is_space);
        if text.is_empty() {
            return Err("is empty");
        }
        if text.chars().nth(128).is_some() {
            return Err("is longer than 128 characters");
        }
        if text == "." || text == ".." {
            return Err("is a path, not a code");
        }
        if text.chars().any(char::is_control) {
            return Err("holds a control character");
        }
        if text.chars().any(is_invisible) {
            return Err("holds an invisible character, such as a text direction mark");
        }
        Ok(Self(text.to_owned()))
    }

    /// The code, for the one request it belongs to.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Code(***)")
    }
}

/// Text direction marks, joiners and zero-width spaces, which copied texts bring along.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

#[cfg(test)]
#[path = "code_test.rs"]
mod test;
