//! The headers of the contract (PROTOCOL.md, "Headers").

use axum::http::{HeaderMap, HeaderName, header};
use axum::response::Response;

use super::set;
use crate::capacity::Capacity;

/// Describes the slots of one snapshot (draft-ietf-httpapi-ratelimit-headers, revision 11; rule 2.5).
pub(super) fn set_rate_limit(
    response: &mut Response,
    capacity: &Capacity,
    retry_after: Option<u32>,
) {
    let policy = format!(
        "\"slots\";q={};qu=\"concurrent-requests\"",
        capacity.limit()
    );
    let mut limit = format!("\"slots\";r={}", capacity.available());
    if let Some(seconds) = retry_after {
        limit.push_str(&format!(";t={seconds}"));
    }
    set(
        response,
        HeaderName::from_static("ratelimit-policy"),
        policy,
    );
    set(response, HeaderName::from_static("ratelimit"), limit);
}

/// Whether the Idempotency-Key headers, if any, name the item: one structured-field string, parameters ignored
/// (draft-ietf-httpapi-idempotency-key-header, revision 07).
pub(super) fn agrees(headers: &HeaderMap, work_id: &str) -> bool {
    let mut keys = headers.get_all("idempotency-key").iter();
    match (keys.next(), keys.next()) {
        (None, _) => true,
        (Some(key), None) => String::from_utf8_lossy(key.as_bytes())
            .trim_matches(' ')
            .strip_prefix(&format!("\"{work_id}\""))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(';')),
        (Some(_), Some(_)) => false,
    }
}

/// Evaluates If-Match (RFC 9110, 13.1.1) by strong comparison; absent, it matches whatever is in force.
pub(super) fn matches(headers: &HeaderMap, revision: u64) -> bool {
    let wanted = etag(revision);
    let mut tags = headers.get_all(header::IF_MATCH).iter().peekable();
    tags.peek().is_none()
        || tags.any(|value| {
            String::from_utf8_lossy(value.as_bytes())
                .split(',')
                .map(|tag| tag.trim_matches([' ', '\t']))
                .any(|tag| tag == "*" || tag == wanted)
        })
}

pub(super) fn etag(revision: u64) -> String {
    format!("\"{revision}\"")
}
