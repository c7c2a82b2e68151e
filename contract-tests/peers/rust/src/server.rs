//! Serves the API within bounds and shuts down in order (rule 8.5).

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::admission::{Controller, DrainTimeout, Executor};
use crate::http::router;

/// The most connections at a time; others wait in the operating system's backlog.
const MAX_CONNECTIONS: usize = 1024;

/// The longest header section, in bytes.
const MAX_HEADERS: usize = 16 << 10;

/// How long a client may take for a header section, idle time before it included.
const HEADER_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a connection may live: bounds what a slow client can hold.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(300);

/// How long answers under way may take after the last item has ended.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// Serves the controller's API until `stop` is done. Then it drains: new items are refused, everything else is answered, and the socket
/// stays open until the last accepted item has ended.
pub async fn run<E: Executor>(
    listener: TcpListener,
    controller: Arc<Controller<E>>,
    stop: impl Future<Output = ()>,
) -> Result<(), DrainTimeout> {
    let graceful = GracefulShutdown::new();
    let drained = {
        let mut serving = pin!(serve(&listener, Arc::clone(&controller), &graceful));
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
async fn serve<E: Executor>(
    listener: &TcpListener,
    controller: Arc<Controller<E>>,
    graceful: &GracefulShutdown,
) {
    let slots = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let router = router(controller);
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIMEOUT)
        .max_buf_size(MAX_HEADERS);
    loop {
        let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
            return;
        };
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // Out of file descriptors, or a client that is gone already: neither ends the provider.
                eprintln!("cannot accept a connection: {error}");
                tokio::time::sleep(Duration::from_millis(10)).await;
                continue;
            }
        };
        // Without Nagle's algorithm; that the option cannot be set is no reason to fail.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        let connection = graceful.watch(builder.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A connection that breaks concerns its client only.
            let _ = tokio::time::timeout(CONNECTION_TIMEOUT, connection).await;
            drop(slot);
        });
    }
}
