//! Clans.

use super::items::RewardItem;
use super::scalars::Points;
use super::shape::model;

model! {
    /// A clan member and the points they gave.
    Contributor {
        optional {
            /// The member's display name.
            name: String,
            /// The points they gave.
            contributed_amount: Points,
        }
    }
}

model! {
    /// What the old clan had left to claim.
    ClanUpdate {
        promised {
            /// The rewards that were given; often none.
            reward: Vec<RewardItem>,
        }
    }
}
