//! The policy in force (sluice.policy.v1.BackpressurePolicy; PROTOCOL.md, "The policy").

mod constraints;
mod message;
mod read;
mod retry;

use std::collections::BTreeMap;

use crate::item::Criticality;
use crate::protocol::policy::v1::RetryBudget;

pub use crate::protocol::policy::v1::{FeatureFlags, RetryPolicy, ShedThresholds};
pub use read::{PolicyError, read, read_retry};

/// A provider's limits. Durations are milliseconds, shares and thresholds whole percentages of the limit.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields are those of the schema, documented there"
)]
pub struct Policy {
    pub revision: u64,
    pub concurrency_limit: u32,
    pub queue_limit: u32,
    pub level_low_percent: u32,
    pub level_high_percent: u32,
    pub shed_thresholds: ShedThresholds,
    pub tenant_shares: BTreeMap<String, u32>,
    pub max_attempts: u32,
    pub retry: RetryPolicy,
    pub features: FeatureFlags,
    pub max_item_bytes: u32,
    pub capacity_ttl_ms: u32,
    pub lease_ttl_ms: u32,
    pub lease_overcommit_percent: u32,
    pub latency_target_ms: u32,
    pub retention_ms: u32,
    pub recovery_ms: u32,
    pub drain_timeout_ms: u32,
}

impl Policy {
    /// The policy a provider starts with (PROTOCOL.md, "Starting a provider").
    pub fn initial(concurrency_limit: u32, queue_limit: u32) -> Policy {
        Policy {
            revision: 1,
            concurrency_limit,
            queue_limit,
            level_low_percent: 50,
            level_high_percent: 80,
            shed_thresholds: ShedThresholds {
                critical_plus_percent: 100,
                critical_percent: 100,
                sheddable_plus_percent: 100,
                sheddable_percent: 100,
            },
            tenant_shares: BTreeMap::new(),
            max_attempts: 5,
            retry: RetryPolicy {
                max_attempts: 4,
                initial_backoff_ms: 100,
                max_backoff_ms: 5_000,
                multiplier: 2.0,
                jitter: 0.2,
                budget: Some(RetryBudget {
                    max_tokens: 10,
                    token_ratio: 0.1,
                }),
            },
            features: FeatureFlags::default(),
            max_item_bytes: 1_048_576,
            capacity_ttl_ms: 1_000,
            lease_ttl_ms: 5_000,
            lease_overcommit_percent: 100,
            latency_target_ms: 0,
            retention_ms: 60_000,
            recovery_ms: 10_000,
            drain_timeout_ms: 30_000,
        }
    }

    /// W + Q, in items.
    pub fn limit(&self) -> u32 {
        self.concurrency_limit + self.queue_limit
    }

    /// The slots that no other tenant can take from one with a share, rounded down (rule 7.3).
    pub fn guaranteed(&self, tenant: &str) -> u32 {
        let percent = self.tenant_shares.get(tenant).copied().unwrap_or(0);
        u32::try_from(u64::from(self.limit()) * u64::from(percent) / 100).unwrap_or(u32::MAX)
    }

    /// From which percentage of the limit on items of a criticality are shed.
    pub fn threshold(&self, criticality: Criticality) -> u32 {
        match criticality {
            Criticality::CriticalPlus | Criticality::Unspecified => {
                self.shed_thresholds.critical_plus_percent
            }
            Criticality::Critical => self.shed_thresholds.critical_percent,
            Criticality::SheddablePlus => self.shed_thresholds.sheddable_plus_percent,
            Criticality::Sheddable => self.shed_thresholds.sheddable_percent,
        }
    }

    /// Whether two policies differ in their revision at most.
    pub fn same_as(&self, other: &Policy) -> bool {
        let mut twin = other.clone();
        twin.revision = self.revision;
        *self == twin
    }
}
