//! What a submission has to pass before it is sent.

use std::sync::Arc;

use super::capacity::FollowerPass;
use super::credits::Credit;
use super::{Credits, Follower};
use crate::client::Answer;

/// The permission for one submission; dropped when the submission is no longer under way.
pub(super) struct Pass {
    follower: Option<FollowerPass>,
    credit: Option<Credit>,
}

/// Waits until one more submission may be sent. Where the waiting is dropped, nothing was taken.
pub(super) async fn enter(
    follower: Option<&Arc<Follower>>,
    credits: Option<&Arc<Credits>>,
) -> Pass {
    let follower = match follower {
        Some(follower) => Some(Arc::clone(follower).enter().await),
        None => None,
    };
    let credit = match credits {
        Some(credits) => Some(Arc::clone(credits).enter().await),
        None => None,
    };
    Pass { follower, credit }
}

impl Pass {
    /// The lease to submit under.
    pub(super) fn lease_id(&self) -> Option<String> {
        self.credit.as_ref().map(|credit| credit.lease_id.clone())
    }

    /// Learns from the answer.
    pub(super) fn answered(&mut self, answer: &Answer) {
        if let Some(follower) = &mut self.follower {
            follower.answered(answer);
        }
        if let Some(credit) = &self.credit {
            credit.answered(answer);
        }
    }
}
