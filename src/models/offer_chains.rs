//! Offer chains.

use super::items::{ChainItem, ValuePointReward};
use super::limits::RecurrentSchedule;
use super::scalars::{ChainId, Currency, DateTime, NumberAmount, Points, Sku, StepNumber};
use super::shape::model;

model! {
    /// An offer chain with this player's progress.
    OfferChain {
        promised {
            /// The chain's id.
            id: ChainId,
            /// Its steps, taken one after another.
            steps: Vec<OfferStep>,
        }
        optional {
            /// The step to take next; null when the chain is completed.
            next_step_number: StepNumber,
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
            /// When progress starts over; null when never.
            recurrent_schedule: RecurrentSchedule,
        }
    }
}

model! {
    /// A step of an offer chain.
    OfferStep {
        promised {
            /// Its number, from 1: what `claim` and `order` ask for.
            step_number: StepNumber,
        }
        optional {
            /// Whether it is claimed (true) or bought (false).
            is_free: bool,
            /// Whether it was claimed or bought.
            is_claimed: bool,
            /// What it costs; null when it is free.
            step_price: StepPrice,
            /// What it gives.
            items: Vec<ChainItem>,
            /// The value points that come with it.
            step_vp_rewards: Vec<ValuePointReward>,
            /// The loyalty points that come with it.
            step_loyalty_rewards: Vec<LoyaltyReward>,
        }
    }
}

model! {
    /// What an offer step costs.
    StepPrice {
        promised {
            /// The amount, a number as the API sends it.
            amount: NumberAmount,
            /// The currency.
            currency: Currency,
        }
    }
}

model! {
    /// Loyalty points that come with a step.
    LoyaltyReward {
        optional {
            /// The display name.
            name: String,
            /// The loyalty point's SKU.
            sku: Sku,
            /// A short text.
            description: String,
            /// The picture.
            image_url: String,
            /// How many points.
            amount: Points,
        }
    }
}
