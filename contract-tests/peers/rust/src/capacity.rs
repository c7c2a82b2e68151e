//! The capacity document and its level (sluice.capacity.v1.Capacity; PROTOCOL.md, "Level").

use std::sync::Arc;

use crate::policy::Policy;
use crate::protocol::capacity::v1 as message;

pub use crate::protocol::capacity::v1::CapacityLevel as Level;

/// The major version of the contract.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// One consistent snapshot of a provider's load (rule 2.4). Counts are items.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// Names the process.
    pub provider_id: Arc<str>,
    /// Names this run of it; at least 1 (rule 8.6).
    pub epoch: u64,
    /// Grows with every change of any other field (rule 2.2).
    pub seq: u64,
    /// Items running.
    pub running: u32,
    /// Items accepted and not yet running.
    pub queued: u32,
    /// W, at least 1.
    pub concurrency_limit: u32,
    /// Q.
    pub queue_limit: u32,
    /// How hard the provider is pressed.
    pub level: Level,
    /// How long this document may be relied on, in milliseconds; at least 1 (rule 2.5).
    pub ttl_ms: u32,
    /// The policy in force.
    pub policy_revision: u64,
    /// What the last item to start had waited, in milliseconds.
    pub queue_delay_ms: u32,
    /// The policy's target, in milliseconds; 0 for none.
    pub latency_target_ms: u32,
}

impl Capacity {
    /// W + Q.
    pub fn limit(&self) -> u32 {
        self.concurrency_limit + self.queue_limit
    }

    /// Running and queued.
    pub fn used(&self) -> u32 {
        self.running + self.queued
    }

    /// Free slots; 0 where a shrunk limit is exceeded.
    pub fn available(&self) -> u32 {
        self.limit().saturating_sub(self.used())
    }

    /// Running by the concurrency limit.
    pub fn utilization(&self) -> f64 {
        f64::from(self.running) / f64::from(self.concurrency_limit)
    }

    /// The document as the schema has it.
    pub fn message(&self) -> message::Capacity {
        message::Capacity {
            schema_version: SCHEMA_VERSION,
            provider_id: self.provider_id.to_string(),
            epoch: self.epoch,
            seq: self.seq,
            limit: self.limit(),
            used: self.used(),
            available: self.available(),
            level: self.level.into(),
            concurrency_limit: self.concurrency_limit,
            queue_limit: self.queue_limit,
            running: self.running,
            queued: self.queued,
            ttl_ms: self.ttl_ms,
            utilization: self.utilization(),
            policy_revision: self.policy_revision,
            queue_delay_ms: self.queue_delay_ms,
            latency_target_ms: self.latency_target_ms,
        }
    }
}

/// Whether `used` has reached `percent` of `limit`.
pub fn reaches(used: u32, limit: u32, percent: u32) -> bool {
    u64::from(used) * 100 >= u64::from(percent) * u64::from(limit)
}

/// The flag behind the level: up at the high mark, down at the low one (rule 2.3).
#[derive(Debug, Default)]
pub struct Hysteresis {
    elevated: bool,
}

impl Hysteresis {
    /// Takes a change of used or of the policy into account and tells the level.
    pub fn observe(&mut self, used: u32, policy: &Policy, draining: bool) -> Level {
        let limit = policy.limit();
        if reaches(used, limit, policy.level_high_percent) {
            self.elevated = true;
        } else if u64::from(used) * 100 <= u64::from(policy.level_low_percent) * u64::from(limit) {
            self.elevated = false;
        }
        if draining {
            Level::Draining
        } else if used >= limit {
            Level::Saturated
        } else if self.elevated {
            Level::Elevated
        } else {
            Level::Nominal
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_follows_used_with_hysteresis() {
        let policy = Policy::initial(4, 6);
        let mut flag = Hysteresis::default();
        let up: Vec<Level> = (0..=10)
            .map(|used| flag.observe(used, &policy, false))
            .collect();
        let down: Vec<Level> = (0..10)
            .rev()
            .map(|used| flag.observe(used, &policy, false))
            .collect();

        use Level::{Elevated, Nominal, Saturated};
        assert_eq!(up[7], Nominal);
        assert_eq!(&up[8..], [Elevated, Elevated, Saturated]);
        assert_eq!(
            &down[..5],
            [Elevated, Elevated, Elevated, Elevated, Nominal]
        );
    }
}
