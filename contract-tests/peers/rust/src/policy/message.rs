//! The policy as the schema has it. Both ways name every field, so that a change of the schema does not compile.

use super::Policy;
use crate::protocol::policy::v1::BackpressurePolicy;

impl Policy {
    /// The message of a policy.
    pub fn message(&self) -> BackpressurePolicy {
        BackpressurePolicy {
            revision: self.revision,
            concurrency_limit: self.concurrency_limit,
            queue_limit: self.queue_limit,
            level_low_percent: self.level_low_percent,
            level_high_percent: self.level_high_percent,
            shed_thresholds: Some(self.shed_thresholds),
            tenant_shares: self.tenant_shares.clone(),
            max_attempts: self.max_attempts,
            retry: Some(self.retry),
            features: Some(self.features),
            max_item_bytes: self.max_item_bytes,
            capacity_ttl_ms: self.capacity_ttl_ms,
            lease_ttl_ms: self.lease_ttl_ms,
            lease_overcommit_percent: self.lease_overcommit_percent,
            latency_target_ms: self.latency_target_ms,
            retention_ms: self.retention_ms,
            recovery_ms: self.recovery_ms,
            drain_timeout_ms: self.drain_timeout_ms,
        }
    }

    /// The policy of a message, without its revision, if nothing that is required is absent.
    pub(super) fn of(message: BackpressurePolicy) -> Option<Policy> {
        let BackpressurePolicy {
            revision: _,
            concurrency_limit,
            queue_limit,
            level_low_percent,
            level_high_percent,
            shed_thresholds,
            tenant_shares,
            max_attempts,
            retry,
            features,
            max_item_bytes,
            capacity_ttl_ms,
            lease_ttl_ms,
            lease_overcommit_percent,
            latency_target_ms,
            retention_ms,
            recovery_ms,
            drain_timeout_ms,
        } = message;
        Some(Policy {
            revision: 0,
            concurrency_limit,
            queue_limit,
            level_low_percent,
            level_high_percent,
            shed_thresholds: shed_thresholds?,
            tenant_shares,
            max_attempts,
            retry: retry.filter(|retry| retry.budget.is_some())?,
            features: features?,
            max_item_bytes,
            capacity_ttl_ms,
            lease_ttl_ms,
            lease_overcommit_percent,
            latency_target_ms,
            retention_ms,
            recovery_ms,
            drain_timeout_ms,
        })
    }
}
