//! The state behind the lock.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::backlog::Backlog;
use super::record::{Record, millis};
use super::tenants::Tenants;
use crate::capacity::{Capacity, Hysteresis, Level};
use crate::counts::Counts;
use crate::lease::Ledger;
use crate::policy::Policy;
use crate::protocol::work::v1::WorkStatus;
use crate::refusal::Refusal;
use crate::status::{Outcome, State};

/// Work ids by when the items ended, oldest first.
pub(super) type Archive = VecDeque<(Instant, Arc<str>)>;

pub(super) struct Held {
    pub(super) policy: Arc<Policy>,
    level: Hysteresis,
    pub(super) document: Capacity,
    pub(super) backlog: Backlog,
    pub(super) tenants: Tenants,
    pub(super) records: HashMap<Arc<str>, Record>,
    /// Ended items, to be forgotten after retention.
    pub(super) archive: Archive,
    /// Whether a task waits to forget while no request comes.
    pub(super) swept: bool,
    pub(super) leases: Ledger,
    pub(super) counts: Counts,
    pub(super) draining: bool,
}

impl Held {
    pub(super) fn new(provider_id: &str, epoch: u64, policy: Policy) -> Held {
        let document = Capacity {
            provider_id: provider_id.into(),
            epoch,
            seq: 0,
            running: 0,
            queued: 0,
            concurrency_limit: policy.concurrency_limit,
            queue_limit: policy.queue_limit,
            level: Level::Nominal,
            ttl_ms: policy.capacity_ttl_ms,
            policy_revision: policy.revision,
            queue_delay_ms: 0,
            latency_target_ms: policy.latency_target_ms,
        };
        let mut tenants = Tenants::default();
        tenants.recount(&policy);
        Held {
            policy: Arc::new(policy),
            level: Hysteresis::default(),
            document,
            backlog: Backlog::default(),
            tenants,
            records: HashMap::new(),
            archive: Archive::new(),
            swept: false,
            leases: Ledger::default(),
            counts: Counts::default(),
            draining: false,
        }
    }

    pub(super) fn refuse(&mut self, refusal: Refusal) -> Refusal {
        self.counts.reject(refusal.reason());
        refusal
    }

    pub(super) fn has_free_worker(&self) -> bool {
        self.document.running < self.policy.concurrency_limit
    }

    pub(super) fn put_in_force(&mut self, policy: Policy) {
        self.policy = Arc::new(policy);
        self.tenants.recount(&self.policy);
        self.changed();
    }

    /// Brings level and document up to date, after every change of what is held, of the policy and of draining; a document that differs in
    /// anything gets the next seq (rule 2.2).
    pub(super) fn changed(&mut self) {
        let document = &mut self.document;
        document.queued = self.backlog.len();
        document.concurrency_limit = self.policy.concurrency_limit;
        document.queue_limit = self.policy.queue_limit;
        document.ttl_ms = self.policy.capacity_ttl_ms;
        document.policy_revision = self.policy.revision;
        document.latency_target_ms = self.policy.latency_target_ms;
        document.level = self
            .level
            .observe(document.used(), &self.policy, self.draining);
        document.seq += 1;
    }

    /// Brings an item to an outcome before its work is done. An item that has ended, or is ending, is left alone.
    pub(super) fn end(&mut self, work_id: &str, outcome: Outcome) {
        let Some(record) = self.records.get_mut(work_id) else {
            return;
        };
        let Some(pending) = record.pending.as_mut() else {
            return;
        };
        if record.state == State::Queued {
            if let Some(place) = pending.place.take() {
                self.backlog.remove(&place);
            }
            self.settle(work_id, outcome);
            self.changed();
        } else if let Some(abort) = pending.abort.take() {
            // A run that has just returned is ended by its own outcome.
            let _ = abort.send(outcome);
        }
    }

    /// Makes an item terminal that is neither in the backlog nor counted as running any more. It happens once to each.
    pub(super) fn settle(&mut self, work_id: &str, outcome: Outcome) {
        let Some(record) = self.records.get_mut(work_id) else {
            return;
        };
        if let Some(mut pending) = record.pending.take() {
            pending.stop_timer();
            self.tenants.release(&self.policy, &pending.tenant);
        }
        record.finish(outcome, Instant::now(), &mut self.archive);
        self.counts.settle(record.state);
    }

    /// Takes an item that has nothing to run past a free worker: it holds its slot for this one step.
    pub(super) fn pass(&mut self, record: &mut Record, now: Instant) {
        record.begun = Some(now);
        self.observe_wait(now - record.accepted);
        record.finish(Outcome::completed(), now, &mut self.archive);
        self.counts.settle(record.state);
    }

    /// Counts how long an item has waited that begins.
    pub(super) fn observe_wait(&mut self, waited: Duration) {
        self.document.queue_delay_ms = millis(waited);
        self.counts.queue_wait.observe(waited);
    }

    pub(super) fn retention(&self) -> Duration {
        Duration::from_millis(self.policy.retention_ms.into())
    }

    /// Forgets items whose retention has passed (rule 6.3). Called before every look-up, it makes forgetting exact.
    pub(super) fn forget(&mut self, now: Instant) {
        let retention = self.retention();
        while let Some((ended, work_id)) = self.archive.front() {
            if now.saturating_duration_since(*ended) < retention {
                break;
            }
            self.records.remove(work_id);
            self.archive.pop_front();
        }
    }

    pub(super) fn status(&self, work_id: &str) -> Result<WorkStatus, Refusal> {
        self.records
            .get(work_id)
            .map(Record::status)
            .ok_or_else(|| Refusal::UnknownWork(work_id.to_owned()))
    }
}
