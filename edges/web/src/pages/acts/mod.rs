//! The acts on a case as people meet them: for each one file, which says where its form is sent, what it asks, and, where it
//! cannot be undone, what is shown before it is done. Pages offer what the acts' own checks allow (`clearance::acts`).

mod accept_offer;
mod answer_extension;
mod answer_insurance;
mod answer_items;
mod answer_paid;
mod answer_question;
mod ask_also;
mod ask_question;
mod begin_review;
mod circulate;
mod conditions;
mod confide;
mod correct_deposit;
mod correct_fee;
mod correct_insurance;
mod decide;
mod decline_offer;
mod decline_proof;
mod discharge_condition;
mod disown_letter;
mod fees;
mod filled;
mod hand_in;
mod hand_in_insurance;
mod in_words;
mod issue_permit;
mod items;
mod left_over;
mod library;
mod lift_suspension;
mod limits;
mod name_owner;
mod note_appeal;
mod note_appeal_outcome;
mod of_page;
mod offer_instead;
mod propose_extension;
mod recommend;
mod record_deposit;
mod record_fee;
mod record_letter;
mod remind;
mod replace_permit;
mod report_after;
mod return_incomplete;
mod revise_conditions;
mod revoke_permit;
mod say_go;
mod say_paid;
mod saying;
mod seal;
mod sent;
mod set_fee;
mod show_kept;
mod suspend_permit;
mod take_back;
mod take_back_items;
mod unseal_reasons;
mod wanted;
mod ways;
mod withdraw;
mod withdraw_offer;
mod withdraw_question;

use super::entry::{Entering, Field};
use crate::Text;
use crate::form::Typed;
use crate::parts::{Faults, FileField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::typed::PROOF_FIELD;
use act::ApplicationId;
pub(super) use ask_also::askable;
use axum::routing::post;
use clearance::acts::{
    AcceptOffer, ActName, AnswerExtension, AnswerInsurance, AnswerItems, AnswerPaid, AnswerQuestion, AskAlso,
    AskQuestion, BeginReview, CaseAct, Circulate, Confide, CorrectDeposit, CorrectFee, CorrectInsurance,
    Decide, DeclineOffer, DeclineProof, DischargeCondition, DisownLetter, HandInInsurance, IssuePermit,
    LiftSuspension, NameOwner, NoteAppeal, NoteAppealOutcome, OfferInstead, On, ProposeExtension, Recommend,
    RecordDeposit, RecordFee, Remind, ReplacePermit, ReportAfter, ReturnIncomplete, ReviseConditions,
    RevokePermit, SayGo, SayPaid, Seen, SetFee, ShowKept, SuspendPermit, TakeBack, TakeBackItems,
    UnsealReasons, Withdraw, WithdrawOffer, WithdrawQuestion,
};
use desk::Fault;
use desk::clearance::CaseView;
pub(super) use hand_in::HandingIn;
pub(super) use in_words::in_words;
pub(super) use items::Items;
use left_over::texts;
pub(super) use left_over::{keep_typed, labels};
pub(super) use library::Library;
pub(super) use of_page::{AboutCase, AboutCondition, AboutReferral, Asks, OfPage};
use of_page::{Asking, OfPermit, Place, Sort};
pub(super) use remind::reminder;
use saying::{Saying, Words};
use seal::Seals;
pub(super) use seal::{OF_ADVICE, together};
pub(super) use sent::reason;
use std::collections::BTreeSet;
pub(super) use wanted::Wantable;
pub(super) use ways::{Way, leads_to};
use ways::{is_in_vain, reconciles};

/// An act as people meet it.
trait ActPage: Into<CaseAct> + Clone + Send + Sync + 'static {
    /// What it is on.
    type On: Place;
    /// Where its form is sent.
    const ADDRESS: &'static str;
    /// What it does, in words, where it cannot be undone: the first press then shows that, and only the second does it.
    const SAID: Option<SaidBefore<Self>> = None;
    /// Whether its form is folded away: what is seldom done, and not what one comes for.
    const FOLDED: bool = false;
    /// Whether its form stands at the top of a case's page: what is looked at before anything else is done.
    const FIRST: bool = false;
    /// What the button is called by which its form is shown again as it was filled in, with what was handed in since; none where
    /// nothing of it is chosen among documents.
    const AGAIN: Option<&'static str> = None;
    /// What the file is called that its form brings, where it brings one. Such a form is taken by a route of its own.
    const FILE: Option<&'static str> = None;
    /// Whether its form offers what of the rulebook's conditions its authority can set.
    const SETS_CONDITIONS: bool = false;
    /// The fields by which whoever acts seals why, where that can be sealed.
    const SEALS: Option<Seals> = None;
    /// The field of this form for each that refusals of several acts name.
    const FIELDS: &'static [(&'static str, &'static str)] = &[];
    /// Where one comes once it is done, on the case's pages; none where that is the page that its form stands on.
    const AFTER: Option<&'static str> = None;
    /// How the case's page calls the way to its form on the page of a referral, and where on that it stands.
    const LEADS: (&'static str, &'static str) = ("act-review-for", "");

    /// What its form is called.
    fn called(asking: &Asking<'_>) -> Called;

    /// What its form asks.
    fn fields(_: &Asking<'_>) -> Vec<Field> {
        vec![]
    }

    /// The act, as its form was filled in. What is put into words for it is so in the language of whoever filled it in.
    fn read(on: Self::On, typed: &Typed, t: Text) -> Result<Self, Fault>;

    /// The same of a form in which conditions of the rulebook can be ticked.
    fn read_with(on: Self::On, typed: &Typed, t: Text, _: &Library) -> Result<Self, Fault> {
        Self::read(on, typed, t)
    }
}

/// What an act does, in words; none where the case does not allow it any more.
type SaidBefore<P> = fn(&P, &Saying<'_>) -> Option<Words>;

/// What is called by which texts.
struct Called {
    /// The heading and the button.
    title: &'static str,
    /// What doing it means; empty where the button says it all.
    what: &'static str,
    /// The kind of the button.
    kind: &'static str,
}

/// What pages need to know of an act, whichever it is.
struct Entry {
    address: &'static str,
    in_address: &'static [&'static str],
    /// Whether what it does is shown before it is done.
    is_final: bool,
    folded: bool,
    first: bool,
    again: Option<&'static str>,
    file: Option<&'static str>,
    leads: (&'static str, &'static str),
    route: fn(Routes) -> Routes,
    called: fn(&Asking<'_>) -> Called,
    fields: fn(&Asking<'_>) -> Vec<Field>,
}

fn entry<P: ActPage>() -> Entry {
    Entry {
        address: P::ADDRESS,
        in_address: P::On::IN_ADDRESS,
        is_final: P::SAID.is_some(),
        folded: P::FOLDED,
        first: P::FIRST,
        again: P::AGAIN,
        file: P::FILE,
        leads: P::LEADS,
        route: |routes| routes.route(P::ADDRESS, post(sent::send::<P>)),
        called: P::called,
        fields: P::fields,
    }
}

/// The entry of each act that has a page, `RecordLetter` with its own; none of the others. All are named.
macro_rules! entries {
    ($act:expr; $($page:ident)*; none $($other:ident)*) => {
        match $act {
            $(ActName::$page => Some(entry::<$page>()),)*
            ActName::RecordLetter => Some(record_letter::entry()),
            $(ActName::$other)|* => None,
        }
    };
}

impl Entry {
    /// None where what is sent is not typed alone and has a form of its own: a document that is handed in (`hand_in`), a note
    /// of what happened (`pages::day`), a draft by which an application is amended; advice by a link, which has pages of its own; and
    /// of what happens by itself.
    fn of(act: ActName) -> Option<Entry> {
        entries!(act; AnswerExtension AnswerQuestion AnswerItems TakeBackItems AcceptOffer DeclineOffer ShowKept DischargeCondition DisownLetter DeclineProof NameOwner NoteAppeal NoteAppealOutcome Circulate IssuePermit BeginReview Decide AskAlso AskQuestion WithdrawQuestion WithdrawOffer OfferInstead ProposeExtension Recommend ReplacePermit ReturnIncomplete ReviseConditions SuspendPermit LiftSuspension RevokePermit Confide UnsealReasons SayGo ReportAfter RecordDeposit CorrectDeposit AnswerPaid SayPaid RecordFee CorrectFee SetFee HandInInsurance AnswerInsurance CorrectInsurance Remind TakeBack Withdraw; none HandIn NoteIncident Amend AskAdvice WithdrawAdvice GiveAdvice CountSilence NoteOverrun EndSuspension NoteInsuranceEnds Lapse)
    }

    /// The page that its form stands on.
    fn sort(&self) -> Sort {
        if self.in_address.contains(&"{condition}") {
            Sort::Condition
        } else if self.in_address.contains(&"{authority}") {
            Sort::Referral
        } else {
            Sort::Case
        }
    }
}

/// The addresses to which forms of acts are sent.
pub(crate) fn routes() -> Routes {
    let entries = ActName::ALL.iter().filter_map(|act| Entry::of(*act));
    entries.fold(hand_in::routes(), |routes, entry| (entry.route)(routes))
}

/// Those of acts that cannot be undone: the first press shows what they do. What has a form of its own is not among them.
pub fn final_addresses() -> impl Iterator<Item = &'static str> {
    let entries = ActName::ALL.iter().filter_map(|act| Entry::of(*act));
    entries.filter(|entry| entry.is_final).map(|entry| entry.address)
}

/// Where an act on this is sent.
fn address(entry: &Entry, case: ApplicationId, on: &On) -> String {
    let address = entry.address.replace("{id}", &case.to_string());
    match on {
        On::Case => address,
        On::Referral(authority) => address.replace("{authority}", authority.as_str()),
        On::Asked(authority, number) => address
            .replace("{authority}", authority.as_str())
            .replace("{number}", &number.to_string()),
        On::Condition(authority, number) => address
            .replace("{authority}", authority.as_str())
            .replace("{condition}", &number.to_string()),
    }
}

/// The form of an act that would not be refused.
pub(super) struct ActForm {
    pub id: &'static str,
    pub title: String,
    pub what: String,
    pub action: String,
    /// What of the application the page shows.
    pub seen: Seen,
    /// Which proof the page shows, where it shows one that waits.
    pub proof: Option<u32>,
    /// Which of what was said of a deposit is the last that counts, where the page shows one.
    pub deposit: Option<u32>,
    pub fields: Vec<Field>,
    /// The file that it brings, where it brings one.
    pub file: Option<Bringing>,
    pub kind: &'static str,
    pub folded: bool,
    first: bool,
    /// The button that shows it again with what was handed in since.
    pub again: Option<String>,
    /// Whether a folded form lies open: something is wrong with it, or it came back to be changed.
    pub open: bool,
}

/// A file that a form brings.
pub(super) struct Bringing {
    pub file: FileField,
    /// The file that was chosen before, if one was: what it is found by, and its name.
    pub laid_by: Option<(String, String)>,
}

impl ActForm {
    /// Whether it is a button alone.
    pub fn is_a_button(&self) -> bool {
        self.fields.is_empty() && !self.folded
    }

    /// Whether it stands at the top of a case's page.
    pub fn is_at_the_top(&self) -> bool {
        self.first || self.is_a_button()
    }
}

/// The forms of what the reader can do on a page, the most pressing first. What was typed into one that is gone is shown apart.
pub(super) fn forms(
    shell: &mut Shell,
    view: &CaseView,
    page: OfPage<'_>,
    typed: &Typed,
    faults: &Faults,
) -> Vec<ActForm> {
    let asking = Asking {
        sealed: Some(&view.sealed),
        ..page.asking(Entering {
            t: shell.t,
            typed,
            faults,
        })
    };
    let offered: Vec<_> = view.possible.iter().filter(|one| page.has(&one.on)).collect();
    let forms = offered
        .iter()
        .filter_map(|one| Some(form(&*shell, &asking, view, &Entry::of(one.act)?, &one.on)));
    let forms: Vec<ActForm> = forms.collect();
    let there: BTreeSet<_> = forms.iter().flat_map(|form| texts(&form.fields)).collect();
    let entries = ActName::ALL.iter().filter_map(|act| Entry::of(*act));
    let entries = entries.filter(|entry| entry.sort() == page.sort());
    // What an old page asked for that is not awaited any more is known by what was typed alone.
    let asks = Asks::typed(typed);
    let as_typed = Asking {
        asks: &asks,
        ..asking
    };
    let could: BTreeSet<_> = entries
        .flat_map(|entry| [&asking, &as_typed].map(|asking| texts(&(entry.fields)(asking))))
        .flatten()
        .collect();
    let could: Vec<_> = could
        .iter()
        .map(|name| (name.as_str(), there.contains(name)))
        .collect();
    shell.keep_left_over(typed, &could);
    forms
}

fn form(shell: &Shell, asking: &Asking<'_>, view: &CaseView, entry: &Entry, on: &On) -> ActForm {
    let Entering { t, typed, faults } = asking.entering;
    let called = (entry.called)(asking);
    let fields = (entry.fields)(asking);
    let file = entry.file.map(|label| Bringing {
        file: FileField::new(t, "file", t.get(label), faults),
        laid_by: record_letter::goes_on_with(typed),
    });
    let names = fields.iter().flat_map(Field::labels);
    let names = names.chain(file.iter().map(|one| one.file.label()));
    let open = names
        .map(|(name, _)| name)
        .any(|name| typed.given(name) || faults.at(name).is_some());
    ActForm {
        id: called.title,
        title: t.get(called.title).into_owned(),
        what: if called.what.is_empty() {
            String::new()
        } else {
            shell.says_how_told(called.what)
        },
        action: address(entry, view.id, on),
        seen: Seen::of(&view.application, on.authority()),
        proof: asking.condition.and_then(|one| one.proof),
        deposit: asking.condition.and_then(|one| one.deposit),
        kind: called.kind,
        first: entry.first,
        again: entry.again.map(|id| t.get(id).into_owned()),
        folded: entry.folded || is_in_vain(view),
        open: open || entry.leads.0 == ReviseConditions::LEADS.0 && reconciles(view, on),
        fields,
        file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_act_has_an_address_of_its_own_with_the_parts_of_what_it_is_on() {
        let entries: Vec<_> = ActName::ALL.iter().filter_map(|act| Entry::of(*act)).collect();
        let addresses: BTreeSet<_> = entries.iter().map(|entry| entry.address).collect();
        assert_eq!(addresses.len(), entries.len());
        for entry in entries {
            let parts = entry.address.split('/').filter(|part| part.starts_with('{'));
            assert_eq!(parts.collect::<Vec<_>>(), entry.in_address, "{}", entry.address);
        }
    }
}
