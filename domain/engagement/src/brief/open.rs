//! What each side owes the other: answers to requests, and words that were given.

use super::left_out::Counting;
use super::{Known, LeftOut, days_since};
use crate::{
    Answered, Assessment, Commitment, CommitmentMade, Meeting, Request, RequestMade, RequestStanding,
};
use act::{ApplicationId, Date, MeetingId, OrganisationId, Reason, Title};
use identity::When;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A request, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As it was made.
    pub made: Box<RequestMade>,
    /// The name of whoever asked, as the record of that day has it.
    pub asked_by: Option<Title>,
    /// When.
    pub when: When,
    /// How many days ago; none where its day is not known.
    pub days: Option<i32>,
    /// Where it stands.
    pub standing: RequestStanding,
    /// The answer that stands.
    pub answer: Option<Answered>,
    /// The application that follows from it.
    pub application: Option<ApplicationId>,
}

/// A promise that is open, or was not kept, or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// As it was made.
    pub made: Box<CommitmentMade>,
    /// When.
    pub when: When,
    /// How many days ago; none where its day is not known.
    pub days: Option<i32>,
    /// How it was judged, and why; none while it is open.
    pub assessed: Option<(Assessment, Reason)>,
    /// Whether it is open and its day has passed for certain.
    pub overdue: bool,
}

/// What each side owes the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owing {
    /// What we were asked.
    pub ours: Vec<Asked>,
    /// What we asked.
    pub theirs: Vec<Asked>,
    /// What we promised.
    pub our_word: Vec<Promised>,
    /// What we were promised.
    pub their_word: Vec<Promised>,
}

/// Which way something goes between two sides, as one of them sees it.
enum Way {
    ToUs,
    FromUs,
    BetweenOthers,
}

fn way(own: OrganisationId, from: OrganisationId, to: OrganisationId) -> Way {
    match (from == own, to == own) {
        (_, true) => Way::ToUs,
        (true, false) => Way::FromUs,
        (false, false) => Way::BetweenOthers,
    }
}

/// The meetings of a relationship, with when each was.
type Met<'m> = BTreeMap<MeetingId, (When, &'m Meeting)>;

fn asked(request: &Request, (when, meeting): (When, &Meeting), day: Date) -> Option<Asked> {
    let made = request.made.clone()?;
    let asked_by = meeting.participation(made.asked_by);
    Some(Asked {
        asked_by: asked_by.map(|one| one.name.clone()),
        made,
        when,
        days: days_since(&when, day),
        standing: request.standing(),
        answer: request.answer().cloned(),
        application: request.taken_up,
    })
}

fn promised(commitment: &Commitment, when: When, day: Date) -> Option<Promised> {
    let made = commitment.made.clone()?;
    let judged = commitment.judged();
    let assessed = judged.map(|one| (one.assessment, one.note.clone()));
    let passed = made.due.latest().is_some_and(|due| due < day);
    Some(Promised {
        when,
        days: days_since(&when, day),
        overdue: assessed.is_none() && passed,
        assessed,
        made,
    })
}

/// What waits comes first, what waits longest before the rest; what has no day last.
fn by_waiting(lines: &mut [Asked]) {
    lines.sort_by_key(|one| (one.standing, Reverse(one.days), one.made.request));
}

impl Owing {
    pub(super) fn of(known: &Known<'_>, met: &[&Meeting], day: Date, left_out: &mut Counting) -> Owing {
        let met: Met<'_> = met
            .iter()
            .filter_map(|meeting| Some((meeting.record.as_ref()?, *meeting)))
            .map(|(record, meeting)| (record.meeting, (record.when, meeting)))
            .collect();
        let mut owing = Owing::default();
        owing.requests(known, &met, day, left_out);
        owing.commitments(known, &met, day, left_out);
        owing
    }

    fn requests(&mut self, known: &Known<'_>, met: &Met<'_>, day: Date, left_out: &mut Counting) {
        for request in known.requests.iter().filter(|one| one.stands()) {
            let Some(made) = &request.made else { continue };
            let Some(&there) = met.get(&made.meeting) else {
                continue;
            };
            let list = match way(known.own, made.from.organisation, made.to.organisation) {
                Way::ToUs => &mut self.ours,
                Way::FromUs => &mut self.theirs,
                Way::BetweenOthers => {
                    left_out.add(LeftOut::BetweenOthers, 1);
                    continue;
                }
            };
            list.extend(asked(request, there, day));
        }
        by_waiting(&mut self.ours);
        by_waiting(&mut self.theirs);
    }

    fn commitments(&mut self, known: &Known<'_>, met: &Met<'_>, day: Date, left_out: &mut Counting) {
        for commitment in known.commitments.iter().filter(|one| one.stands()) {
            let Some(made) = &commitment.made else { continue };
            let Some(&(when, _)) = met.get(&made.meeting) else {
                continue;
            };
            let judged = commitment.judged();
            if judged.is_some_and(|one| one.assessment == Assessment::Kept) {
                left_out.add(LeftOut::Kept, 1);
                continue;
            }
            let list = match way(known.own, made.by.organisation, made.to.organisation) {
                Way::ToUs => &mut self.their_word,
                Way::FromUs => &mut self.our_word,
                Way::BetweenOthers => {
                    left_out.add(LeftOut::BetweenOthers, 1);
                    continue;
                }
            };
            list.extend(promised(commitment, when, day));
        }
        for list in [&mut self.our_word, &mut self.their_word] {
            list.sort_by_key(|one| (Reverse(one.overdue), Reverse(one.days), one.made.commitment));
        }
    }
}
