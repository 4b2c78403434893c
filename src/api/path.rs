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
    /// Fills the `{}` of a template, which starts after `/v2/project/{project_id}/`.
    pub(super) fn new(project: ProjectId, template: &str, segments: &[Segment]) -> Self {
        let mut path = ["/v2/project/", &project.0.to_string(), "/"].concat();
        let mut segments = segments.iter();
        for (index, literal) in template.split("{}").enumerate() {
            if index > 0 {
                path.extend(segments.next().map(|segment| segment.0.as_str()));
            }
            path.push_str(literal);
        }
        Self(path)
    }

    /// Adds a value to the query, if there is one.
    pub(super) fn query(mut self, name: &str, value: Option<Segment>) -> Self {
        if let Some(Segment(value)) = value {
            let separator = if self.0.contains('?') { "&" } else { "?" };
            for part in [separator, name, "=", &value] {
                self.0.push_str(part);
            }
        }
        self
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

/// One encoded piece of a path or query.
pub(super) struct Segment(String);

impl From<&str> for Segment {
    fn from(text: &str) -> Self {
        Self(utf8_percent_encode(text, RESERVED).to_string())
    }
}

impl From<&Code> for Segment {
    fn from(code: &Code) -> Self {
        Self::from(code.reveal())
    }
}

impl From<u64> for Segment {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

macro_rules! numbered {
    ( $( $name:ident ),* ) => { $(
        impl From<$name> for Segment {
            fn from(id: $name) -> Self {
                Self::from(id.0)
            }
        }
    )* };
}

numbered!(ChainId, StepNumber, StepId, OrderId);

#[cfg(test)]
#[path = "path_test.rs"]
mod test;
