//! Serves the API within bounds and shuts down in order (rule 8.5).

mod connections;

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

use crate::admission::{Controller, DrainTimeout, Executor};
use crate::http::{PolicyGuard, router};
use connections::{Connection, Connections};

/// The most connections at a time.
const MAX_CONNECTIONS: usize = 1024;

/// The longest header section, in bytes.
const MAX_HEADERS: usize = 16 << 10;

/// How long a client may take for a header section, idle time before it included.
const HEADER_TIMEOUT: Duration = Duration::from_secs(30);

/// How long answers under way may take after the last item has ended.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// Serves the controller's API until `stop` is done. Then it drains: new items are refused, everything else is answered, and the socket
/// stays open until the last accepted item has ended.
pub async fn run<E: Executor>(
    listener: TcpListener,
    controller: Arc<Controller<E>>,
    guard: PolicyGuard,
    stop: impl Future<Output = ()>,
) -> Result<(), DrainTimeout> {
    let graceful = GracefulShutdown::new();
    let router = router(Arc::clone(&controller), guard);
    let drained = {
        let mut serving = pin!(serve(&listener, router, &graceful));
        tokio::select! {
            () = &mut serving => {}
            () = stop => {}
        }
        tokio::select! {
            () = &mut serving => Ok(()),
            drained = controller.drain() => drained,
        }
    };
    drop(listener);
    let _ = tokio::time::timeout(LAST_ANSWERS, graceful.shutdown()).await;
    drained
}

/// Accepts connections for ever.
pub async fn serve(listener: &TcpListener, router: Router, graceful: &GracefulShutdown) {
    let connections = Arc::new(Connections::new(MAX_CONNECTIONS));
    loop {
        match listener.accept().await {
            // One too many, while every other is being answered: it is closed.
            Ok((stream, _)) => {
                if let Some(connection) = connections.open() {
                    answer(stream, connection, router.clone(), graceful);
                }
            }
            Err(error) => {
                // Out of file descriptors, or a client that is gone already: neither ends the provider.
                eprintln!("cannot accept a connection: {error}");
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
    }
}

/// Answers the requests of one connection.
fn answer(stream: TcpStream, connection: Connection, router: Router, graceful: &GracefulShutdown) {
    // Without Nagle's algorithm; that the option cannot be set is no reason to fail.
    let _ = stream.set_nodelay(true);
    let connection = Arc::new(connection);
    let router = TowerToHyperService::new(router);
    let watched = Arc::clone(&connection);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let connection = Arc::clone(&watched);
        connection.begin();
        let answer = router.call(request);
        async move {
            let answer = answer.await;
            connection.end();
            answer
        }
    });
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIMEOUT)
        .max_buf_size(MAX_HEADERS);
    let serving = graceful.watch(builder.serve_connection(TokioIo::new(stream), service));
    tokio::spawn(async move {
        tokio::select! {
            // A connection that breaks concerns its client only.
            _ = serving => {}
            () = connection.evicted() => {}
        }
    });
}
