//! The client's part of the catalogue (PROTOCOL.md, "Metrics").

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::counts::Histogram;
use crate::metrics::{family, histogram};

/// Retries, and the waits before them.
#[derive(Default)]
pub struct Metrics {
    waits: Mutex<Histogram>,
}

impl Metrics {
    /// Counts a retry and the wait before it.
    pub(super) fn retried(&self, wait: Duration) {
        self.waits
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .observe(wait);
    }

    /// Writes them in the Prometheus text format.
    pub fn text(&self) -> String {
        let waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::new();
        let name = "backpressure_client_wait_duration_seconds";
        family(&mut text, name, "histogram", "Time waited before retries.");
        histogram(&mut text, name, "", &waits);
        let name = "backpressure_client_retries_total";
        family(&mut text, name, "counter", "Attempts after the first.");
        text.push_str(&format!("{name} {}\n", waits.total));
        text
    }
}
