//! The calls of the contract over HTTP, each made exactly once.

mod answer;
mod connection;

use std::sync::{Mutex, PoisonError};

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Method, Request, Uri, header};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::protocol;
use crate::protocol::capacity::v1::{Capacity, Lease};
use crate::protocol::service::v1::AcquireLeaseRequest;
use crate::protocol::work::v1::WorkItem;

pub use answer::Answer;
use connection::{Connection, Received};

/// A call without an answer.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The connection could not be made or broke: the provider may or may not have taken the request.
    #[error("no complete answer: {0}")]
    Connection(String),
    /// The provider answered with another status than the call's success.
    #[error("the provider answered {0}")]
    Status(u16),
    /// The provider's answer cannot be read.
    #[error("the answer cannot be read: {0}")]
    Unreadable(String),
}

/// Calls one provider.
pub struct Client {
    authority: String,
    prefix: String,
    /// Connections that wait for their next request.
    idle: Mutex<Vec<Connection>>,
}

impl Client {
    /// A client of the provider at a base URL, which is http.
    pub fn new(base: &str) -> Result<Client, String> {
        let wrong = || format!("{base:?} is not the http URL of a provider");
        let uri: Uri = base.parse().map_err(|_| wrong())?;
        let authority = uri
            .authority()
            .filter(|authority| !authority.as_str().contains('@'));
        match (uri.scheme_str(), authority, uri.query()) {
            (Some("http"), Some(authority), None) => Ok(Client {
                authority: match authority.port() {
                    Some(_) => authority.to_string(),
                    None => format!("{authority}:80"),
                },
                prefix: uri.path().trim_end_matches('/').to_owned(),
                idle: Mutex::default(),
            }),
            _ => Err(wrong()),
        }
    }

    /// Sends one item on behalf of a trace and waits for the decision.
    pub async fn submit(&self, item: &WorkItem, traceparent: &str) -> Result<Answer, CallError> {
        let received = self
            .call(Method::POST, "/v1/work", protocol::write(item), traceparent)
            .await?;
        Ok(Answer::of(&received))
    }

    /// Reads the provider's load.
    pub async fn capacity(&self) -> Result<Capacity, CallError> {
        self.fetch(Method::GET, "/v1/capacity", Vec::new()).await
    }

    /// Asks for a lease.
    pub async fn acquire(&self, request: &AcquireLeaseRequest) -> Result<Lease, CallError> {
        self.fetch(Method::POST, "/v1/leases", protocol::write(request))
            .await
    }

    async fn fetch<M: Serialize + DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Vec<u8>,
    ) -> Result<M, CallError> {
        let received = self.call(method, path, body, "").await?;
        if received.status != 200 {
            return Err(CallError::Status(received.status));
        }
        answer::parse(&received.body).map_err(CallError::Unreadable)
    }

    async fn call(
        &self,
        method: Method,
        path: &str,
        body: Vec<u8>,
        traceparent: &str,
    ) -> Result<Received, CallError> {
        let broken = |error: hyper::Error| CallError::Connection(error.to_string());
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.prefix))
            .header(header::HOST, &self.authority)
            .header(header::USER_AGENT, "sluice-rust-producer");
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        if !traceparent.is_empty() {
            request = request.header("traceparent", traceparent);
        }
        let request = request
            .body(Full::new(Bytes::from(body)))
            .map_err(|error| CallError::Connection(error.to_string()))?;
        let mut connection = match self.kept() {
            Some(connection) => connection,
            None => Connection::open(&self.authority)
                .await
                .map_err(|error| CallError::Connection(error.to_string()))?,
        };
        let received = connection.exchange(request).await.map_err(broken)?;
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(connection);
        Ok(received)
    }

    /// A connection that the provider has not closed as far as is known.
    fn kept(&self) -> Option<Connection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(Connection::is_open);
        idle.pop()
    }
}
