//! One thing that is done to several cases of a list at once: ticked there, shown for each of them before anything is recorded, and
//! then done to each as if to it alone (decision 0044).

mod each;
mod ticks;

use super::confirm::{Press, Step};
use super::{board, docket, faults, only};
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::typed::{CHOSEN_FIELD, SHOWN_FIELD};
use crate::{Failure, Text, page, see_other};
use act::{Role, Timestamp};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use each::{Item, Looking, Sorted};
use ticks::{Chosen, chosen, chosen_ever, some};
pub(super) use ticks::{Stand, Tick, TickAll, Ticking, Ticks};

/// What can be done to several at once. Nothing among them decides, stops a clock or needs a reason of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Together {
    /// An authority begins the reviews of its referrals.
    Review,
    /// Somebody watches cases.
    Watch,
    /// The lead reminds those who are late in its cases.
    Remind,
}

impl Together {
    const ALL: [Together; 3] = [Together::Review, Together::Watch, Together::Remind];

    /// Where its form is sent, and where it is read what came of it.
    const fn address(self) -> &'static str {
        match self {
            Together::Review => "/docket/reviews",
            Together::Watch => "/docket/watching",
            Together::Remind => "/board/reminders",
        }
    }

    /// The part of the ids of its texts.
    const fn name(self) -> &'static str {
        match self {
            Together::Review => "review",
            Together::Watch => "watch",
            Together::Remind => "remind",
        }
    }

    /// The list in which it is ticked.
    const fn list(self) -> &'static str {
        match self {
            Together::Review | Together::Watch => "/docket",
            Together::Remind => "/board",
        }
    }

    /// The part of the ids of that list's texts.
    fn list_name(self) -> &'static str {
        self.list().trim_start_matches('/')
    }

    /// Who has that list.
    const fn roles(self) -> &'static [Role] {
        match self {
            Together::Review | Together::Watch => &[Role::Officer, Role::Decider],
            Together::Remind => &[Role::Coordinator],
        }
    }
}

pub(crate) fn routes() -> Routes {
    let handlers = |what: Together| {
        let send = move |site, shell, signed, form| send(what, site, shell, signed, form);
        let read = move |site, shell, signed, query| read(what, site, shell, signed, query);
        (what.address(), get(read).post(send))
    };
    let all = Together::ALL.map(handlers).into_iter();
    all.fold(Routes::new(), |routes, (address, handlers)| {
        routes.route(address, handlers)
    })
}

/// What it does to each, before anything is recorded.
#[derive(Template)]
#[template(path = "pages/together.html")]
struct TogetherPage {
    shell: Shell,
    what: String,
    action: String,
    button: String,
    /// Those to which it is done, and those to which it is not, with how many these are.
    can: (String, Vec<Item>),
    cannot: (String, Vec<Item>),
    by: String,
    hidden: Vec<(String, String)>,
}

/// What came of it for each.
#[derive(Template)]
#[template(path = "pages/together_after.html")]
struct AfterPage {
    shell: Shell,
    done: (String, Vec<Item>),
    not_done: (String, Vec<Item>),
    back: &'static str,
    back_words: String,
}

/// Takes what was ticked: shows what is done to each at the first press, and does it at the second.
async fn send(
    what: Together,
    State(site): State<Site>,
    mut shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, what.roles())?;
    let ticked = chosen(&typed)?;
    let action = shell.to(what.address());
    // The other languages lead to the list.
    what.list().clone_into(&mut shell.path);
    match Press::of(&typed).step(some(ticked), |_| true) {
        Step::Again => {
            what.list_again(&site, shell, &signed, &typed, Faults::none())
                .await
        }
        Step::Not(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let page = what.list_again(&site, shell, &signed, &typed, faults).await?;
            Ok(faults::not_taken(page))
        }
        Step::Show(ticked) => {
            let looking = Looking::new(&site, shell.t, &signed.actor);
            let sorted = looking.before(what, &ticked).await?;
            let shown = (SHOWN_FIELD.to_owned(), looking.now.to_string());
            let mut hidden = Stand::typed(&typed).fields();
            hidden.push(shown);
            Ok(before(shell, what, sorted, hidden, action))
        }
        Step::Do(ticked) => {
            // What came without having been shown, or was shown by a clock that goes ahead, is done from now on.
            let now = site.desk.now();
            let since = shown_at(&typed).map_or(now, |shown| shown.min(now));
            what.to_each(&site, &signed, &ticked, &typed).await?;
            let looking = Looking::new(&site, shell.t, &signed.actor);
            let sorted = looking.after(what, &ticked, since).await?;
            if sorted.can.is_empty() {
                return Ok(faults::not_taken(after(shell, what, sorted)));
            }
            Ok(see_other(&format!("{action}?{}", query(&ticked, since))))
        }
    }
}

/// What was done is read at an address of its own: it can be loaded again and read in another language, and nothing is sent twice
/// for that. It tells what this reader did to each since it was shown.
async fn read(
    what: Together,
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    only(&signed, what.roles())?;
    let typed = Typed::read(query.unwrap_or_default().as_bytes()).ok_or_else(Failure::long_address)?;
    let (Ok(ticked), Some(since)) = (some(chosen(&typed)?), shown_at(&typed)) else {
        return Ok(see_other(&shell.to(what.list())));
    };
    let sorted = Looking::new(&site, shell.t, &signed.actor)
        .after(what, &ticked, since)
        .await?;
    Ok(after(shell, what, sorted))
}

fn after(shell: Shell, what: Together, sorted: Sorted) -> Response {
    let t = shell.t;
    let title = t.get(&format!("together-{}-after", what.name()));
    page(&AfterPage {
        shell: shell.titled(title),
        done: counted(t, "together-done", sorted.can),
        not_done: counted(t, "together-not-done", sorted.cannot),
        back: what.list(),
        back_words: t.get(&format!("together-back-{}", what.list_name())).into_owned(),
    })
}

/// When it was shown what is done to each, as a form or an address says it.
fn shown_at(typed: &Typed) -> Option<Timestamp> {
    typed.get(SHOWN_FIELD).parse().ok()
}

fn query(ticked: &[Chosen], since: Timestamp) -> String {
    let all = ticked.iter().map(|one| (CHOSEN_FIELD, one.to_string()));
    let all = all.chain([(SHOWN_FIELD, since.to_string())]);
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(all)
        .finish()
}

/// These with how many they are, in words.
fn counted(t: Text, id: &str, items: Vec<Item>) -> (String, Vec<Item>) {
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    (t.one(id, "count", count), items)
}

fn before(
    shell: Shell,
    what: Together,
    sorted: Sorted,
    hidden: Vec<(String, String)>,
    action: String,
) -> Response {
    let t = shell.t;
    let text = |part: &str| t.get(&format!("together-{}{part}", what.name())).into_owned();
    let by = shell.reader.as_ref().map(|reader| reader.line.clone());
    page(&TogetherPage {
        what: shell.says_how_told(&format!("together-{}-what", what.name())),
        button: text("-do"),
        can: counted(t, "together-can", sorted.can),
        cannot: counted(t, "together-cannot", sorted.cannot),
        by: t.one("together-by", "name", by.unwrap_or_default()),
        hidden,
        action,
        shell: shell.titled(text("-title")),
    })
}

impl Together {
    /// Does it to each as if to it alone. What is refused for one is told on the page after it; where the store fails, all that was sent
    /// is offered to be sent again, and what was done by then stands.
    async fn to_each(
        self,
        site: &Site,
        signed: &Signed,
        ticked: &[Chosen],
        typed: &Typed,
    ) -> Result<(), Failure> {
        for one in ticked {
            let done = each::act(self, &site.desk, &signed.actor, one, typed).await;
            match done {
                Ok(()) | Err(Fault::NotFound | Fault::Refused(_) | Fault::Invalid(_) | Fault::Stale) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Ok(())
    }

    /// The list again, with what was ticked.
    async fn list_again(
        self,
        site: &Site,
        shell: Shell,
        signed: &Signed,
        typed: &Typed,
        faults: Faults,
    ) -> Result<Response, Failure> {
        let ticks = Ticks::These(chosen_ever(typed)?);
        let stand = Stand::typed(typed);
        match self {
            Together::Review | Together::Watch => {
                docket::again(site, shell, signed, stand, (ticks, faults)).await
            }
            Together::Remind => board::again(site, shell, signed, stand, (ticks, faults)).await,
        }
    }
}

/// How many were ticked, where a form that was kept through signing in was one of these.
pub(crate) fn in_words(t: Text, path: &str, typed: &Typed) -> Option<(String, String)> {
    let what = Together::ALL.into_iter().find(|one| one.address() == path)?;
    let count = i64::try_from(typed.all(CHOSEN_FIELD).len()).unwrap_or(i64::MAX);
    let label = t.get(&format!("together-{}", what.name())).into_owned();
    Some((label, t.one("together-ticked", "count", count)))
}
