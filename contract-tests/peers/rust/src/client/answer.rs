//! What a provider decided on a submission.

use std::time::Duration;

use hyper::header;
use serde::de::DeserializeOwned;

use super::Received;
use crate::protocol::capacity::v1::Capacity;
use crate::protocol::service::v1::Problem;
use crate::protocol::work::v1::{Admission, RefusalReason};

/// A provider's decision on one submission.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Why it was refused; absent where that is not known.
    pub reason: Option<RefusalReason>,
    /// Whether the item may be submitted again.
    pub retryable: bool,
    /// The least time before that, where the provider asks for one (rule 11.2).
    pub wait: Option<Duration>,
    /// The load at the decision, where the provider says it.
    pub capacity: Option<Capacity>,
}

impl Answer {
    /// Goes by the document where it is one whose reason is known, else by the status.
    pub(super) fn of(received: &Received) -> Answer {
        let mut answer = Answer {
            status: received.status,
            ..Answer::default()
        };
        if answer.is_accepted() {
            answer.capacity = parse::<Admission>(&received.body)
                .ok()
                .and_then(|admission| admission.capacity);
            return answer;
        }
        answer.retryable = matches!(answer.status, 409 | 429 | 503);
        answer.wait = received
            .headers
            .get(header::RETRY_AFTER)
            .and_then(|value| value.to_str().ok()?.parse().ok())
            .map(|seconds: u32| Duration::from_secs(seconds.into()));
        let Ok(problem) = parse::<Problem>(&received.body) else {
            return answer;
        };
        if problem.reason() != RefusalReason::Unspecified {
            answer.reason = Some(problem.reason());
            answer.retryable &= problem.retryable;
        }
        if let Some(ms) = problem.retry_after_ms {
            answer.retryable &= ms >= 0;
            answer.wait = u64::try_from(ms).ok().map(Duration::from_millis);
        }
        answer.capacity = problem.capacity;
        answer
    }

    /// Whether the item was accepted, now or before.
    pub fn is_accepted(&self) -> bool {
        matches!(self.status, 200 | 202)
    }
}

/// Reads what a provider sends: what is not known in it is no error (PROTOCOL.md, "Messages").
pub(super) fn parse<M: DeserializeOwned>(text: &[u8]) -> Result<M, String> {
    serde_json::from_slice(text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use hyper::HeaderMap;

    use super::*;

    fn answer(status: u16, retry_after: Option<&str>, body: &str) -> Answer {
        let mut headers = HeaderMap::new();
        if let Some(value) = retry_after {
            headers.insert(header::RETRY_AFTER, value.parse().unwrap());
        }
        Answer::of(&Received {
            status,
            headers,
            body: body.to_owned().into(),
        })
    }

    #[test]
    fn the_wait_is_that_of_the_document_or_else_of_the_header() {
        let ms = |ms| Some(Duration::from_millis(ms));
        assert_eq!(answer(503, Some("1"), "").wait, ms(1000));
        assert_eq!(
            answer(503, Some("1"), r#"{"retryAfterMs":400}"#).wait,
            ms(400)
        );
        assert_eq!(
            answer(503, Some("Thu, 26 Nov 2026 11:00:00 GMT"), "x").wait,
            None
        );
        let pushback = answer(503, Some("1"), r#"{"retryAfterMs":-1}"#);
        assert!(!pushback.retryable);
    }

    #[test]
    fn a_reason_that_is_not_known_leaves_the_decision_to_the_status() {
        let later = r#"{"reason":"REFUSAL_REASON_OF_LATER","later":[1],"capacity":{"level":"CAPACITY_LEVEL_OF_LATER","ttlMs":7}}"#;
        let unknown = answer(503, None, later);
        assert!(unknown.retryable && unknown.reason.is_none());
        assert_eq!(
            unknown
                .capacity
                .map(|capacity| (capacity.level, capacity.ttl_ms)),
            Some((0, 7))
        );
        let known = answer(503, None, r#"{"reason":"REFUSAL_REASON_QUEUE_FULL"}"#);
        assert!(!known.retryable && known.reason == Some(RefusalReason::QueueFull));
        for status in [400, 404, 413, 422, 500, 504] {
            assert!(
                !answer(status, Some("1"), r#"{"retryable":true}"#).retryable,
                "{status}"
            );
        }
    }
}
