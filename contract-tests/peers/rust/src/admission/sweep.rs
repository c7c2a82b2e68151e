//! Forgetting ended items while no request comes, so that their memory is bounded by time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::held::Held;
use super::{Controller, Executor};

impl<E: Executor> Controller<E> {
    /// Sees to it that a task forgets what has ended, if there is something and none does yet. It does not keep the controller alive.
    pub(super) fn sweep(self: &Arc<Self>, state: &mut Held) {
        if state.swept || state.archive.is_empty() {
            return;
        }
        state.swept = true;
        let mut wait = state.retention();
        let controller = Arc::downgrade(self);
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(wait).await;
                let Some(controller) = controller.upgrade() else {
                    return;
                };
                let mut state = controller.lock();
                let now = Instant::now();
                state.forget(now);
                let Some((ended, _)) = state.archive.front() else {
                    state.swept = false;
                    return;
                };
                let due = state
                    .retention()
                    .saturating_sub(now.saturating_duration_since(*ended));
                wait = due.max(Duration::from_millis(1));
            }
        });
    }
}
