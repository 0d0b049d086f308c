//! What all parts of one evaluation share: the trace, and bounds on what is not an expression's own work.

use super::{Asked, NullCause};
use feel::Scope;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Boxed expressions within each other, functions that call each other included. Each takes space on the stack.
const DEEPEST: usize = 150;
/// Boxed expressions, rows and decisions that are looked at.
const MOST_WORK: u64 = 5_000_000;
const LONGEST_TRACE: usize = 1_000;

#[derive(Debug, Default)]
pub(crate) struct Run {
    trace: Mutex<Vec<Asked>>,
    /// Element after element, how many causes there were when it was done.
    marks: Mutex<Vec<(String, usize)>>,
    depth: AtomicUsize,
    work: AtomicU64,
}

impl Run {
    pub fn asked(&self, asked: Asked) {
        if let Ok(mut trace) = self.trace.lock()
            && trace.len() < LONGEST_TRACE
        {
            trace.push(asked);
        }
    }

    /// Says that the causes since the last mark came about in that element.
    pub fn mark(&self, element: &str, scope: &Scope) {
        if let Ok(mut marks) = self.marks.lock() {
            let causes = scope.causes().len();
            if marks.last().map_or(0, |(_, before)| *before) < causes {
                marks.push((element.to_owned(), causes));
            }
        }
    }

    pub fn trace(&self) -> Vec<Asked> {
        self.trace.lock().map(|trace| trace.clone()).unwrap_or_default()
    }

    pub fn causes(&self, scope: &Scope, before: usize) -> Vec<NullCause> {
        let marks = self.marks.lock().map(|marks| marks.clone()).unwrap_or_default();
        let causes = scope.causes().into_iter().enumerate().skip(before);
        let named = causes.map(|(at, cause)| {
            let mark = marks.iter().find(|(_, until)| at < *until);
            let element = mark.map_or_else(String::new, |(element, _)| element.clone());
            NullCause { element, cause }
        });
        named.collect()
    }

    /// Whether that much more may be done.
    pub fn spend(&self, work: usize) -> bool {
        let work = u64::try_from(work).unwrap_or(u64::MAX);
        self.work.fetch_add(work, Ordering::Relaxed).saturating_add(work) <= MOST_WORK
    }

    /// One boxed expression deeper, as long as what is handed out lives; `None` at the bottom.
    pub fn descend(&self) -> Option<Level<'_>> {
        let level = Level(self);
        let before = self.depth.fetch_add(1, Ordering::Relaxed);
        (before < DEEPEST && self.spend(1)).then_some(level)
    }
}

pub(crate) struct Level<'a>(&'a Run);

impl Drop for Level<'_> {
    fn drop(&mut self) {
        self.0.depth.fetch_sub(1, Ordering::Relaxed);
    }
}
