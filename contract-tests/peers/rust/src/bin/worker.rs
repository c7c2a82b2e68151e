//! The worker: reads its environment, serves until SIGTERM or SIGINT, drains, and exits.

use std::io::Write;
use std::process::ExitCode;

use sluice_peer::admission::Controller;
use sluice_peer::config::Config;
use sluice_peer::downstream::Caller;
use sluice_peer::http::PolicyGuard;
use sluice_peer::policy::Policy;
use sluice_peer::{server, trace};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

const HELP: &str = "\
The Sluice reference worker in Rust.

Usage: worker [--help | --version]

Its environment configures it:
  SLUICE_LISTEN              address:port to listen at; default 127.0.0.1:0, any free port
  SLUICE_CONCURRENCY_LIMIT   items that run at once; default 4
  SLUICE_QUEUE_LIMIT         items accepted and not yet running; default 16
  SLUICE_DOWNSTREAM_ALLOW    what items may call: host:port, comma-separated, port * for any; default none
  SLUICE_PROVIDER_ID         names the process; default rust-PID
  SLUICE_POLICY_TOKEN        what a client sends as bearer token to replace the policy; without one, no client
                             beyond loopback can

It prints `listening on http://ADDRESS:PORT` when it is ready. SIGTERM or SIGINT make it drain and exit; a second one ends it at
once.
Exit status: 0 drained, 1 drained too slowly or cannot serve, 2 wrong usage or environment.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => start(),
        [argument] if argument == "--help" || argument == "-h" => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        [argument] if argument == "--version" => {
            println!("sluice-peer {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("worker takes no arguments but --help and --version");
            ExitCode::from(2)
        }
    }
}

fn start() -> ExitCode {
    let config = match Config::read(|name| std::env::var(name).ok()) {
        Ok(config) => config,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(config: Config) -> Result<(), Box<dyn std::error::Error>> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| format!("cannot listen at {}: {error}", config.listen))?;
    let controller = Controller::new(
        &config.provider_id,
        trace::random(),
        Policy::initial(config.concurrency_limit, config.queue_limit),
        Caller::new(config.allowed),
    );
    let address = listener.local_addr()?;
    let guard = PolicyGuard::of(address.ip(), config.policy_token);
    println!("listening on http://{address}");
    std::io::stdout().flush()?;
    let stop = async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
        eprintln!("draining");
        tokio::spawn(async move {
            tokio::select! {
                _ = terminated.recv() => {}
                _ = interrupted.recv() => {}
            }
            std::process::exit(1);
        });
    };
    server::run(listener, controller, guard, stop).await?;
    Ok(())
}
