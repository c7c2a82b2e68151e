//! What is known of one accepted item, from acceptance until its retention has passed.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use tokio::task::AbortHandle;

use super::Job;
use super::backlog::Place;
use crate::item::{Digest, Item};
use crate::protocol::work::v1::{WorkStatus, WorkTimings};
use crate::status::{Outcome, State, WorkError};
use crate::trace::Trace;

pub(super) struct Record {
    pub(super) work_id: Arc<str>,
    pub(super) tenant: Arc<str>,
    pub(super) digest: Digest,
    pub(super) deadline: Instant,
    attempt: u32,
    pub(super) state: State,
    pub(super) accepted: Instant,
    pub(super) begun: Option<Instant>,
    pub(super) ended: Option<Instant>,
    pub(super) error: Option<WorkError>,
    /// What is left to run; taken when the run begins, so that a terminal record keeps no payload, nor room for one.
    pub(super) job: Option<Box<Job>>,
    pub(super) place: Option<Place>,
    /// Ends a running item with an outcome, because something other than its work came first; taken by the first.
    pub(super) abort: Option<oneshot::Sender<Outcome>>,
    /// Expires the item while it is queued.
    pub(super) timer: Option<AbortHandle>,
}

impl Record {
    /// An item about to be accepted.
    pub(super) fn new(item: Item, digest: Digest, trace: Trace, received: Instant) -> Record {
        let left = Duration::from_millis(u64::try_from(item.deadline_ms).unwrap_or(0));
        let deadline = received + left;
        Record {
            work_id: item.work_id.as_str().into(),
            tenant: item.tenant.as_str().into(),
            digest,
            deadline,
            attempt: item.attempt,
            state: State::Queued,
            accepted: Instant::now(),
            begun: None,
            ended: None,
            error: None,
            job: Some(Box::new(Job {
                item,
                trace,
                deadline,
            })),
            place: None,
            abort: None,
            timer: None,
        }
    }

    /// Stops the timer of an item that is queued no longer.
    pub(super) fn stop_timer(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.abort();
        }
    }

    pub(super) fn status(&self) -> WorkStatus {
        let end = self.ended.unwrap_or_else(Instant::now);
        WorkStatus {
            work_id: self.work_id.to_string(),
            state: self.state.into(),
            attempt: self.attempt,
            timings: Some(WorkTimings {
                queued_ms: millis(self.begun.unwrap_or(end) - self.accepted),
                running_ms: self.begun.map(|begun| millis(end - begun)),
            }),
            error: self.error.clone(),
        }
    }
}

/// Whole milliseconds, rounded down.
pub(super) fn millis(duration: Duration) -> u32 {
    u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}
