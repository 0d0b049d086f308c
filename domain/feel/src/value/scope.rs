//! What an expression is evaluated in: names with values, an instant, a budget, and the causes of what is null.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use jiff::ZonedDateTime;

use crate::cause::Reason;
use crate::pattern::Pattern;
use crate::{Cause, Context, Null, Said, Span, Value, said};

/// How much an evaluation may do. What goes beyond it is null, and so is everything after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Parts of expressions evaluated, items of lists and characters of texts looked at or made.
    pub steps: u64,
    /// How deep expressions and invocations may be within each other.
    pub depth: usize,
    /// Items of one list, entries of one context, bytes of one text.
    pub size: usize,
}

impl Default for Budget {
    /// Enough for any rule that people read: 2 million steps (some tenths of a second), 600 levels, a million items.
    fn default() -> Budget {
        Budget {
            steps: 2_000_000,
            depth: 600,
            size: 1_000_000,
        }
    }
}

/// How many causes are kept. Those after are counted by none: a table of nulls would fill the memory.
const CAUSES: usize = 100;

/// Steps that making a pattern ready counts for.
const PATTERN: u64 = 5_000;

/// How many patterns are kept ready.
const PATTERNS: usize = 50;

/// What an expression is evaluated in. The last context pushed is looked at first.
#[derive(Debug, Clone)]
pub struct Scope {
    pub(crate) frames: Vec<Frame>,
    pub(crate) session: Rc<Session>,
}

/// Names that are looked at together.
#[derive(Debug, Clone)]
pub(crate) enum Frame {
    Entries(Arc<Context>),
    One(Arc<str>, Value),
}

impl Frame {
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Frame::Entries(context) => context.get(name),
            Frame::One(own, value) => (**own == *name).then_some(value),
        }
    }

    pub(crate) fn depth(&self) -> usize {
        match self {
            Frame::Entries(context) => context.depth(),
            Frame::One(_, value) => value.depth(),
        }
    }
}

/// What all scopes of one evaluation share.
#[derive(Debug)]
pub(crate) struct Session {
    now: ZonedDateTime,
    budget: Budget,
    steps: Cell<u64>,
    level: Cell<usize>,
    causes: RefCell<Vec<Arc<Cause>>>,
    patterns: RefCell<BTreeMap<[Box<str>; 2], Rc<Pattern>>>,
}

impl Scope {
    /// A scope without names, at an instant and in a zone: `now()` and `today()` are theirs.
    #[must_use]
    pub fn new(now: ZonedDateTime) -> Scope {
        Scope::within(now, Budget::default())
    }

    /// The same, with a budget of the caller's.
    #[must_use]
    pub fn within(now: ZonedDateTime, budget: Budget) -> Scope {
        let session = Session {
            now,
            budget,
            steps: Cell::new(budget.steps),
            level: Cell::new(0),
            causes: RefCell::default(),
            patterns: RefCell::default(),
        };
        Scope {
            frames: Vec::new(),
            session: Rc::new(session),
        }
    }

    /// Puts names in front of those that are there.
    pub fn push(&mut self, names: impl Into<Arc<Context>>) {
        self.frames.push(Frame::Entries(names.into()));
    }

    /// Takes away the names that were pushed last.
    pub fn pop(&mut self) {
        self.frames.pop();
    }

    /// Gives a name a value among the names that were pushed last.
    pub fn insert(&mut self, name: impl Into<Arc<str>>, value: impl Into<Value>) {
        if let Some(Frame::Entries(frame)) = self.frames.last_mut() {
            Arc::make_mut(frame).insert(name, value);
        } else {
            self.push(Context::from_iter([(name, value)]));
        }
    }

    /// A scope without names that shares this one's instant, budget and causes.
    #[must_use]
    pub fn bare(&self) -> Scope {
        Scope::bare_of(&self.session)
    }

    pub(crate) fn bare_of(session: &Rc<Session>) -> Scope {
        Scope {
            frames: Vec::new(),
            session: Rc::clone(session),
        }
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.frames.iter().rev().find_map(|frame| frame.get(name))
    }

    /// Why what is null is null, in the order in which it came about; the first hundred.
    #[must_use]
    pub fn causes(&self) -> Vec<Cause> {
        self.session
            .causes
            .borrow()
            .iter()
            .map(|cause| Cause::clone(cause))
            .collect()
    }

    /// A null of the caller's own, whose reason is kept with the others.
    #[must_use]
    pub fn null(&self, reason: Said) -> Value {
        self.session.null(Cause::new("".into(), Span::default(), reason))
    }

    /// Steps of the budget that were taken.
    #[must_use]
    pub fn spent(&self) -> u64 {
        self.session.budget.steps - self.session.steps.get()
    }

    /// Whether the budget is used up: then what was evaluated says nothing.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        self.session.steps.get() == 0
    }
}

impl Session {
    pub(crate) fn now(&self) -> &ZonedDateTime {
        &self.now
    }

    pub(crate) fn budget(&self) -> Budget {
        self.budget
    }

    /// Takes steps from the budget; false when there are not as many left.
    pub(crate) fn spend(&self, steps: u64) -> bool {
        let left = self.steps.get().saturating_sub(steps);
        self.steps.set(left);
        left > 0
    }

    /// Takes steps for characters that are looked at, which is quicker than looking at values.
    pub(crate) fn spend_text(&self, bytes: usize) -> bool {
        self.spend_items(bytes / 32 + 1)
    }

    pub(crate) fn spend_items(&self, items: usize) -> bool {
        self.spend(u64::try_from(items).unwrap_or(u64::MAX))
    }

    /// One level deeper, while the guard that is handed out lives; `None` at the bottom.
    pub(crate) fn descend(&self) -> Option<Level<'_>> {
        let level = self.level.get();
        (level < self.budget.depth).then(|| {
            self.level.set(level + 1);
            Level(self)
        })
    }

    /// A pattern with its flags, made ready once.
    pub(crate) fn pattern(&self, text: &str, flags: &str) -> Result<Rc<Pattern>, Reason> {
        let key = [text.into(), flags.into()];
        if let Some(pattern) = self.patterns.borrow().get(&key) {
            return Ok(Rc::clone(pattern));
        }
        if !self.spend(PATTERN) {
            return Err(said!("the evaluation takes more steps than the budget allows"));
        }
        let pattern = Pattern::read(text, flags);
        let pattern = Rc::new(pattern.map_err(|why| said!("`{}` is no pattern: {}", text, &*why))?);
        let mut patterns = self.patterns.borrow_mut();
        if patterns.len() == PATTERNS {
            patterns.clear();
        }
        patterns.insert(key, Rc::clone(&pattern));
        Ok(pattern)
    }

    pub(crate) fn null(&self, cause: Cause) -> Value {
        let cause = Arc::new(cause);
        let mut causes = self.causes.borrow_mut();
        if causes.len() < CAUSES {
            causes.push(Arc::clone(&cause));
        }
        Value::Null(Null::shared(cause))
    }
}

/// One level of evaluation within another.
pub(crate) struct Level<'s>(&'s Session);

impl Drop for Level<'_> {
    fn drop(&mut self) {
        self.0.level.set(self.0.level.get().saturating_sub(1));
    }
}
