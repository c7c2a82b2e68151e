//! The producer: submits items to a provider and keeps to the contract as a client.

mod arguments;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

use sluice_peer::client::Client;
use sluice_peer::producer::{Credits, Follower, Producer, Settled};
use sluice_peer::protocol::service::v1::AcquireLeaseRequest;
use sluice_peer::protocol::work::v1::{Criticality, WorkItem};
use sluice_peer::retry::Backoff;
use sluice_peer::trace;
use tokio::signal::unix::{SignalKind, signal};

use arguments::{Arguments, HELP};

/// On whose behalf the items are submitted.
const TENANT: &str = "producer";

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("producer: {error}; see producer --help");
            return ExitCode::from(2);
        }
    };
    let items = arguments.items;
    match start(arguments) {
        Ok(settled) if settled == items => ExitCode::SUCCESS,
        Ok(settled) => {
            eprintln!("producer: ended with {settled} of {items} items settled");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("producer: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: Arguments) -> io::Result<usize> {
    let runtime = tokio::runtime::Runtime::new()?;
    let settled = runtime.block_on(submit(arguments));
    runtime.shutdown_background();
    settled
}

/// Sends the items and tells how many were settled.
async fn submit(arguments: Arguments) -> io::Result<usize> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    let run = format!("{:016x}", trace::random());
    let client = Arc::new(Client::new(&arguments.provider).map_err(io::Error::other)?);
    let producer = Arc::new(producer(&client, &arguments, &run));
    let mut settled = 0;
    let mut written = Ok(());
    let stopped = async {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    };
    tokio::select! {
        () = producer.run(items(&run, arguments.items), |result| {
            settled += 1;
            if written.is_ok() {
                written = print(&result);
            }
        }) => {}
        () = stopped => {}
    }
    eprint!("{}", producer.metrics().text());
    written.map(|()| settled)
}

fn producer(client: &Arc<Client>, arguments: &Arguments, run: &str) -> Producer {
    let options = &arguments.options;
    let backoff = |offset| Backoff::new(options.retry, options.seed.wrapping_add(offset));
    let follower = arguments
        .follow
        .then(|| Follower::new(Arc::clone(client), backoff(1)));
    if let Some(follower) = follower.clone() {
        tokio::spawn(async move { follower.follow().await });
    }
    let credits = arguments.lease.then(|| {
        let request = AcquireLeaseRequest {
            client_id: format!("producer-{run}"),
            tenant: TENANT.to_owned(),
            credits: u32::try_from(arguments.items).unwrap_or(u32::MAX),
        };
        Credits::new(Arc::clone(client), request, backoff(2))
    });
    Producer::new(Arc::clone(client), options.clone(), follower, credits)
}

/// Items are named by the run, so that those of another are never taken for theirs.
fn items(run: &str, count: usize) -> Vec<WorkItem> {
    let item = |index| WorkItem {
        work_id: format!("producer-{run}-{index}"),
        tenant: TENANT.to_owned(),
        kind: "item".to_owned(),
        criticality: Criticality::Critical.into(),
        payload: format!("item {index}").into_bytes(),
        ..WorkItem::default()
    };
    (1..=count).map(item).collect()
}

/// Prints one line; no identifier has anything that JSON would escape.
fn print(settled: &Settled) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{{\"work_id\":\"{}\",\"outcome\":\"{}\",\"attempts\":{}}}",
        settled.work_id,
        settled.outcome.name(),
        settled.attempts
    )?;
    out.flush()
}
