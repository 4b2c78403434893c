//! Ids, codes and tokens: each its own type, so that none is taken for another.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    };
}

text_id! {
    /// A player: the `sub` of the user's token.
    PlayerId
}
text_id! {
    /// An item, virtual currency, bundle, unit item or value point.
    Sku
}
text_id! {
    /// A clan.
    ClanId
}
text_id! {
    /// The id a merchant chose for a promotion with codes, or for a group of items.
    ExternalId
}
text_id! {
    /// A cart.
    CartId
}
number_id! {
    /// A daily, offer or reward chain.
    ChainId
}
number_id! {
    /// The position of a step in its chain, from 1.
    StepNumber
}
number_id! {
    /// A step of any chain.
    StepId
}
number_id! {
    /// An order.
    OrderId
}
number_id! {
    /// The API's own number of an item.
    ItemId
}
number_id! {
    /// A promotion of any kind: all of them share one numbering.
    PromotionId
}
number_id! {
    /// A region: a set of countries.
    RegionId
}
secret! {
    /// What a player types in: the code of a coupon or promo code.
    PromotionCode
}
secret! {
    /// What opens Pay Station for one order.
    PayStationToken
}
secret! {
    /// What signs the tokens that the emulator mints.
    SigningKey
}
