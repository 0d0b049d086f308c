//! The two meetings of the case, and the comments on them, entered by hand on the pages: the record is the same as the one
//! that the meetings file brings in. Told on both stores.

use act::{MeetingId, PersonId, RequestId};
use desk::engagement::{MeetingView, RequestView};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use stories::{Database, Form, Installation, Told, Visitor};
use toml::{Table, Value};

const FILE: &str = include_str!("../../examples/meetings.toml");

#[tokio::test(flavor = "multi_thread")]
async fn what_is_entered_by_hand_is_what_the_file_brings_in_on_sqlite() -> Told {
    the_same_record(Database::sqlite()?, Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_entered_by_hand_is_what_the_file_brings_in_on_postgresql() -> Told {
    the_same_record(Database::postgres().await?, Database::postgres().await?).await
}

async fn the_same_record(one: Database, other: Database) -> Told {
    let (by_file, by_hand) = (Installation::on(one).await?, Installation::on(other).await?);
    by_file.meetings_imported().await?;
    by_hand.clock_at("2023-04-28T02:00:00Z")?;
    let file: Table = FILE.parse()?;
    let mut desk = DeskOfficer {
        visitor: by_hand.signs_in("desk-officer").await?,
        app: &by_hand,
        file: &file,
    };
    desk.records_who_there_is().await?;
    desk.records_the_relationship().await?;
    for meeting in entries(&file, "meeting") {
        desk.records_a_meeting(meeting).await?;
    }
    let (expected, found) = (record(&by_file).await?, record(&by_hand).await?);
    assert_eq!(
        expected.keys().collect::<Vec<_>>(),
        found.keys().collect::<Vec<_>>()
    );
    assert_eq!(expected.len(), 4, "two meetings, the comments, the relationship");
    for (what, expected) in expected {
        assert_eq!(found[&what], expected, "{what}");
    }
    by_file.ends().await?;
    by_hand.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_entered_by_mistake_is_taken_back_and_stays_in_the_record() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let request = requests.get("cooperate-municipality").ok_or("no request")?;
    let officer = app.cast.actor("desk-officer")?;
    let mut desk = app.signs_in("desk-officer").await?;
    let page = desk.opens(&format!("/en/requests/{request}")).await?;
    let open = app.desk.requests(officer).await?;

    // What others rest on is not offered, and is refused by name if it is sent all the same.
    let meetings = app.desk.meetings(officer).await?;
    let talk = meetings.iter().find(|line| line.subjects == 5).ok_or("no talk")?;
    let view = app.desk.meeting(officer, talk.meeting.parse()?).await?;
    let (subject, _) = view.meeting.agenda().first().copied().ok_or("no subject")?;
    let address = format!("/meetings/{}/taken-back", talk.meeting);
    let offered = desk.opens(&format!("/en{address}")).await?;
    assert!(!offered.html.contains(&subject.to_string()));
    let forged = offered
        .form(&address)?
        .forged("line", &format!("subject/{subject}"))
        .with("reason", "By mistake")?;
    let answer = desk.posts(&forged).await?;
    assert_eq!(answer.status, 422);
    assert!(
        answer
            .text()
            .contains("This cannot be taken back while a request rests on it.")
    );

    // The answer rests on the request, so that it comes first; the page of the request leads to it.
    let mut taken = vec![];
    let mut page = page;
    for reason in ["Never answered", "It was said on another day"] {
        let form = desk
            .follows(&page, "Take a line back")
            .await?
            .form("/taken-back")?;
        taken.push(
            form.value("line")
                .split('/')
                .next()
                .unwrap_or_default()
                .to_owned(),
        );
        let meeting = desk.sends(&form.with("reason", reason)?).await?;
        meeting.says(reason)?.says("Taken back by")?;
        page = desk.opens(&format!("/en/requests/{request}")).await?;
    }
    assert_eq!(taken, ["answer", "request"]);
    page.says("taken back")?.says("It was said on another day")?;
    assert!(page.form("/answers").is_err(), "nothing more follows from it");
    assert!(page.form("/drafts").is_err(), "nothing more follows from it");

    let now = app.desk.requests(officer).await?;
    assert_eq!(now.len() + 1, open.len());
    assert!(!now.iter().any(|line| line.request == request.to_string()));
    app.ends().await
}

/// Whoever enters a record, and whoever reads it, is told who sees it.
#[tokio::test(flavor = "multi_thread")]
async fn a_record_says_who_sees_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let meetings = app.desk.meetings(app.cast.actor("desk-officer")?).await?;
    let meeting = &meetings.first().ok_or("no meeting")?.meeting;
    let mut desk = app.signs_in("desk-officer").await?;
    let (record, lines) = (
        format!("/meetings/{meeting}"),
        format!("/meetings/{meeting}/lines"),
    );
    for address in ["/record/source", "/record/meeting", &record, &lines] {
        for (language, said) in [
            ("en", "Only your organisation sees this"),
            ("km", "មានតែអង្គភាពរបស់អ្នកប៉ុណ្ណោះដែលឃើញវា"),
            ("ja", "これを見られるのは、あなたの組織"),
        ] {
            desk.opens(&format!("/{language}{address}")).await?.says(said)?;
        }
    }
    app.ends().await
}

/// What cannot be is told beside its field, on the meeting that was on 26 April, two days ago: an answer by nobody of those who
/// were asked, or of a day on which nobody can have given one.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_of_who_was_asked_and_of_a_day_since() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let request = requests.get("cooperate-kingdom").ok_or("no request")?;
    let mut desk = app.signs_in("desk-officer").await?;
    let view = app
        .desk
        .request(app.cast.actor("desk-officer")?, *request)
        .await?;
    let asked = someone_of_the_side_asked(&view).ok_or("nobody")?;
    let page = desk.opens(&format!("/en/requests/{request}")).await?;
    let form = page
        .form("/answers")?
        .with("kind", "accepted")?
        .with("text", "In our own words.")?
        .with("excerpt", "that it lend help in training people")?
        .with("on", "on")?;
    // The Prime Minister was asked, and not whoever writes it down.
    assert!(!form.fields.iter().any(|(field, _)| field == "by"));
    let nobody = form.clone().with("on-day", "2023-04-26")?;
    let page = desk.tries(&nobody).await?;
    assert_eq!(page.faults()?["by"], "Error: Choose one of the choices.");
    assert!(!page.html.contains("it was you"), "{}", page.html);
    let form = form.with("by", &asked.to_string())?;
    for (day, told) in [
        (
            "2023-04-25",
            "The request was made in a meeting that was on 26 April 2023 at the earliest. Its answer cannot be older.",
        ),
        (
            "2023-11-26",
            "26 November 2023 has not come yet. The record holds what has been.",
        ),
    ] {
        let page = desk.tries(&form.clone().with("on-day", day)?).await?;
        assert_eq!(page.faults()?["on"], format!("Error: {told}"));
        page.says("In our own words.")?;
    }
    desk.sends(&form.with("on-day", "2023-04-26")?)
        .await?
        .says("In our own words.")?;
    // Whoever was asked answers for themselves, unless they say otherwise.
    let own = requests.get("open-markets").ok_or("no request")?;
    let page = desk.opens(&format!("/en/requests/{own}")).await?;
    page.says("If nobody is named, it was you.")?;
    // Who else is known here is nobody's to see; a letter may come from somebody who was not at the meeting.
    page.does_not_say("Sopheap Chan")?;
    let form = page.form("/answers")?.with("text", "By letter.")?;
    let noted = form.with("kind", "noted")?.with("somebody", "Sopheap Chan")?;
    let page = desk.sends(&noted).await?;
    page.says("Sopheap Chan")?;
    // Each answer is of whoever gave it.
    let form = page.form("/answers")?.with("text", "At last.")?;
    let page = desk.sends(&form.with("kind", "declined")?).await?;
    let words = page.words()?;
    assert_eq!(words.matches("Sopheap Chan").count(), 1, "{words}");
    app.ends().await
}

fn someone_of_the_side_asked(view: &RequestView) -> Option<PersonId> {
    let (made, meeting) = (view.request.made.as_ref()?, view.meeting.as_ref()?);
    let mut present = meeting.record.as_ref()?.participations.iter();
    let asked = present.find(|one| one.side == Some(made.to.organisation))?;
    Some(asked.person)
}

/// The form is gone by what was done on another tab: what this one typed is on the page that says so.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_of_a_request_or_a_commitment_outlives_its_form() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let officer = app.cast.actor("desk-officer")?;
    let meetings = app.desk.meetings(officer).await?;
    let mut desk = app.signs_in("desk-officer").await?;

    let request = requests.get("open-markets").ok_or("no request")?;
    let page = desk.opens(&format!("/en/requests/{request}")).await?;
    let form = page.form("/answers")?.with("kind", "accepted")?;
    let take_back = desk.follows(&page, "Take a line back").await?;
    desk.sends(&take_back.form("/taken-back")?.with("reason", "By mistake")?)
        .await?
        .says("By mistake")?;
    let source = form.value("source").to_owned();
    let form = form
        .with("text", "A long answer in our own words.")?
        .with("source", &source)?
        .with("on", "unknown")?;
    let answer = desk.posts(&form).await?;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("A long answer in our own words."));

    for line in meetings {
        let view = app.desk.meeting(officer, line.meeting.parse()?).await?;
        let Some(promise) = view.commitments.first() else {
            continue;
        };
        let page = desk
            .opens(&format!("/en/commitments/{}", promise.commitment))
            .await?;
        let form = page
            .form("/assessments")?
            .with("assessment", "kept")?
            .with("note", "A long judgement in our own words.")?;
        let take_back = desk.follows(&page, "Take a line back").await?;
        desk.sends(&take_back.form("/taken-back")?.with("reason", "By mistake")?)
            .await?;
        let answer = desk.posts(&form).await?;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("A long judgement in our own words."));
        return app.ends().await;
    }
    Err("no commitment".into())
}

/// The entries of a kind.
fn entries<'f>(of: &'f Table, kind: &str) -> Vec<&'f Table> {
    let all = of.get(kind).and_then(Value::as_array);
    all.into_iter().flatten().filter_map(Value::as_table).collect()
}

/// A text of an entry; empty if it has none.
fn text<'f>(entry: &'f Table, field: &str) -> &'f str {
    entry.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// The form with a name in each language.
fn with_names(mut form: Form, prefix: &str, names: Option<&Value>) -> Told<Form> {
    for (tag, name) in names.and_then(Value::as_table).into_iter().flatten() {
        form = form.with(&format!("{prefix}-{tag}"), name.as_str().unwrap_or_default())?;
    }
    Ok(form)
}

/// The form with when something was.
fn with_when(form: Form, name: &str, when: Option<&Value>) -> Told<Form> {
    let Some((kind, value)) = when.and_then(Value::as_table).and_then(|when| when.iter().next()) else {
        return Ok(form);
    };
    let part = if kind == "year" { "year" } else { "day" };
    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    form.with(name, kind)?.with(&format!("{name}-{part}"), &value)
}

/// The desk officer before the pages, with the file to read from.
struct DeskOfficer<'a> {
    visitor: Visitor,
    app: &'a Installation,
    file: &'a Table,
}

impl DeskOfficer<'_> {
    async fn form(&mut self, address: &str) -> Told<Form> {
        let form = address.split('?').next().unwrap_or_default();
        self.visitor.opens(&format!("/en{address}")).await?.form(form)
    }

    /// The English name of what a key stands for.
    fn named(&self, kind: &str, key: &str) -> Told<String> {
        let entry = self.entry(kind, key)?;
        let name = entry.get("name").and_then(Value::as_table);
        Ok(name.map_or("", |name| text(name, "en")).to_owned())
    }

    fn entry(&self, kind: &str, key: &str) -> Told<&Table> {
        let all = entries(self.file, kind);
        let found = all.into_iter().find(|entry| text(entry, "key") == key);
        found.ok_or_else(|| format!("no {kind} {key}").into())
    }

    async fn records_who_there_is(&mut self) -> Told {
        for source in entries(self.file, "source") {
            let mut form = self.form("/record/source").await?;
            for field in ["title", "kind", "language", "origin", "text"] {
                form = form.with(field, text(source, field))?;
            }
            self.visitor.sends(&form).await?;
        }
        for (kind, address) in [
            ("organisation", "/record/organisation"),
            ("person", "/record/person"),
        ] {
            for entry in entries(self.file, kind) {
                let form = with_names(self.form(address).await?, "name", entry.get("name"))?;
                let form = if kind == "organisation" {
                    form.with("kind", text(entry, "kind"))?
                } else {
                    form
                };
                // Some of them are of the cast, and a name is not taken twice.
                let answer = self.visitor.posts(&form).await?;
                assert!([303, 422].contains(&answer.status), "{entry}");
            }
        }
        for post in entries(self.file, "post") {
            let form = self.form("/record/post").await?;
            let form = form.with(
                "organisation",
                &self.named("organisation", text(post, "organisation"))?,
            )?;
            let mut form = with_names(form, "name", post.get("name"))?;
            for holder in entries(post, "holder") {
                form = form.with("holder", &self.named("person", text(holder, "person"))?)?;
                form = with_when(form, "from", holder.get("from"))?;
                form = with_when(form, "until", holder.get("until"))?;
            }
            self.visitor.sends(&form).await?;
        }
        Ok(())
    }

    /// The form with the words of the source that an entry rests on.
    async fn cited(&self, form: Form, citation: &Value) -> Told<Form> {
        let citation = citation.as_table().ok_or("no citation")?;
        let title = text(self.entry("source", text(citation, "source"))?, "title");
        let sources = self
            .app
            .desk
            .sources(self.app.cast.actor("desk-officer")?)
            .await?;
        let source = sources
            .iter()
            .find(|line| line.title == title)
            .ok_or("no source")?;
        form.with("source", &source.source)?
            .with("excerpt", text(citation, "exact"))
    }

    async fn records_the_relationship(&mut self) -> Told {
        for entry in entries(self.file, "relationship") {
            let mut form = with_names(
                self.form("/record/relationship").await?,
                "name",
                entry.get("name"),
            )?;
            for (prefix, party) in ["first", "second"].iter().zip(entries(entry, "between")) {
                form = with_names(form, prefix, party.get("name"))?;
            }
            let form = form.with("on", text(entry, "on"))?;
            let form = self.cited(form, &entry["excerpt"]).await?;
            let page = self.visitor.sends(&form).await?;
            for milestone in entries(entry, "milestone") {
                let add = self.visitor.follows(&page, "Add a day").await?;
                let form = with_names(add.form("/milestones")?, "name", milestone.get("name"))?;
                let form = form
                    .with("recurrence", "yearly")?
                    .with("on", text(milestone, "yearly_since"))?;
                let form = self.cited(form, &milestone["excerpt"]).await?;
                self.visitor
                    .sends(&form)
                    .await?
                    .says("every year, counted from 19 November 1953")?;
            }
        }
        Ok(())
    }

    async fn records_a_meeting(&mut self, entry: &Table) -> Told {
        let kind = if entry.contains_key("kind") {
            text(entry, "kind")
        } else {
            "meeting"
        };
        let form = self
            .form(&format!("/record/meeting?kind={kind}"))
            .await?
            .with("title", text(entry, "title"))?;
        let form = with_names(form, "place", entry.get("place"))?;
        let form = with_when(form, "when", entry.get("when"))?;
        let mut form = self.cited(form, &entry["reported_by"]).await?;
        let sides = entry.get("sides").and_then(Value::as_array);
        let sides: Vec<&str> = sides.into_iter().flatten().filter_map(Value::as_str).collect();
        for (number, side) in sides.iter().enumerate() {
            form = form.with(
                &format!("organisation-{number}"),
                &self.named("organisation", side)?,
            )?;
        }
        for (number, one) in (1..).zip(entries(entry, "participation")) {
            let person = self.named("person", text(one, "person"))?;
            form = form.with(&format!("person-{number}"), &person)?;
            if one.contains_key("post") {
                let post = self.entry("post", text(one, "post"))?;
                let organisation = self.named("organisation", text(post, "organisation"))?;
                form = form
                    .with(&format!("post-{number}"), &self.named("post", text(one, "post"))?)?
                    .with(&format!("at-{number}"), &organisation)?;
            }
            if let Some(side) = sides.iter().position(|side| *side == text(one, "side")) {
                form = form.with(&format!("side-{number}"), &side.to_string())?;
            }
        }
        let page = self.visitor.sends(&form).await?;
        let id: MeetingId = page.address.rsplit('/').next().unwrap_or_default().parse()?;
        for subject in entries(entry, "subject") {
            self.adds(id, entry, "subject", "title", subject).await?;
        }
        for kind in ["statement", "request", "commitment"] {
            for line in entries(entry, kind) {
                self.adds(id, entry, kind, "text", line).await?;
                if let Some(answer) = line.get("answer").and_then(Value::as_table) {
                    self.answers(id, text(line, "text"), answer).await?;
                }
            }
        }
        Ok(())
    }

    async fn seen(&self, meeting: MeetingId) -> Told<MeetingView> {
        let officer = self.app.cast.actor("desk-officer")?;
        Ok(self.app.desk.meeting(officer, meeting).await?)
    }

    /// The person of a key, as the meeting's form has it.
    fn present(&self, view: &MeetingView, key: &str) -> Told<String> {
        let name = self.named("person", key)?;
        let record = view.meeting.record.as_ref().ok_or("no record")?;
        let found = record.participations.iter().find(|one| one.name.as_str() == name);
        Ok(found.ok_or(format!("{name} was not there"))?.person.to_string())
    }

    async fn adds(&mut self, id: MeetingId, meeting: &Table, kind: &str, words: &str, line: &Table) -> Told {
        let view = self.seen(id).await?;
        let form = self.form(&format!("/meetings/{id}/lines?line={kind}")).await?;
        let form = form.with("text", text(line, words))?;
        let mut form = self.cited(form, &line["excerpt"]).await?;
        for (field, key) in [("speaker", "speaker"), ("speaker", "asked_by")] {
            if line.contains_key(key) {
                form = form.with(field, &self.present(&view, text(line, key))?)?;
            }
        }
        for field in ["act", "mode"] {
            if line.contains_key(field) {
                form = form.with(field, text(line, field))?;
            }
        }
        for (field, key) in [("from", "from"), ("from", "by"), ("to", "to")] {
            if line.contains_key(key) {
                let side = self.named("organisation", text(line, key))?;
                let sides = view.meeting.sides().iter();
                let mut found = sides.filter(|one| one.name.in_language("en") == side);
                let organisation = found.next().ok_or("no such side")?.organisation;
                form = form.with(field, &organisation.to_string())?;
            }
        }
        if line.contains_key("subject") {
            let all = entries(meeting, "subject");
            let mut titled = all.iter().filter(|one| text(one, "key") == text(line, "subject"));
            let title = text(titled.next().ok_or("no such subject")?, "title");
            let agenda = view.meeting.agenda();
            let (subject, _) = agenda
                .iter()
                .find(|(_, one)| one.title.as_str() == title)
                .ok_or("no such subject")?;
            form = form.with("subject", &subject.to_string())?;
        }
        let form = with_when(form, "due", line.get("due"))?;
        self.visitor.sends(&form).await?;
        Ok(())
    }

    async fn answers(&mut self, meeting: MeetingId, request: &str, answer: &Table) -> Told {
        let view = self.seen(meeting).await?;
        let line = view.requests.iter().find(|line| line.text == request);
        let address = format!("/requests/{}", line.ok_or("no request")?.request);
        let page = self.visitor.opens(&format!("/en{address}")).await?;
        let form = page
            .form("/answers")?
            .with("kind", text(answer, "answer"))?
            .with("text", text(answer, "text"))?
            .with("by", &self.present(&view, text(answer, "by"))?)?;
        let form = with_when(form, "on", answer.get("on"))?;
        let form = self.cited(form, &answer["excerpt"]).await?;
        let page = self.visitor.sends(&form).await?;
        // Who answered, and on which words it rests, stands beside what was answered.
        let quoted = page.each(".quotation")?;
        assert_eq!(
            quoted.last().map(String::as_str),
            Some(form.value("excerpt").trim()),
            "{quoted:?}"
        );
        assert_eq!(page.each("li > .note")?.len(), 1);
        Ok(())
    }
}

/// The whole record by what people call things; the ids, which nobody chose, are left out.
async fn record(app: &Installation) -> Told<BTreeMap<String, Json>> {
    let (desk, officer) = (&app.desk, app.cast.actor("desk-officer")?);
    let mut names = BTreeMap::new();
    for line in desk.sources(officer).await? {
        names.insert(line.source, line.title);
    }
    for line in desk.organisations().await? {
        names.insert(line.organisation.to_string(), line.name);
    }
    for line in desk.people().await? {
        names.insert(line.person.to_string(), line.name);
    }
    let mut found = BTreeMap::new();
    for line in desk.meetings(officer).await? {
        let view = desk.meeting(officer, line.meeting.parse()?).await?;
        names.insert(line.meeting, line.title.clone());
        found.insert(line.title, told(app, &view, &mut names).await?);
    }
    for one in desk.relationships(officer).await? {
        names.insert(one.id.ok_or("no id")?.to_string(), one.name("en").to_owned());
        let said = json!([one.names, one.between, one.on, one.excerpt, one.milestones]);
        found.insert(one.name("en").to_owned(), said);
    }
    for said in found.values_mut() {
        let mut text = said.to_string();
        for (id, name) in &names {
            text = text.replace(id, name);
        }
        *said = text.parse()?;
    }
    Ok(found)
}

async fn told(app: &Installation, view: &MeetingView, names: &mut BTreeMap<String, String>) -> Told<Json> {
    let officer = app.cast.actor("desk-officer")?;
    let meeting = &view.meeting;
    for one in meeting.record.iter().flat_map(|record| &record.participations) {
        let held = one.post.as_ref();
        names.extend(held.map(|held| (held.post.to_string(), held.title.in_language("en").to_owned())));
    }
    for (id, subject) in meeting.agenda() {
        names.insert(id.to_string(), subject.title.to_string());
    }
    for one in &meeting.statements {
        names.insert(one.statement.to_string(), one.text.to_string());
    }
    let mut requests = BTreeMap::new();
    for line in &view.requests {
        let id: RequestId = line.request.parse()?;
        let request = desk_request(app, id).await?;
        names.insert(line.request.clone(), line.text.clone());
        requests.insert(line.text.clone(), request);
    }
    let mut commitments = BTreeMap::new();
    for line in &view.commitments {
        let found = app.desk.commitment(officer, line.commitment.parse()?).await?;
        names.insert(line.commitment.clone(), line.text.clone());
        commitments.insert(line.text.clone(), json!(found.commitment.made));
    }
    let agenda: Vec<_> = meeting.agenda().into_iter().map(|(_, subject)| subject).collect();
    Ok(json!([
        meeting.record,
        agenda,
        meeting.statements,
        requests,
        commitments
    ]))
}

async fn desk_request(app: &Installation, id: RequestId) -> Told<Json> {
    let view = app.desk.request(app.cast.actor("desk-officer")?, id).await?;
    Ok(json!([view.request.made, view.request.answers]))
}
