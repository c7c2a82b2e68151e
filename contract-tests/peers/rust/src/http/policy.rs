//! Reading and replacing the policy (PROTOCOL.md, "The policy").

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;

use super::headers::{etag, matches};
use super::{Call, Shared, body, resource, set};
use crate::admission::Executor;
use crate::policy::{self, Policy, PolicyError};
use crate::problem::Problem;
use crate::refusal::Reason;

/// The longest policy, in bytes: a thousand tenants with the longest names fit.
const MAX_POLICY: usize = 1 << 20;

/// Who may replace the policy.
#[derive(Clone, Debug, PartialEq)]
pub enum PolicyGuard {
    /// Everyone who can reach the provider: for a provider on a loopback address.
    Open,
    /// Who sends this token (RFC 6750, 2.1).
    Token(String),
    /// No one.
    Closed,
}

impl PolicyGuard {
    /// The guard of a provider that listens at an address: beyond loopback, a token is needed; without one no one may.
    pub fn of(address: IpAddr, token: Option<String>) -> PolicyGuard {
        match token {
            Some(token) => PolicyGuard::Token(token),
            None if address.is_loopback() => PolicyGuard::Open,
            None => PolicyGuard::Closed,
        }
    }

    fn admits(&self, headers: &HeaderMap) -> bool {
        match self {
            PolicyGuard::Open => true,
            PolicyGuard::Closed => false,
            PolicyGuard::Token(token) => headers
                .get(header::AUTHORIZATION)
                .and_then(|value| value.as_bytes().split_first_chunk::<7>())
                .is_some_and(|(scheme, sent)| {
                    scheme.eq_ignore_ascii_case(b"bearer ") && same(sent, token.as_bytes())
                }),
        }
    }

    fn refusal(&self, call: &Call) -> Response {
        if *self == PolicyGuard::Closed {
            let detail = "this provider has no token for changes of its policy";
            return call.problem(Problem::plain(403, "Forbidden", detail));
        }
        let mut response = call.problem(Problem::plain(
            401,
            "Unauthorized",
            "the policy's token is needed",
        ));
        set(&mut response, header::WWW_AUTHENTICATE, "Bearer");
        response
    }
}

/// Compares in a time that does not tell where two texts differ.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

pub(super) async fn get<E: Executor>(State(api): Shared<E>) -> Response {
    answer(&api.controller.policy())
}

/// Replaces the policy or changes nothing (rules 10.1, 10.2). Preconditions come after validity (RFC 9110, 13.2.1).
pub(super) async fn put<E: Executor>(State(api): Shared<E>, request: Request) -> Response {
    let call = Call::of(&request);
    if !api.guard.admits(request.headers()) {
        return api.guard.refusal(&call);
    }
    let (head, body) = request.into_parts();
    let text = match body::read(&head.headers, body, MAX_POLICY).await {
        Ok(text) => text,
        Err(problem) => return call.problem(problem),
    };
    let next = match policy::read(&text) {
        Ok(policy) => policy,
        Err(error) => return call.problem(unreadable(error)),
    };
    match api
        .controller
        .replace(next, |revision| matches(&head.headers, revision))
    {
        Ok(policy) => answer(&policy),
        Err(refusal) => call.refused(&refusal, ""),
    }
}

fn unreadable(error: PolicyError) -> Problem {
    match error {
        PolicyError::Unreadable(message) => {
            body::malformed(&format!("the policy cannot be read: {message}"))
        }
        PolicyError::Invalid(violations) => {
            Problem::of(Reason::InvalidPolicy, "the policy is not valid here").violating(violations)
        }
    }
}

fn answer(policy: &Policy) -> Response {
    let mut response = resource(200, &policy.message());
    set(&mut response, header::ETAG, etag(policy.revision));
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_loopback_a_token_is_needed() {
        let far: IpAddr = "192.0.2.1".parse().unwrap();
        let near: IpAddr = "::1".parse().unwrap();
        let sent = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, value.parse().unwrap());
            headers
        };
        assert!(PolicyGuard::of(near, None).admits(&HeaderMap::new()));
        assert!(!PolicyGuard::of(far, None).admits(&sent("Bearer ")));
        for address in [near, far] {
            let guard = PolicyGuard::of(address, Some("secret".into()));
            assert!(guard.admits(&sent("Bearer secret")) && guard.admits(&sent("bearer secret")));
            for wrong in [
                "Bearer secre",
                "Bearer secrets",
                "Basic secret",
                "secret",
                "Bearer",
            ] {
                assert!(!guard.admits(&sent(wrong)), "{wrong}");
            }
            assert!(!guard.admits(&HeaderMap::new()));
        }
    }
}
