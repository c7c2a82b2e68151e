//! The messages of the contract, generated from `schemas/` by the build.

/// sluice.capacity.v1.
#[allow(missing_docs, clippy::all, reason = "generated")]
pub mod capacity {
    /// Version 1.
    pub mod v1 {
        include!(concat!(env!("OUT_DIR"), "/sluice.capacity.v1.rs"));
        include!(concat!(env!("OUT_DIR"), "/sluice.capacity.v1.serde.rs"));
    }
}

/// sluice.policy.v1.
#[allow(missing_docs, clippy::all, reason = "generated")]
pub mod policy {
    /// Version 1.
    pub mod v1 {
        include!(concat!(env!("OUT_DIR"), "/sluice.policy.v1.rs"));
        include!(concat!(env!("OUT_DIR"), "/sluice.policy.v1.serde.rs"));
    }
}

/// sluice.service.v1.
#[allow(missing_docs, clippy::all, reason = "generated")]
pub mod service {
    /// Version 1.
    pub mod v1 {
        include!(concat!(env!("OUT_DIR"), "/sluice.service.v1.rs"));
        include!(concat!(env!("OUT_DIR"), "/sluice.service.v1.serde.rs"));
    }
}

/// sluice.work.v1.
#[allow(missing_docs, clippy::all, reason = "generated")]
pub mod work {
    /// Version 1.
    pub mod v1 {
        include!(concat!(env!("OUT_DIR"), "/sluice.work.v1.rs"));
        include!(concat!(env!("OUT_DIR"), "/sluice.work.v1.serde.rs"));
    }
}

/// The descriptor set that the messages are generated from.
pub const DESCRIPTORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schemas.binpb"));

/// Writes a message as JSON. Fields that hold their default value are written, absent ones are not (PROTOCOL.md, "JSON").
pub fn write(message: &impl serde::Serialize) -> Vec<u8> {
    // Every enum number in a message is that of a known value, every number is finite: nothing can fail.
    serde_json::to_vec(message).unwrap_or_default()
}
