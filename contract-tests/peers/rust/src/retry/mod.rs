//! When a client tries again (PROTOCOL.md, "Retries"; rules 11.2 to 11.5).

mod backoff;
mod budget;

pub use backoff::Backoff;
pub use budget::Budget;
