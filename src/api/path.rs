//! Paths: a template of the API, filled with encoded segments.

use crate::models::scalars::{ChainId, OrderId, StepId, StepNumber};
use crate::rules::code::Code;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in a path segment or a query value: the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The project whose shop this is: a positive whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectId(pub u64);

/// A path with its query. It may hold a code, so it never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Path(String);

impl Path {
    /// Fills each `{}` of a template, which goes on after `/v2/project/{project_id}/`.
    pub(super) fn new(project: ProjectId, template: &str, segments: &[Segment<'_>]) -> Self {
        let mut path = Self(String::from("/v2/project/"));
        path.push(&Segment::Number(project.0));
        path.0.push('/');
        let mut segments = segments.iter();
        for character in template.chars() {
            match character {
                '{' => {}
                '}' => segments
                    .by_ref()
                    .take(1)
                    .for_each(|segment| path.push(segment)),
                _ => path.0.push(character),
            }
        }
        path
    }

    /// Adds a value to the query, if there is one.
    pub(super) fn query(&mut self, name: &str, value: Option<Segment<'_>>) {
        if let Some(value) = value {
            self.0.push(if self.0.contains('?') { '&' } else { '?' });
            self.0.push_str(name);
            self.0.push('=');
            self.push(&value);
        }
    }

    fn push(&mut self, segment: &Segment<'_>) {
        match segment {
            Segment::Number(number) => self.0.push_str(itoa::Buffer::new().format(*number)),
            Segment::Text(text) => self.0.extend(utf8_percent_encode(text, RESERVED)),
        }
    }

    /// The path, for the one request it belongs to.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Path {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Path(***)")
    }
}

/// One piece of a path or query that varies.
pub(super) enum Segment<'a> {
    Number(u64),
    Text(&'a str),
}

impl<'a> From<&'a Code> for Segment<'a> {
    fn from(code: &'a Code) -> Self {
        Self::Text(code.reveal())
    }
}

macro_rules! numbered {
    ( $( $name:ident ),* ) => { $(
        impl From<$name> for Segment<'_> {
            fn from(id: $name) -> Self {
                Self::Number(id.0)
            }
        }
    )* };
}

numbered!(ChainId, StepNumber, StepId, OrderId);

#[cfg(test)]
#[path = "path_test.rs"]
mod test;
