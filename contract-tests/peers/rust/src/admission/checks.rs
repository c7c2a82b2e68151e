//! Steps 4 to 11 of PROTOCOL.md, "Order of checks on submission": the first that fails decides (rule 3.4).

use super::held::Held;
use crate::capacity::reaches;
use crate::item::Item;
use crate::lease::Standing;
use crate::refusal::{Load, Refusal};

impl Held {
    /// Whether the item can be taken; nothing changes.
    pub(super) fn check(&self, item: &Item, objection: Result<(), String>) -> Result<(), Refusal> {
        if item.deadline_ms <= 0 {
            return Err(Refusal::DeadlineExceeded(item.deadline_ms));
        }
        if item.attempt > self.policy.max_attempts {
            return Err(Refusal::AttemptsExhausted {
                attempt: item.attempt,
                max: self.policy.max_attempts,
            });
        }
        objection.map_err(Refusal::DownstreamNotAllowed)?;
        if self.draining {
            return Err(Refusal::Draining(self.load()));
        }
        let (used, limit) = (self.document.used(), self.policy.limit());
        if used >= limit {
            return Err(Refusal::QueueFull(self.load()));
        }
        let percent = self.policy.threshold(item.criticality);
        if self.policy.features.criticality_shedding && reaches(used, limit, percent) {
            return Err(Refusal::Shed {
                percent,
                load: self.load(),
            });
        }
        if self.policy.features.tenant_isolation
            && !self.tenants.admits(&self.policy, &item.tenant, used)
        {
            return Err(Refusal::TenantQuota {
                tenant: item.tenant.clone(),
                load: self.load(),
            });
        }
        match self
            .lease_of(item)
            .map(|lease_id| self.leases.standing(lease_id))
        {
            Some(Standing::Exhausted) => Err(Refusal::LeaseExhausted(self.load())),
            Some(Standing::Expired) => Err(Refusal::LeaseExpired(self.load())),
            Some(Standing::Live) | None => Ok(()),
        }
    }

    /// The lease that the item needs a credit of.
    pub(super) fn lease_of<'a>(&self, item: &'a Item) -> Option<&'a str> {
        item.lease_id
            .as_deref()
            .filter(|_| self.policy.features.leases)
    }

    /// The state that a refusal reports. The wait asked for is what the last item to start had waited, since a newcomer would wait about
    /// as long, within the backoffs of the policy (rule 3.2).
    fn load(&self) -> Load {
        let retry = &self.policy.retry;
        Load {
            capacity: self.document.clone(),
            retry_after_ms: self
                .document
                .queue_delay_ms
                .clamp(retry.initial_backoff_ms, retry.max_backoff_ms),
        }
    }
}
