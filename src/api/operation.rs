//! What an operation is: a description, no I/O.

use super::body::Body;
use super::class::{Class, Resend};
use super::given::Given;
use super::path::{Path, ProjectId};
use crate::models::shape::ShapeOf;
use crate::rules::outcome::Subject;
use std::marker::PhantomData;

/// An operation, with its class in the type.
#[derive(Debug)]
pub struct Operation<C> {
    facts: Facts,
    class: PhantomData<C>,
}

/// An operation, its class now a value: what the one `send` works with.
#[derive(Debug)]
pub struct Facts {
    /// What JavaScript calls it, such as `dailyChains.claim`: safe to show and log.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path after `/v2/project/{project_id}/`: see [`Path::fill`].
    pub path: &'static str,
    /// The names that its query may hold, between spaces.
    pub query: &'static str,
    /// The fields of its body, between spaces: see [`Body`].
    pub body: &'static str,
    /// What a page passes by itself before the options, such as `chainId`; empty where there is none.
    pub argument: &'static str,
    /// The method that walks through its pages, such as `all` of `dailyChains.list`; empty where there is none.
    pub walk: &'static str,
    /// Whether guests may use it, who shop for game keys without a token.
    pub serves_guests: bool,
    /// What its refusals are about.
    pub subject: Subject,
    /// What counts as success.
    pub expected: Expected,
    /// What a second sending would do.
    pub resend: Resend,
}

impl<C: Class> Operation<C> {
    pub(super) const fn new(
        name: &'static str,
        method: Method,
        path: &'static str,
        subject: Subject,
        expected: Expected,
    ) -> Self {
        let facts = Facts {
            name,
            method,
            path,
            query: "",
            body: "",
            argument: "",
            walk: "",
            serves_guests: false,
            subject,
            expected,
            resend: C::RESEND,
        };
        Self {
            facts,
            class: PhantomData,
        }
    }

    /// Names what its query may hold.
    pub(super) const fn asking(mut self, query: &'static str) -> Self {
        self.facts.query = query;
        self
    }

    /// Names the fields of its body.
    pub(super) const fn sending(mut self, body: &'static str) -> Self {
        self.facts.body = body;
        self
    }

    /// Names what a page passes by itself.
    pub(super) const fn taking(mut self, argument: &'static str) -> Self {
        self.facts.argument = argument;
        self
    }

    /// Names the method that walks through its pages.
    pub(super) const fn walked_by(mut self, walk: &'static str) -> Self {
        self.facts.walk = walk;
        self
    }

    /// Lets guests use it.
    pub(super) const fn serving_guests(mut self) -> Self {
        self.facts.serves_guests = true;
        self
    }

    /// The operation without its class.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }
}

impl Facts {
    /// The request, with what the call was given.
    ///
    /// # Errors
    ///
    /// The first thing given that is missing or wrong.
    pub fn request<G: Given>(
        &'static self,
        project: ProjectId,
        given: &G,
    ) -> Result<Request, G::Problem> {
        let path = Path::fill(project, self.path, self.query, given)?;
        let body = Body::write(self.body, given)?;
        Ok(Request {
            facts: self,
            path,
            body,
            walks: false,
        })
    }
}

/// A request, ready to be sent with a token.
#[derive(Debug)]
pub struct Request {
    /// What the operation is.
    pub facts: &'static Facts,
    /// Path and query, from `/v2` on. It may hold a code: never to be shown.
    pub path: Path,
    /// The body, if there is one.
    pub body: Option<Body>,
    /// Whether it is one of several pages: then an empty one must be the last.
    pub walks: bool,
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Does something.
    Post,
    /// Sets something.
    Put,
    /// Takes something away.
    Delete,
}

impl Method {
    /// How HTTP calls it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// Exactly what counts as success: any other answer is an error, even with a status of 2xx.
#[derive(Debug, Clone, Copy)]
pub enum Expected {
    /// Status 200 and a body of this shape, handed back as it came.
    Body(ShapeOf),
    /// Status 204 and nothing else.
    Nothing,
    /// Status 204: a step was claimed.
    Claimed,
    /// Status 200 and the id of the order that the claimed free step made.
    ClaimedWithOrder,
}
