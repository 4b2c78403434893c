//! Texts by language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The language a text is asked for in: `de` or `de-DE`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Locale(pub String);

impl Default for Locale {
    fn default() -> Self {
        Self("en".to_owned())
    }
}

/// A text in several languages, by two-letter (`en`) or five-letter (`en-US`) key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocaleMap(pub BTreeMap<String, Option<String>>);

impl LocaleMap {
    /// The English text, or the first there is.
    pub fn in_english(&self) -> &str {
        self.in_language(&Locale::default())
    }

    /// The text in a language; else the English one, else the first there is.
    pub fn in_language(&self, locale: &Locale) -> &str {
        self.entry(locale).map_or("", |(_, text)| text)
    }

    /// That text, with the key it stands under.
    pub fn entry(&self, locale: &Locale) -> Option<(&str, &str)> {
        let texts = self.0.iter();
        texts
            .filter_map(|(key, text)| Some((key.as_str(), text.as_deref()?)))
            .min_by_key(|(key, _)| distance(key, &locale.0))
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0
            .values()
            .all(|text| text.as_deref().is_none_or(str::is_empty))
    }
}

/// How far a text's language is from the one that was asked for.
fn distance(key: &str, asked: &str) -> u8 {
    let language = |tag: &str| tag.split(['-', '_']).next().map(str::to_ascii_lowercase);
    let (of_key, of_asked) = (language(key), language(asked));
    if key.eq_ignore_ascii_case(asked) {
        0
    } else if of_key == of_asked {
        1 + u8::from(key.len() > 2)
    } else if key == "en" {
        3
    } else if key == "en-US" {
        4
    } else if of_key.as_deref() == Some("en") {
        5
    } else {
        6
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, LocaleMap};

    fn text(texts: &[(&str, &str)], locale: &str) -> String {
        let texts = texts
            .iter()
            .map(|(key, text)| ((*key).to_owned(), Some((*text).to_owned())));
        let map = LocaleMap(texts.collect());
        map.in_language(&Locale(locale.to_owned())).to_owned()
    }

    #[test]
    fn two_and_five_letter_keys_answer_for_each_other() {
        let short = [("de", "Laterne"), ("en", "Lantern")];
        let long = [("de-DE", "Laterne"), ("en-US", "Lantern")];
        for locale in ["de", "de-DE", "de-AT", "DE"] {
            assert_eq!(text(&short, locale), "Laterne", "{locale}");
            assert_eq!(text(&long, locale), "Laterne", "{locale}");
        }
        let both = [("de", "Laterne"), ("de-AT", "Laternderl")];
        assert_eq!(text(&both, "de-AT"), "Laternderl");
        assert_eq!(text(&both, "de-CH"), "Laterne");
    }

    #[test]
    fn a_language_that_is_missing_falls_back_to_english_then_to_the_first() {
        let texts = [("de", "Laterne"), ("en-GB", "Lamp"), ("en-US", "Lantern")];
        assert_eq!(text(&texts, "fr"), "Lantern");
        assert_eq!(
            text(&[("de", "Laterne"), ("it", "Lanterna")], "fr"),
            "Laterne"
        );
        assert_eq!(text(&[], "fr"), "");
    }
}
