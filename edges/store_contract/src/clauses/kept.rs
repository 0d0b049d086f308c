//! Clauses on kept entries and numbers: what changes, expires, is taken once, and is never given twice.

use crate::{Clause, Place, opened};
use desk::store::{Kept, Store, StoreFault};
use std::collections::BTreeSet;

fn entry(key: &str, owner: &str, version: u64, expires: Option<i64>) -> Kept {
    let body = format!("{key}:{version}").into_bytes();
    Kept {
        kind: "draft",
        key: key.to_owned(),
        owner: owner.to_owned(),
        version,
        expires,
        body,
    }
}

/// A change names the version it was made on; any other is refused and changes nothing.
///
/// # Errors
/// The clause is broken.
pub async fn kept_entries_change_by_version<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    assert_eq!(store.kept("draft", "a", 0).await?, None);
    store.keep(entry("a", "me", 1, None)).await?;
    for version in [0, 1, 3] {
        let refused = store.keep(entry("a", "you", version, Some(9))).await;
        assert_eq!(
            refused,
            Err(StoreFault::Conflict {
                what: "draft/a".to_owned()
            }),
            "version {version}"
        );
    }
    assert!(
        store.keep(entry("b", "me", 2, None)).await.is_err(),
        "a change of nothing"
    );
    assert_eq!(
        store.kept("draft", "a", 0).await?,
        Some(entry("a", "me", 1, None))
    );
    store.keep(entry("a", "you", 2, Some(50))).await?;
    assert_eq!(
        store.kept("draft", "a", 0).await?,
        Some(entry("a", "you", 2, Some(50)))
    );
    assert_eq!(
        store.kept("session", "a", 0).await?,
        None,
        "another kind is another thing"
    );
    // Of many that change the same version, one does.
    let mut tasks = vec![];
    for number in 0..16 {
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            store.keep(entry("a", &number.to_string(), 3, None)).await
        }));
    }
    let mut done = 0;
    for task in tasks {
        done += u32::from(task.await?.is_ok());
    }
    assert_eq!(done, 1);
    Ok(())
}

/// Of many who take an entry at once, one gets it.
///
/// # Errors
/// The clause is broken.
pub async fn a_kept_entry_is_taken_once<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    for round in 0..5 {
        let key = format!("link {round}");
        store.keep(entry(&key, "", 1, Some(100))).await?;
        let mut tasks = vec![];
        for _ in 0..16 {
            let (store, key) = (store.clone(), key.clone());
            tasks.push(tokio::spawn(async move { store.take("draft", &key, 99).await }));
        }
        let mut taken = vec![];
        for task in tasks {
            taken.extend(task.await??);
        }
        assert_eq!(taken, [entry(&key, "", 1, Some(100))]);
        store.keep(entry(&key, "", 1, None)).await?;
    }
    Ok(())
}

/// From its second on an expired entry is neither found nor given, though it lies there until it is swept.
///
/// # Errors
/// The clause is broken.
pub async fn what_has_expired_is_gone<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    for (key, expires) in [("a", Some(10)), ("b", Some(20)), ("c", None), ("d", Some(30))] {
        store.keep(entry(key, "me", 1, expires)).await?;
    }
    for (now, keys) in [(9, "abcd"), (10, "bcd"), (20, "cd"), (29, "cd"), (30, "c")] {
        let found: String = store
            .kept_by("draft", "me", now)
            .await?
            .into_iter()
            .map(|kept| kept.key)
            .collect();
        assert_eq!(found, keys, "at {now}");
        assert_eq!(store.kept("draft", "a", now).await?.is_some(), now < 10);
    }
    assert!(
        store.keep(entry("a", "me", 1, None)).await.is_err(),
        "it still lies there"
    );
    assert_eq!(store.take("draft", "a", 10).await?, None, "taken away, not given");
    store.keep(entry("a", "me", 1, Some(10))).await?;
    assert_eq!(store.sweep(20).await?, 2);
    assert_eq!(store.sweep(20).await?, 0);
    store.keep(entry("b", "me", 1, None)).await?;
    assert_eq!(store.kept_by("draft", "me", 0).await?.len(), 3);
    Ok(())
}

/// All entries of one owner and kind go together, and nobody else's.
///
/// # Errors
/// The clause is broken.
pub async fn an_owner_loses_everything_at_once<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    for (key, owner) in [("a", "me"), ("b", "me"), ("c", "you"), ("d", "")] {
        store.keep(entry(key, owner, 1, None)).await?;
    }
    store
        .keep(Kept {
            kind: "session",
            ..entry("a", "me", 1, None)
        })
        .await?;
    assert_eq!(store.drop_kept("draft", "me").await?, 2);
    assert_eq!(store.drop_kept("draft", "me").await?, 0);
    assert_eq!(store.kept_by("draft", "me", 0).await?, []);
    assert!(store.kept("session", "a", 0).await?.is_some());
    assert!(store.kept("draft", "c", 0).await?.is_some());
    assert!(store.kept("draft", "d", 0).await?.is_some());
    Ok(())
}

/// Whatever text is a key or an owner comes back as it was; U+0000 is refused, and found nowhere.
///
/// # Errors
/// The clause is broken.
pub async fn odd_kept_keys_come_back_as_they_were<P: Place>(place: &P) -> Clause {
    let store = opened(place).await?;
    for odd in [
        "",
        "'; DROP TABLE kept; --",
        "ភ្នំពេញ",
        "東京",
        "🎆",
        "a\nb",
        "%",
        "\u{1}",
    ] {
        let kept = Kept {
            body: (0..=255).collect(),
            ..entry(odd, odd, 1, None)
        };
        store.keep(kept.clone()).await?;
        assert_eq!(store.kept("draft", odd, 0).await?, Some(kept.clone()), "{odd:?}");
        assert_eq!(store.kept_by("draft", odd, 0).await?, [kept]);
    }
    for nul in [entry("a\0b", "me", 1, None), entry("ab", "m\0e", 1, None)] {
        assert!(matches!(store.keep(nul).await, Err(StoreFault::Failed { .. })));
    }
    assert_eq!(store.kept("draft", "a\0b", 0).await?, None);
    assert_eq!(store.take("draft", "a\0b", 0).await?, None);
    assert_eq!(store.kept_by("draft", "m\0e", 0).await?, []);
    assert_eq!(store.drop_kept("draft", "m\0e").await?, 0);
    Ok(())
}

/// Numbers run from 1 in each series, and of many who ask at once no two get the same.
///
/// # Errors
/// The clause is broken.
pub async fn numbers_are_never_given_twice<P: Place>(place: &P) -> Clause {
    let (one, two) = (opened(place).await?, opened(place).await?);
    assert_eq!(one.next_number("application/2023").await?, 1);
    let mut tasks = vec![];
    for number in 0..32 {
        let store = if number % 2 == 0 { one.clone() } else { two.clone() };
        tasks.push(tokio::spawn(
            async move { store.next_number("permit/2023").await },
        ));
    }
    let mut given = BTreeSet::new();
    for task in tasks {
        given.insert(task.await??);
    }
    assert_eq!(given, (1..=32).collect());
    assert_eq!(two.next_number("application/2023").await?, 2);
    assert!(one.next_number("a\0b").await.is_err());
    Ok(())
}
