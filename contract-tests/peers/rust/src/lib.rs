//! The Sluice reference peers in Rust: a worker that meets the backpressure contract (`schemas/PROTOCOL.md`), and a producer that keeps to it.
//!
//! The worker: [`admission`] decides and accounts; [`downstream`] does the work of items; [`http`] is the HTTP binding; [`server`] runs
//! it all within bounds and drains it. The producer: [`client`] makes the calls, [`retry`] says when again, [`producer`] keeps to the rest of
//! chapter 11. The messages of both are those of [`protocol`].

pub mod admission;
pub mod capacity;
pub mod client;
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
pub mod producer;
pub mod protocol;
pub mod reader;
pub mod refusal;
pub mod retry;
pub mod server;
pub mod status;
pub mod trace;
