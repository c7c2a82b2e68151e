//! The queue of accepted items that are not yet running.

use std::collections::BTreeMap;

use crate::item::Criticality;

/// Where an item waits: its criticality and its turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    criticality: Criticality,
    turn: u64,
}

/// Items by turn, one line a criticality. Its bound is kept by admission.
#[derive(Debug, Default)]
pub struct Backlog {
    lines: [BTreeMap<u64, String>; 4],
    turns: u64,
}

impl Backlog {
    /// How many items wait.
    pub fn len(&self) -> usize {
        self.lines.iter().map(BTreeMap::len).sum()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(BTreeMap::is_empty)
    }

    /// Adds an item as the last of its line.
    pub fn push(&mut self, criticality: Criticality, work_id: String) -> Place {
        self.turns += 1;
        let place = Place {
            criticality,
            turn: self.turns,
        };
        self.lines[criticality as usize].insert(place.turn, work_id);
        place
    }

    /// Takes the oldest item: of the most critical line that has one, or of all (rule 7.2).
    pub fn take(&mut self, by_criticality: bool) -> Option<String> {
        let candidates = self
            .lines
            .iter()
            .enumerate()
            .filter_map(|(line, items)| items.first_key_value().map(|(turn, _)| (line, *turn)));
        let (line, turn) = if by_criticality {
            candidates.min()?
        } else {
            candidates.min_by_key(|(_, turn)| *turn)?
        };
        self.lines[line].remove(&turn)
    }

    /// Takes one item out.
    pub fn remove(&mut self, place: Place) {
        self.lines[place.criticality as usize].remove(&place.turn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Criticality::{Critical, Sheddable};

    #[test]
    fn items_leave_in_order_of_arrival_or_by_criticality() {
        for (by_criticality, order) in [(false, ["a", "b", "d"]), (true, ["b", "d", "a"])] {
            let mut backlog = Backlog::default();
            backlog.push(Sheddable, "a".into());
            backlog.push(Critical, "b".into());
            let place = backlog.push(Critical, "c".into());
            backlog.push(Critical, "d".into());
            backlog.remove(place);
            let taken: Vec<String> = std::iter::from_fn(|| backlog.take(by_criticality)).collect();
            assert_eq!(taken, order);
        }
    }
}
