//! The trace a submission belongs to (W3C Trace Context; rule 9.3).

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

/// A trace-id and its flags.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    /// Not 0.
    id: u128,
    flags: u8,
}

impl Trace {
    /// Reads a traceparent header (3.2); one that is absent or not valid begins a new trace, not sampled.
    pub fn parse(header: Option<&str>) -> Trace {
        header.and_then(parse).unwrap_or_else(|| Trace {
            id: u128::from(random()) << 64 | u128::from(random()),
            flags: 0,
        })
    }

    /// The trace-id: 32 lower-case hexadecimal digits, not all zero.
    pub fn trace_id(&self) -> String {
        format!("{:032x}", self.id)
    }

    /// The header of a call made on behalf of the submission, with a new parent-id.
    pub fn traceparent(&self) -> String {
        format!("00-{:032x}-{:016x}-{:02x}", self.id, random(), self.flags)
    }
}

fn parse(header: &str) -> Option<Trace> {
    let header = header.trim_matches([' ', '\t']);
    let parts: Vec<&str> = header.split('-').collect();
    let [version, trace_id, parent_id, flags, rest @ ..] = parts.as_slice() else {
        return None;
    };
    let valid = is_hex(version, 2)
        && *version != "ff"
        && (rest.is_empty() || *version != "00")
        && is_id(trace_id, 32)
        && is_id(parent_id, 16)
        && is_hex(flags, 2);
    if !valid {
        return None;
    }
    Some(Trace {
        id: u128::from_str_radix(trace_id, 16).ok()?,
        flags: u8::from_str_radix(flags, 16).ok()?,
    })
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_id(text: &str, length: usize) -> bool {
    is_hex(text, length) && text.bytes().any(|b| b != b'0')
}

/// A random number above 0. Identifiers need to differ, not to be unguessable.
pub fn random() -> u64 {
    RandomState::new().build_hasher().finish().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

    #[test]
    fn a_valid_header_is_carried_on() {
        let trace = Trace::parse(Some(&format!("00-{ID}-00f067aa0ba902b7-01")));
        assert_eq!(trace.trace_id(), ID);
        let passed_on = trace.traceparent();
        assert!(passed_on.starts_with(&format!("00-{ID}-")) && passed_on.ends_with("-01"));
        assert!(!passed_on.contains("00f067aa0ba902b7"));
    }

    #[test]
    fn anything_else_begins_a_new_trace() {
        for header in [
            None,
            Some(""),
            Some("00-00000000000000000000000000000000-00f067aa0ba902b7-01"),
            Some("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            Some("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x"),
        ] {
            assert_ne!(Trace::parse(header).trace_id(), ID, "{header:?}");
        }
    }
}
