//! Daily chains.

use super::items::ChainItem;
use super::scalars::{ChainId, DateTime, StepNumber, UnixTime};
use super::shape::{model, open_words};

model! {
    /// A daily chain with this player's progress.
    DailyChain {
        promised {
            /// The chain's id.
            id: ChainId,
            /// Its steps, one a day.
            steps: Vec<DailyStep>,
        }
        optional {
            /// Its display name.
            name: String,
            /// A short text.
            description: String,
            /// Its place among the chains.
            order: i64,
            /// Its start.
            date_start: DateTime,
            /// Its end; null when it has none.
            date_end: DateTime,
            /// How its days are counted.
            r#type: DailyChainType,
        }
    }
}

open_words! {
    /// How a daily chain counts its days.
    DailyChainType {
        /// By the calendar: a day missed is a reward lost.
        CalendarHard = "calendar_hard",
        /// By the player: the next step opens after the last was claimed.
        Rolling = "rolling",
    }
}

model! {
    /// A step of a daily chain.
    DailyStep {
        promised {
            /// Its number, from 1: what `claim` asks for.
            step_number: StepNumber,
            /// Where it stands for this player.
            status: DailyStepStatus,
        }
        optional {
            /// When it opens: `claimableAt` reads it.
            unlocked_date: UnixTime,
            /// What it gives.
            items: Vec<ChainItem>,
        }
    }
}

open_words! {
    /// Where a daily step stands for this player.
    DailyStepStatus {
        /// Its reward was given.
        Claimed = "claimed",
        /// It can be claimed now.
        Claimable = "claimable",
        /// It opens later.
        ClaimInFuture = "claim_in_future",
        /// It was missed.
        Blocked = "blocked",
    }
}
