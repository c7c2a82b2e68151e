//! The waits before retries, spread at random.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::protocol::policy::v1::RetryPolicy;

/// Makes the waits of one client.
pub struct Backoff {
    policy: RetryPolicy,
    random: Mutex<SplitMix>,
}

impl Backoff {
    /// The waits of a policy; equal seeds make equal ones.
    pub fn new(policy: RetryPolicy, seed: u64) -> Backoff {
        Backoff {
            policy,
            random: Mutex::new(SplitMix(seed)),
        }
    }

    /// The wait before retry k, the first of which is 1: it grows by the multiplier up to the ceiling, times a factor of 1 - jitter to
    /// 1 + jitter (rules 11.3, 11.4).
    pub fn before(&self, k: u32) -> Duration {
        let policy = &self.policy;
        let grown =
            f64::from(policy.initial_backoff_ms) * policy.multiplier.powf(f64::from(k) - 1.0);
        let ms = grown.min(policy.max_backoff_ms.into());
        let factor = 1.0 - policy.jitter + 2.0 * policy.jitter * self.float();
        Duration::from_secs_f64(ms * factor / 1000.0)
    }

    /// A wait that the provider asked for, lengthened by up to the jitter so that clients which were refused together do not come back
    /// together (rule 11.2).
    pub fn at_least(&self, wait: Duration) -> Duration {
        wait + wait.mul_f64(self.policy.jitter * self.float())
    }

    fn float(&self) -> f64 {
        self.random
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .float()
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and random enough to spread waits.
struct SplitMix(u64);

impl SplitMix {
    /// A number from 0 to below 1.
    fn float(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::policy::Policy;

    #[test]
    fn waits_grow_to_the_ceiling_within_the_jitter() {
        let seed = crate::trace::random();
        let backoff = Backoff::new(Policy::initial(1, 1).retry, seed);
        let mut seen = HashSet::new();
        for _ in 0..200 {
            for (k, want) in (1..).zip([100.0, 200.0, 400.0, 800.0, 1600.0, 3200.0, 5000.0, 5000.0])
            {
                let wait = backoff.before(k);
                let ms = wait.as_secs_f64() * 1000.0;
                assert!(
                    ms >= 0.8 * want && ms <= 1.2 * want,
                    "seed {seed}: retry {k} after {wait:?}"
                );
                seen.insert(wait.as_millis());
            }
            let wait = backoff.at_least(Duration::from_secs(1));
            assert!(wait >= Duration::from_secs(1) && wait <= Duration::from_millis(1200));
        }
        assert!(
            seen.len() > 500,
            "seed {seed}: {} different waits",
            seen.len()
        );
    }

    #[test]
    fn equal_seeds_wait_equally() {
        let [a, b] = [7, 7].map(|seed| Backoff::new(Policy::initial(1, 1).retry, seed));
        for k in 1..20 {
            assert_eq!(a.before(k), b.before(k));
        }
    }
}
