//! Parts of lists.

use std::num::NonZeroUsize;

use serde::Deserialize;

/// How much of a list is told at once, at most, where nothing else is documented of it.
pub const LARGEST_PAGE: usize = 50;

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Page {
    pub limit: Option<NonZeroUsize>,
    pub offset: Option<usize>,
}

impl Page {
    /// A part of a list, and whether more follows. A limit beyond the largest counts as the largest.
    pub fn of<T>(self, all: Vec<T>, largest: usize) -> (Vec<T>, bool) {
        let limit = self.limit.map_or(largest, |limit| limit.get().min(largest));
        let offset = self.offset.unwrap_or_default();
        let has_more = all.len() > offset.saturating_add(limit);
        (all.into_iter().skip(offset).take(limit).collect(), has_more)
    }
}
