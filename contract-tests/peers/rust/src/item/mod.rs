//! Work items (sluice.work.v1.WorkItem).

mod digest;
mod quick;
mod read;

use std::collections::BTreeMap;

use hyper::body::Bytes;

pub use digest::Digest;
pub use read::{ItemError, read};

pub use crate::protocol::work::v1::Criticality;

/// The attribute that names the downstream URL of an item.
pub const DOWNSTREAM: &str = "sluice.downstream";

/// One unit of work as submitted, well-formed.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Identifies it.
    pub work_id: String,
    /// Who the work is for.
    pub tenant: String,
    /// What kind of work it is.
    pub kind: String,
    /// How much it matters.
    pub criticality: Criticality,
    /// Time left, in milliseconds; 0 or below has passed (rule 5.1).
    pub deadline_ms: i64,
    /// Counts from 1 (rule 6.4).
    pub attempt: u32,
    /// What to work on.
    pub payload: Bytes,
    /// A hint of how much work it is; at least 1.
    pub cost: u32,
    /// The lease it is submitted under (rule 4.1).
    pub lease_id: Option<String>,
    /// Further names and values.
    pub attributes: BTreeMap<String, String>,
}

impl Item {
    /// The URL to call, if the item names one.
    pub fn downstream(&self) -> Option<&str> {
        self.attributes.get(DOWNSTREAM).map(String::as_str)
    }
}
