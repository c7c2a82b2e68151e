//! What became of an item (sluice.work.v1.WorkStatus).

use std::time::Duration;

use serde_json::{Value, json};

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Accepted and not yet running.
    Queued,
    /// Running.
    Running,
    /// Done.
    Completed,
    /// Its work failed.
    Failed,
    /// Its deadline passed.
    Expired,
    /// A client cancelled it.
    Cancelled,
}

impl State {
    /// The states that never change, in the order of the schema.
    pub const TERMINAL: [State; 4] = [
        State::Completed,
        State::Failed,
        State::Expired,
        State::Cancelled,
    ];

    /// The enum value's name without its prefix.
    pub fn name(self) -> &'static str {
        match self {
            State::Queued => "QUEUED",
            State::Running => "RUNNING",
            State::Completed => "COMPLETED",
            State::Failed => "FAILED",
            State::Expired => "EXPIRED",
            State::Cancelled => "CANCELLED",
        }
    }
}

/// Why an item did not complete.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkError {
    /// The enum value's name without its prefix.
    pub code: &'static str,
    /// What happened, for a person.
    pub message: String,
    /// The status that the downstream answered, if it did.
    pub downstream_status: Option<u16>,
}

/// How the work of an item ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// A terminal state.
    pub state: State,
    /// Why, unless completed.
    pub error: Option<WorkError>,
}

impl Outcome {
    /// The work is done.
    pub fn completed() -> Outcome {
        Outcome {
            state: State::Completed,
            error: None,
        }
    }

    /// The work failed.
    pub fn failed(code: &'static str, message: impl Into<String>) -> Outcome {
        Outcome::ended(State::Failed, code, message)
    }

    /// The work ended in this state for this reason.
    pub fn ended(state: State, code: &'static str, message: impl Into<String>) -> Outcome {
        Outcome {
            state,
            error: Some(WorkError {
                code,
                message: message.into(),
                downstream_status: None,
            }),
        }
    }
}

/// The status document of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// The item.
    pub work_id: String,
    /// Where it stands.
    pub state: State,
    /// The attempt that was accepted.
    pub attempt: u32,
    /// How long it was queued, so far or in all.
    pub queued: Duration,
    /// How long it has run, so far or in all, if it began.
    pub running: Option<Duration>,
    /// Why it did not complete, if it ended so.
    pub error: Option<WorkError>,
}

fn millis(duration: Duration) -> u32 {
    u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}

impl Status {
    /// The JSON document.
    pub fn to_json(&self) -> Value {
        let mut timings = json!({"queuedMs": millis(self.queued)});
        if let Some(running) = self.running {
            timings["runningMs"] = millis(running).into();
        }
        let mut document = json!({
            "workId": self.work_id,
            "state": format!("WORK_STATE_{}", self.state.name()),
            "attempt": self.attempt,
            "timings": timings,
        });
        if let Some(error) = &self.error {
            document["error"] = json!({
                "code": format!("WORK_ERROR_CODE_{}", error.code),
                "message": error.message,
            });
            if let Some(status) = error.downstream_status {
                document["error"]["downstreamStatus"] = status.into();
            }
        }
        document
    }
}
