//! Refusals as problem documents (RFC 9457; sluice.service.v1.Problem; rules 3.1 to 3.4).

use crate::protocol::service::v1 as message;
use crate::reader::{Violation, is_id};
use crate::refusal::{Load, Reason, Refusal};

/// The media type of a problem document.
pub const CONTENT_TYPE: &str = "application/problem+json";

/// Bounds the detail, in characters.
const MAX_DETAIL: usize = 4096;

/// A problem on its way to the client.
#[derive(Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The reason; UNSPECIFIED for what is no part of the contract.
    pub reason: Reason,
    title: &'static str,
    detail: String,
    work_id: String,
    load: Option<Load>,
    violations: Vec<Violation>,
}

impl Problem {
    /// A problem that is no part of the contract: an unknown path, a fault of the provider.
    pub fn plain(status: u16, title: &'static str, detail: &str) -> Problem {
        Problem {
            status,
            title,
            ..Problem::of(Reason::Unspecified, detail)
        }
    }

    /// A problem with a reason that does not depend on load.
    pub fn of(reason: Reason, detail: impl Into<String>) -> Problem {
        Problem {
            status: reason.status(),
            reason,
            title: reason.title(),
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
        if is_id(work_id) {
            self.work_id = work_id.to_owned();
        }
        self
    }

    /// The constraints that the request breaks.
    pub fn violating(mut self, violations: Vec<Violation>) -> Problem {
        self.violations = violations;
        self
    }

    /// The load, where the refusal depends on it.
    pub fn load(&self) -> Option<&Load> {
        self.load.as_ref()
    }

    /// The document as the schema has it, completed by what belongs to the request.
    pub fn into_message(self, instance: &str, trace_id: String) -> message::Problem {
        message::Problem {
            r#type: self.reason.problem_type(),
            title: self.title.to_owned(),
            status: self.status.into(),
            detail: self.detail.chars().take(MAX_DETAIL).collect(),
            instance: instance.to_owned(),
            reason: self.reason.into(),
            retryable: self.reason.retryable(),
            retry_after_ms: self
                .load
                .as_ref()
                .map(|load| i32::try_from(load.retry_after_ms).unwrap_or(i32::MAX)),
            capacity: self.load.map(|load| load.capacity.message()),
            work_id: self.work_id,
            trace_id,
            // This provider never defers.
            lease: None,
            violations: self
                .violations
                .into_iter()
                .map(Violation::into_message)
                .collect(),
        }
    }
}
