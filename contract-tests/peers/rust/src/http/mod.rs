//! The HTTP binding of the contract (PROTOCOL.md, "HTTP"). No handler waits for capacity.

mod body;
mod durations;
mod headers;
mod policy;
mod resources;
mod work;
mod writer;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use futures_util::FutureExt;
use hyper::body::Bytes;
use serde::Serialize;

use crate::admission::{Controller, Executor};
use crate::problem::{self, Problem};
use crate::protocol;
use crate::refusal::Refusal;
use crate::trace::Trace;
use durations::Durations;

pub use policy::PolicyGuard;

/// What handlers share.
struct Api<E> {
    controller: Arc<Controller<E>>,
    durations: Durations,
    guard: PolicyGuard,
}

type Shared<E> = State<Arc<Api<E>>>;

/// The router over a controller; the guard says who may replace the policy.
pub fn router<E: Executor>(controller: Arc<Controller<E>>, guard: PolicyGuard) -> Router {
    let api = Arc::new(Api {
        controller,
        durations: Durations::default(),
        guard,
    });
    Router::new()
        .route("/v1/capacity", get(resources::get_capacity::<E>))
        .route("/v1/leases", post(resources::acquire_lease::<E>))
        .route("/v1/work", post(work::submit::<E>))
        .route(
            "/v1/work/{work_id}",
            get(work::get::<E>).delete(work::cancel::<E>),
        )
        .route("/v1/policy", get(policy::get::<E>).put(policy::put::<E>))
        .route("/metrics", get(resources::get_metrics::<E>))
        .fallback(unknown_path)
        .method_not_allowed_fallback(unknown_method)
        .layer(middleware::from_fn_with_state(
            Arc::clone(&api),
            observe::<E>,
        ))
        .with_state(api)
}

/// Measures each answer, and makes a fault of the provider one: a 500.
async fn observe<E: Executor>(State(api): Shared<E>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let (uri, traceparent) = (request.uri().clone(), traceparent(&request).cloned());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = AssertUnwindSafe(next.run(request))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| {
            Call::from(uri, traceparent.as_ref()).problem(Problem::plain(
                500,
                "Internal Server Error",
                "the provider failed to answer",
            ))
        });
    let route = route.as_ref().map_or("", MatchedPath::as_str);
    api.durations
        .observe(&method, route, response.status(), began.elapsed());
    response
}

fn traceparent(request: &Request) -> Option<&HeaderValue> {
    request.headers().get("traceparent")
}

/// What every answer needs to know of its request.
struct Call {
    uri: Uri,
    trace: Trace,
}

impl Call {
    fn of(request: &Request) -> Call {
        Call::from(request.uri().clone(), traceparent(request))
    }

    fn from(uri: Uri, traceparent: Option<&HeaderValue>) -> Call {
        Call {
            uri,
            trace: Trace::parse(traceparent.and_then(|value| value.to_str().ok())),
        }
    }

    /// Answers with a problem.
    fn problem(&self, problem: Problem) -> Response {
        let status = problem.status;
        let load = problem.load().cloned();
        let document = problem.into_message(self.uri.path(), self.trace.trace_id());
        let mut response = answer(status, problem::CONTENT_TYPE, protocol::write(&document));
        if let Some(load) = load {
            let seconds = load.retry_after_ms.div_ceil(1000);
            set(&mut response, header::RETRY_AFTER, seconds.to_string());
            headers::set_rate_limit(&mut response, &load.capacity, Some(seconds));
        }
        response
    }

    /// Answers with the problem of a refusal.
    fn refused(&self, refusal: &Refusal, work_id: &str) -> Response {
        self.problem(Problem::refused(refusal).about(work_id))
    }
}

fn answer(status: u16, media_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    set(&mut response, header::CONTENT_TYPE, media_type);
    response
}

/// Answers with a resource.
fn resource(status: u16, message: &impl Serialize) -> Response {
    answer(status, "application/json", protocol::write(message))
}

/// Sets a header. Values are made of identifiers, numbers and constants, which are always valid.
fn set(response: &mut Response, name: HeaderName, value: impl Into<Bytes>) {
    if let Ok(value) = HeaderValue::from_maybe_shared(value.into()) {
        response.headers_mut().insert(name, value);
    }
}

async fn unknown_path(request: Request) -> Response {
    let problem = Problem::plain(404, "Not Found", "there is nothing at this path");
    Call::of(&request).problem(problem)
}

async fn unknown_method(request: Request) -> Response {
    let problem = Problem::plain(
        405,
        "Method Not Allowed",
        "the path does not take this method",
    );
    Call::of(&request).problem(problem)
}
