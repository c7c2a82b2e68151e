//! Shutting down in order (rule 8.5).

use std::sync::Arc;
use std::time::Duration;

use super::held::Held;
use super::{Controller, Executor};
use crate::status::{ErrorCode, Outcome};

/// Items were cut off because the drain took longer than the policy allows.
#[derive(Debug, thiserror::Error)]
#[error("drain_timeout_ms passed before all accepted items were done")]
pub struct DrainTimeout;

impl<E: Executor> Controller<E> {
    /// Refuses all new items from now on and waits until every accepted item has ended. If the policy's drain_timeout_ms passes first, what is
    /// left FAILS with DRAIN_TIMEOUT.
    pub async fn drain(&self) -> Result<(), DrainTimeout> {
        let timeout = self.begin_drain();
        if tokio::time::timeout(timeout, self.idle.notified())
            .await
            .is_ok()
        {
            return Ok(());
        }
        self.cut_off();
        self.idle.notified().await;
        Err(DrainTimeout)
    }

    fn begin_drain(&self) -> Duration {
        let mut state = self.lock();
        state.draining = true;
        state.changed();
        self.report_idle(&state);
        Duration::from_millis(state.policy.drain_timeout_ms.into())
    }

    /// Ends everything that is held.
    fn cut_off(&self) {
        let mut state = self.lock();
        let held: Vec<Arc<str>> = state
            .records
            .values()
            .filter(|record| record.ended.is_none())
            .map(|record| Arc::clone(&record.work_id))
            .collect();
        for work_id in held {
            let cut_off = Outcome::failed(
                ErrorCode::DrainTimeout,
                "the provider shut down before the item was done",
            );
            state.end(&work_id, cut_off);
        }
        self.report_idle(&state);
    }

    /// Tells the drain that nothing is held; nothing will be again. One permit is kept, whenever it is waited for.
    pub(super) fn report_idle(&self, state: &Held) {
        if state.draining && state.document.running == 0 && state.backlog.len() == 0 {
            self.idle.notify_one();
        }
    }
}
