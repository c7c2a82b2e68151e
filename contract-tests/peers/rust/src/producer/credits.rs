//! Submitting under leases, never beyond their credits (rule 11.1).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use crate::client::{Answer, Client};
use crate::protocol::capacity::v1::Lease;
use crate::protocol::service::v1::AcquireLeaseRequest;
use crate::refusal::Reason;
use crate::retry::Backoff;

/// A gate that sends no more than the provider has granted. A credit is used by sending, whatever the answer, and the next lease is asked for only
/// when every submission under the last one has been answered: so at no time is more under way than was granted.
pub struct Credits {
    client: Arc<Client>,
    request: AcquireLeaseRequest,
    backoff: Backoff,
    /// Is held by the one who looks for a credit.
    turn: tokio::sync::Mutex<()>,
    /// Wakes the one who waits for answers.
    back: Notify,
    state: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    lease: Lease,
    expires: Option<Instant>,
    under_way: usize,
}

impl Credits {
    /// A gate whose requests for leases are the one given.
    pub fn new(
        client: Arc<Client>,
        request: AcquireLeaseRequest,
        backoff: Backoff,
    ) -> Arc<Credits> {
        Arc::new(Credits {
            client,
            request,
            backoff,
            turn: tokio::sync::Mutex::new(()),
            back: Notify::new(),
            state: Mutex::default(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a credit.
    pub(super) async fn enter(self: Arc<Self>) -> Credit {
        let _turn = self.turn.lock().await;
        for failures in 0.. {
            if let Some(credit) = self.take() {
                return credit;
            }
            while self.lock().under_way > 0 {
                self.back.notified().await;
            }
            if failures > 0 {
                tokio::time::sleep(self.backoff.before(failures)).await;
            }
            self.acquire().await;
        }
        unreachable!("there is no end to the numbers of failures")
    }

    fn take(self: &Arc<Self>) -> Option<Credit> {
        let mut state = self.lock();
        if state.lease.credits == 0
            || state
                .expires
                .is_none_or(|expires| Instant::now() >= expires)
        {
            return None;
        }
        state.lease.credits -= 1;
        state.under_way += 1;
        Some(Credit {
            lease_id: state.lease.lease_id.clone(),
            credits: Arc::clone(self),
        })
    }

    /// Asks for a lease. The time that it took is not added to its life.
    async fn acquire(&self) {
        let asked = Instant::now();
        match self.client.acquire(&self.request).await {
            Ok(lease) => {
                let mut state = self.lock();
                state.expires = Some(asked + Duration::from_millis(lease.ttl_ms.into()));
                state.lease = lease;
            }
            Err(error) => eprintln!("no lease: {error}"),
        }
    }
}

/// The permission for one submission; dropped when that is no longer under way.
pub(super) struct Credit {
    pub(super) lease_id: String,
    credits: Arc<Credits>,
}

impl Credit {
    /// Learns that the lease is worth nothing, where the provider says so.
    pub(super) fn answered(&self, answer: &Answer) {
        let worthless = matches!(
            answer.reason,
            Some(Reason::LeaseExpired | Reason::LeaseExhausted)
        );
        let mut state = self.credits.lock();
        if worthless && state.lease.lease_id == self.lease_id {
            state.lease.credits = 0;
        }
    }
}

impl Drop for Credit {
    fn drop(&mut self) {
        self.credits.lock().under_way -= 1;
        self.credits.back.notify_one();
    }
}
