//! Following the provider's capacity document (rule 11.7).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::time::{sleep_until, timeout};

use crate::client::{Answer, Client};
use crate::protocol::capacity::v1::{Capacity, CapacityLevel};
use crate::retry::Backoff;

/// Bounds how long a document is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// A gate that holds back when nothing is available, and once its document has expired lets one submission through at a time, as a probe.
pub struct Follower {
    client: Arc<Client>,
    backoff: Backoff,
    /// Wakes those who wait when something has changed.
    changed: Notify,
    state: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// Whether the provider was asked for a document once, whatever came of it.
    asked: bool,
    document: Capacity,
    expires: Option<Instant>,
    /// How many more may be sent by the document.
    left: usize,
    under_way: usize,
}

impl Known {
    fn is_current(&self) -> bool {
        self.expires.is_some_and(|expires| Instant::now() < expires)
    }
}

impl Follower {
    /// A gate; [`Follower::follow`] gets it documents. Nothing passes before it was tried to get the first.
    pub fn new(client: Arc<Client>, backoff: Backoff) -> Arc<Follower> {
        Arc::new(Follower {
            client,
            backoff,
            changed: Notify::new(),
            state: Mutex::default(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads documents for ever: before the present one expires, sooner while submissions are held back, and with backoff while there is no
    /// answer.
    pub async fn follow(&self) {
        let mut failures = 0;
        loop {
            let asked = Instant::now();
            match timeout(PATIENCE, self.client.capacity()).await {
                Ok(Ok(document)) => {
                    failures = 0;
                    self.take(document, asked);
                }
                Ok(Err(error)) => {
                    failures += 1;
                    eprintln!("no capacity document: {error}");
                }
                Err(_) => {
                    failures += 1;
                    eprintln!("no capacity document within {PATIENCE:?}");
                }
            }
            self.lock().asked = true;
            self.changed.notify_waiters();
            tokio::time::sleep(self.pause(failures)).await;
        }
    }

    fn pause(&self, failures: u32) -> Duration {
        let state = self.lock();
        if failures > 0 || state.left == 0 {
            self.backoff.before(failures.max(1))
        } else {
            Duration::from_millis(state.document.ttl_ms.into()) / 2
        }
    }

    /// Makes a document the present one, unless a newer one of the same run is known. What is under way may not be counted in it yet.
    fn take(&self, document: Capacity, asked: Instant) {
        let mut state = self.lock();
        let older = state.document.epoch == document.epoch && state.document.seq > document.seq;
        if document.ttl_ms == 0 || (older && state.expires.is_some()) {
            return;
        }
        state.expires = Some(asked + Duration::from_millis(document.ttl_ms.into()));
        state.left = match document.level() {
            CapacityLevel::Nominal | CapacityLevel::Elevated => {
                (document.available as usize).saturating_sub(state.under_way)
            }
            // A level that is not known is as good as SATURATED.
            CapacityLevel::Saturated | CapacityLevel::Draining | CapacityLevel::Unspecified => 0,
        };
        state.document = document;
        self.changed.notify_waiters();
    }

    /// Waits for a free slot.
    pub(super) async fn enter(self: Arc<Self>) -> FollowerPass {
        loop {
            // Registered before the state is looked at, so that no change is missed.
            let changed = self.changed.notified();
            let expires = match self.try_enter() {
                Ok(pass) => return pass,
                Err(expires) => expires,
            };
            match expires {
                Some(expires) => {
                    tokio::select! {
                        () = changed => {}
                        () = sleep_until(expires.into()) => {}
                    }
                }
                None => changed.await,
            }
        }
    }

    /// Takes a slot, or tells when the present document ends.
    fn try_enter(self: &Arc<Self>) -> Result<FollowerPass, Option<Instant>> {
        let mut state = self.lock();
        if state.is_current() {
            state.left = state.left.checked_sub(1).ok_or(state.expires)?;
        } else if !state.asked || state.under_way > 0 {
            return Err(None);
        }
        state.under_way += 1;
        Ok(FollowerPass {
            follower: Arc::clone(self),
            sent: Instant::now(),
            learned: None,
        })
    }
}

/// The permission for one submission; dropped when that is no longer under way.
pub(super) struct FollowerPass {
    follower: Arc<Follower>,
    sent: Instant,
    learned: Option<Capacity>,
}

impl FollowerPass {
    /// Keeps the document of the answer.
    pub(super) fn answered(&mut self, answer: &Answer) {
        self.learned.clone_from(&answer.capacity);
    }
}

impl Drop for FollowerPass {
    fn drop(&mut self) {
        self.follower.lock().under_way -= 1;
        match self.learned.take() {
            Some(document) => self.follower.take(document, self.sent),
            None => self.follower.changed.notify_waiters(),
        }
    }
}
