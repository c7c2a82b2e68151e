//! The held items of each tenant, and the slots that are kept free for those below their share (PROTOCOL.md, "Tenant shares").

use std::collections::HashMap;
use std::sync::Arc;

use crate::policy::Policy;

/// Counts by tenant. Each operation takes constant time; a new policy is counted once.
#[derive(Default)]
pub(super) struct Tenants {
    used: HashMap<Arc<str>, u32>,
    /// The sum, over all tenants, of what each has guaranteed and does not use.
    reserved: u64,
}

impl Tenants {
    /// Is called after every change of the policy.
    pub(super) fn recount(&mut self, policy: &Policy) {
        self.reserved = policy
            .tenant_shares
            .keys()
            .map(|tenant| self.unused(policy, tenant))
            .sum();
    }

    fn unused(&self, policy: &Policy, tenant: &str) -> u64 {
        let used = self.used.get(tenant).copied().unwrap_or(0);
        policy.guaranteed(tenant).saturating_sub(used).into()
    }

    /// Whether a further item of the tenant leaves to every other tenant what it has guaranteed, where `used` items are held of less
    /// than the limit (rule 7.3).
    pub(super) fn admits(&self, policy: &Policy, tenant: &str, used: u32) -> bool {
        let own = self.unused(policy, tenant);
        own > 0 || u64::from(used) + self.reserved - own < u64::from(policy.limit())
    }

    /// Counts an item that was accepted.
    pub(super) fn hold(&mut self, policy: &Policy, tenant: &Arc<str>) {
        let before = self.unused(policy, tenant);
        *self.used.entry(Arc::clone(tenant)).or_default() += 1;
        self.reserved -= before - self.unused(policy, tenant);
    }

    /// Counts an item that has ended.
    pub(super) fn release(&mut self, policy: &Policy, tenant: &str) {
        let before = self.unused(policy, tenant);
        if let Some(used) = self.used.get_mut(tenant) {
            *used -= 1;
            if *used == 0 {
                self.used.remove(tenant);
            }
        }
        self.reserved += self.unused(policy, tenant) - before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition in PROTOCOL.md, counted anew.
    fn admitted(policy: &Policy, held: &HashMap<&str, u32>, tenant: &str) -> bool {
        let used: u32 = held.values().sum();
        let own = held.get(tenant).copied().unwrap_or(0);
        let others: u32 = policy
            .tenant_shares
            .keys()
            .filter(|other| *other != tenant)
            .map(|other| {
                policy
                    .guaranteed(other)
                    .saturating_sub(held.get(other.as_str()).copied().unwrap_or(0))
            })
            .sum();
        used < policy.limit() && (own < policy.guaranteed(tenant) || used + others < policy.limit())
    }

    #[test]
    fn shares_are_those_of_the_definition_while_shares_and_limits_change() {
        let seed = crate::trace::random();
        let mut state = seed;
        let mut below = |n: u32| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u32 % n
        };
        let mut policy = Policy::initial(2, 18);
        let mut tenants = Tenants::default();
        let mut held: HashMap<&str, u32> = HashMap::new();
        for step in 0..20_000 {
            let tenant = ["a", "b", "c", "d"][below(4) as usize];
            let name: Arc<str> = tenant.into();
            match below(10) {
                0 => {
                    policy = Policy::initial(2, below(30));
                    policy.tenant_shares = [
                        ("a".to_owned(), 1 + below(50)),
                        ("c".to_owned(), 1 + below(50)),
                    ]
                    .into();
                    tenants.recount(&policy);
                }
                1..=4 => {
                    if let Some(count) = held.get_mut(tenant).filter(|count| **count > 0) {
                        *count -= 1;
                        tenants.release(&policy, tenant);
                    }
                }
                _ => {
                    let used: u32 = held.values().sum();
                    let admits = used < policy.limit() && tenants.admits(&policy, tenant, used);
                    assert_eq!(
                        admits,
                        admitted(&policy, &held, tenant),
                        "seed {seed}, step {step}: {tenant} of {held:?}"
                    );
                    if admits {
                        *held.entry(tenant).or_default() += 1;
                        tenants.hold(&policy, &name);
                    }
                }
            }
        }
    }
}
