//! What may be sent as a coupon or promo code.

/// In characters.
const LONGEST: usize = 128;

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
        let (mut start, mut end, mut problem) = (text.len(), 0, None);
        for (index, character) in text.char_indices() {
            // As in JavaScript, a byte order mark that came along with a copied code is white space.
            if !character.is_whitespace() && character != '\u{FEFF}' {
                start = start.min(index);
                end = index + character.len_utf8();
            }
        }
        let text = text.get(start..end).unwrap_or_default();
        for (index, character) in text.chars().enumerate() {
            if character.is_control() {
                problem = problem.or(Some("holds a control character"));
            } else if is_invisible(character) {
                problem = problem.or(Some(
                    "holds an invisible character, such as a text direction mark",
                ));
            }
            if index == LONGEST {
                problem = Some("is longer than 128 characters");
            }
        }
        match (text, problem) {
            ("", _) => return Err("is empty"),
            ("." | "..", _) => return Err("is a path, not a code"),
            (_, Some(problem)) => return Err(problem),
            _ => {}
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
