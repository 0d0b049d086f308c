//! The suite that every store passes. A store crate's test says how to open its database and calls [`contract!`],
//! which makes one test of every clause.

pub mod clauses;
mod tally;

pub use tally::{TOLD, Tally, VIEW, cleared, dynamite, noted, placed, poison, sharing, told};

use async_trait::async_trait;
use desk::store::{Append, Appended, Hand, NewFact, Part, Store, StoreFault, StreamId};
use ledger::SigningKey;
use std::sync::Arc;

/// What a clause comes to; an `Err` breaks the contract as an assertion does.
pub type Clause = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// A fresh database that one clause has for itself.
#[async_trait]
pub trait Place: Send + Sync {
    /// The store under test.
    type Opened: Store + 'static;

    /// Opens a store on the database; several may be open at once.
    ///
    /// # Errors
    /// The store's own.
    async fn open(&self, hand: Hand) -> Result<Self::Opened, StoreFault>;

    /// Closes a store.
    ///
    /// # Errors
    /// The store's own.
    async fn close(&self, store: &Self::Opened) -> Result<(), StoreFault>;

    /// Makes the database look as if a program newer by one schema version had written it.
    ///
    /// # Errors
    /// The database's own, as text.
    async fn age(&self) -> Result<(), String>;

    /// Puts into the views what no fact accounts for: a document, a row in a scope of its own, and one more in every counter.
    ///
    /// # Errors
    /// The database's own, as text.
    async fn spoil_views(&self) -> Result<(), String>;
}

/// Makes one test of every clause. The expression gives the clause a fresh [`Place`], for example
/// `contract!(Folder::new()?)`; it may await.
#[macro_export]
macro_rules! contract {
    ($place:expr) => {
        $crate::tests_of! {
            $place;
            positions_follow_without_gaps,
            a_stale_version_changes_nothing,
            an_act_is_appended_whole_or_not_at_all,
            an_append_that_is_none_is_refused,
            writers_never_share_a_position,
            two_stores_on_one_database_never_share_a_position,
            nodes_are_those_of_the_tree,
            the_head_is_signed_with_every_append,
            a_node_that_is_not_there_is_named,
            rows_come_in_byte_order_page_by_page,
            rows_show_what_they_share,
            counters_are_the_rows_counted,
            documents_are_read_together,
            odd_keys_come_back_as_they_were,
            keys_may_have_eight_hundred_bytes,
            a_fact_never_stands_without_its_view,
            a_failed_fold_harms_nobody_else,
            what_was_folded_before_is_held_to_its_facts,
            a_mebibyte_comes_back_whole,
            rebuilt_views_are_equal,
            reopening_finds_everything,
            a_newer_database_is_refused,
            kept_entries_change_by_version,
            a_kept_entry_is_taken_once,
            what_has_expired_is_gone,
            an_owner_loses_everything_at_once,
            odd_kept_keys_come_back_as_they_were,
            numbers_are_never_given_twice,
        }
    };
}

/// The inner part of [`contract!`].
#[doc(hidden)]
#[macro_export]
macro_rules! tests_of {
    ($place:expr; $($clause:ident,)*) => {
        $(
            #[::tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $clause() -> $crate::Clause {
                $crate::clauses::$clause(&$place).await
            }
        )*
    };
}

/// The key that the stores under test sign with.
pub(crate) fn key() -> Result<SigningKey, StoreFault> {
    SigningKey::from_seed("contract.placet.example", &[3; 32]).map_err(|fault| StoreFault::Failed {
        what: fault.to_string(),
    })
}

/// The hand that the stores under test write by: it folds with [`Tally`].
///
/// # Errors
/// Never: the key is a good one.
pub fn hand() -> Result<Hand, StoreFault> {
    Ok(Hand::new(Arc::new(Tally), key()?))
}

/// Opens a store.
pub(crate) async fn opened<P: Place>(place: &P) -> Result<Arc<P::Opened>, StoreFault> {
    Ok(Arc::new(place.open(hand()?).await?))
}

/// The stream of that number.
pub(crate) fn note(number: u64) -> StreamId {
    StreamId::new("note", number)
}

/// A part with these payloads; the salt is of no matter to a store.
pub(crate) fn part(stream: &StreamId, expected: u64, payloads: &[Vec<u8>]) -> Part {
    let facts = payloads
        .iter()
        .map(|payload| NewFact {
            payload: payload.clone(),
            salt: [7; 32],
        })
        .collect();
    Part {
        stream: stream.clone(),
        expected,
        facts,
        folded: None,
    }
}

/// Appends to one stream.
pub(crate) async fn append(
    store: &dyn Store,
    stream: &StreamId,
    expected: u64,
    payloads: &[Vec<u8>],
) -> Result<Appended, StoreFault> {
    store
        .append(Append {
            parts: vec![part(stream, expected, payloads)],
        })
        .await
}

/// A run of numbers that looks random and is the same every time (SplitMix64).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }
}
