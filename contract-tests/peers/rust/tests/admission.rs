//! The admission core under contention (rules 1.1 to 1.4, 6.1, 8.2, 9.1, 10.2).

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sluice_peer::admission::{Admitted, Controller, Executor, Job};
use sluice_peer::item::{Contents, Criticality, Item};
use sluice_peer::policy::Policy;
use sluice_peer::refusal::Refusal;
use sluice_peer::status::{Outcome, State};
use sluice_peer::trace::Trace;
use tokio::sync::{Barrier, Semaphore};

/// Holds items until permits are added; counts how many ran, and at once.
struct Gate {
    permits: Arc<Semaphore>,
    running: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
    begun: Arc<AtomicUsize>,
}

impl Gate {
    fn new() -> Gate {
        Gate {
            permits: Arc::new(Semaphore::new(0)),
            running: Arc::default(),
            most: Arc::default(),
            begun: Arc::default(),
        }
    }
}

impl Executor for Gate {
    fn vet(&self, _: &Item) -> Result<(), String> {
        Ok(())
    }

    async fn execute(&self, job: Job) -> Outcome {
        assert_ne!(job.item.contents.kind, "panic", "asked to");
        self.begun.fetch_add(1, Ordering::SeqCst);
        let now = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
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
        contents: Contents {
            tenant: "t".to_owned(),
            kind: "k".to_owned(),
            criticality: Criticality::Critical,
            payload: Vec::new(),
            cost: 1,
            attributes: BTreeMap::new(),
        },
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
    other.contents.payload = b"x".to_vec();
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
    panicking.contents.kind = "panic".to_owned();
    submit(&controller, panicking).unwrap();
    eventually("it failed", || {
        controller.status("a").unwrap().state == State::Failed
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
    assert_eq!(controller.cancel("b").unwrap().state, State::Cancelled);
    submit(&controller, item("c")).unwrap();
    controller.cancel("a").unwrap();
    eventually("a is cancelled", || {
        controller.status("a").unwrap().state == State::Cancelled
    })
    .await;
    assert_eq!(controller.cancel("a").unwrap().state, State::Cancelled);
    eventually("c runs", || {
        controller.status("c").unwrap().state == State::Running
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
        controller.status("b").unwrap().state == State::Expired
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
    assert_eq!(stuck.status("b").unwrap().state, State::Failed);
}
