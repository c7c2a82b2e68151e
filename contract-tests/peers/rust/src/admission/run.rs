//! Starting items, and ending them at their deadline.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use futures_util::FutureExt;
use tokio::sync::oneshot;
use tokio::task::AbortHandle;

use super::held::Held;
use super::{Controller, Executor, Job};
use crate::status::{ErrorCode, Outcome, State};

fn expired() -> Outcome {
    Outcome::ended(
        State::Expired,
        ErrorCode::DeadlineExceeded,
        "the deadline passed",
    )
}

impl<E: Executor> Controller<E> {
    /// Starts queued items while a worker is free. Called after every event that frees a worker, it keeps two invariants, as acceptance does:
    /// nothing is queued while fewer than W run (rule 1.4), hence used < limit leaves room in the queue whenever W run.
    pub(super) fn dispatch(self: &Arc<Self>, state: &mut Held) {
        while state.has_free_worker() {
            let Some(work_id) = state.backlog.next(state.policy.features) else {
                break;
            };
            let Some(record) = state.records.get_mut(&work_id) else {
                break;
            };
            let Some(pending) = record.pending.as_mut() else {
                break;
            };
            pending.stop_timer();
            if let Some(place) = pending.place.take() {
                state.backlog.remove(&place);
            }
            self.begin(state, work_id);
        }
        self.sweep(state);
        self.report_idle(state);
    }

    /// Starts an item that is not in the backlog, or ends it where its deadline has passed or there is nothing to run.
    pub(super) fn begin(self: &Arc<Self>, state: &mut Held, work_id: Arc<str>) {
        let Some(record) = state.records.get_mut(&work_id) else {
            return;
        };
        let Some(pending) = record.pending.as_mut() else {
            return;
        };
        let now = Instant::now();
        match pending.job.take() {
            Some(job) if now < job.deadline => {
                let waited = now - record.accepted;
                record.begun = Some(now);
                if pending.instant {
                    state.observe_wait(waited);
                    state.settle(&work_id, Outcome::completed());
                    return;
                }
                let (abort, aborted) = oneshot::channel();
                record.state = State::Running;
                pending.abort = Some(abort);
                state.document.running += 1;
                state.observe_wait(waited);
                // The run belongs to the provider: a client that goes away does not end it (rule 5.6).
                tokio::spawn(Arc::clone(self).run(work_id, job, aborted));
            }
            _ => state.settle(&work_id, expired()),
        }
    }

    /// Runs an item to its end: that of its work, its deadline or its cancellation, whichever is first. Then its work has been dropped, and the
    /// slot is freed once.
    async fn run(
        self: Arc<Self>,
        work_id: Arc<str>,
        job: Job,
        aborted: oneshot::Receiver<Outcome>,
    ) {
        let deadline = job.deadline;
        let outcome = {
            // A panic is the item's failure and no one else's (rule 8.2).
            let work = AssertUnwindSafe(self.executor.execute(job)).catch_unwind();
            tokio::select! {
                biased;
                Ok(verdict) = aborted => verdict,
                outcome = work => outcome.unwrap_or_else(|_| Outcome::failed(ErrorCode::Internal, "the work panicked")),
                () = tokio::time::sleep_until(deadline.into()) => expired(),
            }
        };
        let mut state = self.lock();
        state.document.running -= 1;
        state.settle(&work_id, outcome);
        self.dispatch(&mut state);
        state.changed();
    }

    /// Ends an item at its deadline while it is queued (rule 5.2).
    pub(super) fn expire_at(self: &Arc<Self>, work_id: Arc<str>, deadline: Instant) -> AbortHandle {
        let controller = Arc::clone(self);
        let timer = tokio::spawn(async move {
            tokio::time::sleep_until(deadline.into()).await;
            let mut state = controller.lock();
            let record = state.records.get(&work_id);
            if record.is_some_and(|record| record.state == State::Queued) {
                state.end(&work_id, expired());
                controller.sweep(&mut state);
                controller.report_idle(&state);
            }
        });
        timer.abort_handle()
    }
}
