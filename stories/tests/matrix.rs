//! Who may see and do what: every address of the router, for everyone of the cast, against the reviewed file
//! `stories/matrix.txt`; and nothing that is not theirs stands in anything that they get.

mod found;
mod world;

use found::{Found, found};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use stories::{Database, Installation, Told, Visitor};
use world::World;

const REVIEWED: &str = include_str!("../matrix.txt");
const HEAD: &str = "\
# Who may see and do what: for each address of the site, what each of the cast finds there. Made by the test `matrix`, which
# fails when anything differs; reviewed by people. Everyone's organisation and role: examples/demonstration.toml and
# stories/outsiders.toml; `anyone` is not signed in. A form is sent filled in as whoever may send it would.
#
#   page       a page            file     a document to keep      onward   led on to another page
#   sign-in    led to sign in    hidden   as if it were not there
#   done       carried out       faults   not carried out: something typed is wrong (here: whoever sees the form)
#   refused    the case may be seen, and this is not for them to do: no page of theirs offers it
";

/// One signed-in person, or nobody in particular.
struct Person {
    key: String,
    visitor: Visitor,
    token: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_finds_what_is_theirs_and_nothing_else() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut world = World::made(&app).await?;
    let mut people = people(&app).await?;
    let mut table = HEAD.to_owned();
    let addresses = web::addresses();
    assert!(addresses.len() > 40, "{addresses:?}");
    // First all that is read, then all that changes something; whoever signs out is gone, so that comes last.
    let mut asked = vec![];
    for address in addresses {
        for method in app.methods(address).await? {
            asked.push((method, address));
        }
    }
    asked.sort_by_key(|(method, address)| (*method, *address == "/sign-out", *address));
    for (method, address) in asked {
        let mut cells: BTreeMap<Found, Vec<String>> = BTreeMap::new();
        for person in &mut people {
            let found = cell(&app, &mut world, person, method, address).await?;
            cells.entry(found).or_default().push(person.key.clone());
        }
        write!(table, "\n{method} {address}\n")?;
        let everyone = cells.len() == 1;
        for (found, keys) in cells {
            let who = if everyone {
                "everyone".to_owned()
            } else {
                keys.join(" ")
            };
            writeln!(table, "    {:<9} {who}", found.name())?;
        }
    }
    compare(&table)?;
    app.ends().await
}

async fn people(app: &Installation) -> Told<Vec<Person>> {
    let mut people = vec![];
    let keys: Vec<_> = app.cast.members().map(|member| member.key.clone()).collect();
    for key in std::iter::once("anyone".to_owned()).chain(keys) {
        let mut visitor = if key == "anyone" {
            app.visitor()
        } else {
            app.signs_in(&key).await?
        };
        let token = visitor
            .opens("/en/verify")
            .await?
            .form("/verify")?
            .value("token")
            .to_owned();
        people.push(Person { key, visitor, token });
    }
    Ok(people)
}

async fn cell(
    app: &Installation,
    world: &mut World,
    person: &mut Person,
    method: &str,
    address: &str,
) -> Told<Found> {
    let mut sent = String::new();
    let answer = if method == "GET" {
        let path = world.path(address)?;
        person.visitor.asks(&path).await?
    } else {
        world.prepare(app, address).await?;
        let path = world.path(address)?;
        let size = app.desk.store().size().await?;
        let (kind, body) = world.body(address, &person.token, &person.key)?;
        sent = form_urlencoded::parse(&body)
            .map(|(_, value)| value)
            .collect::<Vec<_>>()
            .join("\n");
        let answer = person.visitor.posts_bytes(&path, &kind, body).await?;
        let after = app.desk.store().size().await?;
        let done = answer.status == 303 && !answer.header("location").ends_with("/sign-in");
        assert!(
            done || after == size,
            "{} left facts by {method} {path}",
            person.key
        );
        if done {
            world.used(address);
        }
        answer
    };
    let shown = answer.text();
    assert!(
        answer.status < 500,
        "{}: {method} {address}: {}",
        person.key,
        answer.status
    );
    for (what, secret, seen_by) in world.secrets(app)? {
        // Who has to sign in first, or finds nothing, is shown what they sent themselves, and nothing else.
        let own = [401, 404].contains(&answer.status) && sent.contains(&secret);
        let theirs = own || seen_by.contains(person.key.as_str());
        assert!(
            theirs || !shown.contains(&secret),
            "{} sees {what} at {method} {address}",
            person.key
        );
    }
    found(method, &answer).map_err(|what| format!("{}: {method} {address}: {what}", person.key).into())
}

fn compare(table: &str) -> Told {
    if table == REVIEWED {
        return Ok(());
    }
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix.txt");
    std::fs::write(&kept, table)?;
    let (new, old): (BTreeSet<_>, BTreeSet<_>) =
        (table.split("\n\n").collect(), REVIEWED.split("\n\n").collect());
    let came: Vec<_> = new.difference(&old).copied().collect();
    let went: Vec<_> = old.difference(&new).copied().collect();
    Err(format!(
        "stories/matrix.txt says otherwise.\nNow found:\n{}\nNo longer found:\n{}\nIf that is right, put {} in its place.",
        came.join("\n\n"),
        went.join("\n\n"),
        kept.display()
    )
    .into())
}
