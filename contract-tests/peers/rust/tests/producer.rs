//! The producer against a scripted provider that remembers what arrives (chapter 11).

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use serde_json::{Value, json};
use sluice_peer::client::Client;
use sluice_peer::policy::RetryPolicy;
use sluice_peer::producer::{Credits, Follower, Options, Outcome, Producer, Settled};
use sluice_peer::protocol::policy::v1::RetryBudget;
use sluice_peer::protocol::service::v1::AcquireLeaseRequest;
use sluice_peer::protocol::work::v1::{Criticality, WorkItem};
use sluice_peer::retry::Backoff;
use tokio::net::TcpListener;

/// What the provider answers: a status, a Retry-After or none, a body; or nothing at all.
type Script = Option<(u16, Option<&'static str>, String)>;

struct Provider {
    url: String,
    arrivals: Mutex<Vec<(Instant, Value)>>,
    work: Script,
    lease: Script,
    capacity: Mutex<Script>,
}

fn status(status: u16) -> Script {
    Some((status, None, String::new()))
}

fn body(body: &Value) -> Script {
    Some((200, None, body.to_string()))
}

async fn provide(work: Script, lease: Script, capacity: Script) -> Arc<Provider> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let provider = Arc::new(Provider {
        url: format!("http://{}", listener.local_addr().unwrap()),
        arrivals: Mutex::default(),
        work,
        lease,
        capacity: Mutex::new(capacity),
    });
    let router = Router::new()
        .fallback(answer)
        .with_state(Arc::clone(&provider));
    tokio::spawn(async move { axum::serve(listener, router).await });
    provider
}

async fn answer(State(provider): State<Arc<Provider>>, request: Request) -> Response {
    let script = match request.uri().path() {
        "/v1/leases" => provider.lease.clone(),
        "/v1/capacity" => provider.capacity.lock().unwrap().clone(),
        _ => {
            let at = Instant::now();
            let body = to_bytes(request.into_body(), 1 << 20).await.unwrap();
            let item = serde_json::from_slice(&body).unwrap();
            provider.arrivals.lock().unwrap().push((at, item));
            provider.work.clone()
        }
    };
    let Some((status, retry_after, body)) = script else {
        return std::future::pending().await;
    };
    let mut response = Response::builder().status(status);
    if let Some(seconds) = retry_after {
        response = response.header("Retry-After", seconds);
    }
    response.body(Body::from(body)).unwrap()
}

impl Provider {
    fn arrivals(&self) -> Vec<(Instant, Value)> {
        self.arrivals.lock().unwrap().clone()
    }
}

fn quick(max_attempts: u32, max_tokens: u32) -> RetryPolicy {
    RetryPolicy {
        max_attempts,
        initial_backoff_ms: 20,
        max_backoff_ms: 60,
        multiplier: 2.0,
        jitter: 0.2,
        budget: Some(RetryBudget {
            max_tokens,
            token_ratio: 0.1,
        }),
    }
}

fn options(concurrency: usize, deadline_ms: u64, retry: RetryPolicy) -> Options {
    Options {
        concurrency,
        deadline: Duration::from_millis(deadline_ms),
        retry,
        seed: 7,
    }
}

#[derive(Default)]
struct Gates {
    lease: bool,
    follow: bool,
}

async fn run(provider: &Provider, count: usize, options: Options, gates: Gates) -> Vec<Settled> {
    let client = Arc::new(Client::new(&provider.url).unwrap());
    let backoff = || Backoff::new(quick(4, 10), 1);
    let follower = gates
        .follow
        .then(|| Follower::new(Arc::clone(&client), backoff()));
    if let Some(follower) = follower.clone() {
        tokio::spawn(async move { follower.follow().await });
    }
    let request = AcquireLeaseRequest {
        client_id: "c".into(),
        tenant: "t".into(),
        credits: 100,
    };
    let credits = gates
        .lease
        .then(|| Credits::new(Arc::clone(&client), request, backoff()));
    let producer = Arc::new(Producer::new(client, options, follower, credits));
    let items = (0..count)
        .map(|index| WorkItem {
            work_id: format!("w-{index}"),
            tenant: "t".into(),
            kind: "k".into(),
            criticality: Criticality::Critical.into(),
            ..WorkItem::default()
        })
        .collect();
    let mut results = Vec::new();
    let running = producer.run(items, |settled| results.push(settled));
    tokio::time::timeout(Duration::from_secs(10), running)
        .await
        .unwrap();
    results
}

#[tokio::test]
async fn retries_back_off_under_the_same_id_and_a_lesser_deadline() {
    let provider = provide(status(503), None, None).await;
    let results = run(
        &provider,
        1,
        options(1, 8000, quick(4, 1000)),
        Gates::default(),
    )
    .await;
    let expected = Settled {
        work_id: "w-0".into(),
        outcome: Outcome::GaveUp,
        attempts: 4,
    };
    assert_eq!(results, [expected]);
    let arrivals = provider.arrivals();
    assert_eq!(arrivals.len(), 4);
    let deadline = |item: &Value| item["deadlineMs"].as_str().unwrap().parse::<i64>().unwrap();
    for (index, pair) in arrivals.windows(2).enumerate() {
        let [(before, first), (after, second)] = pair else {
            panic!("a window of two");
        };
        assert_eq!(first["workId"], second["workId"]);
        assert_eq!(second["attempt"], index + 2);
        assert!(deadline(second) < deadline(first));
        assert!(*after - *before >= Duration::from_millis([16, 32, 48][index]));
    }
}

#[tokio::test]
async fn the_providers_wait_is_kept() {
    let known =
        json!({"reason": "REFUSAL_REASON_TENANT_QUOTA", "retryable": true, "retryAfterMs": 400});
    for (script, least) in [
        (Some((503, Some("1"), String::new())), 1000),
        (Some((429, None, known.to_string())), 400),
    ] {
        let provider = provide(script, None, None).await;
        run(
            &provider,
            1,
            options(1, 8000, quick(2, 1000)),
            Gates::default(),
        )
        .await;
        let arrivals = provider.arrivals();
        assert_eq!(arrivals.len(), 2);
        assert!(arrivals[1].0 - arrivals[0].0 >= Duration::from_millis(least));
    }
}

#[tokio::test]
async fn what_a_retry_cannot_help_is_not_retried() {
    let final_refusal =
        json!({"reason": "REFUSAL_REASON_QUEUE_FULL", "retryable": false}).to_string();
    for (script, outcome) in [
        (status(400), Outcome::Refused),
        (Some((422, Some("1"), String::new())), Outcome::Refused),
        (status(500), Outcome::Refused),
        (status(504), Outcome::Deadline),
        (
            Some((503, None, r#"{"retryAfterMs":-1}"#.to_owned())),
            Outcome::Refused,
        ),
        (Some((503, None, final_refusal)), Outcome::Refused),
        (Some((503, Some("9"), String::new())), Outcome::Deadline),
        (None, Outcome::Deadline),
    ] {
        let deadline_ms = if script.is_some() { 8000 } else { 1000 };
        let provider = provide(script.clone(), None, None).await;
        let results = run(
            &provider,
            1,
            options(1, deadline_ms, quick(4, 1000)),
            Gates::default(),
        )
        .await;
        assert_eq!(
            (results[0].outcome, results[0].attempts),
            (outcome, 1),
            "{script:?}"
        );
        assert_eq!(provider.arrivals().len(), 1, "{script:?}");
    }
}

#[tokio::test]
async fn the_budget_bounds_all_retries_together() {
    let provider = provide(status(503), None, None).await;
    let results = run(
        &provider,
        100,
        options(1, 8000, quick(5, 10)),
        Gates::default(),
    )
    .await;
    assert_eq!((results.len(), provider.arrivals().len()), (100, 104));
}

#[tokio::test]
async fn no_more_is_under_way_than_was_granted() {
    let lease = body(&json!({"leaseId": "l", "credits": 3, "ttlMs": 100}));
    let provider = provide(None, lease, None).await;
    let gates = Gates {
        lease: true,
        ..Gates::default()
    };
    let began = Instant::now();
    let results = run(&provider, 10, options(10, 1500, quick(4, 1000)), gates).await;
    let arrivals = provider.arrivals();
    assert!(results.len() == 10 && !arrivals.is_empty());
    assert_eq!(arrivals[0].1["leaseId"], "l");
    // The lease may expire before all of its credits are used; then fewer are.
    for (at, _) in arrivals.iter().skip(3) {
        assert!(
            *at - began >= Duration::from_millis(1500),
            "a fourth arrival"
        );
    }
}

#[tokio::test]
async fn a_lease_of_nothing_means_stop() {
    let lease = body(&json!({"leaseId": "l", "credits": 0, "ttlMs": 60_000}));
    let provider = provide(status(202), lease, None).await;
    let gates = Gates {
        lease: true,
        ..Gates::default()
    };
    let results = run(&provider, 2, options(2, 200, quick(4, 1000)), gates).await;
    assert!(provider.arrivals().is_empty());
    assert_eq!(results[0].outcome, Outcome::GaveUp);
}

fn document(available: u32, ttl_ms: u32, level: &str) -> Script {
    body(
        &json!({"epoch": "1", "seq": "1", "available": available, "ttlMs": ttl_ms, "level": level}),
    )
}

const FOLLOW: Gates = Gates {
    lease: false,
    follow: true,
};

#[tokio::test]
async fn after_the_document_has_expired_there_is_one_probe() {
    let provider = provide(None, None, document(0, 300, "CAPACITY_LEVEL_SATURATED")).await;
    tokio::spawn({
        let provider = Arc::clone(&provider);
        async move {
            tokio::time::sleep(Duration::from_millis(200)).await;
            *provider.capacity.lock().unwrap() = None;
        }
    });
    let began = Instant::now();
    run(&provider, 8, options(8, 2000, quick(4, 1000)), FOLLOW).await;
    let arrivals = provider.arrivals();
    assert!(!arrivals.is_empty(), "no probe");
    for (at, _) in &arrivals[1..] {
        assert!(*at - began >= Duration::from_secs(2), "a second probe");
    }
}

#[tokio::test]
async fn nothing_is_sent_while_nothing_is_available_and_what_is_available_is_used() {
    for level in [
        "CAPACITY_LEVEL_SATURATED",
        "CAPACITY_LEVEL_OF_LATER",
        "CAPACITY_LEVEL_DRAINING",
    ] {
        let provider = provide(status(202), None, document(5, 60_000, level)).await;
        run(&provider, 2, options(2, 200, quick(4, 1000)), FOLLOW).await;
        assert!(provider.arrivals().is_empty(), "{level}");
    }
    let provider = provide(
        status(202),
        None,
        document(2, 60, "CAPACITY_LEVEL_ELEVATED"),
    )
    .await;
    let results = run(&provider, 20, options(4, 8000, quick(4, 1000)), FOLLOW).await;
    assert!(
        results.len() == 20
            && results
                .iter()
                .all(|settled| settled.outcome == Outcome::Accepted)
    );
}
