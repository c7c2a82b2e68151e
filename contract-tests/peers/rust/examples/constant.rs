//! The worker's server with a handler that answers every request alike: what the worker's throughput is measured against.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
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
            provider_id: "constant".to_owned(),
            epoch: 1,
            seq: 1,
            limit: 4096,
            available: 4096,
            level: CapacityLevel::Nominal.into(),
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
    *response.status_mut() = axum::http::StatusCode::ACCEPTED;
    response.headers_mut().insert(
        "content-type",
        axum::http::HeaderValue::from_static("application/json"),
    );
    response
}
