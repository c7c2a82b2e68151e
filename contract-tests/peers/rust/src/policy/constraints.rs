//! When a policy is valid: the constraints of its schema, and those of PROTOCOL.md.

use super::retry;
use crate::protocol::policy::v1::{BackpressurePolicy, RetryPolicy};
use crate::reader::{Violations, entry, is_id};

pub(super) const HOUR: u32 = 3_600_000;
const DAY: u32 = 86_400_000;
pub(super) const BETWEEN: &str = "uint32.gte_lte";
const UP_TO: &str = "uint32.lte";
const MAX_TENANTS: usize = 1000;

/// Collects every constraint that a policy breaks. Fields of a message that is absent or of another type are not judged beside it.
pub(super) fn constrain(violations: &mut Violations, policy: &BackpressurePolicy) {
    required(violations, policy);
    bounds(violations, policy);
    let retry = policy.retry.unwrap_or_default();
    retry::constrain(violations, "retry.", &retry);
    shares(violations, policy);
    if !violations.is_mistyped() {
        retry::constrain_backoff(violations, "retry", &retry);
        across(violations, policy, &retry);
    }
}

/// Checks one number: its lowest and highest value allowed, and protovalidate's id for the pair.
pub(super) fn bound(
    violations: &mut Violations,
    field: &str,
    value: u32,
    low: u32,
    high: u32,
    rule: &'static str,
) {
    if !(low..=high).contains(&value) && !violations.covers(field) {
        violations.reject(field, rule, format!("must be {low} to {high}, is {value}"));
    }
}

fn required(violations: &mut Violations, policy: &BackpressurePolicy) {
    for (field, absent) in [
        ("shed_thresholds", policy.shed_thresholds.is_none()),
        ("retry", policy.retry.is_none()),
        (
            "retry.budget",
            policy.retry.is_some_and(|retry| retry.budget.is_none()),
        ),
        ("features", policy.features.is_none()),
    ] {
        if absent {
            violations.reject(field, "required", "is required");
        }
    }
}

fn bounds(violations: &mut Violations, policy: &BackpressurePolicy) {
    let shed = policy.shed_thresholds.unwrap_or_default();
    for (field, value, low, high, rule) in [
        (
            "concurrency_limit",
            policy.concurrency_limit,
            1,
            1_000_000,
            BETWEEN,
        ),
        ("queue_limit", policy.queue_limit, 0, 1_000_000, UP_TO),
        ("level_low_percent", policy.level_low_percent, 0, 99, UP_TO),
        (
            "level_high_percent",
            policy.level_high_percent,
            1,
            100,
            BETWEEN,
        ),
        (
            "shed_thresholds.critical_plus_percent",
            shed.critical_plus_percent,
            100,
            100,
            "uint32.const",
        ),
        (
            "shed_thresholds.critical_percent",
            shed.critical_percent,
            1,
            100,
            BETWEEN,
        ),
        (
            "shed_thresholds.sheddable_plus_percent",
            shed.sheddable_plus_percent,
            1,
            100,
            BETWEEN,
        ),
        (
            "shed_thresholds.sheddable_percent",
            shed.sheddable_percent,
            1,
            100,
            BETWEEN,
        ),
        ("max_attempts", policy.max_attempts, 2, 10, BETWEEN),
        (
            "max_item_bytes",
            policy.max_item_bytes,
            1,
            16 << 20,
            BETWEEN,
        ),
        (
            "capacity_ttl_ms",
            policy.capacity_ttl_ms,
            1,
            60_000,
            BETWEEN,
        ),
        ("lease_ttl_ms", policy.lease_ttl_ms, 1, HOUR, BETWEEN),
        (
            "lease_overcommit_percent",
            policy.lease_overcommit_percent,
            100,
            1000,
            BETWEEN,
        ),
        ("latency_target_ms", policy.latency_target_ms, 0, DAY, UP_TO),
        ("retention_ms", policy.retention_ms, 1, 7 * DAY, BETWEEN),
        ("recovery_ms", policy.recovery_ms, 1, HOUR, BETWEEN),
        ("drain_timeout_ms", policy.drain_timeout_ms, 1, DAY, BETWEEN),
    ] {
        bound(violations, field, value, low, high, rule);
    }
}

fn shares(violations: &mut Violations, policy: &BackpressurePolicy) {
    if policy.tenant_shares.len() > MAX_TENANTS {
        violations.reject(
            "tenant_shares",
            "map.max_pairs",
            format!("must name at most {MAX_TENANTS} tenants"),
        );
        return;
    }
    for (tenant, share) in &policy.tenant_shares {
        let path = entry("tenant_shares", tenant);
        if !is_id(tenant) {
            violations.reject(
                &path,
                "string.pattern",
                "must be named by 1 to 128 characters of A-Z a-z 0-9 . _ -",
            );
        }
        if !(1..=100).contains(share) {
            violations.reject(&path, BETWEEN, format!("must be 1 to 100, is {share}"));
        }
    }
    let sum: u64 = policy.tenant_shares.values().copied().map(u64::from).sum();
    if sum > 100 {
        violations.reject(
            "tenant_shares",
            "backpressure_policy.tenant_shares",
            format!("must sum up to at most 100, are {sum}"),
        );
    }
}

/// The constraints that span fields.
fn across(violations: &mut Violations, policy: &BackpressurePolicy, retry: &RetryPolicy) {
    let shed = policy.shed_thresholds.unwrap_or_default();
    for (field, broken, rule, message) in [
        (
            "",
            policy.level_low_percent >= policy.level_high_percent,
            "backpressure_policy.level",
            "level_low_percent must be below level_high_percent",
        ),
        (
            "",
            retry.max_attempts > policy.max_attempts,
            "backpressure_policy.max_attempts",
            "retry.max_attempts must not exceed max_attempts",
        ),
        (
            "",
            policy.retention_ms < retry.max_backoff_ms,
            "backpressure_policy.retention",
            "retention_ms must be at least retry.max_backoff_ms",
        ),
        (
            "shed_thresholds",
            shed.sheddable_percent > shed.sheddable_plus_percent
                || shed.sheddable_plus_percent > shed.critical_percent
                || shed.critical_percent > shed.critical_plus_percent,
            "shed_thresholds.order",
            "thresholds must not rise as criticality falls",
        ),
    ] {
        if broken {
            violations.reject(field, rule, message);
        }
    }
}
