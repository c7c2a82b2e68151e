//! The Sluice reference peers in Rust: a worker that meets the backpressure contract (`schemas/PROTOCOL.md`), and a producer that keeps to it.
//!
//! The worker: [`admission`] decides and accounts; [`downstream`] does the work of items; [`http`] is the HTTP binding; [`server`] runs
//! it all within bounds and drains it. The messages of both are those of [`protocol`].

pub mod admission;
pub mod capacity;
pub mod config;
pub mod counts;
pub mod downstream;
pub mod http;
pub mod item;
pub mod json;
pub mod lease;
pub mod metrics;
pub mod policy;
pub mod problem;
pub mod protocol;
pub mod reader;
pub mod refusal;
pub mod server;
pub mod status;
pub mod trace;
