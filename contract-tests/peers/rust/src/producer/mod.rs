//! Submits items and keeps to the contract as a client (PROTOCOL.md, chapter 11): retries within the policy's backoff and budget, waits as
//! long as it is asked to, and holds back by credits or by the capacity document where it is told to.

mod capacity;
mod credits;
mod gate;
mod metrics;
mod submission;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::client::Client;
use crate::protocol::policy::v1::RetryPolicy;
use crate::protocol::work::v1::WorkItem;
use crate::retry::{Backoff, Budget};
use submission::Submission;

pub use capacity::Follower;
pub use credits::Credits;
pub use metrics::Metrics;

/// How an item was settled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// Accepted by the provider, now or before.
    Accepted,
    /// Refused for a reason that a retry cannot help.
    Refused,
    /// The attempts or the retry budget were used up.
    GaveUp,
    /// The deadline of the item passed first.
    Deadline,
}

impl Outcome {
    /// As it is printed.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Accepted => "accepted",
            Outcome::Refused => "refused",
            Outcome::GaveUp => "gave_up",
            Outcome::Deadline => "deadline",
        }
    }
}

/// One settled item.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The item.
    pub work_id: String,
    /// How it was settled.
    pub outcome: Outcome,
    /// How many attempts were sent.
    pub attempts: u32,
}

/// What to submit and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The most calls under way at once.
    pub concurrency: usize,
    /// Each item's deadline at its first attempt, at least 1 ms. It also bounds how long an item waits for that attempt.
    pub deadline: Duration,
    /// The policy of retries.
    pub retry: RetryPolicy,
    /// The seed of the jitter.
    pub seed: u64,
}

/// Submits items to one provider.
pub struct Producer {
    options: Options,
    client: Arc<Client>,
    follower: Option<Arc<Follower>>,
    credits: Option<Arc<Credits>>,
    backoff: Backoff,
    budget: Budget,
    metrics: Metrics,
}

impl Producer {
    /// A producer that holds back by the capacity document and by credits, where there are such.
    pub fn new(
        client: Arc<Client>,
        options: Options,
        follower: Option<Arc<Follower>>,
        credits: Option<Arc<Credits>>,
    ) -> Producer {
        Producer {
            client,
            follower,
            credits,
            backoff: Backoff::new(options.retry, options.seed),
            budget: Budget::new(options.retry.budget.unwrap_or_default()),
            metrics: Metrics::default(),
            options,
        }
    }

    /// Counts of everything that was submitted.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Submits the items; each is received as it is settled. Dropping the receiver's future ends the work.
    pub async fn run(self: &Arc<Self>, items: Vec<WorkItem>, mut settled: impl FnMut(Settled)) {
        let (sender, mut receiver) = mpsc::channel(self.options.concurrency);
        let todo = Arc::new(Mutex::new(VecDeque::from(items)));
        let mut workers = JoinSet::new();
        for _ in 0..self.options.concurrency {
            let (producer, todo, sender) = (Arc::clone(self), Arc::clone(&todo), sender.clone());
            workers.spawn(async move {
                let next = || {
                    todo.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .pop_front()
                };
                while let Some(item) = next() {
                    let result = Submission::new(&producer, item).run().await;
                    if sender.send(result).await.is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        while let Some(result) = receiver.recv().await {
            settled(result);
        }
    }
}
