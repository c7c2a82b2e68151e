//! The worker's answers over HTTP, asked by a raw client that sends each request once.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use sluice_peer::admission::Controller;
use sluice_peer::downstream::{AllowList, Caller};
use sluice_peer::http::PolicyGuard;
use sluice_peer::policy::Policy;
use sluice_peer::server;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

struct Answer {
    status: u16,
    head: String,
    body: Value,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// A running provider and a downstream that answers when it is told to.
struct Peer {
    address: std::net::SocketAddr,
    sink: std::net::SocketAddr,
    open: Arc<Notify>,
    stop: Option<oneshot::Sender<()>>,
    ended: JoinHandle<bool>,
}

async fn start(w: u32, q: u32) -> Peer {
    let sink = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sink_address = sink.local_addr().unwrap();
    let open = Arc::new(Notify::new());
    tokio::spawn(hold(sink, Arc::clone(&open)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let allowed = AllowList::parse(&sink_address.to_string()).unwrap();
    let controller = Controller::new("test", 7, Policy::initial(w, q), Caller::new(allowed));
    let (stop, stopped) = oneshot::channel();
    let ended = tokio::spawn(async move {
        let stopped = async {
            let _ = stopped.await;
        };
        server::run(listener, controller, PolicyGuard::Open, stopped)
            .await
            .is_ok()
    });
    Peer {
        address,
        sink: sink_address,
        open,
        stop: Some(stop),
        ended,
    }
}

async fn hold(sink: TcpListener, open: Arc<Notify>) {
    while let Ok((mut stream, _)) = sink.accept().await {
        let open = Arc::clone(&open);
        tokio::spawn(async move {
            let mut buffer = [0; 4096];
            let _ = stream.read(&mut buffer).await;
            open.notified().await;
            let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await;
        });
    }
}

impl Peer {
    async fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).await.unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head[9..12].parse().unwrap(),
            head: head.to_owned(),
            body: serde_json::from_str(body).unwrap_or(Value::String(body.to_owned())),
        }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", "").await
    }

    fn item(&self, work_id: &str) -> Value {
        json!({
            "workId": work_id, "tenant": "t", "kind": "k", "criticality": "CRITICALITY_CRITICAL",
            "deadlineMs": "60000", "attempt": 1,
            "attributes": {"sluice.downstream": format!("http://{}/{work_id}", self.sink)},
        })
    }

    async fn submit(&self, work_id: &str) -> Answer {
        let body = self.item(work_id).to_string();
        self.send(
            "POST",
            "/v1/work",
            "Content-Type: application/json\r\n",
            &body,
        )
        .await
    }

    async fn eventually(&self, path: &str, pointer: &str, wanted: Value) {
        for _ in 0..10_000 {
            let answer = self.get(path).await;
            if answer.body.pointer(pointer) == Some(&wanted) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("{path} never had {wanted} at {pointer}");
    }
}

fn assert_problem(answer: &Answer, status: u16, reason: &str) {
    let problem_type = format!(
        "urn:sluice:problem:{}",
        reason.to_lowercase().replace('_', "-")
    );
    assert_eq!(answer.status, status, "{}", answer.body);
    assert_eq!(
        answer.header("content-type"),
        Some("application/problem+json")
    );
    assert_eq!(answer.body["status"], status);
    assert_eq!(answer.body["type"], problem_type);
    assert_eq!(answer.body["reason"], format!("REFUSAL_REASON_{reason}"));
    assert_eq!(answer.body["traceId"].as_str().unwrap().len(), 32);
    assert_eq!(answer.header("retry-after").is_some(), status == 503);
}

#[tokio::test]
async fn an_item_is_accepted_replayed_and_completes() {
    let peer = start(1, 1).await;
    let first = peer.submit("a").await;
    assert_eq!(first.status, 202, "{}", first.body);
    assert_eq!(first.header("location"), Some("/v1/work/a"));
    assert_eq!(first.body["outcome"], "ADMISSION_OUTCOME_ACCEPTED");
    assert_eq!(first.body["capacity"]["used"], 1);
    assert_eq!(peer.submit("a").await.status, 200);
    peer.open.notify_one();
    peer.eventually("/v1/work/a", "/state", "WORK_STATE_COMPLETED".into())
        .await;
    assert_eq!(peer.get("/v1/capacity").await.body["used"], 0);
}

#[tokio::test]
async fn a_full_provider_refuses_with_a_wait() {
    let peer = start(1, 1).await;
    peer.submit("a").await;
    peer.submit("b").await;
    let refused = peer.submit("c").await;
    assert_problem(&refused, 503, "QUEUE_FULL");
    assert_eq!(refused.header("retry-after"), Some("1"));
    assert_eq!(refused.header("ratelimit"), Some("\"slots\";r=0;t=1"));
    assert_eq!(
        refused.body["capacity"]["level"],
        "CAPACITY_LEVEL_SATURATED"
    );
    assert_problem(&peer.get("/v1/work/c").await, 404, "UNKNOWN_WORK");
    assert_eq!(peer.get("/v1/capacity").await.status, 200);
}

#[tokio::test]
async fn each_fault_has_its_reason() {
    let peer = start(1, 1).await;
    let json_type = "Content-Type: application/json\r\n";
    for (change, value, status, reason) in [
        ("deadlineMs", json!(0), 504, "DEADLINE_EXCEEDED"),
        ("deadlineMs", json!("-1"), 504, "DEADLINE_EXCEEDED"),
        ("attempt", json!(6), 422, "ATTEMPTS_EXHAUSTED"),
        ("attempt", json!(0), 400, "MALFORMED"),
        ("schemaVersion", json!(2), 400, "UNSUPPORTED_VERSION"),
        (
            "attributes",
            json!({"sluice.downstream": "http://127.0.0.1:1/"}),
            422,
            "DOWNSTREAM_NOT_ALLOWED",
        ),
    ] {
        let mut item = peer.item("a");
        item[change] = value;
        let answer = peer
            .send("POST", "/v1/work", json_type, &item.to_string())
            .await;
        assert_problem(&answer, status, reason);
    }
    for body in ["", "{", "[]", "{\"workId\":\"a\",\"workId\":\"a\"}"] {
        let answer = peer.send("POST", "/v1/work", json_type, body).await;
        assert_problem(&answer, 400, "MALFORMED");
    }
    let text = peer
        .send("POST", "/v1/work", "Content-Type: text/plain\r\n", "{}")
        .await;
    assert_eq!(
        (text.status, &text.body["type"]),
        (415, &json!("about:blank"))
    );
    assert_eq!(peer.get("/nowhere").await.status, 404);
    assert_eq!(peer.send("PUT", "/v1/capacity", "", "").await.status, 405);
    let keyed = format!("{json_type}Idempotency-Key: \"other\"\r\n");
    let answer = peer
        .send("POST", "/v1/work", &keyed, &peer.item("a").to_string())
        .await;
    assert_problem(&answer, 400, "MALFORMED");
}

#[tokio::test]
async fn a_body_or_payload_that_is_too_large_is_refused() {
    let peer = start(1, 1).await;
    let mut item = peer.item("a");
    item["payload"] = "A".repeat(1_398_104 + 4).into();
    let answer = peer.send("POST", "/v1/work", "", &item.to_string()).await;
    assert_problem(&answer, 413, "TOO_LARGE");
}

#[tokio::test]
async fn a_policy_is_replaced_as_a_whole_or_not_at_all() {
    let peer = start(1, 1).await;
    let current = peer.get("/v1/policy").await;
    assert_eq!(current.header("etag"), Some("\"1\""));
    let mut policy = current.body.clone();
    policy["queueLimit"] = 3.into();
    let stale = peer
        .send(
            "PUT",
            "/v1/policy",
            "If-Match: \"9\"\r\n",
            &policy.to_string(),
        )
        .await;
    assert_problem(&stale, 412, "POLICY_CONFLICT");
    let replaced = peer
        .send(
            "PUT",
            "/v1/policy",
            "If-Match: \"1\"\r\n",
            &policy.to_string(),
        )
        .await;
    assert_eq!(
        (replaced.status, &replaced.body["revision"]),
        (200, &json!("2"))
    );
    policy["queueLimit"] = (-1).into();
    policy["typo"] = 1.into();
    let bad = peer
        .send("PUT", "/v1/policy", "", &policy.to_string())
        .await;
    assert_problem(&bad, 422, "INVALID_POLICY");
    assert_eq!(bad.body["violations"].as_array().unwrap().len(), 2);
    assert_eq!(peer.get("/v1/policy").await.body["revision"], "2");
    assert_problem(
        &peer.send("PUT", "/v1/policy", "", "{").await,
        400,
        "MALFORMED",
    );
}

#[tokio::test]
async fn a_drain_finishes_what_was_accepted() {
    let mut peer = start(1, 1).await;
    peer.submit("a").await;
    peer.submit("b").await;
    peer.stop.take().unwrap().send(()).unwrap();
    peer.eventually("/v1/capacity", "/level", "CAPACITY_LEVEL_DRAINING".into())
        .await;
    assert_problem(&peer.submit("c").await, 503, "DRAINING");
    assert_eq!(peer.submit("b").await.status, 200);
    peer.open.notify_one();
    peer.eventually("/v1/work/a", "/state", "WORK_STATE_COMPLETED".into())
        .await;
    peer.open.notify_one();
    assert!(peer.ended.await.unwrap());
    assert!(TcpStream::connect(peer.address).await.is_err());
}

#[tokio::test]
async fn metrics_agree_with_what_happened() {
    let peer = start(1, 1).await;
    for work_id in ["a", "b", "c"] {
        peer.submit(work_id).await;
    }
    let Value::String(text) = peer.get("/metrics").await.body else {
        panic!("not text");
    };
    for line in [
        "backpressure_queue_size 1",
        "backpressure_work_running 1",
        "backpressure_admission_requests_total{outcome=\"accepted\",error_type=\"\"} 2",
        "backpressure_admission_requests_total{outcome=\"rejected\",error_type=\"queue_full\"} 1",
        "backpressure_work_settled_total{state=\"completed\"} 0",
    ] {
        assert!(
            text.lines().any(|known| known == line),
            "no {line} in\n{text}"
        );
    }
}
