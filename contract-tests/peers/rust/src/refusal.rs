//! Why an item or a policy is not taken, and what each reason means on the wire (PROTOCOL.md, "Reasons and problem types").

use crate::capacity::Capacity;

/// A reason, with its number in sluice.work.v1.RefusalReason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Reason {
    /// used >= limit.
    QueueFull = 1,
    /// The threshold of the item's criticality is reached.
    Shed = 2,
    /// The provider is shutting down.
    Draining = 3,
    /// `deadline_ms` <= 0.
    DeadlineExceeded = 7,
    /// `attempt` > `max_attempts`.
    AttemptsExhausted = 8,
    /// The `work_id` belongs to another item.
    WorkIdReused = 9,
    /// The request can be judged wrong without knowing the provider's state.
    Malformed = 11,
    /// Another `schema_version`.
    UnsupportedVersion = 12,
    /// Body or payload are too large.
    TooLarge = 13,
    /// The policy can be read and is not valid.
    InvalidPolicy = 14,
    /// `If-Match` names another revision.
    PolicyConflict = 15,
    /// No such item.
    UnknownWork = 16,
    /// `sluice.downstream` is no http URL of the allow-list.
    DownstreamNotAllowed = 18,
}

impl Reason {
    /// The reasons that a submission can be refused for, in the order of the schema.
    pub const OF_SUBMISSIONS: [Reason; 10] = [
        Reason::QueueFull,
        Reason::Shed,
        Reason::Draining,
        Reason::DeadlineExceeded,
        Reason::AttemptsExhausted,
        Reason::WorkIdReused,
        Reason::Malformed,
        Reason::UnsupportedVersion,
        Reason::TooLarge,
        Reason::DownstreamNotAllowed,
    ];

    /// The enum value's name without its prefix.
    pub fn name(self) -> &'static str {
        match self {
            Reason::QueueFull => "QUEUE_FULL",
            Reason::Shed => "SHED",
            Reason::Draining => "DRAINING",
            Reason::DeadlineExceeded => "DEADLINE_EXCEEDED",
            Reason::AttemptsExhausted => "ATTEMPTS_EXHAUSTED",
            Reason::WorkIdReused => "WORK_ID_REUSED",
            Reason::Malformed => "MALFORMED",
            Reason::UnsupportedVersion => "UNSUPPORTED_VERSION",
            Reason::TooLarge => "TOO_LARGE",
            Reason::InvalidPolicy => "INVALID_POLICY",
            Reason::PolicyConflict => "POLICY_CONFLICT",
            Reason::UnknownWork => "UNKNOWN_WORK",
            Reason::DownstreamNotAllowed => "DOWNSTREAM_NOT_ALLOWED",
        }
    }

    /// The HTTP status (rule 3.4).
    pub fn status(self) -> u16 {
        match self {
            Reason::QueueFull | Reason::Shed | Reason::Draining => 503,
            Reason::DeadlineExceeded => 504,
            Reason::AttemptsExhausted
            | Reason::WorkIdReused
            | Reason::InvalidPolicy
            | Reason::DownstreamNotAllowed => 422,
            Reason::Malformed | Reason::UnsupportedVersion => 400,
            Reason::TooLarge => 413,
            Reason::PolicyConflict => 412,
            Reason::UnknownWork => 404,
        }
    }

    /// Whether the same request may succeed later.
    pub fn retryable(self) -> bool {
        matches!(self, Reason::QueueFull | Reason::Shed | Reason::Draining)
    }

    /// A short title for a person.
    pub fn title(self) -> &'static str {
        match self {
            Reason::QueueFull => "The queue is full",
            Reason::Shed => "The item was shed",
            Reason::Draining => "The provider is shutting down",
            Reason::DeadlineExceeded => "The deadline has passed",
            Reason::AttemptsExhausted => "The attempts are used up",
            Reason::WorkIdReused => "The work_id belongs to another item",
            Reason::Malformed => "The request is malformed",
            Reason::UnsupportedVersion => "The schema version is not supported",
            Reason::TooLarge => "The request is too large",
            Reason::InvalidPolicy => "The policy is not valid",
            Reason::PolicyConflict => "The policy has changed",
            Reason::UnknownWork => "The item is not known",
            Reason::DownstreamNotAllowed => "The downstream is not allowed",
        }
    }

    /// The problem type: an identifier to compare.
    pub fn problem_type(self) -> String {
        format!(
            "urn:sluice:problem:{}",
            self.name().to_ascii_lowercase().replace('_', "-")
        )
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
            Refusal::QueueFull(load) | Refusal::Draining(load) | Refusal::Shed { load, .. } => {
                Some(load)
            }
            _ => None,
        }
    }
}
