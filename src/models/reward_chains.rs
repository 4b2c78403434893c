//! Reward chains and their value points.

use super::clans::Contributor;
use super::item_kinds::LocalizedText;
use super::items::RewardItem;
use super::limits::RecurrentSchedule;
use super::scalars::{ChainId, DateTime, Points, Sku, StepId};
use super::shape::model;

model! {
    /// A reward chain with this player's, or their clan's, progress.
    RewardChain {
        promised {
            /// The chain's id.
            reward_chain_id: ChainId,
            /// Its steps.
            steps: Vec<RewardStep>,
        }
        optional {
            /// Its display name.
            name: String,
            /// A short text.
            description: String,
            /// A long text.
            long_description: String,
            /// Its picture.
            image_url: String,
            /// Its place among the chains.
            order: i64,
            /// Its start.
            date_start: DateTime,
            /// Its end; null when it has none.
            date_end: DateTime,
            /// What kind of clan it is for, such as `guild`; null for a personal chain.
            clan_type: String,
            /// Who gave most points to the clan.
            top_contributors: Vec<Contributor>,
            /// The points that count, and how many there are.
            value_point: ValuePoint,
            /// When progress starts over; null when never.
            recurrent_schedule: RecurrentSchedule,
            /// Title of the clan's explanation, by language.
            popup_header: LocalizedText,
            /// Text of the clan's explanation, by language.
            popup_instruction: LocalizedText,
            /// Picture of the clan's explanation.
            popup_image_url: String,
        }
    }
}

model! {
    /// A step of a reward chain.
    RewardStep {
        promised {
            /// Its id: what `claim` asks for.
            step_id: StepId,
        }
        optional {
            /// Its display name.
            name: String,
            /// Whether its reward was given.
            is_claimed: bool,
            /// Its picture.
            image_url: String,
            /// The points it takes.
            price: RewardStepPrice,
            /// What it gives.
            reward: Vec<RewardItem>,
        }
    }
}

model! {
    /// The points that a reward step takes. Claiming does not spend them.
    RewardStepPrice {
        optional {
            /// How many points.
            amount: Points,
        }
    }
}

model! {
    /// A kind of value points and how many there are.
    ValuePoint {
        optional {
            /// The value point's SKU.
            sku: Sku,
            /// Its display name.
            name: String,
            /// Its picture.
            image_url: String,
            /// A short text.
            description: String,
            /// A long text.
            long_description: String,
            /// How many the player, or the clan, has.
            amount: Points,
            /// Whether they belong to a clan.
            is_clan: bool,
        }
    }
}
