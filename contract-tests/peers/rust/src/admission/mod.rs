//! Decides which items are accepted, starts them, and accounts for each until it is forgotten.
//!
//! Everything a decision depends on lies behind one lock: the limits, what is held, what is known, the counts. A decision and the
//! taking of the slot are one step (rules 1.2, 6.1), and every document is a snapshot of one state (rules 2.4, 9.1). The lock is
//! held for that bookkeeping only, never while an item runs (rules 1.3, 2.1, 8.3). Nothing is evicted after acceptance.

mod backlog;
mod checks;
mod drain;
mod held;
mod line;
mod record;
mod run;
mod sweep;
mod tenants;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use crate::capacity::Capacity;
use crate::counts::Counts;
use crate::item::{Digest, Item};
use crate::policy::Policy;
use crate::protocol::capacity::v1::Lease;
use crate::protocol::service::v1::AcquireLeaseRequest;
use crate::protocol::work::v1::WorkStatus;
use crate::refusal::{Reason, Refusal};
use crate::status::{ErrorCode, Outcome, State};
use crate::trace::Trace;
use held::Held;
use record::{Pending, Record};

pub use drain::DrainTimeout;

/// Does the work of items.
pub trait Executor: Send + Sync + 'static {
    /// Tells why this executor can never run the item, if so. It depends on the item and on configuration only.
    fn vet(&self, item: &Item) -> Result<(), String>;

    /// Whether the item has nothing to run: it is done as soon as a worker is free for it, and not executed.
    fn is_instant(&self, item: &Item) -> bool;

    /// Runs the item to its end. The future is dropped where the item is ended before.
    fn execute(&self, job: Job) -> impl Future<Output = Outcome> + Send;
}

/// One item to run.
#[derive(Debug)]
pub struct Job {
    /// The item.
    pub item: Item,
    /// The trace of the submission (rule 9.3).
    pub trace: Trace,
    /// By when the item has to be done (rule 5.3).
    pub deadline: Instant,
}

/// The decision on an item that was accepted, now or before.
#[derive(Debug, PartialEq)]
pub struct Admitted {
    /// Whether the item was accepted before and nothing was done now (rule 6.1).
    pub replay: bool,
    /// The document right after the decision.
    pub capacity: Capacity,
}

/// A snapshot for metrics.
pub struct Report {
    /// The document.
    pub capacity: Capacity,
    /// The counters of the same state.
    pub counts: Counts,
}

/// Holds at most W running and Q queued items (rule 1.1).
pub struct Controller<E> {
    executor: E,
    state: Mutex<Held>,
    idle: Notify,
}

impl<E: Executor> Controller<E> {
    /// A controller that holds nothing. The epoch names this run of the process: at least 1, another after each restart (rule 8.6).
    pub fn new(provider_id: &str, epoch: u64, policy: Policy, executor: E) -> Arc<Controller<E>> {
        Arc::new(Controller {
            executor,
            state: Mutex::new(Held::new(provider_id, epoch, policy)),
            idle: Notify::new(),
        })
    }

    /// No code panics while it holds the lock; if one did, the state would still be whole after each statement.
    fn lock(&self) -> MutexGuard<'_, Held> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Decides on an item at once, in the order of PROTOCOL.md ("Order of checks on submission", from step 3 on). A refused item leaves
    /// no trace but a count (rule 3.3). The deadline counts from `received`.
    pub fn submit(
        self: &Arc<Self>,
        item: Item,
        trace: Trace,
        received: Instant,
    ) -> Result<Admitted, Refusal> {
        let objection = self.executor.vet(&item);
        let digest = Digest::of(&item);
        let mut state = self.lock();
        let now = Instant::now();
        state.forget(now);
        if let Some(known) = state.records.get(item.work_id.as_str()) {
            if known.digest != digest {
                return Err(state.refuse(Refusal::WorkIdReused(item.work_id)));
            }
            state.counts.replayed += 1;
            return Ok(Admitted {
                replay: true,
                capacity: state.document.clone(),
            });
        }
        if let Err(refusal) = state.check(&item, objection) {
            return Err(state.refuse(refusal));
        }
        let deadline = received + Duration::from_millis(item.deadline_ms.try_into().unwrap_or(0));
        let job = Job {
            item,
            trace,
            deadline,
        };
        self.accept(&mut state, job, digest, now);
        Ok(Admitted {
            replay: false,
            capacity: state.document.clone(),
        })
    }

    /// Takes a slot, and a credit where the item names a lease. Where a worker is free nothing is queued and the item begins; else it waits in
    /// the backlog.
    fn accept(self: &Arc<Self>, state: &mut Held, job: Job, digest: Digest, now: Instant) {
        let item = &job.item;
        let instant = self.executor.is_instant(item);
        let mut record = Record::new(item, digest, now);
        let work_id = Arc::clone(&record.work_id);
        state.counts.accepted += 1;
        if let Some(lease_id) = state.lease_of(item) {
            state.leases.take(lease_id);
        }
        let free = state.has_free_worker();
        if free && instant && now < job.deadline {
            state.pass(&mut record, now);
            state.records.insert(work_id, record);
        } else {
            let tenant: Arc<str> = item.tenant.as_str().into();
            state.tenants.hold(&state.policy, &tenant);
            let (mut place, mut timer) = (None, None);
            if !free {
                place = Some(state.backlog.push(item.criticality, &tenant, &work_id));
                timer = Some(self.expire_at(Arc::clone(&work_id), job.deadline));
            }
            record.pending = Some(Box::new(Pending {
                tenant,
                instant,
                job: Some(job),
                place,
                abort: None,
                timer,
            }));
            state.records.insert(Arc::clone(&work_id), record);
            if free {
                self.begin(state, work_id);
            }
        }
        state.changed();
        self.sweep(state);
        self.report_idle(state);
    }

    /// Where an item stands.
    pub fn status(&self, work_id: &str) -> Result<WorkStatus, Refusal> {
        let mut state = self.lock();
        state.forget(Instant::now());
        state.status(work_id)
    }

    /// Ends an item that is queued or running, and changes nothing on one that has ended (rules 5.4, 5.5). The slot of a running item is
    /// free once its work has been dropped; until then its state is RUNNING.
    pub fn cancel(self: &Arc<Self>, work_id: &str) -> Result<WorkStatus, Refusal> {
        let mut state = self.lock();
        state.forget(Instant::now());
        let cancelled = Outcome::ended(
            State::Cancelled,
            ErrorCode::Cancelled,
            "cancelled by a client",
        );
        state.end(work_id, cancelled);
        self.sweep(&mut state);
        self.report_idle(&state);
        state.status(work_id)
    }

    /// Grants a lease, where the policy has the feature on. A provider that drains grants 0 credits.
    pub fn acquire(&self, request: &AcquireLeaseRequest) -> Option<Lease> {
        let mut state = self.lock();
        if !state.policy.features.leases {
            return None;
        }
        let ceiling = if state.draining {
            0
        } else {
            u64::from(state.document.available()) * u64::from(state.policy.lease_overcommit_percent)
                / 100
        };
        let ttl_ms = state.policy.lease_ttl_ms;
        Some(
            state
                .leases
                .grant(&request.client_id, request.credits, ceiling, ttl_ms),
        )
    }

    /// The present document.
    pub fn capacity(&self) -> Capacity {
        self.lock().document.clone()
    }

    /// The policy in force.
    pub fn policy(&self) -> Arc<Policy> {
        Arc::clone(&self.lock().policy)
    }

    /// The document and the counters of one state.
    pub fn report(&self) -> Report {
        let state = self.lock();
        Report {
            capacity: state.document.clone(),
            counts: state.counts.clone(),
        }
    }

    /// Counts a submission that was refused before it came here.
    pub fn count_rejected(&self, reason: Reason) {
        self.lock().counts.reject(reason);
    }

    /// Puts a valid policy in force and returns it with its revision, which stays where nothing changes. It evicts nothing and waits for
    /// nothing (rule 10.2). Where `matches` refuses the revision in force, nothing changes.
    pub fn replace(
        self: &Arc<Self>,
        mut next: Policy,
        matches: impl Fn(u64) -> bool,
    ) -> Result<Arc<Policy>, Refusal> {
        let mut state = self.lock();
        let revision = state.policy.revision;
        if !matches(revision) {
            return Err(Refusal::PolicyConflict(revision));
        }
        if !next.same_as(&state.policy) {
            next.revision = revision + 1;
            state.put_in_force(next);
            self.dispatch(&mut state);
            state.changed();
            state.forget(Instant::now());
        }
        Ok(Arc::clone(&state.policy))
    }
}
