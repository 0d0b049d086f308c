//! The form in which something is said of a case, or corrected.

use super::super::entry::{Entering, Entry, Field};
use super::super::reading::Reading;
use super::super::{faults, id};
use super::{address, called, circle};
use crate::form::{Form, Typed};
use crate::parts::{Choice, ChoiceField, Faults};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, see_other};
use act::{ApplicationId, CommentId, OrganisationId};
use axum::extract::{Path, State};
use axum::response::Response;
use clearance::comments::{Among, Colleague};
use desk::Fault;
use desk::clearance::{Mentionable, SayIn};
use identity::Names;
use std::collections::BTreeMap;

/// The field that says who is to look at it.
const MENTION: &str = "mention";
/// The field that says of which form the words are.
const KEY: &str = "key";

/// What a form of a comment is about.
struct Saying {
    case: ApplicationId,
    among: Among,
    corrects: Option<CommentId>,
    people: Mentionable,
    organisations: BTreeMap<OrganisationId, Names>,
    readers: String,
}

impl Saying {
    async fn of(
        site: &Site,
        t: Text,
        signed: &Signed,
        (case, among): (ApplicationId, Among),
        corrects: Option<CommentId>,
    ) -> Result<Saying, Failure> {
        let people = site
            .desk
            .mentionable(&signed.actor, case, among, corrects)
            .await?;
        let readers = match corrects {
            Some(comment) => {
                site.desk
                    .comment(&signed.actor, case, comment)
                    .await?
                    .line
                    .said
                    .readers
            }
            None => {
                site.desk
                    .comments(&signed.actor, case, among, None)
                    .await?
                    .readers
            }
        };
        let organisations = site.desk.organisation_names(&readers).await?;
        let named = readers.iter().map(|one| called(&organisations, one, t));
        let named =
            named.reduce(|first, last| t.with("all-of", [("first", first.into()), ("last", last.into())]));
        Ok(Saying {
            case,
            among,
            corrects,
            people,
            organisations,
            readers: named.unwrap_or_default(),
        })
    }

    fn here(&self) -> String {
        let here = address(self.case, self.among);
        match self.corrects {
            Some(comment) => format!("{here}/{comment}/correction"),
            None => format!("{here}/new"),
        }
    }

    fn page(&self, site: &Site, shell: Shell, typed: &Typed, faults: &Faults) -> Response {
        let t = shell.t;
        let key = match typed.get(KEY) {
            "" => site.desk.sending().to_string(),
            key => key.to_owned(),
        };
        let entering = Entering { t, typed, faults };
        let words = entering.lines("words", "field-comment", 2_000);
        let title = match self.corrects {
            Some(_) => "comment-correct",
            None => "comment-say",
        };
        let mut fields: Vec<Field> = vec![words.into()];
        fields.extend(self.mentions(&shell, typed, faults));
        let lead = t.one(
            &format!("comments-what-{}", self.among.name()),
            "readers",
            self.readers.as_str(),
        );
        let mut entry = Entry::of(shell, entering, self.here(), title)
            .lead(lead)
            .back_to(address(self.case, self.among), "back-to-comments")
            .card("", fields);
        entry.hidden = vec![(KEY.to_owned(), key)];
        entry.page()
    }

    /// Who is to look at it: a choice of those who read it, folded away until somebody is wanted.
    fn mentions(&self, shell: &Shell, typed: &Typed, faults: &Faults) -> Option<Field> {
        if self.people.is_empty() {
            return None;
        }
        let t = shell.t;
        let choice = |(one, names): &(Colleague, Names)| {
            let words = [
                ("name", names.in_language(t.language().tag()).to_owned().into()),
                ("role", t.get(&format!("role-{}", one.role.name())).into()),
                (
                    "organisation",
                    called(&self.organisations, &one.organisation, t).into(),
                ),
            ];
            Choice::new(one.person.to_string(), t.with("comment-by", words))
        };
        let choices = self.people.iter().map(choice).collect();
        let legend = t.get("field-comment-mention");
        let field = ChoiceField::one(t, MENTION, legend.as_ref(), choices, typed, faults);
        let field = field.several().hint(shell.says_how_told("hint-comment-mention"));
        Some(Field::Folded {
            title: legend.into_owned(),
            of: String::new(),
            open: typed.given(MENTION) || faults.at(MENTION).is_some(),
            fields: vec![field.into()],
        })
    }
}

pub(super) async fn form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, among)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let about = (id(&case)?, circle(&among)?);
    // Whoever can say nothing now is told why where the comments stand.
    let comments = site.desk.comments(&signed.actor, about.0, about.1, None).await?;
    if comments.hindered.is_some() {
        return Err(Failure::not_found());
    }
    let saying = Saying::of(&site, shell.t, &signed, about, None).await?;
    Ok(saying.page(&site, shell, &Typed::default(), &Faults::none()))
}

pub(super) async fn correction(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, among, comment)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let (about, comment) = ((id(&case)?, circle(&among)?), id(&comment)?);
    let found = site.desk.comment(&signed.actor, about.0, comment).await?;
    if !found.corrects || found.line.said.among != about.1 {
        return Err(Failure::not_found());
    }
    let saying = Saying::of(&site, shell.t, &signed, about, Some(comment)).await?;
    let words = found.words.map_or_else(String::new, |words| words.to_string());
    let mentions = found.line.said.mentions.iter();
    let typed = mentions.fold(Typed::default().and("words", words), |typed, one| {
        typed.and(MENTION, one.person.to_string())
    });
    Ok(saying.page(&site, shell, &typed, &Faults::none()))
}

/// What was typed, or all that is wrong with it.
fn typed_in(site: &Site, typed: &Typed, corrects: Option<CommentId>) -> Result<SayIn, Fault> {
    let mut reading = Reading::of(typed);
    let words = reading.text("words");
    let mentions: Vec<_> = typed.all(MENTION).into_iter().map(str::parse).collect();
    if mentions.iter().any(Result::is_err) {
        reading.fault(MENTION, "unknown");
    }
    match words {
        Some(words) if reading.is_sound() => Ok(SayIn {
            words,
            mentions: mentions.into_iter().flatten().collect(),
            key: typed.get(KEY).parse().unwrap_or_else(|_| site.desk.sending()),
            corrects,
        }),
        _ => Err(reading.end()),
    }
}

pub(super) async fn say(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, among)): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let about = (id(&case)?, circle(&among)?);
    said(&site, shell, &signed, about, (None, &typed)).await
}

pub(super) async fn correct(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, among, comment)): Path<(String, String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let (about, comment) = ((id(&case)?, circle(&among)?), id(&comment)?);
    said(&site, shell, &signed, about, (Some(comment), &typed)).await
}

async fn said(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    (case, among): (ApplicationId, Among),
    (corrects, typed): (Option<CommentId>, &Typed),
) -> Result<Response, Failure> {
    let saying = Saying::of(site, shell.t, signed, (case, among), corrects).await?;
    let read = faults::readable(typed).and(typed_in(site, typed, corrects));
    let fault = match read {
        Ok(said) => match site.desk.say(&signed.actor, case, among, said).await {
            Ok(()) => return Ok(see_other(&shell.to(&address(case, among)))),
            Err(fault) => fault,
        },
        Err(fault) => fault,
    };
    let faults = faults::shown(&shell, fault)?;
    Ok(faults::not_taken(saying.page(site, shell, typed, &faults)))
}
