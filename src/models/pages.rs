//! Lists that come in pages.

use super::shape::model;

model! {
    /// One page of a list.
    Page<T> {
        promised {
            /// Whether another page follows.
            has_more: bool,
            /// The entries.
            items: Vec<T>,
        }
        optional {
            /// How many entries all pages hold.
            total_items_count: u64,
        }
    }
}
