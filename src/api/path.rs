//! Paths: a template of the API, filled with what a call is given.

use super::given::Given;
use crate::rules::decimal::push_decimal;
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
    /// Fills a template, which goes on after `/v2/project/{project_id}/`.
    ///
    /// `{code}` is a coupon or promo code, any other `{name}` an id of that name. Behind a `?` stand the
    /// names of what the query may hold, each between `&`.
    pub(super) fn fill<G: Given>(
        project: ProjectId,
        template: &'static str,
        given: &G,
    ) -> Result<Self, G::Problem> {
        let mut path = String::from("/v2/project/");
        push_decimal(&mut path, project.0);
        path.push('/');
        let (route, query) = template.split_once('?').unwrap_or((template, ""));
        for (index, part) in route.split(['{', '}']).enumerate() {
            match part {
                literal if index % 2 == 0 => path.push_str(literal),
                "code" => push_encoded(&mut path, given.code()?.reveal()),
                id => push_decimal(&mut path, given.id(id)?),
            }
        }
        let mut separator = '?';
        for name in query.split('&') {
            let value = match name {
                "" => None,
                "limit" => given.optional_number(name, 1)?.map(decimal),
                "offset" => given.optional_number(name, 0)?.map(decimal),
                _ => given.optional_text(name)?,
            };
            if let Some(value) = value {
                path.push(separator);
                path.push_str(name);
                path.push('=');
                push_encoded(&mut path, &value);
                separator = '&';
            }
        }
        Ok(Self(path))
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

fn push_encoded(path: &mut String, text: &str) {
    path.extend(utf8_percent_encode(text, RESERVED));
}

fn decimal(number: u64) -> String {
    let mut text = String::new();
    push_decimal(&mut text, number);
    text
}

#[cfg(test)]
#[path = "path_test.rs"]
mod test;
