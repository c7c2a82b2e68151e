//! Refusals as problem documents (RFC 9457; sluice.service.v1.Problem; rules 3.1 to 3.4).

use serde_json::{Value, json};

use crate::reader::Violation;
use crate::refusal::{Load, Reason, Refusal};

/// A problem on its way to the client.
#[derive(Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The reason; none for what is no part of the contract.
    pub reason: Option<Reason>,
    detail: String,
    work_id: String,
    load: Option<Load>,
    violations: Vec<Violation>,
}

impl Problem {
    /// A problem that is no part of the contract: an unknown path, a fault of the provider.
    pub fn plain(status: u16, detail: &str) -> Problem {
        Problem {
            status,
            reason: None,
            detail: detail.to_owned(),
            work_id: String::new(),
            load: None,
            violations: Vec::new(),
        }
    }

    /// A problem with a reason that does not depend on load.
    pub fn of(reason: Reason, detail: impl Into<String>) -> Problem {
        Problem {
            status: reason.status(),
            reason: Some(reason),
            detail: detail.into(),
            work_id: String::new(),
            load: None,
            violations: Vec::new(),
        }
    }

    /// The problem of a refusal.
    pub fn refused(refusal: &Refusal) -> Problem {
        Problem {
            load: refusal.load().cloned(),
            ..Problem::of(refusal.reason(), refusal.to_string())
        }
    }

    /// The item that the problem is about.
    pub fn about(mut self, work_id: &str) -> Problem {
        self.work_id = work_id.to_owned();
        self
    }

    /// The constraints that the request breaks, at most a hundred.
    pub fn violating(mut self, mut violations: Vec<Violation>) -> Problem {
        violations.truncate(100);
        self.violations = violations;
        self
    }

    /// The load, where the refusal depends on it.
    pub fn load(&self) -> Option<&Load> {
        self.load.as_ref()
    }

    /// The JSON document, completed by what belongs to the request.
    pub fn to_json(&self, instance: &str, trace_id: &str) -> Value {
        let mut document = json!({
            "type": self.reason.map_or("about:blank".to_owned(), Reason::problem_type),
            "title": self.title(),
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
            "reason": format!("REFUSAL_REASON_{}", self.reason.map_or("UNSPECIFIED", Reason::name)),
            "retryable": self.reason.is_some_and(Reason::retryable),
            "workId": self.work_id,
            "traceId": trace_id,
            "violations": self.violations.iter().map(|violation| json!({
                "field": violation.field,
                "rule": violation.rule,
                "message": violation.message,
            })).collect::<Vec<Value>>(),
        });
        if let Some(load) = &self.load {
            document["retryAfterMs"] = load.retry_after_ms.into();
            document["capacity"] = load.capacity.to_json();
        }
        document
    }

    fn title(&self) -> &'static str {
        match (self.reason, self.status) {
            (Some(reason), _) => reason.title(),
            (None, 404) => "Not found",
            (None, 405) => "Method not allowed",
            (None, 415) => "Unsupported media type",
            (None, _) => "Internal error",
        }
    }
}
