//! Writes the acceptance of an item without making its message: every submission that is accepted is answered by it.

use std::fmt::Write;

use crate::capacity::{Capacity, SCHEMA_VERSION};

/// What pbjson writes of a `sluice.work.v1.Admission` that accepts an item, at the capacity after the decision.
pub(super) fn accepted(work_id: &str, capacity: &Capacity) -> String {
    let mut text = String::with_capacity(768);
    // Writing to a string does not fail.
    let _ = write!(
        text,
        concat!(
            r#"{{"workId":"{}","outcome":"ADMISSION_OUTCOME_ACCEPTED","reason":"REFUSAL_REASON_UNSPECIFIED","retryable":false,"#,
            r#""capacity":{{"schemaVersion":{},"providerId":"{}","epoch":"{}","seq":"{}","limit":{},"used":{},"available":{},"#,
            r#""level":"{}","concurrencyLimit":{},"queueLimit":{},"running":{},"queued":{},"ttlMs":{},"utilization":{:?},"#,
            r#""policyRevision":"{}","queueDelayMs":{},"latencyTargetMs":{}}}}}"#,
        ),
        work_id,
        SCHEMA_VERSION,
        capacity.provider_id,
        capacity.epoch,
        capacity.seq,
        capacity.limit(),
        capacity.used(),
        capacity.available(),
        capacity.level.as_str_name(),
        capacity.concurrency_limit,
        capacity.queue_limit,
        capacity.running,
        capacity.queued,
        capacity.ttl_ms,
        capacity.utilization(),
        capacity.policy_revision,
        capacity.queue_delay_ms,
        capacity.latency_target_ms,
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capacity::Level;
    use crate::protocol;
    use crate::protocol::work::v1::{Admission, AdmissionOutcome};
    use crate::refusal::Reason;

    /// A field that the schema gains is missing here until it is written.
    #[test]
    fn an_acceptance_is_written_as_the_message_is() {
        let nothing = Capacity {
            provider_id: "p".into(),
            epoch: 1,
            seq: 1,
            running: 0,
            queued: 0,
            concurrency_limit: 1,
            queue_limit: 0,
            level: Level::Nominal,
            ttl_ms: 1,
            policy_revision: 1,
            queue_delay_ms: 0,
            latency_target_ms: 0,
        };
        let much = Capacity {
            provider_id: "rust-1.a_b".into(),
            epoch: u64::MAX,
            seq: 2,
            running: 4,
            queued: 5,
            concurrency_limit: 3,
            queue_limit: 7,
            level: Level::Elevated,
            ttl_ms: 8,
            policy_revision: 9,
            queue_delay_ms: 10,
            latency_target_ms: u32::MAX,
        };
        for capacity in [nothing, much] {
            let message = Admission {
                work_id: "w-1".to_owned(),
                outcome: AdmissionOutcome::Accepted.into(),
                reason: Reason::Unspecified.into(),
                retryable: false,
                retry_after_ms: None,
                capacity: Some(capacity.message()),
                lease: None,
            };
            let expected = String::from_utf8(protocol::write(&message)).unwrap();
            assert_eq!(accepted("w-1", &capacity), expected);
        }
    }
}
