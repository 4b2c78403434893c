//! Where a run takes its chances from.

/// A generator, or what proptest chose.
#[derive(Debug)]
pub enum Draw<'a> {
    /// A generator: splitmix64.
    Random(u64),
    /// Choices of `proptest`, which shrinks them; 0 after their end: the plainest.
    Chosen(std::slice::Iter<'a, u32>),
}

impl Draw<'_> {
    /// From 0 to `end - 1`.
    pub fn below(&mut self, end: u64) -> u64 {
        let drawn = match self {
            Self::Random(state) => {
                *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mut mixed = *state;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                (mixed ^ (mixed >> 31)) >> 16
            }
            Self::Chosen(choices) => choices.next().copied().unwrap_or(0).into(),
        };
        drawn % end
    }

    /// True for the higher draws, so that 0 is the plain case.
    pub fn happens(&mut self, percent: u64) -> bool {
        self.below(100) >= 100 - percent
    }
}
