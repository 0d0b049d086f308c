//! What was made before and is wanted again: so many things, of which the one unused for longest goes first.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Things by what they were made of.
pub(crate) struct Memo<K, V> {
    most: usize,
    /// The one used last stands first.
    kept: Mutex<VecDeque<(K, V)>>,
}

impl<K: Eq, V: Clone> Memo<K, V> {
    /// Room for so many.
    pub const fn of(most: usize) -> Self {
        Memo {
            most,
            kept: Mutex::new(VecDeque::new()),
        }
    }

    /// What was made of this, if it is still here.
    pub fn get(&self, of: &K) -> Option<V> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(key, _)| key == of)?;
        let found = kept.remove(at)?;
        let made = found.1.clone();
        kept.push_front(found);
        Some(made)
    }

    /// Keeps what was made of this.
    pub fn keep(&self, of: K, made: V) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(key, _)| *key != of);
        kept.push_front((of, made));
        kept.truncate(self.most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_longest_ago_goes_first() {
        let memo = Memo::of(2);
        memo.keep("a", 1);
        memo.keep("b", 2);
        assert_eq!(memo.get(&"a"), Some(1));
        memo.keep("c", 3);
        assert_eq!(
            [memo.get(&"a"), memo.get(&"b"), memo.get(&"c")],
            [Some(1), None, Some(3)]
        );
        memo.keep("c", 4);
        assert_eq!([memo.get(&"a"), memo.get(&"c")], [Some(1), Some(4)]);
    }
}
