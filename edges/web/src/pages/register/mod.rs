//! The public register: applications and permits by day, as far as their rulebooks let them be public. No account is needed, and an
//! account shows no more.

mod entry;
mod files;

use super::Session;
use crate::form::Typed;
use crate::paging::After;
use crate::parts::{Choice, Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::Site;
use crate::untold::{in_its_place, public_since};
use crate::wording::{Named, short_of};
use crate::{Failure, Text, page};
use act::TextFault;
use askama::Template;
use axum::extract::{Query, RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use clearance::{PublicAsked, PublicStage, Seen};
use desk::clearance::{RegisterQuery, Standing, day, has_words};
use desk::{Fault, FieldFault};
use jiff::ToSpan;
use jiff::civil::Date;
use rulebook::{Field, Rulebook, Since};

pub(crate) const ADDRESS: &str = "/register";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(ADDRESS, get(show))
        .route("/register.csv", get(files::csv))
        .route("/register.json", get(files::json))
        .route("/register/{reference}", get(entry::show))
        .route("/register/{reference}/json", get(files::entry))
}

const FROM: &str = "since";
const UNTIL: &str = "until";
const STANDING: &str = "stands";
const AUTHORITY: &str = "authority";
const WORDS: &str = "words";
const FIELDS: [&str; 5] = [FROM, UNTIL, STANDING, AUTHORITY, WORDS];

/// The most characters of words that are looked for.
const MOST_WORDS: usize = 200;

/// What an address asks of the register.
struct Asked {
    typed: Typed,
    query: RegisterQuery,
}

impl Asked {
    /// Reads an address. One that says nothing is that of the events that are not past, as with every list of them; one of which
    /// something says nothing that can be looked for is refused, and shows no more than was asked for.
    fn read(address: Option<&str>, today: Date) -> Result<Asked, Box<(Typed, Vec<FieldFault>)>> {
        let typed = Typed::read(address.unwrap_or_default().as_bytes()).unwrap_or_default();
        let is_new = FIELDS.iter().all(|field| typed.all(field).is_empty());
        let typed = if is_new {
            typed.and(FROM, today.to_string())
        } else {
            typed
        };
        let mut faults = vec![];
        let mut read = |field: &str| {
            let given = typed.given(field).then(|| day(field, typed.get(field)))?;
            given.map_err(|fault| faults.push(fault)).ok()
        };
        let (from, until) = (read(FROM), read(UNTIL));
        let given = |field: &str| typed.given(field).then(|| typed.get(field).trim());
        let standing = given(STANDING).map(|name| Standing::named(name).ok_or(STANDING));
        let authority = given(AUTHORITY).map(|id| id.parse().map_err(|_| AUTHORITY));
        let unknown = [fault_of(&standing), fault_of(&authority)];
        let unknown = unknown.into_iter().flatten();
        faults.extend(unknown.map(|field| FieldFault::plain(field, "unknown")));
        let words = given(WORDS).unwrap_or_default().to_owned();
        faults.extend(words_fault(&words));
        let query = RegisterQuery {
            from,
            until,
            standing: standing.and_then(Result::ok),
            authority: authority.and_then(Result::ok),
            words,
        };
        if faults.is_empty() {
            Ok(Asked { typed, query })
        } else {
            Err(Box::new((typed, faults)))
        }
    }

    /// The same as an address says it, without where the list goes on. A field that is blank is said too: an address without any is
    /// that of the events that are not past.
    fn address(&self, path: &str) -> String {
        let mut address = form_urlencoded::Serializer::new(format!("{path}?"));
        for field in FIELDS.iter().filter(|field| !self.typed.all(field).is_empty()) {
            address.append_pair(field, self.typed.get(field));
        }
        address.finish()
    }
}

fn fault_of<T>(read: &Option<Result<T, &'static str>>) -> Option<&'static str> {
    read.as_ref()?.as_ref().err().copied()
}

/// Why nothing can be looked for by these words.
fn words_fault(words: &str) -> Option<FieldFault> {
    let given = words.chars().count();
    if given > MOST_WORDS {
        let (most, given) = (MOST_WORDS, given);
        return Some(FieldFault::of_text(WORDS, &TextFault::TooLong { most, given }));
    }
    (given > 0 && !has_words(words)).then(|| FieldFault::plain(WORDS, "no-words"))
}

/// The fields by which the list is narrowed.
struct Filters {
    from: TextField,
    until: TextField,
    standing: SelectField,
    authority: SelectField,
    words: TextField,
}

impl Filters {
    fn of(site: &Site, t: Text, typed: &Typed, faults: &Faults) -> Filters {
        let any = || Choice::new("", t.get("register-any"));
        let standings = Standing::all().map(|one| Choice::new(one.name(), standing_words(t, one)));
        let known = site.desk.rulebooks().all();
        let mut authorities: Vec<Choice> = vec![];
        for authority in known.iter().flat_map(|rulebook| rulebook.authorities()) {
            if authorities.iter().all(|one| one.value != authority.id) {
                let name = authority.short.in_language(t.language().tag());
                authorities.push(Choice::new(authority.id.as_str(), name));
            }
        }
        authorities.sort_by(|one, other| one.label.cmp(&other.label));
        let text = |name, label| TextField::new(t, name, t.get(label), typed, faults);
        let one = |name, label, of: Vec<Choice>| SelectField::new(t, name, t.get(label), of, typed, faults);
        Filters {
            from: text(FROM, "register-from").kind(FieldKind::Day),
            until: text(UNTIL, "register-until").kind(FieldKind::Day),
            standing: one(
                STANDING,
                "register-standing",
                std::iter::once(any()).chain(standings).collect(),
            ),
            authority: one(
                AUTHORITY,
                "register-asked",
                std::iter::once(any()).chain(authorities).collect(),
            ),
            words: text(WORDS, "register-words").hint(t.get("register-words-hint")),
        }
    }

    fn labels(&self) -> [(&str, &str); 5] {
        [
            self.words.label(),
            self.from.label(),
            self.until.label(),
            self.standing.label(),
            self.authority.label(),
        ]
    }
}

struct Line {
    path: String,
    reference: String,
    title: String,
    day: String,
    place: String,
    lead: String,
    tone: &'static str,
    standing: String,
    asked: String,
}

#[derive(Template)]
#[template(path = "pages/register.html")]
struct RegisterPage {
    shell: Shell,
    faults: Faults,
    filters: Filters,
    lines: Vec<Line>,
    /// From when applications stand in it, by each rulebook in force, while none does: then there is nothing to look for.
    empty: Option<Vec<String>>,
    next: Option<String>,
    /// The words and the address of the events of the year before those of the list.
    earlier: Option<(String, String)>,
    csv: String,
    json: String,
}

/// Where an entry stands, in words.
fn standing_words(t: Text, standing: Standing) -> String {
    t.get(&format!("register-{}", standing.name())).into_owned()
}

fn tone(seen: &Seen) -> &'static str {
    match Standing::of(seen) {
        Standing::At(PublicStage::Permitted) => "ok",
        Standing::At(PublicStage::InReview) => "wait",
        Standing::At(PublicStage::Suspended | PublicStage::Revoked | PublicStage::Refused) => "bad",
        Standing::At(PublicStage::Withdrawn | PublicStage::Lapsed) | Standing::Over => "quiet",
    }
}

/// What is told of a field, or what stands in its place.
fn or_untold(t: Text, seen: &Seen, field: &Field, told: Option<String>) -> String {
    let untold = || seen.untold(field).map(|one| in_its_place(t, one));
    told.or_else(untold).unwrap_or_default()
}

/// The version of the rulebook that an entry is decided by, as far as it is known here.
fn bound_to(site: &Site, seen: &Seen) -> Option<std::sync::Arc<Rulebook>> {
    site.desk.rulebooks().version(&seen.rulebook.hash)
}

/// An authority that was asked, by its short name.
fn asked_name(t: Text, rulebook: Option<&Rulebook>, one: &PublicAsked) -> String {
    let known = rulebook.and_then(|rulebook| rulebook.authority(one.authority.as_str()));
    short_of(t, known, one.name.as_str())
}

/// How many of those who were asked have decided.
fn asked_words(t: Text, seen: &Seen) -> Option<String> {
    let asked = seen.told.authorities.as_ref()?;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let decided = asked.iter().filter(|one| one.decided).count();
    let numbers = [
        ("decided", count(decided).into()),
        ("asked", count(asked.len()).into()),
    ];
    Some(t.with("register-decided", numbers))
}

fn line(t: Text, named: &Named, seen: &Seen) -> Line {
    let text =
        |field: &Field, told: Option<&act::Title>| or_untold(t, seen, field, told.map(ToString::to_string));
    Line {
        path: format!("{ADDRESS}/{}", seen.reference),
        reference: seen.reference.clone(),
        title: text(&Field::Title, seen.told.title.as_ref()),
        day: t.date(seen.date),
        place: text(&Field::Place, seen.told.place.as_ref()),
        lead: named.name(seen.lead.organisation, seen.lead.name.as_str()),
        tone: tone(seen),
        standing: standing_words(t, Standing::of(seen)),
        asked: or_untold(t, seen, &Field::Authorities, asked_words(t, seen)),
    }
}

/// The way to the events of the year before those of a list that begins on a day, where it had any.
async fn earlier(site: &Site, t: Text, asked: &Asked) -> Result<Option<(String, String)>, Failure> {
    let Some((first, last)) = asked.query.from.and_then(|day| {
        let last = day.yesterday().ok()?;
        Some((day.saturating_sub(1.year()), last))
    }) else {
        return Ok(None);
    };
    let query = RegisterQuery {
        from: Some(first),
        until: Some(last),
        ..asked.query.clone()
    };
    let found = site.desk.register(&query, None).await?;
    if found.entries.is_empty() && found.next.is_none() {
        return Ok(None);
    }
    let mut address = form_urlencoded::Serializer::new(format!("{ADDRESS}?"));
    address
        .append_pair(FROM, &first.to_string())
        .append_pair(UNTIL, &last.to_string());
    for field in [STANDING, AUTHORITY, WORDS] {
        if asked.typed.given(field) {
            address.append_pair(field, asked.typed.get(field));
        }
    }
    Ok(Some((
        t.one("list-earlier", "date", t.date(first)),
        address.finish(),
    )))
}

/// Whether nothing stands in the register at all.
async fn is_empty(site: &Site) -> Result<bool, Failure> {
    let all = site.desk.register(&RegisterQuery::default(), None).await?;
    Ok(all.entries.is_empty() && all.next.is_none())
}

/// From when an application stands in the register, by each rulebook in force.
fn from_when(site: &Site, t: Text) -> Vec<String> {
    let known = site.desk.rulebooks().all();
    let said = |rulebook: &std::sync::Arc<Rulebook>| {
        let from = rulebook.public().map_or(Since::Granted, |public| public.from);
        let title = rulebook.title().in_language(t.language().tag()).to_owned();
        let since = public_since(t, from.name());
        t.with(
            "register-from-when",
            [("rulebook", title.into()), ("since", since.into())],
        )
    };
    known.iter().map(said).collect()
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    Query(after): Query<After>,
    RawQuery(address): RawQuery,
    _: Option<Session>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let asked = match Asked::read(address.as_deref(), site.today()) {
        Ok(asked) => asked,
        Err(faulty) => {
            let (typed, faults) = *faulty;
            return unread(&site, shell, typed, faults);
        }
    };
    let position = after.position();
    let earlier = match position {
        None => earlier(&site, t, &asked).await?,
        Some(_) => None,
    };
    let found = site.desk.register(&asked.query, position).await?;
    let leads = found.entries.iter().map(|one| one.lead.organisation);
    let named = Named::of_these(&site, t, leads).await?;
    let faults = Faults::none();
    let filters = Filters::of(&site, t, &asked.typed, &faults);
    let next = found.next.map(|(sort, key)| {
        let mut address = form_urlencoded::Serializer::new(asked.address(ADDRESS) + "&");
        address
            .append_pair("after", &sort)
            .append_pair("key", &key)
            .finish()
    });
    let is_empty = next.is_none() && found.entries.is_empty() && is_empty(&site).await?;
    Ok(page(&RegisterPage {
        empty: is_empty.then(|| from_when(&site, t)),
        lines: found.entries.iter().map(|one| line(t, &named, one)).collect(),
        next,
        earlier,
        csv: asked.address("/register.csv"),
        json: asked.address("/register.json"),
        shell: shell.titled(t.get("register-title")),
        faults,
        filters,
    }))
}

/// The page with what of the address says nothing.
fn unread(site: &Site, shell: Shell, typed: Typed, faults: Vec<FieldFault>) -> Result<Response, Failure> {
    let t = shell.t;
    let faults = super::faults::shown(&shell, Fault::Invalid(faults))?;
    let filters = Filters::of(site, t, &typed, &faults);
    let faults = faults.named(filters.labels());
    let mut shell = shell.titled(t.get("register-title"));
    shell.faulty = true;
    Ok(super::faults::not_taken(page(&RegisterPage {
        lines: vec![],
        empty: None,
        next: None,
        earlier: None,
        csv: "/register.csv".to_owned(),
        json: "/register.json".to_owned(),
        shell,
        faults,
        filters,
    })))
}
