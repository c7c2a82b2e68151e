//! The one HTTP call that is the work of an item (PROTOCOL.md, "The downstream call").

use std::pin::pin;
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Method, Request, Uri, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::admission::{Executor, Job};
use crate::item::Item;
use crate::status::{ErrorCode, Outcome};

/// The longest response body, in bytes; beyond it the response counts as broken.
const MAX_RESPONSE: usize = 1 << 20;

/// The places that items may call. The default allows none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AllowList {
    places: Vec<(String, Option<u16>)>,
}

impl AllowList {
    /// Reads comma-separated `host:port`, the port a number from 1 or `*` for any.
    pub fn parse(text: &str) -> Result<AllowList, String> {
        let mut places = Vec::new();
        if text.trim().is_empty() {
            return Ok(AllowList { places });
        }
        for entry in text.split(',').map(str::trim) {
            let wrong = || format!("{entry:?} is not host:port");
            let (host, port) = entry.rsplit_once(':').ok_or_else(wrong)?;
            let port = match port {
                "*" => None,
                _ => Some(parse_port(port).ok_or_else(wrong)?),
            };
            if host.is_empty() || host.contains('/') {
                return Err(wrong());
            }
            places.push((host.to_owned(), port));
        }
        Ok(AllowList { places })
    }

    /// The target of a URL, or why an item may not call it. Host and port are compared literally; names are not resolved.
    pub fn check(&self, url: &str) -> Result<Uri, String> {
        let shown: String = url.chars().take(200).collect();
        let uri: Uri = url.parse().map_err(|_| format!("{shown:?} is not a URL"))?;
        if uri.scheme_str() != Some("http") {
            return Err(format!("{shown:?} is not an absolute http URL"));
        }
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        if authority.contains('@') {
            return Err("the URL holds credentials".to_owned());
        }
        let (Some(host), Some(port)) = (uri.host(), written_port(authority)) else {
            return Err(format!("{shown:?} lacks a host or a port"));
        };
        let allowed = self
            .places
            .iter()
            .any(|(name, number)| name == host && number.is_none_or(|number| number == port));
        if allowed {
            Ok(uri)
        } else {
            Err(format!(
                "{authority:?} is not among the places that this provider may call"
            ))
        }
    }
}

fn parse_port(text: &str) -> Option<u16> {
    let port: u16 = text.parse().ok()?;
    (port >= 1 && text == port.to_string()).then_some(port)
}

fn written_port(authority: &str) -> Option<u16> {
    authority
        .rsplit_once(':')
        .and_then(|(_, port)| parse_port(port))
}

/// Runs items by calling the URL that each names.
#[derive(Debug)]
pub struct Caller {
    allowed: AllowList,
}

impl Caller {
    /// A caller that reaches allowed places only.
    pub fn new(allowed: AllowList) -> Caller {
        Caller { allowed }
    }
}

impl Executor for Caller {
    fn vet(&self, item: &Item) -> Result<(), String> {
        item.downstream()
            .map_or(Ok(()), |url| self.allowed.check(url).map(drop))
    }

    fn is_instant(&self, item: &Item) -> bool {
        item.downstream().is_none()
    }

    /// Makes the call: once, without redirects or proxies. An item without one is done at once.
    async fn execute(&self, job: Job) -> Outcome {
        let Some(url) = job.item.downstream() else {
            return Outcome::completed();
        };
        match self.allowed.check(url) {
            // On the heap, so that an item without a call carries no room for one.
            Ok(uri) => Box::pin(call(&uri, &job)).await,
            Err(objection) => Outcome::failed(ErrorCode::Internal, objection),
        }
    }
}

/// One connection for each call: dropping the future closes it, which is how a call is aborted.
async fn call(uri: &Uri, job: &Job) -> Outcome {
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let Ok(stream) = TcpStream::connect(authority).await else {
        return Outcome::failed(
            ErrorCode::DownstreamUnreachable,
            "no connection to the downstream could be made",
        );
    };
    // Without Nagle's algorithm; that the option cannot be set is no reason to fail.
    let _ = stream.set_nodelay(true);
    exchange(stream, uri, authority, job)
        .await
        .unwrap_or_else(|message| Outcome::failed(ErrorCode::DownstreamBroken, message))
}

async fn exchange(
    stream: TcpStream,
    uri: &Uri,
    authority: &str,
    job: &Job,
) -> Result<Outcome, &'static str> {
    const BROKEN: &str = "the downstream's response broke off or is not HTTP";
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|_| BROKEN)?;
    let answer = async {
        let request = request(uri, authority, job).map_err(|_| BROKEN)?;
        let response = sender.send_request(request).await.map_err(|_| BROKEN)?;
        let status = response.status().as_u16();
        match Limited::new(response.into_body(), MAX_RESPONSE)
            .collect()
            .await
        {
            Ok(_) => Ok(status),
            Err(error) if error.is::<LengthLimitError>() => {
                Err("the response is longer than 1 MiB")
            }
            Err(_) => Err(BROKEN),
        }
    };
    // The connection is driven here rather than by a task of its own, so that it is dropped together with this future. It may end
    // before the answer has been read to its end from what it received.
    let mut answer = pin!(answer);
    let mut connection = pin!(connection);
    let mut connected = true;
    let status = loop {
        tokio::select! {
            status = &mut answer => break status?,
            _ = &mut connection, if connected => connected = false,
        }
    };
    Ok(outcome_of(status))
}

fn request(
    uri: &Uri,
    authority: &str,
    job: &Job,
) -> Result<Request<Full<Bytes>>, hyper::http::Error> {
    // Whole milliseconds, rounded down: what is passed on never exceeds what is left (rule 5.3).
    let left = job.deadline.saturating_duration_since(Instant::now());
    let left = left.max(Duration::from_millis(1)).as_millis();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::HOST, authority)
        .header(header::CONNECTION, "close")
        .header(header::CONTENT_TYPE, "application/octet-stream")
        .header("Sluice-Work-Id", &job.item.work_id)
        .header("Sluice-Attempt", job.item.attempt)
        .header("Sluice-Deadline-Ms", left.to_string())
        .header("traceparent", job.trace.traceparent())
        .body(Full::new(job.item.payload.clone()))
}

fn outcome_of(status: u16) -> Outcome {
    match status {
        200..=299 => Outcome::completed(),
        100..=599 => Outcome::failed_with(status),
        _ => Outcome::failed(
            ErrorCode::DownstreamBroken,
            format!("the response has the status {status}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_of_the_list_may_be_called() {
        let list = AllowList::parse("127.0.0.1:8080, sink.test:*").unwrap();
        for url in [
            "http://127.0.0.1:8080/a?b",
            "http://sink.test:1/",
            "http://sink.test:65535",
        ] {
            assert!(list.check(url).is_ok(), "{url}");
        }
        for url in [
            "",
            "/path",
            "127.0.0.1:8080",
            "https://127.0.0.1:8080/",
            "http://127.0.0.1/",
            "http://127.0.0.1:8081/",
            "http://127.0.0.1:08080/",
            "http://user@127.0.0.1:8080/",
            "http://127.0.0.1:8080@other:1/",
            "http://127.0.0.1.other:8080/",
            "http://sink.test:0/",
            "http://127.0.0.1:8080\r\nx: y/",
        ] {
            assert!(list.check(url).is_err(), "{url}");
        }
        assert!(
            AllowList::default()
                .check("http://127.0.0.1:8080/")
                .is_err()
        );
    }

    #[test]
    fn a_list_that_is_not_valid_is_refused() {
        for text in [
            "host",
            "host:",
            ":80",
            "host:x",
            "host:0",
            "host:70000",
            "a:1,,b:2",
            "http://a:1",
        ] {
            assert!(AllowList::parse(text).is_err(), "{text}");
        }
        assert_eq!(AllowList::parse("  "), Ok(AllowList::default()));
    }
}
