//! What is known of one accepted item, from acceptance until its retention has passed.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use tokio::task::AbortHandle;

use super::Job;
use super::backlog::Place;
use super::held::Archive;
use crate::item::{Digest, Item};
use crate::protocol::work::v1::{WorkStatus, WorkTimings};
use crate::status::{Outcome, State, WorkError};

/// There is one for every item of the retention, so it is kept small.
pub(super) struct Record {
    pub(super) work_id: Arc<str>,
    pub(super) digest: Digest,
    attempt: u32,
    pub(super) state: State,
    pub(super) accepted: Instant,
    pub(super) begun: Option<Instant>,
    pub(super) ended: Option<Instant>,
    pub(super) error: Option<Box<WorkError>>,
    /// Until the item ends: a terminal record keeps no payload.
    pub(super) pending: Option<Box<Pending>>,
}

/// What only an item needs that has not ended.
pub(super) struct Pending {
    pub(super) tenant: Arc<str>,
    /// Whether there is nothing to run.
    pub(super) instant: bool,
    /// What is left to run; taken when the run begins.
    pub(super) job: Option<Job>,
    pub(super) place: Option<Place>,
    /// Ends a running item with an outcome, because something other than its work came first; taken by the first.
    pub(super) abort: Option<oneshot::Sender<Outcome>>,
    /// Expires the item while it is queued.
    pub(super) timer: Option<AbortHandle>,
}

impl Record {
    /// An item about to be accepted.
    pub(super) fn new(item: &Item, digest: Digest, now: Instant) -> Record {
        Record {
            work_id: item.work_id.as_str().into(),
            digest,
            attempt: item.attempt,
            state: State::Queued,
            accepted: now,
            begun: None,
            ended: None,
            error: None,
            pending: None,
        }
    }

    /// Makes it terminal, and files it.
    pub(super) fn finish(&mut self, outcome: Outcome, now: Instant, archive: &mut Archive) {
        self.state = outcome.state;
        self.error = outcome.error.map(Box::new);
        self.ended = Some(now);
        archive.push_back((now, Arc::clone(&self.work_id)));
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
            error: self.error.as_deref().cloned(),
        }
    }
}

impl Pending {
    /// Stops the timer of an item that is queued no longer.
    pub(super) fn stop_timer(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.abort();
        }
    }
}

/// Whole milliseconds, rounded down.
pub(super) fn millis(duration: Duration) -> u32 {
    u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}
