//! Which connections are open, and which of them to close for a new one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// At most so many connections. A new one beyond takes the place of the one that has waited longest for its client: silent and slow clients
/// cannot keep others out.
pub(super) struct Connections {
    most: usize,
    state: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    count: usize,
    /// Connections without a request that is being answered, by when the last one ended.
    waiting: BTreeMap<u64, Arc<Notify>>,
    turns: u64,
}

impl Connections {
    pub(super) fn new(most: usize) -> Connections {
        Connections {
            most,
            state: Mutex::default(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for one more connection, unless each of the others is being answered.
    pub(super) fn open(self: &Arc<Self>) -> Option<Connection> {
        let mut state = self.lock();
        if state.count >= self.most {
            let (_, evicted) = state.waiting.pop_first()?;
            evicted.notify_one();
        }
        state.count += 1;
        let evicted = Arc::new(Notify::new());
        let turn = state.wait(&evicted);
        Some(Connection {
            connections: Arc::clone(self),
            evicted,
            turn: Mutex::new(turn),
        })
    }
}

impl Open {
    fn wait(&mut self, evicted: &Arc<Notify>) -> u64 {
        self.turns += 1;
        self.waiting.insert(self.turns, Arc::clone(evicted));
        self.turns
    }
}

/// One open connection; dropped when it is closed.
pub(super) struct Connection {
    connections: Arc<Connections>,
    evicted: Arc<Notify>,
    turn: Mutex<u64>,
}

impl Connection {
    /// A request is being answered.
    pub(super) fn begin(&self) {
        self.connections.lock().waiting.remove(&self.turn());
    }

    /// It has been.
    pub(super) fn end(&self) {
        let turn = self.connections.lock().wait(&self.evicted);
        *self.turn() = turn;
    }

    /// Ends when another connection has taken the place of this one.
    pub(super) async fn evicted(&self) {
        self.evicted.notified().await;
    }

    fn turn(&self) -> MutexGuard<'_, u64> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let turn = *self.turn();
        let mut state = self.connections.lock();
        state.waiting.remove(&turn);
        state.count -= 1;
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    fn is_evicted(connection: &Connection) -> bool {
        connection.evicted().now_or_never().is_some()
    }

    #[test]
    fn a_new_connection_takes_the_place_of_the_one_that_waited_longest() {
        let connections = Arc::new(Connections::new(3));
        let [a, b, c] = [(); 3].map(|()| connections.open().unwrap());
        a.begin();
        a.end();
        c.begin();
        let d = connections.open().unwrap();
        assert!(is_evicted(&b) && !is_evicted(&a) && !is_evicted(&c));
        drop(b);
        d.begin();
        let e = connections.open().unwrap();
        assert!(is_evicted(&a));
        drop(a);
        e.begin();
        assert!(connections.open().is_none());
        drop(c);
        assert!(connections.open().is_some());
    }
}
