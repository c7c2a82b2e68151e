//! Reads a policy: the one strict reader of the contract (rule 10.1).

use super::Policy;
use super::constraints::constrain;
use super::retry::{constrain as constrain_retry, constrain_backoff};
use crate::json::Json;
use crate::protocol::policy::v1::{
    BackpressurePolicy, FeatureFlags, RetryBudget, RetryPolicy, ShedThresholds,
};
use crate::reader::{Reader, Violation, Violations};

/// A policy that is not taken.
#[derive(Debug, PartialEq)]
pub enum PolicyError {
    /// It cannot be read: no JSON object, invalid UTF-8, a member twice.
    Unreadable(String),
    /// It can be read and breaks constraints: all of them.
    Invalid(Vec<Violation>),
}

/// Reads a policy; its revision is 0, whatever the text says.
pub fn read(text: &[u8]) -> Result<Policy, PolicyError> {
    let json = Json::parse(text).map_err(PolicyError::Unreadable)?;
    if json.members().is_none() {
        return Err(PolicyError::Unreadable("a policy is an object".to_owned()));
    }
    let mut violations = Violations::default();
    let mut reader = Reader::new(&json, &mut violations).strict();
    let message = message(&mut reader);
    reader.finish();
    if let Some(fault) = violations.fault() {
        return Err(PolicyError::Unreadable(fault.to_owned()));
    }
    constrain(&mut violations, &message);
    match Policy::of(message) {
        Some(policy) if violations.list().is_empty() => Ok(policy),
        _ => Err(PolicyError::Invalid(violations.into_list())),
    }
}

/// Reads a retry policy by itself, as strictly as it is read within a policy.
pub fn read_retry(text: &[u8]) -> Result<RetryPolicy, PolicyError> {
    let json = Json::parse(text).map_err(PolicyError::Unreadable)?;
    let mut violations = Violations::default();
    let mut reader = Reader::new(&json, &mut violations).strict();
    let message = retry(&mut reader);
    reader.finish();
    if let Some(fault) = violations.fault() {
        return Err(PolicyError::Unreadable(fault.to_owned()));
    }
    if message.budget.is_none() {
        violations.reject("budget", "required", "is required");
    }
    constrain_retry(&mut violations, "", &message);
    if !violations.is_mistyped() {
        constrain_backoff(&mut violations, "", &message);
    }
    if violations.list().is_empty() {
        Ok(message)
    } else {
        Err(PolicyError::Invalid(violations.into_list()))
    }
}

fn message(reader: &mut Reader) -> BackpressurePolicy {
    reader.ignore("revision");
    BackpressurePolicy {
        revision: 0,
        concurrency_limit: reader.uint32("concurrency_limit"),
        queue_limit: reader.uint32("queue_limit"),
        level_low_percent: reader.uint32("level_low_percent"),
        level_high_percent: reader.uint32("level_high_percent"),
        shed_thresholds: reader.message("shed_thresholds", |shed| ShedThresholds {
            critical_plus_percent: shed.uint32("critical_plus_percent"),
            critical_percent: shed.uint32("critical_percent"),
            sheddable_plus_percent: shed.uint32("sheddable_plus_percent"),
            sheddable_percent: shed.uint32("sheddable_percent"),
        }),
        tenant_shares: reader.uint32_map("tenant_shares"),
        max_attempts: reader.uint32("max_attempts"),
        retry: reader.message("retry", retry),
        features: reader.message("features", |features| FeatureFlags {
            criticality_shedding: features.boolean("criticality_shedding"),
            priority_dispatch: features.boolean("priority_dispatch"),
            tenant_isolation: features.boolean("tenant_isolation"),
            leases: features.boolean("leases"),
        }),
        max_item_bytes: reader.uint32("max_item_bytes"),
        capacity_ttl_ms: reader.uint32("capacity_ttl_ms"),
        lease_ttl_ms: reader.uint32("lease_ttl_ms"),
        lease_overcommit_percent: reader.uint32("lease_overcommit_percent"),
        latency_target_ms: reader.uint32("latency_target_ms"),
        retention_ms: reader.uint32("retention_ms"),
        recovery_ms: reader.uint32("recovery_ms"),
        drain_timeout_ms: reader.uint32("drain_timeout_ms"),
    }
}

fn retry(reader: &mut Reader) -> RetryPolicy {
    RetryPolicy {
        max_attempts: reader.uint32("max_attempts"),
        initial_backoff_ms: reader.uint32("initial_backoff_ms"),
        max_backoff_ms: reader.uint32("max_backoff_ms"),
        multiplier: reader.double("multiplier"),
        jitter: reader.double("jitter"),
        budget: reader.message("budget", |budget| RetryBudget {
            max_tokens: budget.uint32("max_tokens"),
            token_ratio: budget.double("token_ratio"),
        }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn initial() -> Value {
        serde_json::to_value(Policy::initial(4, 16).message()).unwrap()
    }

    fn changed(pointer: &str, value: Value) -> Result<Policy, PolicyError> {
        let mut json = initial();
        *json.pointer_mut(pointer).expect("the member exists") = value;
        read(json.to_string().as_bytes())
    }

    #[test]
    fn what_is_written_is_read_the_same() {
        let mut policy = Policy::initial(4, 16);
        policy.tenant_shares.insert("a".to_owned(), 7);
        policy.features = FeatureFlags {
            criticality_shedding: true,
            priority_dispatch: true,
            tenant_isolation: true,
            leases: true,
        };
        let read = read(&crate::protocol::write(&policy.message())).unwrap();
        assert!(read.same_as(&policy));
    }

    #[test]
    fn each_bad_value_is_named() {
        for (pointer, value, field, rule) in [
            (
                "/concurrencyLimit",
                json!(0),
                "concurrency_limit",
                "uint32.gte_lte",
            ),
            ("/concurrencyLimit", json!(1.5), "concurrency_limit", "json"),
            ("/queueLimit", json!(1_000_001), "queue_limit", "uint32.lte"),
            ("/queueLimit", json!(-1), "queue_limit", "json"),
            (
                "/maxItemBytes",
                json!("9223372036854775808"),
                "max_item_bytes",
                "json",
            ),
            (
                "/levelLowPercent",
                json!(80),
                "",
                "backpressure_policy.level",
            ),
            ("/shedThresholds", json!(7), "shed_thresholds", "json"),
            (
                "/shedThresholds/criticalPercent",
                json!(50),
                "shed_thresholds",
                "shed_thresholds.order",
            ),
            (
                "/tenantShares",
                json!({"a": 60, "b": 41}),
                "tenant_shares",
                "backpressure_policy.tenant_shares",
            ),
            (
                "/tenantShares",
                json!({"a b": 1}),
                "tenant_shares[\"a b\"]",
                "string.pattern",
            ),
            (
                "/tenantShares",
                json!({"a": "x"}),
                "tenant_shares[\"a\"]",
                "json",
            ),
            ("/tenantShares", json!([]), "tenant_shares", "json"),
            (
                "/maxAttempts",
                json!(3),
                "",
                "backpressure_policy.max_attempts",
            ),
            ("/retry", Value::Null, "retry", "required"),
            ("/retry/budget", Value::Null, "retry.budget", "required"),
            (
                "/retry/multiplier",
                json!("NaN"),
                "retry.multiplier",
                "double.gte_lte",
            ),
            ("/retry/jitter", json!(0.3), "retry.jitter", "double.const"),
            (
                "/retry/initialBackoffMs",
                json!(5001),
                "retry",
                "retry_policy.backoff",
            ),
            (
                "/retry/budget/tokenRatio",
                json!(0),
                "retry.budget.token_ratio",
                "double.gt_lte",
            ),
            ("/features", Value::Null, "features", "required"),
            ("/features/leases", json!(1), "features.leases", "json"),
            (
                "/retentionMs",
                json!(4999),
                "",
                "backpressure_policy.retention",
            ),
        ] {
            let Err(PolicyError::Invalid(violations)) = changed(pointer, value) else {
                panic!("{pointer} is accepted");
            };
            assert_eq!(violations[0].field, field, "{pointer}: {violations:?}");
            assert_eq!(violations[0].rule, rule, "{pointer}: {violations:?}");
        }
    }

    #[test]
    fn a_number_beyond_every_type_makes_the_policy_invalid_and_not_unreadable() {
        let text = initial()
            .to_string()
            .replace("\"multiplier\":2.0", "\"multiplier\":1e400");
        assert!(matches!(
            read(text.as_bytes()),
            Err(PolicyError::Invalid(_))
        ));
    }

    #[test]
    fn every_violation_is_listed() {
        let Err(PolicyError::Invalid(violations)) = read(b"{}") else {
            panic!("accepted");
        };
        for field in [
            "concurrency_limit",
            "level_high_percent",
            "shed_thresholds",
            "retry",
            "features",
            "retention_ms",
        ] {
            assert!(
                violations.iter().any(|v| v.field == field),
                "{field}: {violations:?}"
            );
        }
    }

    #[test]
    fn what_is_no_policy_at_all_is_not_merely_invalid() {
        for text in [
            "",
            "[]",
            "7",
            r#"{"a":1,"a":2}"#,
            r#"{"queueLimit":1,"queue_limit":1}"#,
        ] {
            assert!(
                matches!(read(text.as_bytes()), Err(PolicyError::Unreadable(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn the_revision_of_the_body_is_ignored() {
        for revision in [json!("99"), json!(99), json!("x")] {
            assert_eq!(changed("/revision", revision).unwrap().revision, 0);
        }
    }

    #[test]
    fn a_retry_policy_is_read_by_itself() {
        let standard = Policy::initial(1, 1).retry;
        assert_eq!(read_retry(&crate::protocol::write(&standard)), Ok(standard));
        let Err(PolicyError::Invalid(violations)) = read_retry(
            br#"{"maxAttempts":9,"initialBackoffMs":5,"maxBackoffMs":1,"budget":{},"x":1}"#,
        ) else {
            panic!("accepted");
        };
        let fields: Vec<&str> = violations.iter().map(|v| v.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "x",
                "max_attempts",
                "budget.max_tokens",
                "multiplier",
                "jitter",
                "budget.token_ratio",
                ""
            ]
        );
    }

    #[test]
    fn unknown_members_are_refused_at_any_depth() {
        let mut json = initial();
        json["queueLimits"] = 1.into();
        json["retry"]["budget"]["x"] = 1.into();
        let Err(PolicyError::Invalid(violations)) = read(json.to_string().as_bytes()) else {
            panic!("accepted");
        };
        let fields: Vec<&str> = violations.iter().map(|v| v.field.as_str()).collect();
        assert_eq!(fields, ["retry.budget.x", "queueLimits"]);
    }
}
