//! What a provider has counted since it started (rule 9.1).

use std::collections::BTreeMap;
use std::time::Duration;

use crate::refusal::Reason;
use crate::status::State;

/// Upper bounds of the buckets, in seconds.
pub const BUCKETS: [f64; 14] = [
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0,
];

/// Durations by bucket.
#[derive(Clone, Debug, Default)]
pub struct Histogram {
    /// How many fell into each bucket and none below.
    pub counts: [u64; BUCKETS.len()],
    /// How many there were in all.
    pub total: u64,
    /// Their sum, in seconds.
    pub sum: f64,
}

impl Histogram {
    /// Adds a duration.
    pub fn observe(&mut self, duration: Duration) {
        let seconds = duration.as_secs_f64();
        if let Some(bucket) = BUCKETS.iter().position(|bound| seconds <= *bound) {
            self.counts[bucket] += 1;
        }
        self.total += 1;
        self.sum += seconds;
    }
}

/// Counters; none ever decreases.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Items accepted.
    pub accepted: u64,
    /// Submissions of items that were accepted before.
    pub replayed: u64,
    /// Submissions refused, by reason.
    pub rejected: BTreeMap<Reason, u64>,
    settled: [u64; State::TERMINAL.len()],
    /// Time from acceptance to the begin of the run.
    pub queue_wait: Histogram,
}

impl Counts {
    /// Counts a refusal.
    pub fn reject(&mut self, reason: Reason) {
        *self.rejected.entry(reason).or_default() += 1;
    }

    /// Counts an item that ended.
    pub fn settle(&mut self, state: State) {
        if let Some(index) = State::TERMINAL.iter().position(|known| *known == state) {
            self.settled[index] += 1;
        }
    }

    /// Items that ended, by state.
    pub fn settled(&self) -> impl Iterator<Item = (State, u64)> + '_ {
        State::TERMINAL.iter().copied().zip(self.settled)
    }
}
