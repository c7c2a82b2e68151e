//! The policy in force (sluice.policy.v1.BackpressurePolicy; PROTOCOL.md, "The policy").

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::item::Criticality;

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
    pub features: Features,
    pub max_item_bytes: u32,
    pub capacity_ttl_ms: u32,
    pub lease_ttl_ms: u32,
    pub lease_overcommit_percent: u32,
    pub latency_target_ms: u32,
    pub retention_ms: u32,
    pub recovery_ms: u32,
    pub drain_timeout_ms: u32,
}

/// From which percentage of the limit on items of each criticality are shed.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields are those of the schema, documented there"
)]
pub struct ShedThresholds {
    pub critical_plus_percent: u32,
    pub critical_percent: u32,
    pub sheddable_plus_percent: u32,
    pub sheddable_percent: u32,
}

impl ShedThresholds {
    /// The threshold of a criticality.
    pub fn of(&self, criticality: Criticality) -> u32 {
        match criticality {
            Criticality::CriticalPlus => self.critical_plus_percent,
            Criticality::Critical => self.critical_percent,
            Criticality::SheddablePlus => self.sheddable_plus_percent,
            Criticality::Sheddable => self.sheddable_percent,
        }
    }
}

/// How clients retry (gRPC A6).
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields are those of the schema, documented there"
)]
pub struct RetryPolicy {
    pub max_attempts: u32,
    pub initial_backoff_ms: u32,
    pub max_backoff_ms: u32,
    pub multiplier: f64,
    pub jitter: f64,
    pub max_tokens: u32,
    pub token_ratio: f64,
}

/// What can be switched on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(
    missing_docs,
    reason = "the fields are those of the schema, documented there"
)]
pub struct Features {
    pub criticality_shedding: bool,
    pub priority_dispatch: bool,
    pub tenant_isolation: bool,
    pub leases: bool,
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
                max_tokens: 10,
                token_ratio: 0.1,
            },
            features: Features::default(),
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

    /// Whether two policies differ in their revision at most.
    pub fn same_as(&self, other: &Policy) -> bool {
        let mut twin = other.clone();
        twin.revision = self.revision;
        *self == twin
    }

    /// The JSON document.
    pub fn to_json(&self) -> Value {
        json!({
            "revision": self.revision.to_string(),
            "concurrencyLimit": self.concurrency_limit,
            "queueLimit": self.queue_limit,
            "levelLowPercent": self.level_low_percent,
            "levelHighPercent": self.level_high_percent,
            "shedThresholds": {
                "criticalPlusPercent": self.shed_thresholds.critical_plus_percent,
                "criticalPercent": self.shed_thresholds.critical_percent,
                "sheddablePlusPercent": self.shed_thresholds.sheddable_plus_percent,
                "sheddablePercent": self.shed_thresholds.sheddable_percent,
            },
            "tenantShares": self.tenant_shares,
            "maxAttempts": self.max_attempts,
            "retry": {
                "maxAttempts": self.retry.max_attempts,
                "initialBackoffMs": self.retry.initial_backoff_ms,
                "maxBackoffMs": self.retry.max_backoff_ms,
                "multiplier": self.retry.multiplier,
                "jitter": self.retry.jitter,
                "budget": {
                    "maxTokens": self.retry.max_tokens,
                    "tokenRatio": self.retry.token_ratio,
                },
            },
            "features": {
                "criticalityShedding": self.features.criticality_shedding,
                "priorityDispatch": self.features.priority_dispatch,
                "tenantIsolation": self.features.tenant_isolation,
                "leases": self.features.leases,
            },
            "maxItemBytes": self.max_item_bytes,
            "capacityTtlMs": self.capacity_ttl_ms,
            "leaseTtlMs": self.lease_ttl_ms,
            "leaseOvercommitPercent": self.lease_overcommit_percent,
            "latencyTargetMs": self.latency_target_ms,
            "retentionMs": self.retention_ms,
            "recoveryMs": self.recovery_ms,
            "drainTimeoutMs": self.drain_timeout_ms,
        })
    }
}
