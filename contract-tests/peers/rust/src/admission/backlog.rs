//! The queue of accepted items that are not yet running.

use std::sync::Arc;

use super::line::Line;
use crate::item::Criticality;
use crate::policy::FeatureFlags;

/// Where an item waits.
#[derive(Clone, Debug)]
pub(super) struct Place {
    criticality: Criticality,
    tenant: Arc<str>,
    turn: u64,
}

/// Items in two ways, so that the flags that decide the order can change while they wait: all in one line, and each criticality in a line of
/// its own. Its bound is kept by admission.
#[derive(Default)]
pub(super) struct Backlog {
    whole: Line,
    lanes: [Line; 5],
    turns: u64,
    size: u32,
}

impl Backlog {
    /// How many items wait.
    pub(super) fn len(&self) -> u32 {
        self.size
    }

    /// Adds an item as the last of its line.
    pub(super) fn push(
        &mut self,
        criticality: Criticality,
        tenant: &Arc<str>,
        work_id: &Arc<str>,
    ) -> Place {
        self.turns += 1;
        self.size += 1;
        self.whole.push(self.turns, tenant, work_id);
        self.lanes[criticality as usize].push(self.turns, tenant, work_id);
        Place {
            criticality,
            tenant: Arc::clone(tenant),
            turn: self.turns,
        }
    }

    /// Takes one item out.
    pub(super) fn remove(&mut self, place: &Place) {
        self.size -= 1;
        self.whole.remove(place.turn, &place.tenant);
        self.lanes[place.criticality as usize].remove(place.turn, &place.tenant);
    }

    /// The item to start next. With `priority_dispatch` it is one of the most critical that wait (rule 7.2), with `tenant_isolation` that of the
    /// tenant whose turn it is (rule 7.3), and of those the oldest. It is to be removed.
    pub(super) fn next(&mut self, features: FeatureFlags) -> Option<Arc<str>> {
        let line = if features.priority_dispatch {
            self.lanes.iter_mut().find(|lane| !lane.is_empty())?
        } else {
            &mut self.whole
        };
        if features.tenant_isolation {
            line.next()
        } else {
            line.oldest()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use Criticality::{Critical, Sheddable};

    fn order(priority_dispatch: bool, tenant_isolation: bool) -> Vec<String> {
        let features = FeatureFlags {
            priority_dispatch,
            tenant_isolation,
            ..FeatureFlags::default()
        };
        let mut backlog = Backlog::default();
        let mut places = HashMap::new();
        for (work_id, tenant, criticality) in [
            ("as1", "a", Sheddable),
            ("ac1", "a", Critical),
            ("gone", "c", Critical),
            ("ac2", "a", Critical),
            ("bc1", "b", Critical),
            ("bs1", "b", Sheddable),
        ] {
            let place = backlog.push(criticality, &tenant.into(), &work_id.into());
            places.insert(work_id, place);
        }
        backlog.remove(&places["gone"]);
        let taken = std::iter::from_fn(|| {
            let work_id = backlog.next(features)?;
            backlog.remove(&places[work_id.as_ref()]);
            Some(work_id.to_string())
        });
        taken.collect()
    }

    #[test]
    fn items_leave_in_the_order_of_the_flags() {
        assert_eq!(order(false, false), ["as1", "ac1", "ac2", "bc1", "bs1"]);
        assert_eq!(order(true, false), ["ac1", "ac2", "bc1", "as1", "bs1"]);
        assert_eq!(order(false, true), ["as1", "bc1", "ac1", "bs1", "ac2"]);
        assert_eq!(order(true, true), ["ac1", "bc1", "ac2", "as1", "bs1"]);
    }
}
