//! Reading a meeting of a meetings file, with its subjects, statements, requests and commitments.

use super::entries::{
    AnswerEntry, CommitmentEntry, MeetingEntry, ParticipationEntry, RequestEntry, StatementEntry,
    SubjectEntry,
};
use super::fault::Faults;
use super::read::{WORDS, citation, key};
use super::section::Section;
use crate::MeetingKind;

const A_PERSON: &str = "give the key of a [[person]]";
const A_SIDE: &str = "give the key of an organisation that is a side of this meeting";

pub(super) fn meeting(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<MeetingEntry> {
    let key = key(&mut section, faults);
    let kind = section.optional(faults, "kind").unwrap_or(MeetingKind::Meeting);
    let title = section.required(faults, "title", WORDS);
    let place = section.optional(faults, "place");
    let when = section.when(faults, "when");
    let reported_by = citation(&mut section, faults, "reported_by", true);
    let sides = section.references(faults, "sides");
    let participations = each(&mut section, faults, "participation", participation);
    let subjects = each(&mut section, faults, "subject", subject);
    let statements = each(&mut section, faults, "statement", statement);
    let requests = each(&mut section, faults, "request", request);
    let commitments = each(&mut section, faults, "commitment", commitment);
    section.end(faults);
    Some(MeetingEntry {
        key: key?,
        kind,
        title: title?,
        place,
        when,
        reported_by: reported_by?,
        sides,
        participations,
        subjects,
        statements,
        requests,
        commitments,
    })
}

/// Every entry of a list that could be read.
pub(super) fn each<T>(
    section: &mut Section<'_>,
    faults: &mut Faults<'_>,
    field: &'static str,
    read: fn(Section<'_>, &mut Faults<'_>) -> Option<T>,
) -> Vec<T> {
    let mut entries = vec![];
    for one in section.sections(faults, field) {
        entries.extend(read(one, faults));
    }
    entries
}

fn participation(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<ParticipationEntry> {
    let person = section.reference(faults, "person", A_PERSON);
    let name = section.required(faults, "name", "give the name as the source says it");
    let post = section.optional_reference(faults, "post");
    let side = section.optional_reference(faults, "side");
    section.end(faults);
    Some(ParticipationEntry {
        person: person?,
        name: name?,
        post,
        side,
    })
}

fn subject(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<SubjectEntry> {
    let key = key(&mut section, faults);
    let title = section.required(faults, "title", WORDS);
    let excerpt = citation(&mut section, faults, "excerpt", false);
    let earlier = section.references(faults, "earlier");
    let later = section.references(faults, "later");
    section.end(faults);
    Some(SubjectEntry {
        key: key?,
        title: title?,
        excerpt: excerpt?,
        earlier,
        later,
    })
}

fn statement(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<StatementEntry> {
    let speaker = section.reference(faults, "speaker", A_PERSON);
    let act = section.required(
        faults,
        "act",
        "say what the speaker does, such as states or suggests",
    );
    let mode = section.required(
        faults,
        "mode",
        "say direct for the speaker's words, indirect for their sense",
    );
    let text = section.required(faults, "text", WORDS);
    let excerpt = citation(&mut section, faults, "excerpt", false);
    let subject = section.optional_reference(faults, "subject");
    section.end(faults);
    Some(StatementEntry {
        speaker: speaker?,
        act: act?,
        mode: mode?,
        text: text?,
        excerpt: excerpt?,
        subject,
    })
}

fn request(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<RequestEntry> {
    let key = key(&mut section, faults);
    let from = section.reference(faults, "from", A_SIDE);
    let to = section.reference(faults, "to", A_SIDE);
    let asked_by = section.reference(faults, "asked_by", A_PERSON);
    let text = section.required(faults, "text", WORDS);
    let excerpt = citation(&mut section, faults, "excerpt", false);
    let subject = section.optional_reference(faults, "subject");
    let answer = section
        .section(faults, "answer")
        .and_then(|one| answer(one, faults));
    section.end(faults);
    Some(RequestEntry {
        key: key?,
        from: from?,
        to: to?,
        asked_by: asked_by?,
        text: text?,
        excerpt: excerpt?,
        subject,
        answer,
    })
}

fn answer(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<AnswerEntry> {
    let answer = section.required(
        faults,
        "answer",
        "say accepted, accepted-in-part, noted or declined",
    );
    let by = section.reference(faults, "by", A_PERSON);
    let on = section.when(faults, "on");
    let text = section.required(faults, "text", WORDS);
    let excerpt = citation(&mut section, faults, "excerpt", false);
    section.end(faults);
    Some(AnswerEntry {
        answer: answer?,
        by: by?,
        on,
        text: text?,
        excerpt: excerpt?,
    })
}

fn commitment(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<CommitmentEntry> {
    let key = key(&mut section, faults);
    let by = section.reference(faults, "by", A_SIDE);
    let to = section.reference(faults, "to", A_SIDE);
    let text = section.required(faults, "text", WORDS);
    let excerpt = citation(&mut section, faults, "excerpt", false);
    let due = section.when(faults, "due");
    let subject = section.optional_reference(faults, "subject");
    section.end(faults);
    Some(CommitmentEntry {
        key: key?,
        by: by?,
        to: to?,
        text: text?,
        excerpt: excerpt?,
        due,
        subject,
    })
}
