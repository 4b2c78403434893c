//! What a second sending of a request would do: the class that each operation carries in its type.

/// What a second sending would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resend {
    /// Nothing: it only reads.
    Safe,
    /// Nothing, once the first was accepted: a claim, fenced by its step and cycle.
    Conditional,
    /// Set the same state again.
    State,
    /// Set the same state again, but lose the receipt that only the first answer holds.
    StateWithReceipt,
    /// Make another thing, harmless while it is not paid.
    NewEachTime,
    /// Grant or charge again.
    Never,
}

impl Resend {
    /// Whether the server keeps what the request does.
    #[must_use]
    pub const fn writes(self) -> bool {
        !matches!(self, Self::Safe)
    }

    /// Whether a call sends it again by itself with another token after a 401. A claim is read again first.
    #[must_use]
    pub const fn follows_refusal(self) -> bool {
        !matches!(self, Self::Conditional | Self::Never)
    }

    /// Whether the caller may send it again after an answer was lost.
    #[must_use]
    pub const fn may_be_repeated(self) -> bool {
        !matches!(self, Self::Never)
    }
}

/// A class as a type.
pub trait Class {
    /// The class as a value.
    const RESEND: Resend;
}

macro_rules! classes {
    ( $( $(#[$meta:meta])* $name:ident; )* ) => { $(
        $(#[$meta])*
        #[derive(Debug)]
        pub enum $name {}

        impl Class for $name {
            const RESEND: Resend = Resend::$name;
        }
    )* };
}

classes! {
    /// Reads.
    Safe;
    /// A claim, fenced by its step and cycle.
    Conditional;
    /// Sets a state.
    State;
    /// Sets a state and answers with a receipt.
    StateWithReceipt;
    /// An order still to be paid.
    NewEachTime;
    /// Grants at once, each time.
    Never;
}
