//! The admission core under contention (rules 1.1 to 1.4, 4.1, 4.2, 6.1, 6.3, 7.3, 8.2, 9.1, 10.2).

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use hyper::body::Bytes;
use sluice_peer::admission::{Admitted, Controller, Executor, Job};
use sluice_peer::item::{Criticality, Item};
use sluice_peer::policy::Policy;
use sluice_peer::protocol::service::v1::AcquireLeaseRequest;
use sluice_peer::refusal::Refusal;
use sluice_peer::status::{Outcome, State};
use sluice_peer::trace::Trace;
use tokio::sync::{Barrier, Semaphore};

/// The kind of items that have nothing to run.
const NOTHING: &str = "nothing";

/// Holds items until permits are added; counts how many ran, and at once. An item counts as begun
/// when all else about it is written.
struct Gate {
    permits: Arc<Semaphore>,
    running: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
    begun: Arc<AtomicUsize>,
    order: Arc<Mutex<Vec<String>>>,
}

impl Gate {
    fn new() -> Gate {
        Gate {
            permits: Arc::new(Semaphore::new(0)),
            running: Arc::default(),
            most: Arc::default(),
            begun: Arc::default(),
            order: Arc::default(),
        }
    }
}

impl Executor for Gate {
    fn vet(&self, _: &Item) -> Result<(), String> {
        Ok(())
    }

    fn is_instant(&self, item: &Item) -> bool {
        item.kind == NOTHING
    }

    async fn execute(&self, job: Job) -> Outcome {
        assert_ne!(job.item.kind, "panic", "asked to");
        self.order.lock().unwrap().push(job.item.work_id.clone());
        let now = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        self.begun.fetch_add(1, Ordering::SeqCst);
        let permit = self.permits.acquire().await.expect("the gate stays");
        permit.forget();
        self.running.fetch_sub(1, Ordering::SeqCst);
        Outcome::completed()
    }
}

fn item(work_id: &str) -> Item {
    Item {
        work_id: work_id.to_owned(),
        deadline_ms: 60_000,
        attempt: 1,
        tenant: "t".to_owned(),
        kind: "k".to_owned(),
        criticality: Criticality::Critical,
        payload: Bytes::new(),
        cost: 1,
        lease_id: None,
        attributes: BTreeMap::new(),
    }
}

fn submit(controller: &Arc<Controller<Gate>>, item: Item) -> Result<Admitted, Refusal> {
    controller.submit(item, Trace::parse(None), Instant::now())
}

async fn eventually(what: &str, holds: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    while !holds() {
        assert!(Instant::now() < end, "not within 10 s: {what}");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_submissions_fill_exactly_every_slot() {
    const W: u32 = 4;
    const Q: u32 = 16;
    for round in 0..100 {
        let gate = Gate::new();
        let (permits, most) = (Arc::clone(&gate.permits), Arc::clone(&gate.most));
        let begun = Arc::clone(&gate.begun);
        let controller = Controller::new("test", 1, Policy::initial(W, Q), gate);
        let tasks = (W + Q + 24) as usize;
        let barrier = Arc::new(Barrier::new(tasks));
        let submissions: Vec<_> = (0..tasks)
            .map(|index| {
                let (controller, barrier) = (Arc::clone(&controller), Arc::clone(&barrier));
                tokio::spawn(async move {
                    barrier.wait().await;
                    submit(&controller, item(&format!("w-{index}"))).is_ok()
                })
            })
            .collect();
        let mut accepted = 0;
        for submission in submissions {
            accepted += u32::from(submission.await.expect("no panic"));
        }
        assert_eq!(accepted, W + Q, "round {round}");
        eventually("W begin", || begun.load(Ordering::SeqCst) == W as usize).await;
        permits.add_permits(tasks);
        eventually("all settle", || controller.capacity().used() == 0).await;
        assert_eq!(most.load(Ordering::SeqCst), W as usize, "round {round}");
        let report = controller.report();
        let settled: u64 = report.counts.settled().map(|(_, count)| count).sum();
        assert_eq!(settled, report.counts.accepted);
    }
}

#[tokio::test]
async fn a_replay_executes_nothing_and_other_contents_are_refused() {
    let gate = Gate::new();
    let begun = Arc::clone(&gate.begun);
    let controller = Controller::new("test", 1, Policy::initial(2, 2), gate);
    assert!(!submit(&controller, item("a")).unwrap().replay);
    assert!(submit(&controller, item("a")).unwrap().replay);
    let mut other = item("a");
    other.payload = b"x"[..].into();
    assert_eq!(
        submit(&controller, other),
        Err(Refusal::WorkIdReused("a".into()))
    );
    eventually("it began", || begun.load(Ordering::SeqCst) == 1).await;
}

#[tokio::test]
async fn a_panic_fails_its_item_and_frees_the_slot() {
    let controller = Controller::new("test", 1, Policy::initial(1, 0), Gate::new());
    let mut panicking = item("a");
    panicking.kind = "panic".to_owned();
    submit(&controller, panicking).unwrap();
    eventually("it failed", || {
        controller.status("a").unwrap().state() == State::Failed
    })
    .await;
    assert_eq!(controller.capacity().used(), 0);
}

#[tokio::test]
async fn cancelling_frees_slots_queued_and_running() {
    let controller = Controller::new("test", 1, Policy::initial(1, 1), Gate::new());
    submit(&controller, item("a")).unwrap();
    submit(&controller, item("b")).unwrap();
    assert!(matches!(
        submit(&controller, item("c")),
        Err(Refusal::QueueFull(_))
    ));
    assert_eq!(controller.cancel("b").unwrap().state(), State::Cancelled);
    submit(&controller, item("c")).unwrap();
    controller.cancel("a").unwrap();
    eventually("a is cancelled", || {
        controller.status("a").unwrap().state() == State::Cancelled
    })
    .await;
    assert_eq!(controller.cancel("a").unwrap().state(), State::Cancelled);
    eventually("c runs", || {
        controller.status("c").unwrap().state() == State::Running
    })
    .await;
    assert!(controller.cancel("x").is_err());
}

#[tokio::test]
async fn a_queued_item_past_its_deadline_does_not_start() {
    let gate = Gate::new();
    let (permits, begun) = (Arc::clone(&gate.permits), Arc::clone(&gate.begun));
    let controller = Controller::new("test", 1, Policy::initial(1, 1), gate);
    submit(&controller, item("a")).unwrap();
    let mut short = item("b");
    short.deadline_ms = 20;
    submit(&controller, short).unwrap();
    eventually("b expires", || {
        controller.status("b").unwrap().state() == State::Expired
    })
    .await;
    permits.add_permits(2);
    eventually("a ends", || controller.capacity().used() == 0).await;
    assert_eq!(begun.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_shrunk_limit_evicts_nothing_and_admits_nothing() {
    let gate = Gate::new();
    let permits = Arc::clone(&gate.permits);
    let controller = Controller::new("test", 1, Policy::initial(2, 4), gate);
    for index in 0..6 {
        submit(&controller, item(&format!("w-{index}"))).unwrap();
    }
    let shrunk = controller.replace(Policy::initial(1, 1), |_| true).unwrap();
    assert_eq!((shrunk.revision, controller.capacity().used()), (2, 6));
    permits.add_permits(4);
    eventually("four end", || controller.capacity().used() == 2).await;
    assert!(matches!(
        submit(&controller, item("x")),
        Err(Refusal::QueueFull(_))
    ));
    permits.add_permits(1);
    eventually("one more ends", || controller.capacity().used() == 1).await;
    submit(&controller, item("x")).unwrap();
}

#[tokio::test]
async fn a_drain_refuses_finishes_and_times_out() {
    let gate = Gate::new();
    let permits = Arc::clone(&gate.permits);
    let controller = Controller::new("test", 1, Policy::initial(1, 1), gate);
    submit(&controller, item("a")).unwrap();
    submit(&controller, item("b")).unwrap();
    let draining = tokio::spawn({
        let controller = Arc::clone(&controller);
        async move { controller.drain().await.is_ok() }
    });
    eventually("it refuses", || {
        matches!(submit(&controller, item("c")), Err(Refusal::Draining(_)))
    })
    .await;
    permits.add_permits(2);
    assert!(draining.await.unwrap());

    let mut hasty = Policy::initial(1, 1);
    hasty.drain_timeout_ms = 20;
    let stuck = Controller::new("test", 1, hasty, Gate::new());
    submit(&stuck, item("a")).unwrap();
    submit(&stuck, item("b")).unwrap();
    assert!(stuck.drain().await.is_err());
    assert_eq!(stuck.status("b").unwrap().state(), State::Failed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_lease_of_n_admits_n_however_many_compete() {
    let controller = Controller::new("test", 1, Policy::initial(4, 60), Gate::new());
    let mut leasing = Policy::initial(4, 60);
    leasing.features.leases = true;
    assert!(controller.acquire(&request(10)).is_none());
    controller.replace(leasing, |_| true).unwrap();
    let lease_id = controller.acquire(&request(10)).unwrap().lease_id;
    let submissions: Vec<_> = (0..30)
        .map(|index| {
            let (controller, lease_id) = (Arc::clone(&controller), lease_id.clone());
            tokio::spawn(async move {
                let mut leased = item(&format!("w-{index}"));
                leased.lease_id = Some(lease_id);
                submit(&controller, leased)
            })
        })
        .collect();
    let mut accepted = 0;
    for submission in submissions {
        match submission.await.expect("no panic") {
            Ok(_) => accepted += 1,
            Err(refusal) => assert!(matches!(refusal, Refusal::LeaseExhausted(_)), "{refusal}"),
        }
    }
    assert_eq!(accepted, 10);
    let mut replaced = item("x");
    replaced.lease_id = Some(lease_id);
    assert_eq!(controller.acquire(&request(3)).unwrap().credits, 3);
    assert!(matches!(
        submit(&controller, replaced),
        Err(Refusal::LeaseExpired(_))
    ));
    submit(&controller, item("without-a-lease")).unwrap();
}

fn request(credits: u32) -> AcquireLeaseRequest {
    AcquireLeaseRequest {
        client_id: "c".to_owned(),
        tenant: "t".to_owned(),
        credits,
    }
}

#[tokio::test]
async fn a_tenant_that_floods_leaves_others_their_share_and_their_turn() {
    let gate = Gate::new();
    let (permits, order) = (Arc::clone(&gate.permits), Arc::clone(&gate.order));
    let mut policy = Policy::initial(1, 9);
    policy.tenant_shares = [("a".to_owned(), 20), ("b".to_owned(), 49)].into();
    policy.features.tenant_isolation = true;
    let controller = Controller::new("test", 1, policy, gate);
    let submit_for = |tenant: &str, index: u32| {
        let mut item = item(&format!("{tenant}{index}"));
        item.tenant = tenant.to_owned();
        submit(&controller, item)
    };
    for index in 0..6 {
        submit_for("a", index).unwrap();
    }
    assert!(matches!(
        submit_for("a", 6),
        Err(Refusal::TenantQuota { .. })
    ));
    assert!(matches!(
        submit_for("c", 0),
        Err(Refusal::TenantQuota { .. })
    ));
    for index in 0..4 {
        submit_for("b", index).unwrap();
    }
    assert!(matches!(submit_for("b", 4), Err(Refusal::QueueFull(_))));
    permits.add_permits(10);
    eventually("all settle", || controller.capacity().used() == 0).await;
    let order = order.lock().unwrap().join(" ");
    assert_eq!(order, "a0 a1 b0 a2 b1 a3 b2 a4 b3 a5");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn races_at_the_end_of_an_item_free_its_slot_once() {
    let gate = Gate::new();
    let permits = Arc::clone(&gate.permits);
    let controller = Controller::new("test", 1, Policy::initial(2, 3), gate);
    for round in 0..200 {
        let mut races = Vec::new();
        for index in 0..5 {
            let mut short = item(&format!("e-{round}-{index}"));
            short.deadline_ms = 1 + (index % 2) * 60_000;
            let work_id = short.work_id.clone();
            if let Err(refusal) = submit(&controller, short) {
                panic!("round {round}: {refusal}: a slot is lost");
            }
            for _ in 0..2 {
                let (controller, work_id) = (Arc::clone(&controller), work_id.clone());
                races.push(tokio::spawn(
                    async move { controller.cancel(&work_id).is_ok() },
                ));
            }
        }
        permits.add_permits(5);
        for race in races {
            assert!(race.await.unwrap());
        }
        eventually("all settle", || controller.capacity().used() == 0).await;
        let report = controller.report();
        let settled: u64 = report.counts.settled().map(|(_, count)| count).sum();
        assert_eq!(settled, report.counts.accepted);
        permits.forget_permits(usize::MAX >> 4);
    }
}

#[tokio::test]
async fn an_item_is_forgotten_after_its_retention_though_no_one_asks() {
    let mut policy = Policy::initial(1, 1);
    policy.retry.max_backoff_ms = 1;
    policy.retention_ms = 30;
    let gate = Gate::new();
    gate.permits.add_permits(1);
    let controller = Controller::new("test", 1, policy, gate);
    submit(&controller, item("a")).unwrap();
    eventually("a ends", || controller.capacity().used() == 0).await;
    tokio::time::sleep(Duration::from_millis(40)).await;
    assert!(controller.status("a").is_err());
    assert!(!submit(&controller, item("a")).unwrap().replay);
}

#[tokio::test]
async fn an_item_with_nothing_to_run_is_done_when_a_worker_is_free_for_it() {
    let gate = Gate::new();
    let (permits, begun) = (Arc::clone(&gate.permits), Arc::clone(&gate.begun));
    let controller = Controller::new("test", 1, Policy::initial(1, 2), gate);
    let nothing = |work_id: &str| Item {
        kind: NOTHING.to_owned(),
        ..item(work_id)
    };
    let state = |work_id: &str| controller.status(work_id).unwrap().state();
    let done = submit(&controller, nothing("done")).unwrap();
    assert_eq!((done.capacity.used(), state("done")), (0, State::Completed));

    submit(&controller, item("first")).unwrap();
    submit(&controller, nothing("waits")).unwrap();
    let mut short = nothing("expires");
    short.deadline_ms = 20;
    submit(&controller, short).unwrap();
    assert!(submit(&controller, nothing("refused")).is_err());
    assert_eq!(state("waits"), State::Queued);
    eventually("it expires", || state("expires") == State::Expired).await;

    permits.add_permits(1);
    eventually("all settle", || controller.capacity().used() == 0).await;
    assert_eq!(state("waits"), State::Completed);
    assert_eq!(begun.load(Ordering::SeqCst), 1);
    let report = controller.report();
    let settled: u64 = report.counts.settled().map(|(_, count)| count).sum();
    assert_eq!((settled, report.counts.accepted), (4, 4));
}
