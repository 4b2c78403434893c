//! Inputs for tests: samples changed at random, the same again for the same seed.

mod numbers;
mod texts;
mod trial;
mod values;

pub use trial::{Counts, try_all};

/// Changes samples.
#[derive(Debug)]
pub struct Mutator {
    random: fastrand::Rng,
}

impl Mutator {
    /// One for a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            random: fastrand::Rng::with_seed(seed),
        }
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.random.usize(..end.max(1))
    }

    /// Whether something of this chance, one in so many, happens.
    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    /// One of several.
    ///
    /// # Panics
    ///
    /// Where there is none.
    pub fn one_of<T: Copy>(&mut self, several: &[T]) -> T {
        let index = self.below(several.len());
        #[expect(clippy::indexing_slicing, reason = "documented")]
        several[index]
    }

    /// Any number of 64 bits, often one at an edge.
    pub fn whole(&mut self) -> u64 {
        match self.below(4) {
            0 => self.one_of(numbers::EDGES),
            1 => self.random.u64(..1000),
            2 => self.random.u64(..) >> self.random.u32(..64),
            _ => self.random.u64(..),
        }
    }

    /// Any number with a point, often one at an edge.
    pub fn number(&mut self) -> f64 {
        match self.below(3) {
            0 => self.one_of(numbers::FLOATS),
            1 => f64::from_bits(self.random.u64(..)),
            #[expect(clippy::cast_precision_loss, reason = "any number will do")]
            _ => self.whole() as f64,
        }
    }
}
