//! What tells two items apart (rules 6.1, 6.2).

use sha2::{Digest as _, Sha256};

use super::Item;

/// Is equal for two items exactly if they are the same item: equal in tenant, kind, criticality, payload, cost and attributes. What belongs to the
/// attempt does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of an item.
    pub fn of(item: &Item) -> Digest {
        let Item {
            work_id: _,
            deadline_ms: _,
            attempt: _,
            lease_id: _,
            tenant,
            kind,
            criticality,
            payload,
            cost,
            attributes,
        } = item;
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(tenant.as_bytes());
        part(kind.as_bytes());
        part(&(*criticality as i32).to_be_bytes());
        part(&cost.to_be_bytes());
        part(payload);
        for (name, value) in attributes {
            part(name.as_bytes());
            part(value.as_bytes());
        }
        Digest(hash.finalize().into())
    }
}
