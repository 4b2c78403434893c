//! Paths: a template of the API, filled with what a call is given.

use super::given::{Given, camel_case};
use crate::rules::text::push_decimal;
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
    /// Fills a template, which goes on after `/v2/project/{project_id}/`: `{chainId}` has to be given,
    /// `{/cartId}` is a segment with its slash, left out where nothing is given. `query` names what the
    /// query may hold, between spaces.
    pub(super) fn fill<G: Given>(
        project: ProjectId,
        template: &'static str,
        query: &'static str,
        given: &G,
    ) -> Result<Self, G::Problem> {
        let mut path = String::from("/v2/project/");
        push_decimal(&mut path, project.0);
        path.push('/');
        for (index, part) in template.split(['{', '}']).enumerate() {
            match part.strip_prefix('/') {
                _ if index % 2 == 0 => path.push_str(part),
                Some(name) if given.has(name) => {
                    path.push('/');
                    push_encoded(&mut path, &given.text(name)?);
                }
                Some(_) => {}
                None => push_segment(&mut path, part, given)?,
            }
        }
        let mut separator = '?';
        for name in query.split_ascii_whitespace() {
            for value in parameter(name, &camel_case(name), given)? {
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

fn push_segment<G: Given>(path: &mut String, name: &str, given: &G) -> Result<(), G::Problem> {
    match name {
        "code" => push_encoded(path, given.code(name)?.reveal()),
        "chainId" | "stepNumber" | "stepId" | "orderId" => {
            push_decimal(path, given.number(name, 1)?);
        }
        _ => push_encoded(path, &given.text(name)?),
    }
    Ok(())
}

/// The values of one name of a query.
fn parameter<G: Given>(name: &str, given_as: &str, given: &G) -> Result<Vec<String>, G::Problem> {
    if !given.has(given_as) {
        return Ok(Vec::new());
    }
    Ok(match name {
        "limit" => vec![decimal(given.number(given_as, 1)?)],
        "offset" => vec![decimal(given.number(given_as, 0)?)],
        "promo_code" => vec![given.code(given_as)?.reveal().to_owned()],
        "additional_fields[]" => given.texts(given_as)?,
        "show_inactive_time_limited_items" => {
            vec![decimal(u64::from(given.flag(given_as)?))]
        }
        _ => vec![given.text(given_as)?],
    })
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
