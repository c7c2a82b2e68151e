//! The capacity, leases and metrics.

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::Response;

use super::headers::set_rate_limit;
use super::{Call, Shared, answer, body, resource, set};
use crate::admission::Executor;
use crate::lease;
use crate::metrics;
use crate::problem::Problem;
use crate::refusal::Reason;

/// The longest request for a lease, in bytes.
const MAX_LEASE: usize = 64 << 10;

/// Answers from the present document: it takes no slot and never waits for one (rule 2.1).
pub(super) async fn get_capacity<E: Executor>(State(api): Shared<E>) -> Response {
    let capacity = api.controller.capacity();
    let mut response = resource(200, &capacity.message());
    // Rounded down: no cache keeps the document longer than its ttl (rule 2.5).
    let age = format!("max-age={}", capacity.ttl_ms / 1000);
    set(&mut response, header::CACHE_CONTROL, age);
    set_rate_limit(&mut response, &capacity, None);
    response
}

/// Answers 404 while the feature is off (PROTOCOL.md, "HTTP").
pub(super) async fn acquire_lease<E: Executor>(
    State(api): Shared<E>,
    request: Request,
) -> Response {
    let call = Call::of(&request);
    let off = || Problem::plain(404, "Not Found", "the feature leases is off");
    if !api.controller.policy().features.leases {
        return call.problem(off());
    }
    let (head, body) = request.into_parts();
    let text = match body::read(&head.headers, body, MAX_LEASE).await {
        Ok(text) => text,
        Err(problem) => return call.problem(problem),
    };
    let request = match lease::read(&text) {
        Ok(request) => request,
        Err(violations) => {
            let problem = Problem::of(Reason::Malformed, "the request for a lease is malformed");
            return call.problem(problem.violating(violations));
        }
    };
    let Some(lease) = api.controller.acquire(&request) else {
        return call.problem(off());
    };
    let mut response = resource(200, &lease);
    set(&mut response, header::CACHE_CONTROL, "no-store");
    response
}

pub(super) async fn get_metrics<E: Executor>(State(api): Shared<E>) -> Response {
    let mut text = metrics::write(&api.controller.report());
    api.durations.write(&mut text);
    let mut response = answer(200, metrics::CONTENT_TYPE, text);
    set(&mut response, header::CACHE_CONTROL, "no-store");
    response
}
