//! The worker's server with a handler that answers every request alike, with an admission of the worker's: what the worker's throughput is measured
//! against.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt;
use hyper_util::server::graceful::GracefulShutdown;
use sluice_peer::protocol::capacity::v1::{Capacity, CapacityLevel};
use sluice_peer::protocol::work::v1::{Admission, AdmissionOutcome};
use sluice_peer::{protocol, server};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let admission = Admission {
        work_id: "constant".to_owned(),
        outcome: AdmissionOutcome::Accepted.into(),
        capacity: Some(Capacity {
            schema_version: 1,
            provider_id: "constant-4711".to_owned(),
            epoch: 1,
            seq: 123_456,
            limit: 4096,
            used: 1,
            available: 4095,
            level: CapacityLevel::Nominal.into(),
            concurrency_limit: 64,
            queue_limit: 4032,
            running: 1,
            ttl_ms: 1000,
            utilization: 1.0 / 64.0,
            policy_revision: 1,
            ..Capacity::default()
        }),
        ..Admission::default()
    };
    let body = hyper::body::Bytes::from(protocol::write(&admission));
    println!("listening on http://{}", listener.local_addr()?);
    let router = Router::new().fallback(answer).with_state(body);
    server::serve(&listener, router, &GracefulShutdown::new()).await;
    Ok(())
}

async fn answer(State(body): State<hyper::body::Bytes>, request: Request) -> Response {
    let _ = request.into_body().collect().await;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::ACCEPTED;
    for (name, value) in [
        ("content-type", "application/json"),
        ("location", "/v1/work/constant"),
        (
            "ratelimit-policy",
            "\"slots\";q=4096;qu=\"concurrent-requests\"",
        ),
        ("ratelimit", "\"slots\";r=4095"),
    ] {
        let name = HeaderName::from_static(name);
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}
