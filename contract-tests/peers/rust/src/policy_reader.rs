//! Reads a policy: the one strict reader of the contract (rule 10.1).

use std::collections::BTreeMap;

use crate::json::Json;
use crate::policy::{Features, Policy, RetryPolicy, ShedThresholds};
use crate::reader::{Reader, Violation, is_id};

/// A policy that is not taken.
#[derive(Debug, PartialEq)]
pub enum PolicyError {
    /// It cannot be read: no JSON object, invalid UTF-8, a member twice.
    Unreadable(String),
    /// It can be read and breaks constraints: all of them.
    Invalid(Vec<Violation>),
}

const HOUR: u32 = 3_600_000;
const DAY: u32 = 86_400_000;
const BETWEEN: &str = "uint32.gte_lte";
const UP_TO: &str = "uint32.lte";
const MAX_TENANTS: usize = 1000;

/// Reads a policy; its revision is 0.
pub fn read(text: &[u8]) -> Result<Policy, PolicyError> {
    let json = Json::parse(text).map_err(PolicyError::Unreadable)?;
    let members = json
        .members()
        .ok_or_else(|| PolicyError::Unreadable("the policy must be a JSON object".to_owned()))?;
    let mut reader = Reader::new(members, "");
    let policy = read_members(&mut reader);
    let violations = reader.finish();
    if violations.is_empty() {
        Ok(policy)
    } else {
        Err(PolicyError::Invalid(violations))
    }
}

fn read_members(reader: &mut Reader) -> Policy {
    reader.get("revision");
    let policy = Policy {
        revision: 0,
        concurrency_limit: bounded(reader, "concurrency_limit", 1, 1_000_000),
        queue_limit: bounded(reader, "queue_limit", 0, 1_000_000),
        level_low_percent: bounded(reader, "level_low_percent", 0, 99),
        level_high_percent: bounded(reader, "level_high_percent", 1, 100),
        shed_thresholds: shed_thresholds(reader),
        tenant_shares: tenant_shares(reader),
        max_attempts: bounded(reader, "max_attempts", 2, 10),
        retry: retry(reader),
        features: features(reader),
        max_item_bytes: bounded(reader, "max_item_bytes", 1, 16 << 20),
        capacity_ttl_ms: bounded(reader, "capacity_ttl_ms", 1, 60_000),
        lease_ttl_ms: bounded(reader, "lease_ttl_ms", 1, HOUR),
        lease_overcommit_percent: bounded(reader, "lease_overcommit_percent", 100, 1000),
        latency_target_ms: bounded(reader, "latency_target_ms", 0, DAY),
        retention_ms: bounded(reader, "retention_ms", 1, 7 * DAY),
        recovery_ms: bounded(reader, "recovery_ms", 1, HOUR),
        drain_timeout_ms: bounded(reader, "drain_timeout_ms", 1, DAY),
    };
    reader.reject_unknown();
    if reader.is_clean() {
        across(reader, &policy);
    }
    policy
}

fn bounded(reader: &mut Reader, field: &'static str, low: u32, high: u32) -> u32 {
    let value = reader.uint32(field);
    if !(low..=high).contains(&value) {
        let rule = if low == high {
            "uint32.const"
        } else if low == 0 {
            UP_TO
        } else {
            BETWEEN
        };
        reader.reject(field, rule, format!("must be {low} to {high}, is {value}"));
    }
    value
}

/// Reads a required message member; an absent one is a violation of its own.
fn message<T>(
    reader: &mut Reader,
    field: &'static str,
    absent: T,
    read: impl Fn(&mut Reader) -> T,
) -> T {
    let Some(json) = reader.get(field) else {
        reader.reject(field, "required", "is required");
        return absent;
    };
    let Some(members) = json.members() else {
        reader.reject(field, "json", "must be an object");
        return absent;
    };
    let mut inner = Reader::new(members, &reader.path(field));
    let value = read(&mut inner);
    inner.reject_unknown();
    reader.absorb(inner.finish());
    value
}

fn shed_thresholds(reader: &mut Reader) -> ShedThresholds {
    let absent = Policy::initial(1, 0).shed_thresholds;
    message(reader, "shed_thresholds", absent, |inner| ShedThresholds {
        critical_plus_percent: bounded(inner, "critical_plus_percent", 100, 100),
        critical_percent: bounded(inner, "critical_percent", 1, 100),
        sheddable_plus_percent: bounded(inner, "sheddable_plus_percent", 1, 100),
        sheddable_percent: bounded(inner, "sheddable_percent", 1, 100),
    })
}

fn retry(reader: &mut Reader) -> RetryPolicy {
    let absent = Policy::initial(1, 0).retry;
    message(reader, "retry", absent, |inner| {
        let budget = message(
            inner,
            "budget",
            (absent.max_tokens, absent.token_ratio),
            |budget| {
                let max_tokens = bounded(budget, "max_tokens", 1, 1000);
                let token_ratio = budget.double("token_ratio");
                if !(token_ratio > 0.0 && token_ratio <= 1000.0) {
                    budget.reject(
                        "token_ratio",
                        "double.gt_lte",
                        "must be above 0 and at most 1000",
                    );
                }
                (max_tokens, token_ratio)
            },
        );
        let retry = RetryPolicy {
            max_attempts: bounded(inner, "max_attempts", 2, 5),
            initial_backoff_ms: bounded(inner, "initial_backoff_ms", 1, HOUR),
            max_backoff_ms: bounded(inner, "max_backoff_ms", 1, HOUR),
            multiplier: inner.double("multiplier"),
            jitter: inner.double("jitter"),
            max_tokens: budget.0,
            token_ratio: budget.1,
        };
        if !(1.0..=10.0).contains(&retry.multiplier) {
            inner.reject("multiplier", "double.gte_lte", "must be 1 to 10");
        }
        if retry.jitter != 0.2 {
            inner.reject("jitter", "double.const", "must be 0.2");
        }
        retry
    })
}

fn features(reader: &mut Reader) -> Features {
    let Some(members) = reader.object("features") else {
        return Features::default();
    };
    let mut inner = Reader::new(members, &reader.path("features"));
    let features = Features {
        criticality_shedding: inner.boolean("criticality_shedding"),
        priority_dispatch: inner.boolean("priority_dispatch"),
        tenant_isolation: inner.boolean("tenant_isolation"),
        leases: inner.boolean("leases"),
    };
    for (name, wanted) in [
        ("tenant_isolation", features.tenant_isolation),
        ("leases", features.leases),
    ] {
        if wanted {
            inner.reject(
                name,
                "feature_flags.unsupported",
                "is not supported by this provider",
            );
        }
    }
    inner.reject_unknown();
    reader.absorb(inner.finish());
    features
}

fn tenant_shares(reader: &mut Reader) -> BTreeMap<String, u32> {
    let mut shares = BTreeMap::new();
    let Some(members) = reader.object("tenant_shares") else {
        return shares;
    };
    if members.len() > MAX_TENANTS {
        reader.reject(
            "tenant_shares",
            "map.max_pairs",
            "must name at most 1000 tenants",
        );
        return shares;
    }
    for (tenant, share) in members {
        let field = format!("tenant_shares[{tenant:?}]");
        let value = match share {
            Json::Number(number) => number.as_u64().unwrap_or(0),
            Json::String(text) => text.parse().unwrap_or(0),
            _ => 0,
        };
        if !is_id(tenant) {
            reader.reject(
                &field,
                "string.pattern",
                "must be named by 1 to 128 characters of A-Z a-z 0-9 . _ -",
            );
        }
        match u32::try_from(value) {
            Ok(share @ 1..=100) => {
                shares.insert(tenant.clone(), share);
            }
            _ => reader.reject(&field, BETWEEN, "must be 1 to 100"),
        }
    }
    let sum: u32 = shares.values().sum();
    if sum > 100 {
        reader.reject(
            "tenant_shares",
            "backpressure_policy.tenant_shares",
            format!("must sum up to at most 100, are {sum}"),
        );
    }
    shares
}

/// The constraints that span fields.
fn across(reader: &mut Reader, policy: &Policy) {
    if policy.level_low_percent >= policy.level_high_percent {
        reader.reject(
            "",
            "backpressure_policy.level",
            "level_low_percent must be below level_high_percent",
        );
    }
    if policy.retry.max_attempts > policy.max_attempts {
        reader.reject(
            "",
            "backpressure_policy.max_attempts",
            "retry.max_attempts must not exceed max_attempts",
        );
    }
    if policy.retention_ms < policy.retry.max_backoff_ms {
        reader.reject(
            "",
            "backpressure_policy.retention",
            "retention_ms must be at least retry.max_backoff_ms",
        );
    }
    if policy.retry.initial_backoff_ms > policy.retry.max_backoff_ms {
        reader.reject(
            "retry",
            "retry_policy.backoff",
            "initial_backoff_ms must not exceed max_backoff_ms",
        );
    }
    let t = &policy.shed_thresholds;
    if t.sheddable_percent > t.sheddable_plus_percent
        || t.sheddable_plus_percent > t.critical_percent
    {
        reader.reject(
            "shed_thresholds",
            "shed_thresholds.order",
            "thresholds must not rise as criticality falls",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(pointer: &str, value: serde_json::Value) -> Result<Policy, PolicyError> {
        let mut json = Policy::initial(4, 16).to_json();
        *json.pointer_mut(pointer).expect("the member exists") = value;
        read(json.to_string().as_bytes())
    }

    #[test]
    fn what_is_written_is_read_the_same() {
        let policy = Policy::initial(4, 16);
        let read = read(policy.to_json().to_string().as_bytes()).unwrap();
        assert!(read.same_as(&policy));
    }

    #[test]
    fn each_bad_value_is_named() {
        for (pointer, value, field, rule) in [
            ("/concurrencyLimit", 0.into(), "concurrency_limit", BETWEEN),
            ("/queueLimit", 1_000_001.into(), "queue_limit", UP_TO),
            ("/queueLimit", (-1).into(), "queue_limit", "json"),
            (
                "/maxItemBytes",
                "9223372036854775808".into(),
                "max_item_bytes",
                "json",
            ),
            (
                "/levelHighPercent",
                50.into(),
                "",
                "backpressure_policy.level",
            ),
            (
                "/retry/multiplier",
                "NaN".into(),
                "retry.multiplier",
                "double.gte_lte",
            ),
            (
                "/retry/budget/tokenRatio",
                0.into(),
                "retry.budget.token_ratio",
                "double.gt_lte",
            ),
            (
                "/features/leases",
                true.into(),
                "features.leases",
                "feature_flags.unsupported",
            ),
            ("/retry", serde_json::Value::Null, "retry", "required"),
            (
                "/retentionMs",
                1.into(),
                "",
                "backpressure_policy.retention",
            ),
        ] {
            let Err(PolicyError::Invalid(violations)) = changed(pointer, value) else {
                panic!("{pointer} is accepted");
            };
            assert!(
                violations
                    .iter()
                    .any(|v| v.field == field && v.rule == rule),
                "{pointer}: {violations:?}"
            );
        }
    }

    #[test]
    fn unknown_members_are_refused_at_any_depth() {
        let mut json = Policy::initial(4, 16).to_json();
        json["queueLimits"] = 1.into();
        json["retry"]["budget"]["x"] = 1.into();
        let Err(PolicyError::Invalid(violations)) = read(json.to_string().as_bytes()) else {
            panic!("accepted");
        };
        let fields: Vec<&str> = violations.iter().map(|v| v.field.as_str()).collect();
        assert_eq!(fields, ["retry.budget.x", "queueLimits"]);
    }

    #[test]
    fn shares_sum_up_to_at_most_a_hundred() {
        assert!(changed("/tenantShares", serde_json::json!({"a": 60, "b": 40})).is_ok());
        assert!(changed("/tenantShares", serde_json::json!({"a": 60, "b": 41})).is_err());
    }
}
