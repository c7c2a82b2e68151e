//! When a retry policy is valid, within a policy or by itself.

use super::constraints::{BETWEEN, HOUR, bound};
use crate::protocol::policy::v1::RetryPolicy;
use crate::reader::Violations;

/// Checks the constraints of single fields; the prefix is that of their paths.
pub(super) fn constrain(violations: &mut Violations, prefix: &str, retry: &RetryPolicy) {
    let budget = retry.budget.unwrap_or_default();
    for (field, value, low, high) in [
        ("max_attempts", retry.max_attempts, 2, 5),
        ("initial_backoff_ms", retry.initial_backoff_ms, 1, HOUR),
        ("max_backoff_ms", retry.max_backoff_ms, 1, HOUR),
        ("budget.max_tokens", budget.max_tokens, 1, 1000),
    ] {
        bound(
            violations,
            &format!("{prefix}{field}"),
            value,
            low,
            high,
            BETWEEN,
        );
    }
    let ratio = budget.token_ratio;
    for (field, holds, rule, message) in [
        (
            "multiplier",
            (1.0..=10.0).contains(&retry.multiplier),
            "double.gte_lte",
            "must be 1 to 10",
        ),
        ("jitter", retry.jitter == 0.2, "double.const", "must be 0.2"),
        (
            "budget.token_ratio",
            ratio > 0.0 && ratio <= 1000.0,
            "double.gt_lte",
            "must be above 0 and at most 1000",
        ),
    ] {
        let field = format!("{prefix}{field}");
        if !holds && !violations.covers(&field) {
            violations.reject(&field, rule, message);
        }
    }
}

/// Checks the constraint that spans fields.
pub(super) fn constrain_backoff(violations: &mut Violations, path: &str, retry: &RetryPolicy) {
    if retry.initial_backoff_ms > retry.max_backoff_ms {
        violations.reject(
            path,
            "retry_policy.backoff",
            "initial_backoff_ms must not exceed max_backoff_ms",
        );
    }
}
