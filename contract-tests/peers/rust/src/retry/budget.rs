//! What all retries of a client together may cost.

use std::sync::{Mutex, PoisonError};

use crate::protocol::policy::v1::RetryBudget;

/// gRPC A6's token bucket (rule 11.5), in thousandths of tokens as A6 counts them.
pub struct Budget {
    tokens: Mutex<u64>,
    most: u64,
    ratio: u64,
}

impl Budget {
    /// A full bucket.
    pub fn new(budget: RetryBudget) -> Budget {
        let most = u64::from(budget.max_tokens) * 1000;
        Budget {
            tokens: Mutex::new(most),
            most,
            ratio: (budget.token_ratio * 1000.0).round() as u64,
        }
    }

    /// Takes a token for a failed attempt, and tells whether more than half are left, so that it may be retried.
    pub fn failed(&self) -> bool {
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        *tokens = tokens.saturating_sub(1000);
        *tokens > self.most / 2
    }

    /// Puts back what a success is worth.
    pub fn succeeded(&self) {
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        *tokens = (*tokens + self.ratio).min(self.most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget(max_tokens: u32, token_ratio: f64) -> Budget {
        Budget::new(RetryBudget {
            max_tokens,
            token_ratio,
        })
    }

    #[test]
    fn a_hundred_failing_calls_make_104_attempts() {
        let budget = budget(10, 0.1);
        let attempts: u32 = (0..100)
            .map(|_| {
                (1..=5)
                    .find(|attempt| !budget.failed() || *attempt == 5)
                    .unwrap_or(5)
            })
            .sum();
        assert_eq!(attempts, 104);
    }

    #[test]
    fn successes_refill_it_and_never_overfill_it() {
        let budget = budget(2, 0.1);
        assert!(!budget.failed());
        for _ in 0..10_000 {
            budget.succeeded();
        }
        assert!(!budget.failed() && !budget.failed());
    }
}
