//! The lead authority records the letter in which another decided. The scan comes with the form, and is laid by while what that
//! does is shown: nobody chooses a file twice to say once more what it is.

use super::decide::{self, comes_of};
use super::saying::{Saying, Words};
use super::seal::{self, OF_LETTER, Seals};
use super::sent::Sent;
use super::{ActPage, Asking, Called, Entry, Library, SaidBefore};
use crate::form::{Typed, Upload};
use crate::pages::confirm::{Press, Step};
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::pages::{faults, id};
use crate::parts::{Faults, FieldKind};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::typed::{LAID_BY_FIELD, LAID_BY_NAME_FIELD, SEEN_FIELD};
use crate::wording::full_name;
use crate::{Failure, Text, letters, see_other};
use act::{ApplicationId, AuthorityId, Reason, Title};
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use clearance::Decision;
use clearance::acts::{ActName, On, RecordLetter, Seen};
use desk::clearance::{FileIn, LaidBy, LaidByFor};
use desk::{Fault, FieldFault};

const DATED: &str = "letter-dated";
const REFERENCE: &str = "letter-reference";

impl ActPage for RecordLetter {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/letter";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;
    const SETS_CONDITIONS: bool = true;
    const FILE: Option<&'static str> = Some("field-letter-scan");
    const SEALS: Option<Seals> = Some(OF_LETTER);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-record-letter",
            what: "act-record-letter-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let dated = entering.line(DATED, "field-letter-dated").kind(FieldKind::Day);
        let reference = entering.line(REFERENCE, "field-letter-reference");
        let mut fields = decide::filled_in(asking);
        fields.push(dated.hint(t.get("hint-letter-dated")).into());
        fields.push(reference.hint(t.get("hint-letter-reference")).into());
        fields.push(OF_LETTER.fields(asking.entering));
        fields
    }

    fn read(authority: AuthorityId, typed: &Typed, t: Text) -> Result<Self, Fault> {
        Self::read_with(authority, typed, t, &Library::default())
    }

    fn read_with(authority: AuthorityId, typed: &Typed, t: Text, library: &Library) -> Result<Self, Fault> {
        let mut wrong = vec![];
        let decision = kept(decide::decision(t, typed, library), &mut wrong)?;
        let reasons = kept(OF_LETTER.optional(typed), &mut wrong)?;
        let dated = desk::clearance::day(DATED, typed.get(DATED));
        let dated = kept(dated.map_err(|fault| Fault::Invalid(vec![fault])), &mut wrong)?;
        let reference = kept(reference(typed), &mut wrong)?;
        match (decision, reasons, dated, reference) {
            (Some(decision), Some(reasons), Some(dated), Some(reference)) => Ok(RecordLetter {
                authority,
                decision,
                reasons,
                dated,
                reference,
                scan: None,
            }),
            _ => Err(Fault::Invalid(wrong)),
        }
    }
}

fn reference(typed: &Typed) -> Result<Option<Title>, Fault> {
    if typed.broken().contains(REFERENCE) {
        return Err(Fault::Invalid(vec![FieldFault::plain(REFERENCE, "not-utf8")]));
    }
    if !typed.given(REFERENCE) {
        return Ok(None);
    }
    let read = Title::new(typed.get(REFERENCE)).map(Some);
    read.map_err(|fault| Fault::Invalid(vec![FieldFault::of_text(REFERENCE, &fault)]))
}

/// What was read; what is wrong with it is told together with what is wrong elsewhere.
fn kept<T>(read: Result<T, Fault>, wrong: &mut Vec<FieldFault>) -> Result<Option<T>, Fault> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Fault::Invalid(faults)) => {
            wrong.extend(faults);
            Ok(None)
        }
        Err(fault) => Err(fault),
    }
}

/// The act as pages know it, with a route of its own: it brings a file.
pub(super) fn entry() -> Entry {
    Entry {
        route,
        ..super::entry::<RecordLetter>()
    }
}

/// The route of its form, which brings a file.
fn route(routes: Routes) -> Routes {
    routes.route(RecordLetter::ADDRESS, post(record))
}

/// A letter with its scan, if one was chosen.
struct Scanned {
    letter: RecordLetter,
    scan: Option<FileIn>,
    /// The words that are sealed.
    words: Option<Reason>,
}

async fn record(
    State(site): State<Site>,
    mut shell: Shell,
    signed: Signed,
    Path((case, authority)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, Failure> {
    let (case, authority): (ApplicationId, AuthorityId) = (id(&case)?, id(&authority)?);
    let action = shell.to(&shell.path);
    shell.path = format!("/cases/{case}/referrals/{authority}");
    let mut sent = Sent::of(site, shell, signed, upload.typed);
    let chosen = upload.file.as_ref().map(|file| file.name.clone());
    let laid_by = laid_by(&sent, case, &authority, upload.file).await;
    let is_laid_by = laid_by.is_ok();
    sent.typed = with(&sent.typed, laid_by.as_ref().ok().and_then(Option::as_ref));
    let seen: Option<Seen> = sent.typed.get(SEEN_FIELD).parse().ok();
    let on = On::Referral(authority.clone());
    let library = sent.library(case, &on).await?;
    let letter = RecordLetter::read_with(authority.clone(), &sent.typed, sent.shell.t, &library);
    let letter = seal::together(letter, OF_LETTER.words(&sent.typed));
    let read = together(laid_by, letter);
    let (desk, actor) = (sent.site.desk.clone(), sent.signed.actor.clone());
    let done = match Press::of(&sent.typed).step(read, |_| true) {
        Step::Again => return sent.form(case, &on, Faults::none()).await,
        Step::Show(Scanned { letter, scan, words }) => {
            let (scan, sealed) = (scan.as_ref(), words.as_ref());
            let would = desk.would_record_letter(&actor, case, letter.clone(), scan, seen, sealed);
            match would.await {
                Ok(then) => return sent.shown_first(case, (&letter, words), &then, action).await,
                Err(fault) => Err(fault),
            }
        }
        Step::Do(Scanned { letter, scan, words }) => match scan {
            None => {
                let would = desk.would_record_letter(&actor, case, letter, None, seen, words.as_ref());
                would.await.map(drop)
            }
            Some(scan) => {
                let words = words.as_ref();
                desk.record_letter(&actor, case, letter, scan, seen, words).await
            }
        },
        Step::Not(fault) => Err(fault),
    };
    let Err(fault) = done else {
        return Ok(see_other(&sent.shell.to(&sent.shell.path)));
    };
    let view = desk.case(&actor, case).await?;
    // Where none can be recorded any more, there is nothing to choose again.
    let again = chosen.filter(|_| !is_laid_by && view.offers(ActName::RecordLetter));
    let faults = faults::shown(&sent.shell, fault)?;
    let faults = faults::file_again(sent.shell.t, faults, again.as_deref());
    Ok(faults::not_taken(sent.form(case, &on, faults).await?))
}

/// The scan that comes with a form, laid by from here on, or the one that its form says was; none where none was chosen.
async fn laid_by(
    sent: &Sent,
    case: ApplicationId,
    authority: &AuthorityId,
    file: Option<FileIn>,
) -> Result<Option<LaidBy>, Fault> {
    let (desk, actor) = (&sent.site.desk, &sent.signed.actor);
    let what = LaidByFor::Letter(authority);
    match file {
        Some(file) => desk.lay_by(actor, case, what, file).await.map(Some),
        None if sent.typed.given(LAID_BY_FIELD) => {
            let key = sent.typed.get(LAID_BY_FIELD);
            desk.laid_by(actor, case, what, key).await.map(Some)
        }
        None => Ok(None),
    }
}

/// What a form says, with the scan that it goes on with.
fn with(typed: &Typed, laid_by: Option<&LaidBy>) -> Typed {
    let typed = typed.without(LAID_BY_FIELD).without(LAID_BY_NAME_FIELD);
    match laid_by {
        Some(one) => typed
            .and(LAID_BY_FIELD, one.key.to_string())
            .and(LAID_BY_NAME_FIELD, one.file.name.as_str()),
        None => typed,
    }
}

/// A letter with its scan. What is wrong with the one is told together with what is wrong with the other; a refusal comes first.
fn together(
    laid_by: Result<Option<LaidBy>, Fault>,
    letter: Result<(RecordLetter, Option<Reason>), Fault>,
) -> Result<Scanned, Fault> {
    match (laid_by, letter) {
        (Ok(laid_by), Ok((letter, words))) => Ok(Scanned {
            letter,
            scan: laid_by.map(|one| one.file),
            words,
        }),
        (Err(Fault::Invalid(mut scan)), Err(Fault::Invalid(letter))) => {
            scan.splice(0..0, letter);
            Err(Fault::Invalid(scan))
        }
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    }
}

fn said(letter: &RecordLetter, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&letter.authority)?;
    let name = full_name(saying.site, t, saying.application(), referral);
    let (what, why) = decide::called(referral.advises());
    let chosen = t.get(&format!("decision-{}", letter.decision.name()));
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name.as_str()));
    rows.push(saying.row(what, chosen));
    if let Decision::GrantedWithConditions { conditions } = &letter.decision {
        rows.push(decide::numbered(saying, "field-conditions", conditions));
    }
    rows.extend(saying.why(why, letter.reasons.as_ref()));
    rows.push(saying.row("field-letter-dated", t.date(letter.dated)));
    let reference = letter.reference.as_ref();
    rows.extend(reference.map(|one| saying.row("field-letter-reference", one.as_str())));
    let then = saying.then.referrals.get(&letter.authority)?;
    let scan = then.letter()?.scan.as_ref()?;
    rows.push(saying.row("field-letter-scan", letters::scan_line(t, scan)));
    let mut follows = comes_of(
        saying,
        &letter.authority,
        &letter.decision,
        letter.reasons.as_ref(),
    );
    let of_it = |id| t.one(id, "authority", name.as_str());
    follows.push(of_it("confirm-letter-counts"));
    follows.extend(referral.four_eyes.then(|| of_it("confirm-letter-two")));
    if saying.sealed.is_none() {
        follows.push(of_it("confirm-letter-scan"));
    }
    follows.extend(saying.who_reads("confirm-sealed-readers-letter", &[]));
    follows.push(of_it("confirm-letter-stands"));
    Some(Words {
        title: "confirm-letter-title",
        here: Here::Decisions,
        rows,
        follows,
        button: "confirm-letter",
        kind: "",
        field: Some("decision"),
    })
}

/// The file that a form goes on with, if one was laid by: what it is found by, and its name.
pub(super) fn goes_on_with(typed: &Typed) -> Option<(String, String)> {
    let said = |name| typed.get(name).to_owned();
    typed
        .given(LAID_BY_FIELD)
        .then(|| (said(LAID_BY_FIELD), said(LAID_BY_NAME_FIELD)))
}
