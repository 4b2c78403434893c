//! How often and when: limits, their resets, times of sale.

use super::scalars::{DateTime, UnixTime};
use super::shape::{model, open_words};

model! {
    /// How many of an item can still be bought.
    ItemLimits {
        optional {
            /// By this player.
            per_user: Limit,
            /// By all players.
            per_item: Limit,
        }
    }
}

model! {
    /// A limit and what is left of it.
    Limit {
        optional {
            /// The maximum.
            total: u64,
            /// What is left.
            available: u64,
            /// When it starts over.
            recurrent_schedule: RecurrentSchedule,
        }
    }
}

model! {
    /// When something starts over.
    RecurrentSchedule {
        optional {
            /// How often.
            interval_type: IntervalType,
            /// The next reset, in seconds or milliseconds: `nextResetAt` reads both.
            reset_next_date: UnixTime,
        }
    }
}

open_words! {
    /// How often something starts over.
    IntervalType {
        /// Every few hours.
        Hourly = "hourly",
        /// Every day.
        Daily = "daily",
        /// Every week.
        Weekly = "weekly",
        /// Every month.
        Monthly = "monthly",
    }
}

model! {
    /// A time when an item is sold.
    SalesPeriod {
        optional {
            /// Its start.
            date_from: DateTime,
            /// Its end; null when it has none.
            date_until: DateTime,
        }
    }
}
