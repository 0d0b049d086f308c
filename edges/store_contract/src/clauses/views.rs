//! Clauses on views: order, pages, counters, rebuilding, reopening.

use crate::{Clause, Numbers, Place, VIEW, append, cleared, note, noted, opened, placed, sharing};
use desk::store::{ListQuery, RowKey, SHARED, Store, StoreFault};
use std::collections::{BTreeMap, BTreeSet};

/// Texts that locales order otherwise than bytes do, and that lists must give back unharmed.
const ODD: [&str; 20] = [
    "",
    " ",
    "a",
    "B",
    "b",
    "A",
    "ä",
    "Z",
    "é",
    "e\u{301}",
    "ភ្នំពេញ",
    "កម្ពុជា",
    "東京",
    "とうきょう",
    "🎆",
    "%",
    "_",
    "a'b\"c\\",
    "line\nbreak\ttab",
    "\u{1}\u{7f}",
];

fn page(after: Option<(String, String)>, limit: u32) -> ListQuery {
    ListQuery {
        view: VIEW,
        scope: "all".to_owned(),
        after,
        limit,
    }
}

/// Lists are in the byte order of sort text and then key, and pages join without loss or doubling.
///
/// # Errors
/// The clause is broken.
pub async fn rows_come_in_byte_order_page_by_page<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let mut wanted = BTreeSet::new();
    for (number, sort) in (0u64..).zip(ODD) {
        let mut payloads = vec![placed("other", sort, sort)];
        for key in ["K", "k", "ក", "日", ""] {
            let key = format!("{key}{number}");
            payloads.push(placed("all", &key, sort));
            wanted.insert((sort.to_owned(), key));
        }
        append(&*store, &note(number), 0, &payloads).await?;
    }
    let wanted: Vec<_> = wanted.into_iter().collect();
    for limit in [1, 7, 1000] {
        let mut found = vec![];
        loop {
            let rows = store.list(&page(found.last().cloned(), limit)).await?;
            let full = rows.len() == usize::try_from(limit)?;
            found.extend(rows.into_iter().map(|row| (row.key.sort, row.key.key)));
            if !full {
                break;
            }
        }
        assert_eq!(found, wanted, "in pages of {limit}");
    }
    let nowhere = ListQuery {
        scope: "nobody".to_owned(),
        ..page(None, 10)
    };
    assert_eq!(store.list(&nowhere).await?, []);
    Ok(())
}

/// A row without a body shows that of the shared row of its key, as it is at the time; every page does.
///
/// # Errors
/// The clause is broken.
pub async fn rows_show_what_they_share<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let payloads = [
        placed(SHARED, "a", ""),
        sharing("all", "a", "1"),
        placed("all", "b", "2"),
        sharing("all", "c", "3"),
        sharing("other", "a", "9"),
    ];
    append(&*store, &note(1), 0, &payloads).await?;
    let first = (String::new(), String::new());
    for after in [None, Some(first)] {
        let shown = |rows: Vec<desk::store::ViewRow>| -> Vec<(String, Vec<u8>)> {
            rows.into_iter().map(|row| (row.key.key, row.body)).collect()
        };
        let all = shown(store.list(&page(after.clone(), 10)).await?);
        let row = |key: &str, body: &[u8]| (key.to_owned(), body.to_owned());
        // There is nothing to share for the third.
        assert_eq!(all, [row("a", b"1"), row("b", b"3"), row("c", b"")]);
    }
    append(&*store, &note(1), 5, &[placed(SHARED, "a", "")]).await?;
    for scope in ["all", "other"] {
        let query = ListQuery {
            scope: scope.to_owned(),
            ..page(None, 1)
        };
        let found: Vec<_> = store
            .list(&query)
            .await?
            .into_iter()
            .map(|row| row.body)
            .collect();
        assert_eq!(found, [b"6"], "in {scope}");
    }
    let views = store.dump_views().await?;
    store.rebuild().await?;
    assert_eq!(store.dump_views().await?, views);
    Ok(())
}

/// Counters equal the rows that are there, after rows came, moved and went in any order.
///
/// # Errors
/// The clause is broken.
pub async fn counters_are_the_rows_counted<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let mut numbers = Numbers(5);
    let mut versions: BTreeMap<u64, u64> = BTreeMap::new();
    for _ in 0..80 {
        let stream = numbers.below(5);
        let mut payloads = vec![];
        for _ in 0..=numbers.below(4) {
            let scope = ["one", "two"][usize::try_from(numbers.below(2))?];
            let key = format!("{stream}-{}", numbers.below(6));
            payloads.push(match numbers.below(3) {
                0 => cleared(scope, &key),
                _ => placed(scope, &key, &numbers.below(100).to_string()),
            });
        }
        let version = versions.entry(stream).or_default();
        append(&*store, &note(stream), *version, &payloads).await?;
        *version += u64::try_from(payloads.len())?;
        for scope in ["one", "two", "three"] {
            let rows = store
                .list(&ListQuery {
                    scope: scope.to_owned(),
                    ..page(None, 1000)
                })
                .await?;
            assert_eq!(
                store.count(VIEW, scope).await?,
                u64::try_from(rows.len())?,
                "in {scope}"
            );
        }
    }
    let views = store.dump_views().await?;
    store.rebuild().await?;
    assert_eq!(store.dump_views().await?, views);
    Ok(())
}

/// Several documents are read at once: those that there are, each as it is by itself.
///
/// # Errors
/// The clause is broken.
pub async fn documents_are_read_together<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let mut alone = vec![];
    for number in 0..100 {
        append(&*store, &note(number), 0, &[noted("x")]).await?;
        alone.extend(store.document(&note(number)).await?);
    }
    let strange = desk::store::StreamId::new("note", "a\0b");
    let asked: Vec<_> = (0..200).map(note).chain([strange]).collect();
    let mut together = store.documents(&asked).await?;
    together.sort_by(|one, other| one.stream.as_str().cmp(other.stream.as_str()));
    alone.sort_by(|one, other| one.stream.as_str().cmp(other.stream.as_str()));
    assert_eq!(together, alone);
    assert_eq!(store.documents(&[]).await?, vec![]);
    Ok(())
}

/// Whatever text names a stream, a scope or a row comes back as it was; U+0000 is refused, and found nowhere.
///
/// # Errors
/// The clause is broken.
pub async fn odd_keys_come_back_as_they_were<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    for odd in ODD {
        let stream = desk::store::StreamId::new("note", odd);
        append(&*store, &stream, 0, &[placed(odd, odd, odd)]).await?;
        let document = store.document(&stream).await?;
        assert_eq!(document.map(|document| document.stream), Some(stream.clone()));
        assert_eq!(store.stream(&stream).await?.len(), 1, "{odd:?}");
        let key = RowKey {
            view: VIEW,
            scope: odd.to_owned(),
            sort: odd.to_owned(),
            key: odd.to_owned(),
        };
        let row = store.row(&key).await?.ok_or("the row is missing")?;
        assert_eq!(row.key, key);
        assert_eq!(store.count(VIEW, odd).await?, 1);
    }
    let nul = "a\0b";
    let stream = desk::store::StreamId::new("note", nul);
    assert!(matches!(
        append(&*store, &stream, 0, &[noted("x")]).await,
        Err(StoreFault::Failed { .. })
    ));
    assert_eq!(
        (store.document(&stream).await?, store.stream(&stream).await?),
        (None, vec![])
    );
    assert_eq!(
        store
            .row(&RowKey {
                view: VIEW,
                scope: nul.to_owned(),
                sort: nul.to_owned(),
                key: nul.to_owned()
            })
            .await?,
        None
    );
    assert_eq!(store.count(VIEW, nul).await?, 0);
    assert_eq!(
        store
            .list(&ListQuery {
                scope: nul.to_owned(),
                ..page(None, 10)
            })
            .await?,
        []
    );
    assert!(
        store
            .list(&page(Some((nul.to_owned(), nul.to_owned())), 10))
            .await?
            .is_empty()
    );
    Ok(())
}

/// A payload of a mebibyte comes back whole.
///
/// # Errors
/// The clause is broken.
pub async fn a_mebibyte_comes_back_whole<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let payload = noted(&"ភ្នំពេញ 東京 ".repeat(40_000));
    assert!(payload.len() > 1 << 20);
    append(&*store, &note(1), 0, &[payload.clone(), noted("after")]).await?;
    let facts = store.stream(&note(1)).await?;
    assert!(
        facts[0].payload.as_ref() == Some(&payload),
        "the payload came back otherwise"
    );
    Ok(())
}

/// Keys of 800 bytes each fit beside one another; a longer one is refused.
///
/// # Errors
/// The clause is broken.
pub async fn keys_may_have_eight_hundred_bytes<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    let mut numbers = Numbers(3);
    // Letters in no order, since a database may pack those that repeat.
    let mut long = |bytes: usize| -> String {
        (0..bytes)
            .map(|_| char::from(b'!' + u8::try_from(numbers.below(90)).unwrap_or(0)))
            .collect()
    };
    let (scope, key, sort) = (long(800), long(800), long(800));
    append(&*store, &note(1), 0, &[placed(&scope, &key, &sort)]).await?;
    let rows = store
        .list(&ListQuery {
            scope: scope.clone(),
            ..page(None, 10)
        })
        .await?;
    assert_eq!(
        rows.first().map(|row| (&row.key.key, &row.key.sort)),
        Some((&key, &sort))
    );
    let longer = long(801);
    for payload in [
        placed(&longer, "k", "s"),
        placed("s", &longer, "s"),
        placed("s", "k", &longer),
    ] {
        assert!(matches!(
            append(&*store, &note(2), 0, &[payload]).await,
            Err(StoreFault::Failed { .. })
        ));
    }
    assert_eq!(store.size().await?, 1);
    Ok(())
}

/// Dropping the views and folding all facts again gives the same views, whatever had got into them; so does doing it twice.
///
/// # Errors
/// The clause is broken.
pub async fn rebuilt_views_are_equal<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    assert_eq!(store.rebuild().await?, 0);
    // More facts than a rebuild folds at a time, and a stream that runs through all of them.
    for number in 0..30u64 {
        let mut payloads = vec![];
        for one in 0..50u64 {
            payloads.push(placed(
                "all",
                &format!("{}", (number * 7 + one) % 90),
                &format!("{one:03}"),
            ));
            payloads.push(cleared("all", &format!("{}", (number * 5 + one * 3) % 90)));
        }
        append(&*store, &note(0), number * 100, &payloads).await?;
        append(
            &*store,
            &note(number + 1),
            0,
            &[noted("beside"), placed("more", &number.to_string(), "s")],
        )
        .await?;
    }
    let views = store.dump_views().await?;
    assert!(views.len() > 60, "{} lines", views.len());
    place.spoil_views().await?;
    assert_ne!(store.dump_views().await?, views);
    for _ in 0..2 {
        assert_eq!(store.rebuild().await?, 3060);
        assert_eq!(store.dump_views().await?, views);
    }
    append(&*store, &note(0), 3000, &[noted("the store goes on")]).await?;
    assert_eq!(
        store.document(&note(0)).await?.map(|document| document.version),
        Some(3001)
    );
    Ok(())
}

/// A store that is closed and opened again, or opened beside another, has everything.
///
/// # Errors
/// The clause is broken.
pub async fn reopening_finds_everything<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    append(
        &*store,
        &note(1),
        0,
        &[placed("all", "a", "1"), noted("x"), placed("all", "b", "2")],
    )
    .await?;
    store.next_number("permit/2023").await?;
    let (facts, views) = (store.facts(0, 100).await?, store.dump_views().await?);
    place.close(&store).await?;
    assert!(
        append(&*store, &note(1), 3, &[noted("too late")]).await.is_err(),
        "a closed store writes nothing"
    );
    let store = opened(place).await?;
    assert_eq!(
        (store.facts(0, 100).await?, store.dump_views().await?),
        (facts, views)
    );
    assert_eq!(store.count(VIEW, "all").await?, 2);
    assert_eq!(store.next_number("permit/2023").await?, 2);
    assert_eq!(append(&*store, &note(1), 3, &[noted("on")]).await?.first, 3);
    let mut tree = ledger::Frontier::new();
    let nodes: Vec<_> = store
        .facts(0, 100)
        .await?
        .iter()
        .flat_map(|fact| tree.push(fact.leaf))
        .collect();
    let places: Vec<_> = nodes.iter().map(|node| (node.level, node.index)).collect();
    assert_eq!(store.nodes(&places).await?, nodes);
    Ok(())
}

/// A database that a newer program wrote is refused in words, and left alone.
///
/// # Errors
/// The clause is broken.
pub async fn a_newer_database_is_refused<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    place.close(&store).await?;
    place.age().await?;
    let refusal = match opened(place).await {
        Ok(_) => return Err("a newer database was opened".into()),
        Err(fault) => fault.to_string(),
    };
    assert!(refusal.contains("a newer Placet wrote them"), "{refusal}");
    Ok(())
}
