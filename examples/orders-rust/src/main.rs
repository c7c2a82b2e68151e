//! Serves orders, and takes work within the bounds of the backpressure contract.

mod orders;

use std::error::Error;
use std::io::Write;

use hyper_util::server::graceful::GracefulShutdown;
use sluice_peer::admission::Controller;
use sluice_peer::config::Config;
use sluice_peer::downstream::Caller;
use sluice_peer::http::{PolicyGuard, router};
use sluice_peer::policy::Policy;
use sluice_peer::{server, trace};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = Config::read(|name| std::env::var(name).ok())?;
    let listener = TcpListener::bind(config.listen).await?;
    let address = listener.local_addr()?;
    let controller = Controller::new(
        &config.provider_id,
        trace::random(),
        Policy::initial(config.concurrency_limit, config.queue_limit),
        Caller::new(config.allowed),
    );
    let guard = PolicyGuard::of(address.ip(), config.policy_token);
    let testing = std::env::var("ORDERS_TEST_STATES").is_ok();
    let router = router(controller.clone(), guard).merge(orders::router(testing));

    println!("listening on http://{address}");
    std::io::stdout().flush()?;
    let mut terminated = signal(SignalKind::terminate())?;
    let graceful = GracefulShutdown::new();
    tokio::select! {
        () = server::serve(&listener, router, &graceful) => {}
        _ = terminated.recv() => {}
    }
    controller.drain().await?;
    graceful.shutdown().await;
    Ok(())
}
