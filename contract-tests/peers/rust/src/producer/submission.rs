//! One item on its way to an outcome.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::time::timeout_at;

use super::gate::{Pass, enter};
use super::{Outcome, Producer, Settled};
use crate::client::{Answer, CallError};
use crate::protocol::work::v1::WorkItem;
use crate::trace::Trace;

pub(super) struct Submission<'a> {
    producer: &'a Arc<Producer>,
    item: WorkItem,
    trace: Trace,
    attempts: u32,
    /// When the deadline passes, from the first attempt on.
    end: Instant,
    /// The deadline that the attempt before was sent with, in milliseconds.
    left: i64,
}

/// What came of one attempt.
enum Attempt {
    Answered(Answer),
    /// There was no complete answer.
    Broken,
    /// The deadline came first: before the attempt was sent, or before it was answered.
    TooLate,
}

impl Submission<'_> {
    pub(super) fn new(producer: &Arc<Producer>, item: WorkItem) -> Submission<'_> {
        Submission {
            item,
            trace: Trace::parse(None),
            attempts: 0,
            // Until the first attempt the deadline does not run, but an item is not kept waiting longer than that.
            end: Instant::now() + producer.options.deadline,
            left: 0,
            producer,
        }
    }

    pub(super) async fn run(mut self) -> Settled {
        let outcome = self.settle().await;
        Settled {
            work_id: self.item.work_id,
            outcome,
            attempts: self.attempts,
        }
    }

    async fn settle(&mut self) -> Outcome {
        let producer = Arc::clone(self.producer);
        loop {
            let answer = match self.attempt().await {
                Attempt::TooLate if self.attempts == 0 => return Outcome::GaveUp,
                Attempt::TooLate => return Outcome::Deadline,
                Attempt::Answered(answer) if answer.is_accepted() => {
                    producer.budget.succeeded();
                    return Outcome::Accepted;
                }
                Attempt::Answered(answer) => Some(answer),
                Attempt::Broken => None,
            };
            let again = producer.budget.failed();
            if let Some(answer) = &answer {
                if answer.status == 504 {
                    return Outcome::Deadline;
                }
                if !answer.retryable {
                    return Outcome::Refused;
                }
            }
            if !again || self.attempts >= producer.options.retry.max_attempts {
                return Outcome::GaveUp;
            }
            let wait = answer.and_then(|answer| answer.wait).map_or_else(
                || producer.backoff.before(self.attempts),
                |asked| producer.backoff.at_least(asked),
            );
            if self.end.saturating_duration_since(Instant::now()) <= wait {
                return Outcome::Deadline;
            }
            producer.metrics.retried(wait);
            tokio::time::sleep(wait).await;
        }
    }

    /// Sends the item once.
    async fn attempt(&mut self) -> Attempt {
        let producer = Arc::clone(self.producer);
        let entering = enter(producer.follower.as_ref(), producer.credits.as_ref());
        let Ok(mut pass) = timeout_at(self.end.into(), entering).await else {
            return Attempt::TooLate;
        };
        if !self.count_down() {
            return Attempt::TooLate;
        }
        self.attempts += 1;
        self.item.attempt = self.attempts;
        self.item.deadline_ms = Some(self.left);
        self.item.lease_id = pass.lease_id();
        let traceparent = self.trace.traceparent();
        let submitting = producer.client.submit(&self.item, &traceparent);
        match timeout_at(self.end.into(), submitting).await {
            Err(_) => {
                producer.budget.failed();
                Attempt::TooLate
            }
            Ok(answer) => answered(answer, &mut pass),
        }
    }

    /// Makes the deadline of the next attempt less than that of the one before; false where nothing is left.
    fn count_down(&mut self) -> bool {
        let deadline = self.producer.options.deadline;
        if self.attempts == 0 {
            self.end = Instant::now() + deadline;
            self.left = millis(deadline);
        } else {
            let left = self.end.saturating_duration_since(Instant::now());
            self.left = millis(left).min(self.left - 1);
        }
        self.left >= 1
    }
}

fn answered(answer: Result<Answer, CallError>, pass: &mut Pass) -> Attempt {
    match answer {
        Ok(answer) => {
            pass.answered(&answer);
            Attempt::Answered(answer)
        }
        Err(_) => Attempt::Broken,
    }
}

/// Whole milliseconds, rounded down.
fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
