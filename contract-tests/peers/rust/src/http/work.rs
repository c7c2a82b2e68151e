//! Submitting, reading and cancelling items.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::Response;

use super::headers::{agrees, set_rate_limit};
use super::{Call, Shared, answer, body, resource, set, writer};
use crate::admission::{Admitted, Executor};
use crate::item::{self, Item, ItemError};
use crate::problem::Problem;
use crate::protocol::work::v1::WorkStatus;
use crate::reader::Violation;
use crate::refusal::{Reason, Refusal};

const FOLDER: &str = "/v1/work/";

/// The longest body of an item whose payload may have this many bytes: its base64 and 1 MiB beside.
fn max_body(max_item_bytes: u32) -> usize {
    (max_item_bytes as usize).div_ceil(3) * 4 + (1 << 20)
}

pub(super) async fn submit<E: Executor>(State(api): Shared<E>, request: Request) -> Response {
    let call = Call::of(&request);
    let item = match read(api.controller.policy().max_item_bytes, request).await {
        Ok(item) => item,
        Err(problem) => {
            if problem.reason != Reason::Unspecified {
                api.controller.count_rejected(problem.reason);
            }
            return call.problem(problem);
        }
    };
    let work_id = item.work_id.clone();
    match api.controller.submit(item, call.trace, Instant::now()) {
        Ok(admitted) => accepted(&work_id, &admitted),
        Err(refusal) => call.refused(&refusal, &work_id),
    }
}

fn accepted(work_id: &str, admitted: &Admitted) -> Response {
    let status = if admitted.replay { 200 } else { 202 };
    let text = writer::accepted(work_id, &admitted.capacity);
    let mut response = answer(status, "application/json", text);
    set(
        &mut response,
        header::LOCATION,
        format!("{FOLDER}{work_id}"),
    );
    set_rate_limit(&mut response, &admitted.capacity, None);
    response
}

/// Steps 1 and 2 of PROTOCOL.md, "Order of checks on submission".
async fn read(max_item_bytes: u32, request: Request) -> Result<Item, Problem> {
    let (head, body) = request.into_parts();
    let text = body::read(&head.headers, body, max_body(max_item_bytes)).await?;
    let item = item::read(&text).map_err(unreadable)?;
    if !agrees(&head.headers, &item.work_id) {
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
    if item.payload.len() > max_item_bytes as usize {
        let detail = format!("the payload exceeds {max_item_bytes} bytes");
        return Err(Problem::of(Reason::TooLarge, detail).about(&item.work_id));
    }
    Ok(item)
}

fn unreadable(error: ItemError) -> Problem {
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

pub(super) async fn get<E: Executor>(State(api): Shared<E>, request: Request) -> Response {
    let work_id = work_id_of(&request);
    status(&Call::of(&request), work_id, api.controller.status(work_id))
}

pub(super) async fn cancel<E: Executor>(State(api): Shared<E>, request: Request) -> Response {
    let work_id = work_id_of(&request);
    status(&Call::of(&request), work_id, api.controller.cancel(work_id))
}

/// The last segment of the path, as it was sent: no identifier has anything that would be escaped.
fn work_id_of(request: &Request) -> &str {
    request
        .uri()
        .path()
        .strip_prefix(FOLDER)
        .unwrap_or_default()
}

fn status(call: &Call, work_id: &str, status: Result<WorkStatus, Refusal>) -> Response {
    match status {
        Ok(status) => {
            let mut response = resource(200, &status);
            set(&mut response, header::CACHE_CONTROL, "no-store");
            response
        }
        Err(refusal) => call.refused(&refusal, work_id),
    }
}
