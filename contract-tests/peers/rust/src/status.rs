//! What becomes of an item (sluice.work.v1.WorkStatus).

pub use crate::protocol::work::v1::{WorkError, WorkErrorCode as ErrorCode, WorkState as State};

impl State {
    /// The states that never change, in the order of the schema (rule 9.1).
    pub const TERMINAL: [State; 4] = [
        State::Completed,
        State::Failed,
        State::Expired,
        State::Cancelled,
    ];

    /// The value of the metric label state.
    pub fn label(self) -> String {
        self.as_str_name()
            .trim_start_matches("WORK_STATE_")
            .to_ascii_lowercase()
    }
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
    pub fn failed(code: ErrorCode, message: impl Into<String>) -> Outcome {
        Outcome::ended(State::Failed, code, message)
    }

    /// The downstream call was answered with another status than 2xx.
    pub fn failed_with(status: u16) -> Outcome {
        let mut outcome = Outcome::failed(
            ErrorCode::DownstreamStatus,
            format!("the downstream answered {status}"),
        );
        if let Some(error) = &mut outcome.error {
            error.downstream_status = Some(status.into());
        }
        outcome
    }

    /// The work ended in this state for this reason.
    pub fn ended(state: State, code: ErrorCode, message: impl Into<String>) -> Outcome {
        Outcome {
            state,
            error: Some(WorkError {
                code: code.into(),
                message: message.into(),
                downstream_status: None,
            }),
        }
    }
}
