//! A few things that are kept in memory because finding them again takes a while.

use std::collections::VecDeque;

/// A few things by what they are of; the oldest goes first.
pub(crate) struct Few<K, V> {
    most: usize,
    all: VecDeque<(K, V)>,
}

impl<K: PartialEq, V: Clone> Few<K, V> {
    /// Room for so many.
    pub(crate) fn of(most: usize) -> Self {
        Few {
            most,
            all: VecDeque::new(),
        }
    }

    pub(crate) fn get(&self, of: &K) -> Option<V> {
        let found = self.all.iter().find(|(key, _)| key == of);
        found.map(|(_, value)| value.clone())
    }

    /// Keeps one, in place of those that it makes out of date.
    pub(crate) fn keep_instead(&mut self, of: K, value: V, is_old: impl Fn(&K) -> bool) {
        self.all.retain(|(key, _)| !is_old(key));
        self.keep(of, value);
    }

    pub(crate) fn keep(&mut self, of: K, value: V) {
        if self.all.len() == self.most {
            self.all.pop_front();
        }
        self.all.push_back((of, value));
    }
}
