//! The capacity document and its level (sluice.capacity.v1.Capacity; PROTOCOL.md, "Level").

use serde_json::{Value, json};

use crate::policy::Policy;

/// One consistent snapshot of a provider's load (rule 2.4). Counts are items.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// Names the process.
    pub provider_id: String,
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

/// How hard a provider is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Below the marks.
    Nominal,
    /// Between the marks, having reached the high one.
    Elevated,
    /// No slot is free.
    Saturated,
    /// Shutting down.
    Draining,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Level::Nominal => "CAPACITY_LEVEL_NOMINAL",
            Level::Elevated => "CAPACITY_LEVEL_ELEVATED",
            Level::Saturated => "CAPACITY_LEVEL_SATURATED",
            Level::Draining => "CAPACITY_LEVEL_DRAINING",
        }
    }
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

    /// The JSON document.
    pub fn to_json(&self) -> Value {
        json!({
            "schemaVersion": 1,
            "providerId": self.provider_id,
            "epoch": self.epoch.to_string(),
            "seq": self.seq.to_string(),
            "limit": self.limit(),
            "used": self.used(),
            "available": self.available(),
            "level": self.level.name(),
            "concurrencyLimit": self.concurrency_limit,
            "queueLimit": self.queue_limit,
            "running": self.running,
            "queued": self.queued,
            "ttlMs": self.ttl_ms,
            "utilization": f64::from(self.running) / f64::from(self.concurrency_limit),
            "policyRevision": self.policy_revision.to_string(),
            "queueDelayMs": self.queue_delay_ms,
            "latencyTargetMs": self.latency_target_ms,
        })
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
