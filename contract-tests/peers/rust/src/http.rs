//! The HTTP binding of the contract (PROTOCOL.md, "HTTP"). No handler waits for capacity.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::{Value, json};

use crate::admission::{Controller, Executor};
use crate::capacity::Capacity;
use crate::item::{self, Item, ItemError};
use crate::metrics;
use crate::policy::Policy;
use crate::policy_reader::{self, PolicyError};
use crate::problem::Problem;
use crate::reader::Violation;
use crate::refusal::{Reason, Refusal};
use crate::trace::Trace;

/// The longest policy, in bytes: a thousand tenants with the longest names fit.
const MAX_POLICY: usize = 1 << 20;

/// The longest body of an item whose payload may have this many bytes: its base64 and 1 MiB beside.
fn max_item_body(max_item_bytes: u32) -> usize {
    (max_item_bytes as usize).div_ceil(3) * 4 + (1 << 20)
}

/// The router over a controller.
pub fn router<E: Executor>(controller: Arc<Controller<E>>) -> Router {
    Router::new()
        .route("/v1/capacity", get(get_capacity::<E>))
        .route("/v1/work", post(submit::<E>))
        .route(
            "/v1/work/{work_id}",
            get(get_work::<E>).delete(cancel_work::<E>),
        )
        .route("/v1/policy", get(get_policy::<E>).put(put_policy::<E>))
        .route("/metrics", get(get_metrics::<E>))
        .fallback(unknown_path)
        .method_not_allowed_fallback(unknown_method)
        .with_state(controller)
}

type Shared<E> = State<Arc<Controller<E>>>;

/// What every answer needs to know of its request.
struct Call {
    instance: String,
    trace: Trace,
}

impl Call {
    fn of(request: &Request) -> Call {
        let traceparent = request.headers().get("traceparent");
        Call {
            instance: request.uri().path().to_owned(),
            trace: Trace::parse(traceparent.and_then(|value| value.to_str().ok())),
        }
    }

    /// Answers with a problem.
    fn problem(&self, problem: &Problem) -> Response {
        let document = problem.to_json(&self.instance, &self.trace.trace_id);
        let mut response = answer(problem.status, "application/problem+json", &document);
        if let Some(load) = problem.load() {
            let seconds = load.retry_after_ms.div_ceil(1000);
            set(&mut response, header::RETRY_AFTER, &seconds.to_string());
            set_rate_limit(&mut response, &load.capacity, Some(seconds));
        }
        response
    }

    /// Answers with the problem of a refusal.
    fn refused(&self, refusal: &Refusal, work_id: &str) -> Response {
        self.problem(&Problem::refused(refusal).about(work_id))
    }
}

fn answer(status: u16, media_type: &str, document: &Value) -> Response {
    let mut response = Response::new(Body::from(document.to_string()));
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    set(&mut response, header::CONTENT_TYPE, media_type);
    response
}

fn json_answer(document: &Value) -> Response {
    answer(200, "application/json", document)
}

/// Sets a header. Values are made of identifiers, numbers and constants, which are always valid.
fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// Describes the slots of one snapshot (draft-ietf-httpapi-ratelimit-headers, revision 11; rule 2.5).
fn set_rate_limit(response: &mut Response, capacity: &Capacity, retry_after: Option<u32>) {
    let policy = format!(
        "\"slots\";q={};qu=\"concurrent-requests\"",
        capacity.limit()
    );
    let wait = retry_after.map_or(String::new(), |seconds| format!(";t={seconds}"));
    let limit = format!("\"slots\";r={}{wait}", capacity.available());
    set(
        response,
        HeaderName::from_static("ratelimit-policy"),
        &policy,
    );
    set(response, HeaderName::from_static("ratelimit"), &limit);
}

async fn unknown_path(request: Request) -> Response {
    Call::of(&request).problem(&Problem::plain(404, "there is nothing at this path"))
}

async fn unknown_method(request: Request) -> Response {
    Call::of(&request).problem(&Problem::plain(405, "the path does not take this method"))
}

async fn get_capacity<E: Executor>(State(controller): Shared<E>) -> Response {
    let capacity = controller.capacity();
    let mut response = json_answer(&capacity.to_json());
    // Rounded down: no cache keeps the document longer than its ttl (rule 2.5).
    let age = format!("max-age={}", capacity.ttl_ms / 1000);
    set(&mut response, header::CACHE_CONTROL, &age);
    set_rate_limit(&mut response, &capacity, None);
    response
}

async fn submit<E: Executor>(State(controller): Shared<E>, request: Request) -> Response {
    let call = Call::of(&request);
    let item = match read_item(&controller.policy(), request).await {
        Ok(item) => item,
        Err(problem) => {
            if let Some(reason) = problem.reason {
                controller.count_rejected(reason);
            }
            return call.problem(&problem);
        }
    };
    let work_id = item.work_id.clone();
    match controller.submit(item, call.trace.clone(), Instant::now()) {
        Ok(admitted) => {
            let document = json!({
                "workId": work_id,
                "outcome": "ADMISSION_OUTCOME_ACCEPTED",
                "reason": "REFUSAL_REASON_UNSPECIFIED",
                "retryable": false,
                "capacity": admitted.capacity.to_json(),
            });
            let status = if admitted.replay { 200 } else { 202 };
            let mut response = answer(status, "application/json", &document);
            set(
                &mut response,
                header::LOCATION,
                &format!("/v1/work/{work_id}"),
            );
            set_rate_limit(&mut response, &admitted.capacity, None);
            response
        }
        Err(refusal) => call.refused(&refusal, &work_id),
    }
}

/// Steps 1 and 2 of PROTOCOL.md, "Order of checks on submission".
async fn read_item(policy: &Policy, request: Request) -> Result<Item, Problem> {
    let keys: Vec<String> = request
        .headers()
        .get_all("idempotency-key")
        .iter()
        .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
        .collect();
    let body = read_body(request, max_item_body(policy.max_item_bytes)).await?;
    let item = item::read(&body).map_err(unreadable_item)?;
    if !agrees(&keys, &item.work_id) {
        let violation = Violation {
            field: "work_id".to_owned(),
            rule: "idempotency_key",
            message: "differs from Idempotency-Key".to_owned(),
        };
        return Err(Problem::of(
            Reason::Malformed,
            "Idempotency-Key is not the work_id as a string",
        )
        .about(&item.work_id)
        .violating(vec![violation]));
    }
    if item.contents.payload.len() > policy.max_item_bytes as usize {
        let detail = format!("the payload exceeds {} bytes", policy.max_item_bytes);
        return Err(Problem::of(Reason::TooLarge, detail).about(&item.work_id));
    }
    Ok(item)
}

fn unreadable_item(error: ItemError) -> Problem {
    match error {
        ItemError::Version(work_id) => {
            Problem::of(Reason::UnsupportedVersion, "schema_version must be 1").about(&work_id)
        }
        ItemError::Malformed(work_id, violations) => {
            Problem::of(Reason::Malformed, "the item is malformed")
                .about(&work_id)
                .violating(violations)
        }
    }
}

/// Whether the Idempotency-Key headers, if any, name the item: one structured-field string, parameters ignored
/// (draft-ietf-httpapi-idempotency-key-header, revision 07).
fn agrees(keys: &[String], work_id: &str) -> bool {
    match keys {
        [] => true,
        [key] => key
            .trim_matches(' ')
            .strip_prefix(&format!("\"{work_id}\""))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(';')),
        _ => false,
    }
}

/// Reads the whole body, so that nothing that follows depends on the client staying (rule 5.6).
async fn read_body(request: Request, limit: usize) -> Result<Vec<u8>, Problem> {
    if !is_json(request.headers()) {
        return Err(Problem::plain(415, "the body must be application/json"));
    }
    match Limited::new(request.into_body(), limit).collect().await {
        Ok(body) => Ok(body.to_bytes().to_vec()),
        Err(error) if error.is::<LengthLimitError>() => Err(Problem::of(
            Reason::TooLarge,
            format!("the body exceeds {limit} bytes"),
        )),
        Err(_) => Err(Problem::of(
            Reason::Malformed,
            "the body cannot be read to its end",
        )),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_none_or(|value| {
        let value = String::from_utf8_lossy(value.as_bytes());
        let media_type = value.split(';').next().unwrap_or_default();
        media_type.trim().eq_ignore_ascii_case("application/json")
    })
}

async fn get_work<E: Executor>(
    State(controller): Shared<E>,
    Path(work_id): Path<String>,
    request: Request,
) -> Response {
    status_answer(&Call::of(&request), &work_id, controller.status(&work_id))
}

async fn cancel_work<E: Executor>(
    State(controller): Shared<E>,
    Path(work_id): Path<String>,
    request: Request,
) -> Response {
    status_answer(&Call::of(&request), &work_id, controller.cancel(&work_id))
}

fn status_answer(
    call: &Call,
    work_id: &str,
    status: Result<crate::status::Status, Refusal>,
) -> Response {
    match status {
        Ok(status) => {
            let mut response = json_answer(&status.to_json());
            set(&mut response, header::CACHE_CONTROL, "no-store");
            response
        }
        Err(refusal) => {
            let known_form = if crate::reader::is_id(work_id) {
                work_id
            } else {
                ""
            };
            call.refused(&refusal, known_form)
        }
    }
}

async fn get_policy<E: Executor>(State(controller): Shared<E>) -> Response {
    policy_answer(&controller.policy())
}

/// Replaces the policy or changes nothing (rules 10.1, 10.2). Preconditions come after validity (RFC 9110, 13.2.1).
async fn put_policy<E: Executor>(State(controller): Shared<E>, request: Request) -> Response {
    let call = Call::of(&request);
    let headers = request.headers().clone();
    let body = match read_body(request, MAX_POLICY).await {
        Ok(body) => body,
        Err(problem) => return call.problem(&problem),
    };
    let next = match policy_reader::read(&body) {
        Ok(policy) => policy,
        Err(error) => return call.problem(&unreadable_policy(error)),
    };
    match controller.replace(next, |revision| matches(&headers, revision)) {
        Ok(policy) => policy_answer(&policy),
        Err(refusal) => call.refused(&refusal, ""),
    }
}

fn unreadable_policy(error: PolicyError) -> Problem {
    match error {
        PolicyError::Unreadable(message) => {
            let violation = Violation {
                field: String::new(),
                rule: "json",
                message: message.clone(),
            };
            Problem::of(
                Reason::Malformed,
                format!("the policy cannot be read: {message}"),
            )
            .violating(vec![violation])
        }
        PolicyError::Invalid(violations) => {
            Problem::of(Reason::InvalidPolicy, "the policy is not valid here").violating(violations)
        }
    }
}

fn policy_answer(policy: &Policy) -> Response {
    let mut response = json_answer(&policy.to_json());
    set(
        &mut response,
        header::ETAG,
        &format!("\"{}\"", policy.revision),
    );
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    response
}

/// Evaluates If-Match (RFC 9110, 13.1.1) by strong comparison; absent, it matches whatever is in force.
fn matches(headers: &HeaderMap, revision: u64) -> bool {
    let wanted = format!("\"{revision}\"");
    let mut tags = headers.get_all(header::IF_MATCH).iter().peekable();
    tags.peek().is_none()
        || tags.any(|value| {
            String::from_utf8_lossy(value.as_bytes())
                .split(',')
                .map(|tag| tag.trim_matches([' ', '\t']))
                .any(|tag| tag == "*" || tag == wanted)
        })
}

async fn get_metrics<E: Executor>(State(controller): Shared<E>) -> Response {
    let mut response = Response::new(Body::from(metrics::write(&controller.report())));
    set(&mut response, header::CONTENT_TYPE, metrics::CONTENT_TYPE);
    set(&mut response, header::CACHE_CONTROL, "no-store");
    response
}
