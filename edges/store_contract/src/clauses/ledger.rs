//! Clauses on the ledger: positions, versions, whole acts, the tree.

use crate::{Clause, Place, append, key, note, noted, opened, part};
use desk::store::{Append, Store, StoreFault};
use ledger::{Checkpoint, Frontier};

/// Positions run from 0 in the order of the answers, and facts come back as they were.
///
/// # Errors
/// The clause is broken.
pub async fn positions_follow_without_gaps<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    assert_eq!(store.size().await?, 0);
    assert_eq!(store.facts(0, 10).await?, []);
    for number in 0..20u64 {
        let stream = note(number % 3);
        let appended = append(&*store, &stream, number / 3, &[noted(&format!("fact {number}"))]).await?;
        assert_eq!((appended.first, appended.size), (number, number + 1));
    }
    let facts = store.facts(0, 1000).await?;
    assert_eq!(facts.len(), 20);
    for (position, fact) in (0..).zip(&facts) {
        assert_eq!(fact.position, position);
        assert_eq!(
            (fact.stream.clone(), fact.version),
            (note(position % 3), position / 3 + 1)
        );
        assert_eq!(fact.payload, Some(noted(&format!("fact {position}"))));
        assert_eq!(fact.salt, Some([7; 32]));
    }
    assert_eq!(store.facts(15, 3).await?, facts[15..18]);
    assert_eq!(store.facts(u64::MAX, 3).await?, []);
    let second: Vec<_> = facts
        .iter()
        .filter(|fact| fact.stream == note(2))
        .cloned()
        .collect();
    assert_eq!(store.stream(&note(2)).await?, second);
    assert_eq!(store.stream(&note(99)).await?, []);
    Ok(())
}

/// A part that was decided on another version is refused and leaves nothing.
///
/// # Errors
/// The clause is broken.
pub async fn a_stale_version_changes_nothing<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    append(&*store, &note(1), 0, &[noted("one"), noted("two")]).await?;
    let (facts, views) = (store.facts(0, 100).await?, store.dump_views().await?);
    for expected in [0, 1, 3, u64::MAX] {
        let refused = append(&*store, &note(1), expected, &[noted("stale")]).await;
        assert_eq!(
            refused,
            Err(StoreFault::Conflict {
                what: "note/1".to_owned()
            }),
            "expected {expected}"
        );
    }
    assert!(
        append(&*store, &note(2), 1, &[noted("of nothing")])
            .await
            .is_err()
    );
    assert_eq!(
        (store.facts(0, 100).await?, store.dump_views().await?),
        (facts, views)
    );
    assert_eq!(append(&*store, &note(1), 2, &[noted("three")]).await?.first, 2);
    Ok(())
}

/// An act over several streams lands in all of them, in the order of its parts, or in none.
///
/// # Errors
/// The clause is broken.
pub async fn an_act_is_appended_whole_or_not_at_all<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let parts = |versions: [u64; 3]| {
        let part = |stream, version| part(&note(stream), version, &[noted("a"), noted("b")]);
        Append {
            parts: vec![part(2, versions[0]), part(1, versions[1]), part(3, versions[2])],
        }
    };
    assert_eq!(store.append(parts([0, 0, 0])).await?.first, 0);
    let before = store.dump_views().await?;
    for stale in [[1, 2, 2], [2, 1, 2], [2, 2, 3]] {
        assert!(
            matches!(store.append(parts(stale)).await, Err(StoreFault::Conflict { .. })),
            "{stale:?}"
        );
        assert_eq!(
            (store.size().await?, store.dump_views().await?),
            (6, before.clone())
        );
    }
    assert_eq!(store.append(parts([2, 2, 2])).await?.size, 12);
    let streams: Vec<_> = store
        .facts(6, 6)
        .await?
        .into_iter()
        .map(|fact| fact.stream)
        .collect();
    assert_eq!(streams, [note(2), note(2), note(1), note(1), note(3), note(3)]);
    Ok(())
}

/// A stream twice or a part without facts is a fault of the program, and harms nothing.
///
/// # Errors
/// The clause is broken.
pub async fn an_append_that_is_none_is_refused<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let twice = vec![part(&note(1), 0, &[noted("a")]), part(&note(1), 0, &[noted("b")])];
    let hollow = vec![part(&note(1), 0, &[])];
    for parts in [twice, hollow] {
        assert!(matches!(
            store.append(Append { parts }).await,
            Err(StoreFault::Failed { .. })
        ));
    }
    assert_eq!(store.size().await?, 0);
    assert_eq!(store.append(Append { parts: vec![] }).await?.size, 0);
    Ok(())
}

/// The stored nodes are those of the tree over the stored leaves, and the leaves those of the payloads.
///
/// # Errors
/// The clause is broken.
pub async fn nodes_are_those_of_the_tree<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let mut sent = 0;
    for number in 0..40u64 {
        let payloads: Vec<_> = (0..=number % 4)
            .map(|one| noted(&format!("{number}-{one}")))
            .collect();
        append(&*store, &note(number), 0, &payloads).await?;
        sent += number % 4 + 1;
    }
    let mut tree = Frontier::new();
    let mut nodes = vec![];
    for fact in store.facts(0, 1000).await? {
        let payload = fact.payload.ok_or("a payload is missing")?;
        let leaf = ledger::leaf_hash(&ledger::commitment(
            &fact.salt.ok_or("a salt is missing")?,
            &payload,
        ));
        assert_eq!(fact.leaf, leaf, "at {}", fact.position);
        nodes.extend(tree.push(leaf));
    }
    assert_eq!(tree.size(), sent);
    let places: Vec<_> = nodes.iter().map(|node| (node.level, node.index)).collect();
    assert_eq!(store.nodes(&places).await?, nodes);
    let back: Vec<_> = places.iter().rev().copied().collect();
    assert_eq!(
        store.nodes(&back).await?,
        nodes.into_iter().rev().collect::<Vec<_>>()
    );
    assert_eq!(store.nodes(&[]).await?, []);
    Ok(())
}

/// A node that is asked for and not there is a fault, never left out.
///
/// # Errors
/// The clause is broken.
pub async fn a_node_that_is_not_there_is_named<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    append(&*store, &note(1), 0, &[noted("a"), noted("b"), noted("c")]).await?;
    assert_eq!(store.nodes(&[(1, 0), (0, 2), (1, 0)]).await?.len(), 3);
    for missing in [(0, 3), (1, 1), (2, 0), (63, 0)] {
        assert!(
            matches!(
                store.nodes(&[(0, 0), missing]).await,
                Err(StoreFault::Corrupt { .. })
            ),
            "{missing:?}"
        );
    }
    Ok(())
}

/// The signed head is that of the ledger as the last append left it; a refused one leaves it, and so does a rebuild.
///
/// # Errors
/// The clause is broken.
pub async fn the_head_is_signed_with_every_append<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    assert_eq!(store.head().await?, None);
    let mut frontier = Frontier::new();
    for number in 0..5u64 {
        append(&*store, &note(number), 0, &[noted("one"), noted("two")]).await?;
        for fact in store.stream(&note(number)).await? {
            frontier.push(fact.leaf);
        }
        let signed = store.head().await?.ok_or("no head")?;
        let head = Checkpoint::open(&signed, &key()?.verifier())?;
        assert_eq!((head.size, head.root), (frontier.size(), frontier.root()));
        assert!(
            append(&*store, &note(number), 0, &[noted("stale")])
                .await
                .is_err()
        );
        store.rebuild().await?;
        assert_eq!(store.head().await?, Some(signed));
    }
    Ok(())
}
