//! Whether the days of a file can be: what it reports has been, and nothing comes before the meeting it follows from.

use super::MeetingsFile;
use super::entries::{MeetingEntry, Placed};
use super::fault::{At, Faults};
use act::Timestamp;
use identity::When;

pub(super) fn check(file: &MeetingsFile, now: Timestamp, faults: &mut Faults<'_>) {
    for source in &file.sources {
        has_come(&source.published.value, &source.published.at, now, faults);
    }
    for relationship in &file.relationships {
        has_come(&When::On(relationship.on.value), &relationship.on.at, now, faults);
    }
    for meeting in &file.meetings {
        has_come(&meeting.when.value, &meeting.when.at, now, faults);
        for answer in meeting.requests.iter().filter_map(|one| one.answer.as_ref()) {
            has_come(&answer.on.value, &answer.on.at, now, faults);
            follows(
                meeting,
                &answer.on,
                "the answer is from before its meeting",
                faults,
            );
        }
        for commitment in &meeting.commitments {
            let what = "the commitment is due before its meeting";
            follows(meeting, &commitment.due, what, faults);
        }
    }
}

fn has_come(when: &When, at: &At, now: Timestamp, faults: &mut Faults<'_>) {
    if let Some(day) = when.yet_to_come(now) {
        let todo = "give the day on which it was; what is still to come is recorded once it has been";
        faults.add(at, format!("{day} has not come yet"), todo);
    }
}

fn follows(meeting: &MeetingEntry, when: &Placed<When>, what: &str, faults: &mut Faults<'_>) {
    let met = &meeting.when.value;
    if let Some(day) = met.earliest()
        && when.value.is_before(met)
    {
        let what = format!("{what}, which was on {day} at the earliest");
        faults.add(&when.at, what, "correct this day or the meeting's");
    }
}
