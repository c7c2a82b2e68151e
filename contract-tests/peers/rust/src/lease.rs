//! The account of credits that clients hold (PROTOCOL.md, "Leases"; chapter 4).

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::time::{Duration, Instant};

use crate::json::Json;
use crate::protocol::capacity::v1::Lease;
use crate::protocol::service::v1::AcquireLeaseRequest;
use crate::reader::{Reader, Violation, Violations, is_id};
use crate::trace;

const MAX_CREDITS: u32 = 2_000_000;

/// Reads a request for a lease. Members that are not known are ignored.
pub fn read(text: &[u8]) -> Result<AcquireLeaseRequest, Vec<Violation>> {
    let json = Json::parse(text).map_err(|message| vec![Violation::unreadable(message)])?;
    let mut violations = Violations::default();
    let mut reader = Reader::new(&json, &mut violations);
    let request = AcquireLeaseRequest {
        client_id: reader.string("client_id"),
        tenant: reader.string("tenant"),
        credits: reader.uint32("credits"),
    };
    for (field, id) in [
        ("client_id", &request.client_id),
        ("tenant", &request.tenant),
    ] {
        if !is_id(id) {
            violations.reject(
                field,
                "string.pattern",
                "must be 1 to 128 characters of A-Z a-z 0-9 . _ -",
            );
        }
    }
    if request.credits > MAX_CREDITS {
        violations.reject(
            "credits",
            "uint32.lte",
            format!("must be at most {MAX_CREDITS}"),
        );
    }
    match violations.fault() {
        Some(fault) => Err(vec![Violation::unreadable(fault)]),
        None if violations.list().is_empty() => Ok(request),
        None => Err(violations.into_list()),
    }
}

/// What a lease is worth at this moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// It has a credit left.
    Live,
    /// It has none left.
    Exhausted,
    /// It is past its time, was replaced, or never was (rules 4.2, 4.3).
    Expired,
}

/// Knows the newest lease of each client.
#[derive(Debug, Default)]
pub struct Ledger {
    leases: HashMap<String, Entry>,
    by_client: HashMap<String, String>,
    /// The credits of all leases together.
    live: u64,
    /// When each lease ends, the first on top; those that were replaced are still there.
    ends: BinaryHeap<Reverse<(Instant, String)>>,
}

#[derive(Debug)]
struct Entry {
    client: String,
    credits: u32,
    expires: Instant,
}

impl Ledger {
    /// Replaces the client's lease by one of at most the credits asked for, such that all live credits together are at most `ceiling`
    /// (rules 4.2, 4.4).
    pub fn grant(&mut self, client: &str, asked: u32, ceiling: u64, ttl_ms: u32) -> Lease {
        self.expire();
        if let Some(old) = self.by_client.remove(client) {
            self.drop(&old);
        }
        let credits = u64::from(asked).min(ceiling.saturating_sub(self.live));
        let credits = u32::try_from(credits).unwrap_or(u32::MAX);
        let lease_id = format!("{:016x}{:016x}", trace::random(), trace::random());
        let expires = Instant::now() + Duration::from_millis(ttl_ms.into());
        self.live += u64::from(credits);
        self.ends.push(Reverse((expires, lease_id.clone())));
        self.by_client.insert(client.to_owned(), lease_id.clone());
        self.leases.insert(
            lease_id.clone(),
            Entry {
                client: client.to_owned(),
                credits,
                expires,
            },
        );
        Lease {
            lease_id,
            credits,
            ttl_ms,
        }
    }

    /// What a lease is worth.
    pub fn standing(&self, lease_id: &str) -> Standing {
        match self.leases.get(lease_id) {
            Some(lease) if Instant::now() >= lease.expires => Standing::Expired,
            Some(lease) if lease.credits == 0 => Standing::Exhausted,
            Some(_) => Standing::Live,
            None => Standing::Expired,
        }
    }

    /// Uses one credit of a live lease (rule 4.1).
    pub fn take(&mut self, lease_id: &str) {
        if let Some(lease) = self.leases.get_mut(lease_id) {
            lease.credits -= 1;
            self.live -= 1;
        }
    }

    /// Drops the leases that are past their time.
    fn expire(&mut self) {
        let now = Instant::now();
        while self
            .ends
            .peek()
            .is_some_and(|Reverse((end, _))| *end <= now)
        {
            if let Some(Reverse((_, lease_id))) = self.ends.pop() {
                self.drop(&lease_id);
            }
        }
    }

    fn drop(&mut self, lease_id: &str) {
        if let Some(lease) = self.leases.remove(lease_id) {
            self.live -= u64::from(lease.credits);
            if self
                .by_client
                .get(&lease.client)
                .is_some_and(|newest| newest == lease_id)
            {
                self.by_client.remove(&lease.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_credits_together_stay_within_the_ceiling() {
        let mut ledger = Ledger::default();
        let sum: u32 = (0..5)
            .map(|client| ledger.grant(&format!("c{client}"), 4, 9, 60_000).credits)
            .sum();
        assert_eq!(sum, 9);
        assert_eq!(ledger.grant("c0", 0, 9, 60_000).credits, 0);
        assert_eq!(ledger.grant("late", 9, 9, 60_000).credits, 4);
        assert_eq!(ledger.grant("over", 9, 13, 60_000).credits, 4);
    }

    #[test]
    fn a_lease_ends_with_its_credits_its_time_or_its_successor() {
        let mut ledger = Ledger::default();
        let first = ledger.grant("a", 5, 100, 60_000).lease_id;
        let second = ledger.grant("a", 1, 100, 60_000).lease_id;
        assert_eq!(ledger.standing(&first), Standing::Expired);
        assert_eq!(ledger.standing(&second), Standing::Live);
        ledger.take(&second);
        assert_eq!(ledger.standing(&second), Standing::Exhausted);
        assert_eq!(ledger.standing("never"), Standing::Expired);
        let short = ledger.grant("b", 7, 100, 1).lease_id;
        std::thread::sleep(Duration::from_millis(5));
        assert_eq!(ledger.standing(&short), Standing::Expired);
        assert_eq!(ledger.grant("c", 100, 100, 60_000).credits, 100);
    }

    #[test]
    fn a_malformed_request_is_refused() {
        assert!(read(br#"{"clientId":"a","tenant":"t","credits":2,"zz":0}"#).is_ok());
        for text in [
            "",
            "{}",
            r#"{"clientId":"a","tenant":"t","credits":-1}"#,
            r#"{"clientId":"a","tenant":"t","credits":2000001}"#,
            r#"{"clientId":"a","client_id":"a","tenant":"t"}"#,
        ] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
    }
}
