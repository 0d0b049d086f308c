//! What of a case is confided to few, in words: for those who read a piece, who else does and why; for all others that it is there, who
//! keeps it back, and whom to ask.

use crate::Text;
use crate::parts::Choice;
use crate::site::Site;
use crate::wording::{Named, bound_to, lead_name, short_name, short_of, zone};
use act::{AuthorityId, OrganisationId};
use clearance::{Application, KeptBack, Mark, Piece};
use desk::clearance::CaseView;
use std::collections::BTreeSet;

/// A piece that is confided to few, for somebody who reads it.
pub(crate) struct ConfidedLine {
    /// Which.
    pub what: String,
    /// Who confided it, when, and who reads it.
    pub said: String,
    /// Why.
    pub why: String,
}

/// What is said of pieces of a case.
pub(crate) struct Confided<'a> {
    site: &'a Site,
    t: Text,
    view: &'a CaseView,
    named: &'a Named,
}

/// What an organisation of a case is called: one that holds the event, the one that leads, or one that is asked; none if it is no such.
pub(crate) fn whose(
    site: &Site,
    t: Text,
    application: &Application,
    named: &Named,
    organisation: OrganisationId,
) -> Option<String> {
    let submission = application.submission.as_ref()?;
    let mut organisers = submission.organisers.iter();
    if let Some(one) = organisers.find(|one| one.organisation == organisation) {
        return Some(named.name(one.organisation, one.name.as_str()));
    }
    if application.is_led_by(organisation) {
        return Some(lead_name(site, t, application));
    }
    let left = application.released.iter().map(|left| &left.referral);
    let mut asked = application.referrals.values().chain(left);
    let asked = asked.find(|one| one.organisation == organisation);
    asked.map(|referral| short_name(site, t, application, referral))
}

/// What a piece is called by those who read it.
pub(crate) fn piece_name(site: &Site, t: Text, application: &Application, piece: &Piece) -> String {
    match piece {
        Piece::Document(id) => {
            let mut all = application.attachments();
            let found = all.find(|one| one.attachment == *id);
            found.map_or_else(|| t.get("document-kept").into_owned(), |one| one.name.to_string())
        }
        Piece::Answer(input) => t.one("piece-answer", "question", question(site, t, application, input)),
    }
}

fn question(site: &Site, t: Text, application: &Application, input: &str) -> String {
    let rulebook = bound_to(site, application);
    let asked = rulebook.as_ref().and_then(|rulebook| rulebook.input(input));
    asked.map_or_else(
        || input.to_owned(),
        |asked| asked.question.in_language(t.language().tag()).to_owned(),
    )
}

/// An authority by its id, also where it is not asked yet.
fn authority(site: &Site, t: Text, application: &Application, id: &AuthorityId) -> String {
    let rulebook = bound_to(site, application);
    let known = rulebook
        .as_ref()
        .and_then(|rulebook| rulebook.authority(id.as_str()));
    short_of(t, known, id.as_str())
}

/// The pieces of which the reader can say who reads them, each with who does now.
pub(crate) fn pieces(site: &Site, t: Text, view: &CaseView) -> Vec<Choice> {
    let application = &view.application;
    let choice = |piece: Piece| {
        let name = piece_name(site, t, application, &piece);
        let label = match application.mark(&piece) {
            Some(_) => t.one("piece-confided", "piece", name),
            None => name,
        };
        Choice::new(piece.to_string(), label)
    };
    application
        .confidable(&view.context)
        .into_iter()
        .map(choice)
        .collect()
}

/// The authorities that can be named as readers: those that are asked; before any is, all that the rulebook has. Whoever leads reads always.
pub(crate) fn readers(site: &Site, t: Text, view: &CaseView) -> Vec<Choice> {
    let application = &view.application;
    let lead = application.lead.as_ref().map(|lead| &lead.authority);
    let asked = application
        .in_order()
        .into_iter()
        .map(|one| one.authority.clone());
    let mut all: Vec<AuthorityId> = asked.collect();
    if all.is_empty() {
        let rulebook = bound_to(site, application);
        let known = rulebook.iter().flat_map(|rulebook| rulebook.authorities());
        all.extend(known.filter_map(|one| one.id.parse().ok()));
    }
    all.retain(|one| Some(one) != lead);
    let choice = |id: &AuthorityId| Choice::new(id.as_str(), authority(site, t, application, id));
    all.iter().map(choice).collect()
}

impl<'a> Confided<'a> {
    pub(crate) fn of(site: &'a Site, t: Text, view: &'a CaseView, named: &'a Named) -> Confided<'a> {
        Confided { site, t, view, named }
    }

    fn application(&self) -> &Application {
        &self.view.application
    }

    fn organisation(&self, organisation: OrganisationId) -> String {
        let name = whose(self.site, self.t, self.application(), self.named, organisation);
        name.unwrap_or_default()
    }

    /// That a piece is kept back, by whom, and whom to ask.
    fn kept(&self, kept: &KeptBack) -> String {
        let by = self.organisation(kept.by.actor.organisation);
        let at = self.t.instant(kept.by.at, &zone(self.application(), self.site));
        self.t.with("piece-kept", [("by", by.into()), ("at", at.into())])
    }

    /// The questions whose answers are kept back from the reader, each with what is said of it.
    pub(crate) fn answers(&self) -> Vec<(String, String)> {
        let answer = |one: &KeptBack| match &one.piece {
            Piece::Answer(input) => {
                let question = question(self.site, self.t, self.application(), input);
                Some((question, self.kept(one)))
            }
            Piece::Document(_) => None,
        };
        self.view.kept_back.iter().filter_map(answer).collect()
    }

    /// The documents that are kept back: which of the rulebook's each is, and what is said of it.
    pub(crate) fn documents(&self) -> Vec<(Option<String>, String)> {
        let documents = self.view.kept_back.iter();
        let documents = documents.filter(|one| matches!(one.piece, Piece::Document(_)));
        documents
            .map(|one| (one.document.clone(), self.kept(one)))
            .collect()
    }

    /// The pieces that are confided to few and that the reader reads.
    pub(crate) fn lines(&self) -> Vec<ConfidedLine> {
        let pieces = self.application().submission.iter().flat_map(|one| one.pieces());
        let line = |piece: Piece| {
            let mark = self.application().mark(&piece)?;
            Some(ConfidedLine {
                what: piece_name(self.site, self.t, self.application(), &piece),
                said: self.said(&piece, mark),
                why: mark.last.confided.reasons.to_string(),
            })
        };
        pieces.filter_map(line).collect()
    }

    fn said(&self, piece: &Piece, mark: Mark<'_>) -> String {
        let t = self.t;
        let application = self.application();
        let own = mark.first.by.actor.organisation;
        let asked = application.in_order().into_iter();
        let asked = asked.filter(|one| one.organisation != own && !application.is_led_by(one.organisation));
        let reads = asked.filter(|one| application.reads(one.organisation, piece));
        let mut readers: BTreeSet<&AuthorityId> = reads.map(|one| &one.authority).collect();
        let waits = |id: &&AuthorityId| !application.referrals.contains_key(*id);
        readers.extend(mark.last.confided.among.iter().flatten().filter(waits));
        let readers = readers.into_iter();
        let readers: Vec<_> = readers
            .map(|id| authority(self.site, t, application, id))
            .collect();
        let id = if readers.is_empty() {
            "confided-said-nobody"
        } else {
            "confided-said"
        };
        let at = t.instant(mark.first.by.at, &zone(application, self.site));
        let words = [
            ("by", self.organisation(own).into()),
            ("at", at.into()),
            ("authorities", readers.join(", ").into()),
        ];
        t.with(id, words)
    }
}
