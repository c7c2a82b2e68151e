//! The Sluice reference worker in Rust: a provider that meets the backpressure contract (`schemas/PROTOCOL.md`).
//!
//! [`admission`] decides and accounts; [`downstream`] does the work of items; [`http`] is the HTTP binding; [`server`] runs
//! it all within bounds and drains it.

pub mod admission;
pub mod backlog;
pub mod capacity;
pub mod config;
pub mod counts;
pub mod downstream;
pub mod http;
pub mod item;
pub mod json;
pub mod metrics;
pub mod policy;
pub mod policy_reader;
pub mod problem;
pub mod reader;
pub mod refusal;
pub mod server;
pub mod status;
pub mod trace;
