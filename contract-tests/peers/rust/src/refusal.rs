//! Why an item or a policy is not taken, and what each reason means on the wire (PROTOCOL.md, "Reasons and problem types").

use crate::capacity::Capacity;

pub use crate::protocol::work::v1::RefusalReason as Reason;

/// The reasons that a submission can be refused for by a provider that decides in one step, in the order of the schema.
pub const OF_SUBMISSIONS: [Reason; 13] = [
    Reason::QueueFull,
    Reason::Shed,
    Reason::Draining,
    Reason::TenantQuota,
    Reason::LeaseExhausted,
    Reason::LeaseExpired,
    Reason::DeadlineExceeded,
    Reason::AttemptsExhausted,
    Reason::WorkIdReused,
    Reason::Malformed,
    Reason::UnsupportedVersion,
    Reason::TooLarge,
    Reason::DownstreamNotAllowed,
];

impl Reason {
    /// The HTTP status (rule 3.4).
    pub fn status(self) -> u16 {
        match self {
            Reason::QueueFull | Reason::Shed | Reason::Draining => 503,
            Reason::TenantQuota | Reason::LeaseExhausted | Reason::LeaseExpired => 429,
            Reason::DeadlineExceeded => 504,
            Reason::AttemptsExhausted
            | Reason::WorkIdReused
            | Reason::InvalidPolicy
            | Reason::DownstreamNotAllowed => 422,
            Reason::AdmissionInProgress => 409,
            Reason::Malformed | Reason::UnsupportedVersion => 400,
            Reason::TooLarge => 413,
            Reason::PolicyConflict => 412,
            Reason::UnknownWork => 404,
            Reason::WorkRetired => 410,
            Reason::Unspecified => 500,
        }
    }

    /// Whether the same request may be sent again and could then succeed.
    pub fn retryable(self) -> bool {
        matches!(self.status(), 409 | 429 | 503)
    }

    /// A short title for a person.
    pub fn title(self) -> &'static str {
        match self {
            Reason::Unspecified => "",
            Reason::QueueFull => "The queue is full",
            Reason::Shed => "Load is being shed",
            Reason::Draining => "The provider is shutting down",
            Reason::TenantQuota => "The free slots belong to other tenants",
            Reason::LeaseExhausted => "The lease has no credit left",
            Reason::LeaseExpired => "The lease has expired",
            Reason::DeadlineExceeded => "The deadline has passed",
            Reason::AttemptsExhausted => "Too many attempts",
            Reason::WorkIdReused => "The work id belongs to another item",
            Reason::AdmissionInProgress => "The item is being decided on",
            Reason::Malformed => "The request is malformed",
            Reason::UnsupportedVersion => "The version is not supported",
            Reason::TooLarge => "The request is too large",
            Reason::InvalidPolicy => "The policy is invalid",
            Reason::PolicyConflict => "Another policy is in force",
            Reason::UnknownWork => "No such work item",
            Reason::WorkRetired => "The work item is no longer kept",
            Reason::DownstreamNotAllowed => "The downstream is not allowed",
        }
    }

    /// The value of the metric label error_type, such as `queue_full`.
    pub fn label(self) -> String {
        self.as_str_name()
            .trim_start_matches("REFUSAL_REASON_")
            .to_ascii_lowercase()
    }

    /// The problem type: an identifier to compare.
    pub fn problem_type(self) -> String {
        match self {
            Reason::Unspecified => "about:blank".to_owned(),
            _ => format!("urn:sluice:problem:{}", self.label().replace('_', "-")),
        }
    }
}

/// The state that a refusal for load reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// The document right after the decision.
    pub capacity: Capacity,
    /// How long to wait before trying again, in milliseconds; at least 1 (rule 3.2).
    pub retry_after_ms: u32,
}

/// A decision not to take what was asked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// Every slot is taken.
    #[error("{} of {} running, {} of {} queued", .0.capacity.running, .0.capacity.concurrency_limit, .0.capacity.queued, .0.capacity.queue_limit)]
    QueueFull(Load),
    /// Items of this criticality are shed at this load.
    #[error("items of this criticality are shed from {percent} percent of the limit on")]
    Shed {
        /// The threshold, in percent of the limit.
        percent: u32,
        /// The load.
        load: Load,
    },
    /// The free slots are guaranteed to other tenants.
    #[error("the {} free slots are guaranteed to tenants other than {tenant}", .load.capacity.available())]
    TenantQuota {
        /// Whose the item is.
        tenant: String,
        /// The load.
        load: Load,
    },
    /// The lease of the item has no credit left.
    #[error("all credits of the lease are used")]
    LeaseExhausted(Load),
    /// The lease of the item is worth nothing any more.
    #[error("the lease has expired, was replaced or is not known")]
    LeaseExpired(Load),
    /// No new items are taken any more.
    #[error("the provider finishes what it has accepted and takes nothing new")]
    Draining(Load),
    /// The item came too late.
    #[error("deadline_ms is {0}")]
    DeadlineExceeded(i64),
    /// The item was tried too often.
    #[error("attempt {attempt} exceeds max_attempts, which is {max}")]
    AttemptsExhausted {
        /// The attempt of the item.
        attempt: u32,
        /// The policy's bound.
        max: u32,
    },
    /// Another item has the name.
    #[error("{0} was accepted with other contents")]
    WorkIdReused(String),
    /// The item may not call where it wants to.
    #[error("{0}")]
    DownstreamNotAllowed(String),
    /// No item has this name.
    #[error("{0} is not known here")]
    UnknownWork(String),
    /// The policy in force is another one.
    #[error("the policy in force has revision {0}")]
    PolicyConflict(u64),
}

impl Refusal {
    /// The reason on the wire.
    pub fn reason(&self) -> Reason {
        match self {
            Refusal::QueueFull(_) => Reason::QueueFull,
            Refusal::Shed { .. } => Reason::Shed,
            Refusal::Draining(_) => Reason::Draining,
            Refusal::TenantQuota { .. } => Reason::TenantQuota,
            Refusal::LeaseExhausted(_) => Reason::LeaseExhausted,
            Refusal::LeaseExpired(_) => Reason::LeaseExpired,
            Refusal::DeadlineExceeded(_) => Reason::DeadlineExceeded,
            Refusal::AttemptsExhausted { .. } => Reason::AttemptsExhausted,
            Refusal::WorkIdReused(_) => Reason::WorkIdReused,
            Refusal::DownstreamNotAllowed(_) => Reason::DownstreamNotAllowed,
            Refusal::UnknownWork(_) => Reason::UnknownWork,
            Refusal::PolicyConflict(_) => Reason::PolicyConflict,
        }
    }

    /// The load, for reasons that depend on it.
    pub fn load(&self) -> Option<&Load> {
        match self {
            Refusal::QueueFull(load)
            | Refusal::Draining(load)
            | Refusal::LeaseExhausted(load)
            | Refusal::LeaseExpired(load)
            | Refusal::Shed { load, .. }
            | Refusal::TenantQuota { load, .. } => Some(load),
            Refusal::DeadlineExceeded(_)
            | Refusal::AttemptsExhausted { .. }
            | Refusal::WorkIdReused(_)
            | Refusal::DownstreamNotAllowed(_)
            | Refusal::UnknownWork(_)
            | Refusal::PolicyConflict(_) => None,
        }
    }
}
