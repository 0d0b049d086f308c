//! Clauses on many at once: concurrent writers, two stores on one database, acts that are abandoned.

use crate::{
    Clause, Numbers, Place, TOLD, Tally, append, cleared, dynamite, note, noted, opened, part, placed,
    poison, told,
};
use desk::store::{
    Append, Folded, ListQuery, Part, Projector, Store, StoreFault, StoredFact, StreamId, ViewRow,
};
use ledger::Hash;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Many tasks on one store: every position is one act's own, and none is left out.
///
/// # Errors
/// The clause is broken.
pub async fn writers_never_share_a_position<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    contend(&[store]).await
}

/// The same with two stores open on one database, as two processes would have it.
///
/// # Errors
/// The clause is broken.
pub async fn two_stores_on_one_database_never_share_a_position<P: Place>(place: &P) -> Clause {
    let (one, two) = (opened(place).await?, opened(place).await?);
    append(&*one, &note(100), 0, &[noted("by one")]).await?;
    append(&*two, &note(100), 1, &[noted("by two")]).await?;
    append(&*one, &note(100), 2, &[noted("by one again")]).await?;
    assert!(append(&*two, &note(100), 2, &[noted("stale")]).await.is_err());
    contend(&[one, two]).await
}

/// Twelve tasks append to four streams, each trying again when another was faster.
async fn contend<S: Store + 'static>(stores: &[Arc<S>]) -> Clause {
    let already = stores[0].size().await?;
    let mut tasks = vec![];
    for task in 0..12u64 {
        let store = stores[usize::try_from(task)? % stores.len()].clone();
        tasks.push(tokio::spawn(async move {
            let mut positions = vec![];
            for round in 0..10u64 {
                let stream = note((task + round) % 4);
                loop {
                    let row = placed("all", &format!("{task}-{round}"), "x");
                    let mut part = folded(&*store, &stream, &[noted("first"), row]).await?;
                    // Every third is left to the writer.
                    part.folded.take_if(|_| round % 3 == 0);
                    match store.append(Append { parts: vec![part] }).await {
                        Ok(appended) => break positions.extend([appended.first, appended.first + 1]),
                        Err(StoreFault::Conflict { .. }) => {}
                        Err(fault) => return Err(fault),
                    }
                }
            }
            Ok(positions)
        }));
    }
    let mut all = BTreeSet::new();
    for task in tasks {
        for position in task.await?? {
            assert!(all.insert(position), "position {position} was given twice");
        }
    }
    assert_eq!(all, (already..already + 240).collect());
    let store = &stores[0];
    assert_eq!(store.size().await?, already + 240);
    assert_eq!(store.count(crate::VIEW, "all").await?, 120);
    consistent(&**store, 4).await
}

/// Every stream is numbered without gaps, its document is at its last fact, and a rebuild changes nothing.
async fn consistent(store: &dyn Store, streams: u64) -> Clause {
    for number in 0..streams {
        let facts = store.stream(&note(number)).await?;
        let versions: Vec<u64> = facts.iter().map(|fact| fact.version).collect();
        assert_eq!(
            versions,
            (1..=u64::try_from(facts.len())?).collect::<Vec<_>>(),
            "of stream {number}"
        );
        let document = store.document(&note(number)).await?;
        assert_eq!(
            document.map_or(0, |document| document.version),
            u64::try_from(facts.len())?
        );
    }
    let views = store.dump_views().await?;
    assert_eq!(store.rebuild().await?, store.size().await?);
    assert_eq!(store.dump_views().await?, views);
    Ok(())
}

/// Acts whose callers go away in the middle are there with their views, or not there at all.
///
/// # Errors
/// The clause is broken.
pub async fn a_fact_never_stands_without_its_view<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let mut numbers = Numbers(11);
    for round in 0..6u64 {
        let mut tasks = vec![];
        for number in 0..20u64 {
            let store = store.clone();
            let payloads = [
                placed("all", &format!("{number}"), &format!("{round}")),
                noted("beside"),
            ];
            tasks.push(tokio::spawn(async move {
                let version = store
                    .document(&note(number))
                    .await?
                    .map_or(0, |document| document.version);
                append(&*store, &note(number), version, &payloads).await
            }));
        }
        for task in tasks {
            for _ in 0..numbers.below(40) {
                tokio::task::yield_now().await;
            }
            task.abort();
            // Whether it came through or not is what the views are asked below.
            let _ = task.await;
        }
    }
    append(&*store, &note(50), 0, &[noted("after all")]).await?;
    consistent(&*store, 20).await?;
    let mut there = 0;
    for number in 0..20u64 {
        there += u64::from(!store.stream(&note(number)).await?.is_empty());
    }
    assert_eq!(store.count(crate::VIEW, "all").await?, there);
    Ok(())
}

/// An act that no view can follow is refused whole, and those that were committed beside it are not.
///
/// # Errors
/// The clause is broken.
pub async fn a_failed_fold_harms_nobody_else<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let mut tasks = vec![];
    for number in 0..40u64 {
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            let good = part(&note(number), 0, &[placed("all", &number.to_string(), "x")]);
            let bad = match number % 4 {
                0 => vec![],
                1 => vec![part(&note(number + 100), 0, &[noted("fine"), poison()])],
                2 => vec![part(&note(number + 100), 0, &[dynamite()])],
                _ => vec![part(&note(number + 100), 0, &[placed("all", "a\0b", "x")])],
            };
            let append = Append {
                parts: std::iter::once(good).chain(bad).collect(),
            };
            (number, store.append(append).await)
        }));
    }
    for task in tasks {
        let (number, appended) = task.await?;
        assert_eq!(appended.is_ok(), number % 4 == 0, "{number}: {appended:?}");
    }
    assert_eq!(
        (store.size().await?, store.count(crate::VIEW, "all").await?),
        (10, 10)
    );
    append(&*store, &note(0), 1, &[cleared("all", "0")]).await?;
    assert_eq!(store.count(crate::VIEW, "all").await?, 9);
    consistent(&*store, 140).await
}

/// A part with what [`Tally`](crate::Tally) folds of it, from the stream's document as it lies there.
async fn folded(store: &dyn Store, stream: &StreamId, payloads: &[Vec<u8>]) -> Result<Part, StoreFault> {
    let document = store.document(stream).await?;
    let expected = document.as_ref().map_or(0, |document| document.version);
    let mut part = part(stream, expected, payloads);
    let facts: Vec<StoredFact> = (expected + 1..)
        .zip(&part.facts)
        .map(|(version, fact)| StoredFact {
            // Whoever decides does not know where it will stand.
            position: u64::MAX,
            stream: stream.clone(),
            version,
            payload: Some(fact.payload.clone()),
            salt: Some(fact.salt),
            leaf: Hash([0; 32]),
        })
        .collect();
    part.folded = Some(Folded {
        advance: Tally.advance(document.as_ref(), &facts)?,
        on: document.map(Arc::new),
    });
    Ok(part)
}

/// What whoever decided has folded already is written as if the writer had, with the rows of single facts where these stand; and what
/// does not belong to its facts is refused whole, while what was committed beside it is not.
///
/// # Errors
/// The clause is broken.
pub async fn what_was_folded_before_is_held_to_its_facts<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let one = Append {
        parts: vec![
            folded(&*store, &note(1), &[placed("all", "1", "b"), told("her")]).await?,
            folded(&*store, &note(2), &[told("her"), told("him")]).await?,
        ],
    };
    store.append(one).await?;
    let next = folded(&*store, &note(1), &[cleared("all", "1"), told("her")]).await?;
    let stale = next.clone();
    store.append(Append { parts: vec![next] }).await?;
    let hers = ListQuery {
        view: TOLD,
        scope: "her".to_owned(),
        after: None,
        limit: 10,
    };
    let places = |rows: Vec<ViewRow>| {
        rows.iter()
            .filter_map(|row| row.key.position())
            .collect::<Vec<_>>()
    };
    assert_eq!(places(store.list(&hers).await?), [5, 2, 1]);
    assert_eq!(store.count(TOLD, "him").await?, 1);
    let refused = store.append(Append { parts: vec![stale] }).await;
    assert!(matches!(refused, Err(StoreFault::Conflict { .. })), "{refused:?}");
    let mut tasks = vec![];
    for number in 0..14u64 {
        let payloads = [placed("all", &format!("of {number}"), "y"), told("her")];
        let mut part = folded(&*store, &note(10 + number), &payloads).await?;
        if let Some(folded) = &mut part.folded {
            let Folded { on, advance } = folded;
            match number % 7 {
                0 => {}
                1 => advance.document.version += 1,
                2 => advance.document.stream = note(1),
                3 => advance.told.iter_mut().for_each(|row| row.version += 1),
                4 => advance.told.iter_mut().for_each(|row| row.scope.push('\0')),
                5 => advance.added.iter_mut().for_each(|row| row.key.sort.push('\0')),
                // Folded into a document that does not lie there: the writer folds it anew.
                _ => {
                    *on = Some(Arc::new(advance.document.clone()));
                    advance.added.clear();
                }
            }
        }
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            (number, store.append(Append { parts: vec![part] }).await)
        }));
    }
    for task in tasks {
        let (number, appended) = task.await?;
        assert_eq!(appended.is_ok(), number % 7 % 6 == 0, "{number}: {appended:?}");
    }
    assert_eq!(store.count(TOLD, "her").await?, 3 + 4);
    assert_eq!(store.count(crate::VIEW, "all").await?, 4);
    consistent(&*store, 30).await
}
