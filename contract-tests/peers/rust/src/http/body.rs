//! Reading request bodies whole, within a size and a time.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::{Body as _, Bytes};

use crate::problem::Problem;
use crate::reader::Violation;
use crate::refusal::Reason;

/// How long a client may take for a body.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Reads the whole body, so that nothing that follows depends on the client staying (rule 5.6).
pub(super) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, Problem> {
    if !is_json(headers) {
        return Err(Problem::plain(
            415,
            "Unsupported Media Type",
            "the body must be application/json",
        ));
    }
    if body.size_hint().lower() > limit as u64 {
        return Err(too_large(limit));
    }
    match tokio::time::timeout(TIMEOUT, Limited::new(body, limit).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large(limit)),
        Ok(Err(_)) => Err(malformed("the body cannot be read to its end")),
        Err(_) => Err(malformed("the body did not arrive in time")),
    }
}

fn too_large(limit: usize) -> Problem {
    Problem::of(Reason::TooLarge, format!("the body exceeds {limit} bytes"))
}

/// A request that cannot be read at all.
pub(super) fn malformed(message: &str) -> Problem {
    Problem::of(Reason::Malformed, message).violating(vec![Violation::unreadable(message)])
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_none_or(|value| {
        let value = String::from_utf8_lossy(value.as_bytes());
        let media_type = value.split(';').next().unwrap_or_default();
        media_type.trim().eq_ignore_ascii_case("application/json")
    })
}
