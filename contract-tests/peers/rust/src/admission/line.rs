//! A queue that can be left in two orders.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// An item by its turn: the order of acceptance.
type ByTurn = BTreeMap<u64, Arc<str>>;

/// Items that wait, to be taken oldest first, or by tenants in turn with each tenant's oldest first.
#[derive(Default)]
pub(super) struct Line {
    all: ByTurn,
    tenants: HashMap<Arc<str>, Queue>,
    /// The tenants with items, by the number of their turn.
    order: BTreeMap<u64, Arc<str>>,
    orders: u64,
}

#[derive(Default)]
struct Queue {
    items: ByTurn,
    order: u64,
}

impl Line {
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn push(&mut self, turn: u64, tenant: &Arc<str>, work_id: &Arc<str>) {
        self.all.insert(turn, Arc::clone(work_id));
        let queue = self.tenants.entry(Arc::clone(tenant)).or_default();
        if queue.items.is_empty() {
            self.orders += 1;
            queue.order = self.orders;
            self.order.insert(queue.order, Arc::clone(tenant));
        }
        queue.items.insert(turn, Arc::clone(work_id));
    }

    pub(super) fn remove(&mut self, turn: u64, tenant: &str) {
        self.all.remove(&turn);
        if let Some(queue) = self.tenants.get_mut(tenant) {
            queue.items.remove(&turn);
            if queue.items.is_empty() {
                self.order.remove(&queue.order);
                self.tenants.remove(tenant);
            }
        }
    }

    /// The item that has waited longest.
    pub(super) fn oldest(&self) -> Option<Arc<str>> {
        self.all
            .first_key_value()
            .map(|(_, work_id)| Arc::clone(work_id))
    }

    /// The oldest item of the tenant whose turn it is; that tenant's next turn comes after all others'.
    pub(super) fn next(&mut self) -> Option<Arc<str>> {
        let (_, tenant) = self.order.pop_first()?;
        let queue = self.tenants.get_mut(&tenant)?;
        self.orders += 1;
        queue.order = self.orders;
        self.order.insert(queue.order, tenant);
        queue
            .items
            .first_key_value()
            .map(|(_, work_id)| Arc::clone(work_id))
    }
}
