//! What is final for an application: a decision, its permit, that the permit is taken back, that it is withdrawn.

use super::{Confirming, Row, asked};
use crate::form::Typed;
use crate::pages::ahead::to_be_asked;
use crate::pages::check::printed;
use crate::pages::documents::Documents;
use crate::pages::thread::{Here, of_case, origin};
use crate::position::Seen;
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::{Named, event_line, event_title, full_name, standing_words, unprintable, zone};
use crate::{Failure, Text};
use act::{AuthorityId, Reason};
use axum::response::Response;
use clearance::{Application, Asked, Decision, Referral};
use desk::clearance::{CaseView, Change};

/// Whether a change cannot be undone, so that whoever makes it sees first what it does.
pub(in crate::pages) fn is_final(change: &Change) -> bool {
    match change {
        Change::Circulate
        | Change::Decide(..)
        | Change::IssuePermit
        | Change::RevokePermit(_)
        | Change::Withdraw(_) => true,
        Change::BeginReview(_)
        | Change::Ask(..)
        | Change::WithdrawQuestion(..)
        | Change::Answer(..)
        | Change::HandIn(_) => false,
    }
}

/// A final change in words.
struct Words {
    title: &'static str,
    /// What of the thread it changes.
    here: Here,
    rows: Vec<Row>,
    follows: Vec<String>,
    button: &'static str,
    /// The kind of the button.
    kind: &'static str,
    /// The first field that was typed, to which one goes back; none where nothing was.
    field: Option<&'static str>,
}

/// The page that says what a final change does. The form is sent to `action` again, which is where it came to; the shell's
/// address is that of the page it came from.
pub(in crate::pages) async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    change: &Change,
    typed: &Typed,
    action: String,
) -> Result<Response, Failure> {
    let t = shell.t;
    let saying = Saying {
        site,
        t,
        view,
        missing: Documents::of_case(site, &shell, view).missing(None),
        named: Named::of(site, t, &view.application).await?,
    };
    let words = saying.words(change).ok_or_else(Failure::not_found)?;
    let origin = origin(&site.desk, view).await?;
    let thread = of_case(t, view, origin.as_ref(), words.here);
    let confirming = Confirming {
        title: t.get(words.title).into_owned(),
        rows: words.rows,
        follows: words.follows,
        button: words.button,
        kind: words.kind,
        field: words.field,
        back: "back-to-case",
    };
    Ok(asked(shell.threaded(thread), confirming, typed, action))
}

/// What a change is said with.
struct Saying<'v> {
    site: &'v Site,
    t: Text,
    view: &'v CaseView,
    /// Which documents are missing.
    missing: Option<String>,
    named: Named,
}

impl Saying<'_> {
    fn words(&self, change: &Change) -> Option<Words> {
        match change {
            Change::Decide(authority, decision, reasons) => {
                self.decision(authority, decision, reasons.as_ref())
            }
            Change::Circulate => self.circulation(),
            Change::IssuePermit => Some(self.permit()),
            Change::RevokePermit(reasons) => Some(self.revocation(reasons)),
            Change::Withdraw(reasons) => Some(self.withdrawal(reasons.as_ref())),
            Change::BeginReview(_)
            | Change::Ask(..)
            | Change::WithdrawQuestion(..)
            | Change::Answer(..)
            | Change::HandIn(_) => None,
        }
    }

    fn application(&self) -> &Application {
        &self.view.application
    }

    fn row(&self, label: &str, value: impl Into<String>) -> Row {
        Row::of(self.t.get(label), vec![value.into()])
    }

    /// The event, and who holds it: for whom the change is.
    fn event(&self) -> Vec<Row> {
        let application = self.application();
        let line = event_line(self.t, application, &zone(application, self.site));
        let organisers = application
            .submission
            .iter()
            .flat_map(|one| self.named.organisers(&one.organisers));
        let event = vec![event_title(application), line];
        vec![
            Row::of(self.t.get("column-event"), event),
            Row::of(self.t.get("paper-organisers"), organisers.collect()),
        ]
    }

    fn decision(
        &self,
        authority: &AuthorityId,
        decision: &Decision,
        reasons: Option<&Reason>,
    ) -> Option<Words> {
        let t = self.t;
        let referral = self.application().referrals.get(authority)?;
        let [title, what, why, stands, button] = if referral.advises() { ADVICE } else { DECISION };
        let name = full_name(self.site, t, self.application(), referral);
        let chosen = decision.name();
        let mut rows = self.event();
        rows.push(self.row("column-authority", name.as_str()));
        rows.push(self.row(what, t.get(&format!("decision-{chosen}"))));
        if let Decision::GrantedWithConditions { conditions } = decision {
            let texts = conditions.iter().map(|one| one.text.to_string());
            rows.push(Row::numbered(t.get("field-conditions"), texts.collect()));
        }
        let reasons = reasons.map_or_else(|| t.get("paper-no-reasons").into_owned(), ToString::to_string);
        rows.push(self.row(why, reasons));
        let mut follows = vec![];
        if !referral.advises() {
            follows.push(t.one(&format!("confirm-{chosen}"), "authority", name));
        }
        if let Decision::GrantedWithConditions { conditions } = decision {
            let text: String = conditions.iter().map(|one| one.text.as_str()).collect();
            let unprintable = unprintable(&text);
            follows
                .extend(unprintable.map(|characters| t.one("confirm-unprintable", "characters", characters)));
        }
        follows.push(t.get("confirm-told").into_owned());
        follows.push(t.get(stands).into_owned());
        Some(Words {
            title,
            here: Here::Decisions,
            rows,
            follows,
            button,
            kind: "",
            field: Some("decision"),
        })
    }

    /// Who is asked, by when it has to be, and on which documents. `None` once they were asked.
    fn circulation(&self) -> Option<Words> {
        let t = self.t;
        let (rulebook, asked) = to_be_asked(self.site, self.view)?;
        let whom = |one: &Asked| {
            let authority = rulebook.authority(&one.required.authority)?;
            let name = authority.name.in_language(t.language().tag());
            let latest = t.date(one.schedule.latest_filing);
            Some(t.with(
                "confirm-asked",
                [("authority", name.into()), ("date", latest.into())],
            ))
        };
        let submission = self.application().submission.iter();
        let files = submission.flat_map(|one| &one.attachments);
        let files: Vec<_> = files.map(|one| one.name.to_string()).collect();
        let mut rows = self.event();
        rows.push(Row::numbered(
            t.get("check-authorities"),
            asked.iter().filter_map(whom).collect(),
        ));
        let files = if files.is_empty() {
            vec![t.get("check-no-files").into_owned()]
        } else {
            files
        };
        let missing = self.missing.clone();
        rows.push(Row::of(
            t.get("case-files"),
            files.into_iter().chain(missing).collect(),
        ));
        let follows = [
            "confirm-circulation",
            "confirm-told",
            "confirm-circulation-stands",
        ];
        Some(Words {
            title: "confirm-circulation-title",
            here: Here::Application,
            rows,
            follows: follows.map(|id| t.get(id).into_owned()).into(),
            button: "act-circulate",
            kind: "",
            field: None,
        })
    }

    fn permit(&self) -> Words {
        let (t, application) = (self.t, self.application());
        let mut rows = self.event();
        let lead = application.lead.as_ref();
        rows.extend(
            lead.map(|lead| self.row("paper-lead-authority", self.named.lead(application, &lead.name))),
        );
        let agreed = application.in_order().into_iter();
        let agreed = agreed.filter(|one| !one.advises() && one.standing().agreed());
        let agreed = agreed.map(|one| full_name(self.site, t, application, one));
        let agreed: Vec<_> = agreed.collect();
        rows.push(if agreed.is_empty() {
            self.row("paper-decisions", t.get("position-no-consent"))
        } else {
            Row::of(t.get("paper-decisions"), agreed)
        });
        rows.extend(self.advice());
        let conditions = Seen::new(self.site, t, self.view).conditions();
        let conditions = conditions.into_iter().map(|one| {
            let demanded = [
                ("condition", one.text.into()),
                ("authority", one.authority.into()),
            ];
            t.with("confirm-condition", demanded)
        });
        let conditions: Vec<_> = conditions.collect();
        rows.push(if conditions.is_empty() {
            self.row("field-conditions", t.get("paper-no-conditions"))
        } else {
            Row::numbered(t.get("field-conditions"), conditions)
        });
        let told = ["confirm-permit", "confirm-permit-stands"].map(|id| t.get(id).into_owned());
        let unprintable = unprintable(&self.printed());
        let unprintable =
            unprintable.map(|characters| t.one("confirm-unprintable", "characters", characters));
        let follows = self.advice_to_come().into_iter().chain(unprintable);
        Words {
            title: "confirm-permit-title",
            here: Here::Permit,
            rows,
            follows: follows.chain(told).collect(),
            button: "act-issue-permit",
            kind: "",
            field: None,
        }
    }

    /// Whose advice may still come: its period runs, and the permit would not wait for it.
    fn advice_to_come(&self) -> Vec<String> {
        let (t, application) = (self.t, self.application());
        let seen = Seen::new(self.site, t, self.view);
        let advises = application.in_order().into_iter();
        let advises = advises.filter(|one| one.advises() && one.decided.is_none());
        let said = |referral: &Referral| {
            let authority = full_name(self.site, t, application, referral);
            match seen.deadline(referral) {
                Some(due) if due < seen.today => None,
                Some(due) => {
                    let until = [("authority", authority.into()), ("date", t.date(due).into())];
                    Some(t.with("confirm-advice-runs", until))
                }
                None => Some(t.one("confirm-advice-paused", "authority", authority)),
            }
        };
        advises.filter_map(said).collect()
    }

    /// What people wrote that the permit's paper will say.
    fn printed(&self) -> String {
        let application = self.application();
        let event = application.submission.iter().map(|one| printed(one, &self.named));
        let conditions = application.referrals.values().flat_map(Referral::conditions);
        let conditions = conditions.map(|one| one.text.to_string());
        event.chain(conditions).collect()
    }

    /// What consultees advised and why, and whose advice is not there yet: the permit does not wait for it, and whoever issues it
    /// has read it.
    fn advice(&self) -> Option<Row> {
        let (t, application) = (self.t, self.application());
        let advises = application.in_order().into_iter().filter(|one| one.advises());
        let said = |referral: &Referral| {
            let reasons = referral
                .decided
                .as_ref()
                .and_then(|decided| decided.reasons.as_ref());
            let said = [
                ("authority", full_name(self.site, t, application, referral).into()),
                ("standing", standing_words(t, referral).into()),
                (
                    "reasons",
                    reasons.map_or_else(String::new, ToString::to_string).into(),
                ),
            ];
            t.with(
                if reasons.is_some() {
                    "confirm-advised-reasons"
                } else {
                    "confirm-advised"
                },
                said,
            )
        };
        let said: Vec<_> = advises.map(said).collect();
        (!said.is_empty()).then(|| Row::of(t.get("paper-advice"), said))
    }

    fn revocation(&self, reasons: &Reason) -> Words {
        let t = self.t;
        let permit = self.application().permit.iter();
        let mut rows: Vec<_> = permit
            .map(|permit| self.row("paper-reference", permit.content.permit.as_str()))
            .collect();
        rows.extend(self.event());
        rows.push(self.row("field-reasons", reasons.to_string()));
        let follows = [
            "act-revoke-what",
            "hint-revocation-reasons",
            "confirm-revocation-stands",
        ];
        Words {
            title: "confirm-revocation-title",
            here: Here::Permit,
            rows,
            follows: follows.map(|id| t.get(id).into_owned()).into(),
            button: "act-revoke",
            kind: "warning",
            field: Some("reasons"),
        }
    }

    fn withdrawal(&self, reasons: Option<&Reason>) -> Words {
        let t = self.t;
        let reasons = reasons.map_or_else(|| t.get("paper-no-reasons").into_owned(), ToString::to_string);
        let mut rows = self.event();
        rows.push(self.row("field-reasons", reasons));
        let follows = ["act-withdraw-what", "confirm-told", "confirm-withdrawal-stands"];
        Words {
            title: "confirm-withdrawal-title",
            here: Here::Application,
            rows,
            follows: follows.map(|id| t.get(id).into_owned()).into(),
            button: "act-withdraw",
            kind: "warning",
            field: Some("reasons"),
        }
    }
}

/// What a decision is said with: the title, what was chosen, why, that it stands, and the button.
const DECISION: [&str; 5] = [
    "confirm-decision-title",
    "field-decision",
    "field-decision-reasons",
    "act-decide-what",
    "confirm-decision",
];
/// The same of advice.
const ADVICE: [&str; 5] = [
    "confirm-advice-title",
    "field-advice",
    "field-advice-reasons",
    "act-advise-what",
    "confirm-advice",
];
