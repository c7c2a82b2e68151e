//! When a policy is valid: the constraints of its schema, and those of PROTOCOL.md.

use crate::protocol::policy::v1::{BackpressurePolicy, RetryPolicy};
use crate::reader::{Violations, entry, is_id};

const HOUR: u32 = 3_600_000;
const DAY: u32 = 86_400_000;
const BETWEEN: &str = "uint32.gte_lte";
const UP_TO: &str = "uint32.lte";
const MAX_TENANTS: usize = 1000;

/// A constraint on one number: the lowest and the highest value allowed, and protovalidate's id for the pair.
type Bound = (&'static str, u32, u32, u32, &'static str);

/// Collects every constraint that a policy breaks. Fields of a message that is absent or of another type are not judged beside it.
pub(super) fn constrain(violations: &mut Violations, policy: &BackpressurePolicy) {
    required(violations, policy);
    for (field, value, low, high, rule) in bounds(policy) {
        if !(low..=high).contains(&value) && !violations.covers(field) {
            violations.reject(field, rule, format!("must be {low} to {high}, is {value}"));
        }
    }
    doubles(violations, &policy.retry.unwrap_or_default());
    shares(violations, policy);
    if !violations.is_mistyped() {
        across(violations, policy);
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

fn bounds(policy: &BackpressurePolicy) -> [Bound; 21] {
    let shed = policy.shed_thresholds.unwrap_or_default();
    let retry = policy.retry.unwrap_or_default();
    let budget = retry.budget.unwrap_or_default();
    [
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
        ("retry.max_attempts", retry.max_attempts, 2, 5, BETWEEN),
        (
            "retry.initial_backoff_ms",
            retry.initial_backoff_ms,
            1,
            HOUR,
            BETWEEN,
        ),
        (
            "retry.max_backoff_ms",
            retry.max_backoff_ms,
            1,
            HOUR,
            BETWEEN,
        ),
        (
            "retry.budget.max_tokens",
            budget.max_tokens,
            1,
            1000,
            BETWEEN,
        ),
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
    ]
}

fn doubles(violations: &mut Violations, retry: &RetryPolicy) {
    let ratio = retry.budget.unwrap_or_default().token_ratio;
    for (field, holds, rule, message) in [
        (
            "retry.multiplier",
            (1.0..=10.0).contains(&retry.multiplier),
            "double.gte_lte",
            "must be 1 to 10",
        ),
        (
            "retry.jitter",
            retry.jitter == 0.2,
            "double.const",
            "must be 0.2",
        ),
        (
            "retry.budget.token_ratio",
            ratio > 0.0 && ratio <= 1000.0,
            "double.gt_lte",
            "must be above 0 and at most 1000",
        ),
    ] {
        if !holds && !violations.covers(field) {
            violations.reject(field, rule, message);
        }
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
fn across(violations: &mut Violations, policy: &BackpressurePolicy) {
    let retry = policy.retry.unwrap_or_default();
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
            "retry",
            retry.initial_backoff_ms > retry.max_backoff_ms,
            "retry_policy.backoff",
            "initial_backoff_ms must not exceed max_backoff_ms",
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
