//! Decides which items are accepted, starts them, and accounts for each until it is forgotten.
//!
//! Everything a decision depends on lies behind one lock: the limits, what is held, what is known, the counts. A decision and the
//! taking of the slot are one step (rules 1.2, 6.1), and every document is a snapshot of one state (rules 2.4, 9.1). The lock is
//! held for that bookkeeping only, never while an item runs (rules 1.3, 2.1, 8.3). Nothing is evicted after acceptance.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::task::AbortHandle;

use crate::backlog::{Backlog, Place};
use crate::capacity::{Capacity, Hysteresis, Level, reaches};
use crate::counts::Counts;
use crate::item::{Contents, Item};
use crate::policy::Policy;
use crate::refusal::{Load, Reason, Refusal};
use crate::status::{Outcome, State, Status, WorkError};
use crate::trace::Trace;

/// Does the work of items.
pub trait Executor: Send + Sync + 'static {
    /// Tells why this executor can never run the item, if so. It depends on the item and on configuration only.
    fn vet(&self, item: &Item) -> Result<(), String>;

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

/// Holds at most W running and Q queued items (rule 1.1).
pub struct Controller<E> {
    executor: E,
    state: Mutex<Held>,
    idle: Notify,
}

struct Record {
    contents: Contents,
    attempt: u32,
    state: State,
    accepted: Instant,
    begun: Option<Instant>,
    ended: Option<Instant>,
    error: Option<WorkError>,
    /// What is left to run; taken when the run begins.
    job: Option<Job>,
    place: Option<Place>,
    running: Option<AbortHandle>,
    /// The outcome of a run that was ended before its work was done; the first wins.
    verdict: Option<Outcome>,
    timer: Option<AbortHandle>,
}

struct Held {
    policy: Policy,
    level: Hysteresis,
    document: Capacity,
    backlog: Backlog,
    records: HashMap<String, Record>,
    /// Ended items, oldest first, to be forgotten after retention.
    archive: VecDeque<(Instant, String)>,
    counts: Counts,
    draining: bool,
}

/// A snapshot for metrics.
pub struct Report {
    /// The document.
    pub capacity: Capacity,
    /// The counters of the same state.
    pub counts: Counts,
}

/// Items were cut off because the drain took longer than the policy allows.
#[derive(Debug, thiserror::Error)]
#[error("drain_timeout_ms passed before all accepted items were done")]
pub struct DrainTimeout;

impl<E: Executor> Controller<E> {
    /// A controller that holds nothing. The epoch names this run of the process: at least 1, another after each restart (rule 8.6).
    pub fn new(provider_id: &str, epoch: u64, policy: Policy, executor: E) -> Arc<Controller<E>> {
        let document = Capacity {
            provider_id: provider_id.to_owned(),
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
        Arc::new(Controller {
            executor,
            state: Mutex::new(Held {
                policy,
                level: Hysteresis::default(),
                document,
                backlog: Backlog::default(),
                records: HashMap::new(),
                archive: VecDeque::new(),
                counts: Counts::default(),
                draining: false,
            }),
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
        let mut state = self.lock();
        state.forget();
        if let Some(known) = state.records.get(&item.work_id) {
            if known.contents != item.contents {
                return Err(state.refuse(Refusal::WorkIdReused(item.work_id)));
            }
            state.counts.replayed += 1;
            let capacity = state.document.clone();
            return Ok(Admitted {
                replay: true,
                capacity,
            });
        }
        if let Err(refusal) = state.check(&item, objection) {
            return Err(state.refuse(refusal));
        }
        self.accept(&mut state, item, trace, received);
        Ok(Admitted {
            replay: false,
            capacity: state.document.clone(),
        })
    }

    fn accept(self: &Arc<Self>, state: &mut Held, item: Item, trace: Trace, received: Instant) {
        let left = Duration::from_millis(u64::try_from(item.deadline_ms).unwrap_or(0));
        let deadline = received + left;
        let work_id = item.work_id.clone();
        state.counts.accepted += 1;
        let place = state
            .backlog
            .push(item.contents.criticality, work_id.clone());
        let record = Record {
            contents: item.contents.clone(),
            attempt: item.attempt,
            state: State::Queued,
            accepted: Instant::now(),
            begun: None,
            ended: None,
            error: None,
            job: Some(Job {
                item,
                trace,
                deadline,
            }),
            place: Some(place),
            running: None,
            verdict: None,
            timer: None,
        };
        state.records.insert(work_id.clone(), record);
        self.dispatch(state);
        state.changed();
        if state
            .records
            .get(&work_id)
            .is_some_and(|record| record.ended.is_none())
        {
            let timer = self.expire_at(work_id.clone(), deadline);
            if let Some(record) = state.records.get_mut(&work_id) {
                record.timer = Some(timer);
            }
        }
    }

    fn expire_at(self: &Arc<Self>, work_id: String, deadline: Instant) -> AbortHandle {
        let controller = Arc::clone(self);
        let timer = tokio::spawn(async move {
            tokio::time::sleep_until(deadline.into()).await;
            let expired =
                Outcome::ended(State::Expired, "DEADLINE_EXCEEDED", "the deadline passed");
            controller.end(&work_id, expired);
        });
        timer.abort_handle()
    }

    /// Starts queued items while a worker is free. Called after every event that queues an item or frees a worker, it keeps two
    /// invariants: nothing is queued while fewer than W run (rule 1.4), hence used < limit leaves room in the queue whenever W run.
    fn dispatch(self: &Arc<Self>, state: &mut Held) {
        while state.document.running < state.policy.concurrency_limit {
            let Some(work_id) = state.backlog.take(state.policy.features.priority_dispatch) else {
                break;
            };
            let now = Instant::now();
            let Some(record) = state.records.get_mut(&work_id) else {
                continue;
            };
            record.place = None;
            let Some(job) = record.job.take() else {
                continue;
            };
            if now >= job.deadline {
                let outcome =
                    Outcome::ended(State::Expired, "DEADLINE_EXCEEDED", "the deadline passed");
                state.settle(&work_id, outcome);
                continue;
            }
            record.state = State::Running;
            record.begun = Some(now);
            let waited = now - record.accepted;
            // The run belongs to the provider: a client that goes away does not end it (rule 5.6).
            record.running = Some(self.run(work_id, job));
            state.document.running += 1;
            state.document.queue_delay_ms = u32::try_from(waited.as_millis()).unwrap_or(u32::MAX);
            state.counts.queue_wait.observe(waited);
        }
        self.report_idle(state);
    }

    fn run(self: &Arc<Self>, work_id: String, job: Job) -> AbortHandle {
        let controller = Arc::clone(self);
        let work = tokio::spawn(async move { controller.executor.execute(job).await });
        let abort = work.abort_handle();
        let controller = Arc::clone(self);
        tokio::spawn(async move {
            // A panic is the item's failure and no one else's (rule 8.2).
            let outcome = work
                .await
                .unwrap_or_else(|_| Outcome::failed("INTERNAL", "the work broke off"));
            let mut state = controller.lock();
            let verdict = state
                .records
                .get_mut(&work_id)
                .and_then(|record| record.verdict.take());
            state.document.running -= 1;
            state.settle(&work_id, verdict.unwrap_or(outcome));
            controller.dispatch(&mut state);
            state.changed();
        });
        abort
    }

    /// Brings an item to an outcome before its work is done. An item that has ended, or is ending, is left alone.
    fn end(self: &Arc<Self>, work_id: &str, outcome: Outcome) {
        let mut state = self.lock();
        state.end(work_id, outcome);
        self.report_idle(&state);
    }

    /// Where an item stands.
    pub fn status(&self, work_id: &str) -> Result<Status, Refusal> {
        let mut state = self.lock();
        state.forget();
        state.status(work_id)
    }

    /// Ends an item that is queued or running, and changes nothing on one that has ended (rules 5.4, 5.5). The slot of a running item is
    /// free once its work has been dropped; until then its state is RUNNING.
    pub fn cancel(self: &Arc<Self>, work_id: &str) -> Result<Status, Refusal> {
        let mut state = self.lock();
        state.forget();
        state.end(
            work_id,
            Outcome::ended(State::Cancelled, "CANCELLED", "cancelled by a client"),
        );
        self.report_idle(&state);
        state.status(work_id)
    }

    /// The present document.
    pub fn capacity(&self) -> Capacity {
        self.lock().document.clone()
    }

    /// The policy in force.
    pub fn policy(&self) -> Policy {
        self.lock().policy.clone()
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
    ) -> Result<Policy, Refusal> {
        let mut state = self.lock();
        let revision = state.policy.revision;
        if !matches(revision) {
            return Err(Refusal::PolicyConflict(revision));
        }
        if !next.same_as(&state.policy) {
            next.revision = revision + 1;
            state.policy = next;
            self.dispatch(&mut state);
            state.changed();
            state.forget();
        }
        Ok(state.policy.clone())
    }

    /// Refuses all new items from now on and waits until every accepted item has ended (rule 8.5). If the policy's drain_timeout_ms passes
    /// first, what is left FAILS with DRAIN_TIMEOUT.
    pub async fn drain(self: &Arc<Self>) -> Result<(), DrainTimeout> {
        let timeout = {
            let mut state = self.lock();
            state.draining = true;
            state.changed();
            self.report_idle(&state);
            Duration::from_millis(state.policy.drain_timeout_ms.into())
        };
        if tokio::time::timeout(timeout, self.idle.notified())
            .await
            .is_ok()
        {
            return Ok(());
        }
        {
            let mut state = self.lock();
            let held: Vec<String> = state
                .records
                .iter()
                .filter(|(_, record)| record.ended.is_none())
                .map(|(work_id, _)| work_id.clone())
                .collect();
            for work_id in held {
                state.end(
                    &work_id,
                    Outcome::failed(
                        "DRAIN_TIMEOUT",
                        "the provider shut down before the item was done",
                    ),
                );
            }
            self.report_idle(&state);
        }
        self.idle.notified().await;
        Err(DrainTimeout)
    }

    /// Tells the drain that nothing is held; nothing will be again. One permit is kept, whenever it is waited for.
    fn report_idle(&self, state: &Held) {
        if state.draining && state.document.running == 0 && state.backlog.is_empty() {
            self.idle.notify_one();
        }
    }
}

impl Held {
    fn check(&self, item: &Item, objection: Result<(), String>) -> Result<(), Refusal> {
        if item.deadline_ms <= 0 {
            return Err(Refusal::DeadlineExceeded(item.deadline_ms));
        }
        if item.attempt > self.policy.max_attempts {
            return Err(Refusal::AttemptsExhausted {
                attempt: item.attempt,
                max: self.policy.max_attempts,
            });
        }
        objection.map_err(Refusal::DownstreamNotAllowed)?;
        if self.draining {
            return Err(Refusal::Draining(self.load()));
        }
        let (used, limit) = (self.document.used(), self.policy.limit());
        if used >= limit {
            return Err(Refusal::QueueFull(self.load()));
        }
        let percent = self.policy.shed_thresholds.of(item.contents.criticality);
        if self.policy.features.criticality_shedding && reaches(used, limit, percent) {
            return Err(Refusal::Shed {
                percent,
                load: self.load(),
            });
        }
        Ok(())
    }

    /// The state that a refusal reports. The wait asked for is what the last item to start had waited, since a newcomer would wait about
    /// as long, within the backoffs of the policy (rule 3.2).
    fn load(&self) -> Load {
        let retry = &self.policy.retry;
        Load {
            capacity: self.document.clone(),
            retry_after_ms: self
                .document
                .queue_delay_ms
                .clamp(retry.initial_backoff_ms, retry.max_backoff_ms),
        }
    }

    fn refuse(&mut self, refusal: Refusal) -> Refusal {
        self.counts.reject(refusal.reason());
        refusal
    }

    /// Brings level and document up to date; one that differs in anything gets the next seq (rule 2.2).
    fn changed(&mut self) {
        let mut next = self.document.clone();
        next.queued = u32::try_from(self.backlog.len()).unwrap_or(u32::MAX);
        next.concurrency_limit = self.policy.concurrency_limit;
        next.queue_limit = self.policy.queue_limit;
        next.ttl_ms = self.policy.capacity_ttl_ms;
        next.policy_revision = self.policy.revision;
        next.latency_target_ms = self.policy.latency_target_ms;
        next.level = self.level.observe(next.used(), &self.policy, self.draining);
        next.seq += 1;
        self.document = next;
    }

    fn end(&mut self, work_id: &str, outcome: Outcome) {
        let Some(record) = self.records.get_mut(work_id) else {
            return;
        };
        match record.state {
            State::Queued => {
                if let Some(place) = record.place.take() {
                    self.backlog.remove(place);
                }
                self.settle(work_id, outcome);
                self.changed();
            }
            State::Running if record.verdict.is_none() => {
                record.verdict = Some(outcome);
                if let Some(running) = &record.running {
                    running.abort();
                }
            }
            _ => {}
        }
    }

    /// Makes an item terminal that is neither in the backlog nor counted as running any more. It happens once to each.
    fn settle(&mut self, work_id: &str, outcome: Outcome) {
        let now = Instant::now();
        let Some(record) = self.records.get_mut(work_id) else {
            return;
        };
        record.state = outcome.state;
        record.error = outcome.error;
        record.ended = Some(now);
        record.job = None;
        record.running = None;
        if let Some(timer) = record.timer.take() {
            timer.abort();
        }
        self.counts.settle(outcome.state);
        self.archive.push_back((now, work_id.to_owned()));
    }

    /// Forgets items whose retention has passed (rule 6.3).
    fn forget(&mut self) {
        let retention = Duration::from_millis(self.policy.retention_ms.into());
        while let Some((ended, work_id)) = self.archive.front() {
            if ended.elapsed() < retention {
                break;
            }
            self.records.remove(work_id);
            self.archive.pop_front();
        }
    }

    fn status(&self, work_id: &str) -> Result<Status, Refusal> {
        let record = self
            .records
            .get(work_id)
            .ok_or_else(|| Refusal::UnknownWork(work_id.to_owned()))?;
        let now = Instant::now();
        let end = record.ended.unwrap_or(now);
        Ok(Status {
            work_id: work_id.to_owned(),
            state: record.state,
            attempt: record.attempt,
            queued: record.begun.unwrap_or(end) - record.accepted,
            running: record.begun.map(|begun| end - begun),
            error: record.error.clone(),
        })
    }
}
