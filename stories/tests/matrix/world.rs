//! What there is to be found: a case that nobody outside knows of, another with a permit, a draft, the record; and for
//! each form a case at the stage in which someone may send it.

use act::{AdviceId, ApplicationId, AttachmentId, HoldId, Reason, RequestId, Text, Title};
use clearance::acts::{AnswerItems, Confide, Decide, NoteAppeal, WithdrawQuestion};
use clearance::comments::Among;
use clearance::{AnsweredItem, Appealed, Commitment, Condition, Decision, ItemAnswer, Piece};
use desk::clearance::{FileIn, SayIn};
use std::collections::{BTreeMap, BTreeSet};
use stories::{
    BY_LINK_QUESTION, DOCUMENT, Form, HELD_FOR, HELD_WORDS, INSURER, Installation, OF_THE_SHELL, PATROL,
    POLICY, PROOF, RECEIPT, RULEBOOK, SCAN, SEALED_GROUND, Told, asking_by_item, authority,
};

const TITLE: &str = "Lanterns on the river for the old alliance";
const DRAFT: &str = "Drums at dawn, not yet decided on";

/// Everyone who may know that the case is there.
const PARTIES: [&str; 13] = [
    "organiser",
    "desk-officer",
    "co-organiser",
    "agent",
    "coordinator",
    "municipality-decider",
    "foreign-affairs-decider",
    "interior-officer",
    "interior-coordinator",
    "interior-decider",
    "defence-decider",
    "auditor",
    "-",
];
/// Those who may read what Interior asked: itself, the lead, who must answer, and who audits.
const ASKED: [&str; 9] = [
    "organiser",
    "desk-officer",
    "co-organiser",
    "agent",
    "coordinator",
    "interior-officer",
    "interior-coordinator",
    "interior-decider",
    "auditor",
];
/// Those who may read of an appeal against the municipality: itself, which leads, who appealed, and who audits.
const APPEALED: [&str; 7] = [
    "organiser",
    "desk-officer",
    "co-organiser",
    "agent",
    "coordinator",
    "municipality-decider",
    "auditor",
];
/// What the organiser says to an item of a question.
const SAID: &str = "Four hundred, and as many on the bridge.";
/// To whom the organiser appealed.
const COURT: &str = "The court of the seventh quarter";
/// Those who read why Defence set its condition, which it sealed: itself, and whoever decides for the lead.
const WHY_SEALED: &str = "Nets lie under the third pile of the pier";
const NOT_TO_SAY: &str = "Nothing of the quay at Chroy Changvar.";
const SEALED: [&str; 2] = ["defence-decider", "municipality-decider"];
/// What a document is called that is confided to Interior, and why it is.
const CONFIDED: &str = "rooms of the delegation";
const WHY_CONFIDED: &str = "Two of them were threatened last year.";
/// Those who read it: who holds the event, who leads, Interior, and who audits.
const CONFIDANTS: [&str; 10] = [
    "organiser",
    "desk-officer",
    "co-organiser",
    "agent",
    "coordinator",
    "municipality-decider",
    "interior-officer",
    "interior-coordinator",
    "interior-decider",
    "auditor",
];
/// Where what is ticked in a list is done to each.
const TOGETHER: [&str; 3] = ["/docket/reviews", "/docket/watching", "/board/reminders"];
/// Those who keep the record.
const KEEPERS: [&str; 3] = ["organiser", "desk-officer", "agent"];

pub struct World {
    /// The case that each form is sent for; without one, the case that is read.
    case: ApplicationId,
    read: ApplicationId,
    read_file: AttachmentId,
    /// The document of the case that a form is sent for.
    document: AttachmentId,
    /// What was asked for by a link in the case that a form is sent for.
    advice: AdviceId,
    /// A comment within Interior on the case that is read, and on the one that a form is sent for.
    read_comment: String,
    comment: String,
    /// The commitment of what was sealed in the case that is read, and in the one that a form is sent for.
    read_sealed: Commitment,
    sealed: Commitment,
    permit: String,
    /// A case with a permit, whose conditions are read, and who could see to one.
    conditioned: ApplicationId,
    partner: String,
    /// The hold that each form is sent for, and the one that is read.
    hold: HoldId,
    hold_read: HoldId,
    draft: ApplicationId,
    draft_read: ApplicationId,
    meeting: String,
    /// Another meeting, whose subjects could be linked to.
    other: String,
    commitment: String,
    relationship: String,
    /// A side of a meeting, and somebody who was there for it.
    side: String,
    participant: String,
    /// The task that is read and given to another, and the one that is ended; and who could do either.
    task: String,
    task_to_end: String,
    owner: String,
    source: String,
    requests: Vec<RequestId>,
    /// The address that the present case and draft were prepared for, until they are used.
    prepared: Option<String>,
    questions: Vec<String>,
    /// The latest notice to the organiser.
    notice: u64,
    /// The rulebook version in force, one that is worked on, and a proposal.
    rulebook: String,
    rulebook_draft: String,
    proposal: u32,
    versions: u32,
    binds_from: String,
    /// The number of Interior's deputy, and who could be made one by whom.
    deputy: u32,
    deputies: BTreeMap<&'static str, (String, String)>,
}

/// What is said within Interior.
const COMMENT: &str = "Whoever measures the quay may be late.";

/// An officer of Interior says something within the house.
async fn commented(app: &Installation, id: ApplicationId) -> Told<String> {
    let officer = app.cast.actor("interior-officer")?;
    let said = SayIn {
        words: Reason::new(COMMENT)?,
        mentions: vec![],
        key: app.desk.sending(),
        corrects: None,
    };
    app.desk.say(officer, id, Among::Own, said).await?;
    let all = app.desk.comments(officer, id, Among::Own, None).await?;
    let one = all.lines.first().ok_or("nothing was said")?;
    Ok(one.line.comment.clone())
}

/// The organiser notes an appeal against the conditions of the municipality.
async fn appealed(app: &Installation, id: ApplicationId) -> Told {
    let appeal = NoteAppeal {
        against: Appealed::Conditions {
            authority: authority("phnom-penh")?,
        },
        body: Title::new(COURT)?,
        lodged: "2023-08-26".parse()?,
        reference: None,
    };
    app.acts("organiser", id, appeal).await
}

/// Interior asks item by item instead, and is answered in part.
async fn asked_by_item(app: &Installation, id: ApplicationId) -> Told {
    let back = WithdrawQuestion {
        authority: authority("moi")?,
        number: 1,
    };
    app.acts("interior-officer", id, back).await?;
    app.acts("interior-officer", id, asking_by_item()?).await?;
    let words = Some(Reason::new(SAID)?);
    let answer = AnswerItems {
        authority: authority("moi")?,
        number: 2,
        answers: vec![AnsweredItem {
            item: 2,
            answer: ItemAnswer::Given {
                words,
                documents: vec![],
            },
        }],
    };
    app.acts("organiser", id, answer).await
}

/// Defence sets a condition, and seals why.
async fn sealed(app: &Installation, id: ApplicationId) -> Told<Commitment> {
    let condition = Condition::plain(Text::new("Boats keep clear of the naval pier.")?);
    let decide = Decide {
        authority: authority("mond")?,
        decision: Decision::GrantedWithConditions {
            conditions: vec![condition],
        },
        reasons: Some(Reason::new(SEALED_GROUND)?),
    };
    let (actor, words) = (app.cast.actor("defence-decider")?, Reason::new(WHY_SEALED)?);
    app.desk
        .change_sealing(actor, id, decide, None, Some(&words))
        .await?;
    app.commitment(id).await
}

/// The organiser hands in where its guests stay, and confides that to Interior.
async fn confided(app: &Installation, id: ApplicationId) -> Told {
    let guests = FileIn {
        name: format!("{CONFIDED}.pdf"),
        bytes: format!("%PDF-1.7\n{CONFIDED}").into_bytes(),
    };
    let organiser = app.cast.actor("organiser")?;
    app.desk.hand_in(organiser, id, guests, "").await?;
    let submission = app.desk.case(organiser, id).await?.application.submission;
    let submission = submission.ok_or("not handed in")?;
    let last = submission.attachments.last().ok_or("no file")?.attachment;
    for piece in [Piece::Document(last), Piece::Answer("attendance".to_owned())] {
        let confide = Confide {
            piece,
            among: Some(vec![authority("moi")?]),
            reasons: Reason::new(WHY_CONFIDED)?,
            rules: vec![],
        };
        app.acts("organiser", id, confide).await?;
    }
    Ok(())
}

impl World {
    /// Makes everything that is read.
    pub async fn made(app: &Installation) -> Told<World> {
        let requests = app.meetings_imported().await?;
        let open: Vec<_> = requests
            .iter()
            .filter(|(key, _)| *key != "cooperate-municipality")
            .map(|(_, id)| *id)
            .collect();
        let officer = app.cast.actor("desk-officer")?;
        let meetings = app.desk.meetings(officer).await?;
        let [meeting, other, ..] = meetings.as_slice() else {
            return Err("no two meetings".into());
        };
        let visit = app.desk.meeting(officer, other.meeting.parse()?).await?;
        let commitment = visit
            .commitments
            .first()
            .ok_or("no commitment")?
            .commitment
            .clone();
        let there = visit.meeting.record.iter().flat_map(|one| &one.participations);
        let mut there = there.filter(|one| one.side.is_some_and(|side| side != officer.organisation));
        let there = there.next().ok_or("nobody was there")?;
        let side = there.side.ok_or("no side")?.to_string();
        let participant = there.person.to_string();
        let relationships = app.desk.relationships(officer).await?;
        let relationship = relationships
            .first()
            .and_then(|one| one.id)
            .ok_or("no relationship")?;
        let source = app
            .desk
            .sources(officer)
            .await?
            .first()
            .ok_or("no source")?
            .source
            .to_string();
        briefed(app, relationship).await?;
        app.clock_at("2023-08-01T02:00:00Z")?;
        let permitted = app.permitted(None).await?;
        let permit = app.permit_of(permitted).await?;
        let conditioned = app.shown_kept(None).await?;
        app.titled(TITLE)?;
        let read = app
            .under_way(requests.get("cooperate-municipality").copied())
            .await?;
        appealed(app, read).await?;
        app.paid_in_part(read).await?;
        asked_by_item(app, read).await?;
        app.insures(read, 2).await?;
        let read_sealed = sealed(app, read).await?;
        let read_file = attached(app, read).await?;
        confided(app, read).await?;
        let read_comment = commented(app, read).await?;
        let asked = app.asking_by_link(read).await?;
        app.asks_by_link("interior-officer", read, asked).await?;
        app.titled(DRAFT)?;
        let draft_read = app.drafted(None).await?;
        app.clock_at("2023-09-01T02:00:00Z")?;
        app.closes("interior-decider", "2023-12-07", "2023-12-08").await?;
        let hold_read = app.hold_asked().await?;
        let maker = app.cast.actor("rule-maker")?;
        let rulebook = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
        let inbox = app.desk.inbox(app.cast.actor("organiser")?, None).await?;
        let notice = inbox.lines.first().ok_or("no notice")?.notice.position;
        Ok(World {
            notice,
            deputy: 0,
            deputies: deputies(app)?,
            rulebook: rulebook.hash().to_owned(),
            rulebook_draft: app.rulebook_drafted(maker, "2").await?.id,
            proposal: app.rulebook_proposed(maker, "3").await?,
            versions: 3,
            binds_from: app.binds_next()?,
            case: read,
            read,
            read_file,
            document: read_file,
            advice: AdviceId::of(7),
            comment: read_comment.clone(),
            read_comment,
            read_sealed,
            sealed: read_sealed,
            permit,
            conditioned,
            partner: app.cast.actor("co-organiser")?.organisation.to_string(),
            hold: hold_read,
            hold_read,
            draft: draft_read,
            draft_read,
            meeting: meeting.meeting.clone(),
            other: other.meeting.clone(),
            commitment,
            relationship: relationship.to_string(),
            side,
            participant,
            task: tasked(app).await?,
            task_to_end: tasked(app).await?,
            owner: officer.person.to_string(),
            source,
            requests: open,
            prepared: None,
            questions: app.cast.paper("interior_question")?.to_vec(),
        })
    }

    /// A path for an address of the router.
    pub fn path(&self, address: &str) -> Told<String> {
        let request = self.requests.first().ok_or("there is no open request left")?;
        let read = self.prepared.is_none();
        let mut path = String::new();
        let mut kind = "";
        for part in address.split('/').filter(|part| !part.is_empty()) {
            let filled = match (kind, part) {
                ("cases", "{id}") if read && address.ends_with("/day") => self.conditioned.to_string(),
                ("cases", "{id}") if read && address.contains("{condition}") => self.conditioned.to_string(),
                ("cases", "{id}") => if read { self.read } else { self.case }.to_string(),
                ("holds", "{id}") => if read { self.hold_read } else { self.hold }.to_string(),
                ("drafts", "{id}") => if read { self.draft_read } else { self.draft }.to_string(),
                ("files", "{file}") => self.read_file.to_string(),
                ("comments", "{among}") => "own".to_owned(),
                ("{among}", "{comment}") => {
                    let one = if read { &self.read_comment } else { &self.comment };
                    one.clone()
                }
                ("sealed", "{commitment}") => self.read_sealed.to_string(),
                ("meetings", "{id}") => self.meeting.clone(),
                ("links", "{other}") => self.other.clone(),
                ("commitments", "{id}") => self.commitment.clone(),
                ("relationships", "{id}") => self.relationship.clone(),
                ("organisations", "{id}") => self.side.clone(),
                ("participants", "{id}") => self.participant.clone(),
                ("tasks", "{id}") if address.ends_with("/end") => self.task_to_end.clone(),
                ("tasks", "{id}") => self.task.clone(),
                ("sources", "{id}") => self.source.clone(),
                ("requests", "{id}") => request.to_string(),
                // The decision that there is a notice of.
                ("referrals", "{authority}")
                    if address.contains("/notice") || address.ends_with("/release") =>
                {
                    "mfaic".to_owned()
                }
                ("referrals", "{authority}") => "moi".to_owned(),
                ("rulebooks" | "rulebook-proposals", "{id}") => RULEBOOK.to_owned(),
                ("{id}", "{hash}") => self.rulebook.clone(),
                ("{id}", "{number}") => self.proposal.to_string(),
                ("files" | "removal", "{*name}") => "authorities.dmn".to_owned(),
                ("rulebook-drafts", "{draft}") => self.rulebook_draft.clone(),
                ("rules", "{file}") => "authorities.dmn".to_owned(),
                ("{file}", "{decision}") => "authorities".to_owned(),
                ("{decision}", "{row}") => "1".to_owned(),
                ("deputies", "{number}") => self.deputy.to_string(),
                ("questions" | "extensions" | "offers" | "working-days", "{number}") => "1".to_owned(),
                ("conditions", "{condition}") => "1".to_owned(),
                ("permits", "{reference}") => self.permit.clone(),
                // Of the application whose permit it is.
                ("register", "{reference}") => {
                    let permit = self.permit.rsplit_once('-');
                    permit.map_or_else(String::new, |(application, _)| application.to_owned())
                }
                ("inbox", "{position}") => self.notice.to_string(),
                ("advice", "{advice}") => self.advice.to_string(),
                ("feeds" | "made", "{secret}") => "an-address-that-nobody-was-given".to_owned(),
                ("links" | "addresses" | "advice", "{secret}") => "a-link-that-nobody-was-given".to_owned(),
                (_, part) if part.starts_with('{') => {
                    return Err(format!("{address}: what is {part} here?").into());
                }
                (_, part) => part.to_owned(),
            };
            path = format!("{path}/{filled}");
            kind = part;
        }
        // What came of something that was done together is told of those that the address names.
        if TOGETHER.contains(&address) {
            let one = if read { self.read } else { self.case };
            path = format!("{path}?chosen={one}%2Fmoi&shown-at=2023-08-01T00%3A00%3A00Z");
        }
        // Programs ask for the ledger without a language.
        Ok(if address.starts_with("/ledger") {
            path
        } else {
            format!("/en{path}")
        })
    }

    /// Makes a case or a draft to which a form can be sent, unless the last one is still as it was.
    pub async fn prepare(&mut self, app: &Installation, address: &str) -> Told {
        if self.prepared.as_deref() == Some(address) {
            return Ok(());
        }
        app.titled(TITLE)?;
        self.versions += 1;
        let version = self.versions.to_string();
        self.binds_from = app.binds_next()?;
        if address.contains("{advice}") {
            self.case = app.asked_by_link().await?.0;
            self.advice = app.last_by_link(self.case).await?;
        } else if address.contains("{comment}") {
            self.case = app.circulated(None).await?;
            self.comment = commented(app, self.case).await?;
        } else if address.starts_with("/rulebook-drafts/") {
            let maker = app.cast.actor("rule-maker")?;
            self.rulebook_draft = app.rulebook_drafted(maker, &version).await?.id;
        } else if address.ends_with("/publication") {
            self.proposal = app.rulebook_approved(&version).await?;
        } else if address.starts_with("/rulebook-proposals/") {
            let maker = app.cast.actor("rule-maker")?;
            self.proposal = app.rulebook_proposed(maker, &version).await?;
        } else if address.starts_with("/holds/{id}") {
            app.clock_at("2023-09-01T02:00:00Z")?;
            self.hold = app.hold_asked().await?;
        } else if address.starts_with("/drafts/") {
            app.titled(DRAFT)?;
            self.draft = app.drafted(None).await?;
        } else if address.ends_with("/circulation") || address.ends_with("/return") {
            self.case = app.submitted(None).await?;
        } else if address.ends_with("/permit") {
            self.case = app.agreed(None).await?;
        } else if address.ends_with("/conditions") {
            self.case = app.contradictory(None).await?;
        } else if address.ends_with("/unsealing") {
            self.case = app.sealed(None).await?;
            self.sealed = app.commitment(self.case).await?;
        } else if address.ends_with("/appeals/outcome") {
            self.case = app.appealed(None).await?;
        } else if address.ends_with("/appeals") || address.ends_with("/lifting") {
            self.case = app.suspended(None).await?;
        } else if address.ends_with("/revocation") || address.ends_with("/suspension") {
            self.case = app.permitted(None).await?;
        } else if address.ends_with("/go") || address.contains("/day/") {
            self.case = app.on_the_day().await?;
        } else if address.ends_with("/report") {
            self.case = app.after_the_day().await?;
        } else if address.ends_with("/replacement") {
            self.case = app.differing(None).await?;
        } else if address.ends_with("/referrals") {
            self.case = app.asked_few().await?;
        } else if address.ends_with("/disowning") {
            self.case = app.by_letter(None).await?;
        } else if address.ends_with("/release") {
            self.case = app.asked_also().await?;
        } else if address.starts_with("/deputies/{number}") {
            self.deputy = app
                .deputises(
                    "interior-officer",
                    "interior-decider",
                    ("2023-10-01", "2023-10-31"),
                )
                .await?;
        } else if address.starts_with("/working-days/") || address.starts_with("/deputies/") {
            // An authority's calendar is its own: nobody's form is in the way of another's.
        } else if address.ends_with("/insurances") {
            self.case = app.asked_by_item(None).await?;
            self.document = app.document_of(self.case).await?;
        } else if address.contains("/insurances/") {
            self.case = app.insured().await?;
        } else if address.ends_with("/payments/answer") || address.ends_with("/corrections") {
            self.case = app.said_to_be_paid().await?;
        } else if address.contains("/fees/") {
            self.case = app.charged().await?;
        } else if address.ends_with("/deposit/correction") {
            self.case = app.with_a_deposit().await?;
        } else if address.ends_with("/discharge") || address.ends_with("/objection") {
            self.case = app.shown_kept(None).await?;
        } else if address.contains("{condition}") {
            self.case = app.conditioned(None).await?;
        } else if address.ends_with("/agreement") {
            self.case = app.offered_form(None).await?;
        } else if address.contains("/offers/") {
            self.case = app.offered(None).await?;
        } else if address.contains("/items") {
            self.case = app.asked_by_item(None).await?;
        } else if address.contains("/extensions/") {
            self.case = app.short_of_time(None).await?;
        } else if address.contains("{number}") {
            self.case = app.under_way(None).await?;
        } else if address.starts_with("/cases/") || TOGETHER.contains(&address) {
            self.case = app.circulated(None).await?;
        }
        app.clock_at("2023-09-01T02:00:00Z")?;
        self.prepared = Some(address.to_owned());
        Ok(())
    }

    /// Someone's form was taken: the next needs another case.
    pub fn used(&mut self, address: &str) {
        self.prepared = None;
        if address.starts_with("/requests/") {
            self.requests.remove(0);
        }
    }

    /// A form filled in as whoever may send it would: its media type and bytes.
    pub fn body(&self, address: &str, token: &str, key: &str) -> Told<(String, Vec<u8>)> {
        let fields: BTreeMap<&str, String> = match address {
            "/holds" => BTreeMap::from([
                ("hold", hold_by(key)),
                ("rulebook", RULEBOOK.to_owned()),
                ("kind", HELD_FOR.to_owned()),
                ("place", "The meadow".to_owned()),
                ("date", "2023-12-21".to_owned()),
                ("from", "18:00".to_owned()),
                ("until", "21:00".to_owned()),
            ]),
            "/holds/{id}/acceptance" => BTreeMap::from([("until", "2023-10-01".to_owned())]),
            "/holds/{id}/refusal" => BTreeMap::from([("decline-reasons", "It is repaired.".to_owned())]),
            "/holds/{id}/withdrawal" => BTreeMap::from([("withdraw-reasons", "No money.".to_owned())]),
            "/drafts" => BTreeMap::from([("rulebook", RULEBOOK.to_owned())]),
            "/drafts/{id}" => BTreeMap::from([("version", "3".to_owned()), ("title", DRAFT.to_owned())]),
            "/mail" => BTreeMap::from([("pace", "daily".to_owned()), ("language", "km".to_owned())]),
            "/inbox/read" => BTreeMap::from([("newest", self.notice.to_string())]),
            "/drafts/{id}/submission" | "/drafts/{id}/discard" => {
                BTreeMap::from([("version", "3".to_owned())])
            }
            "/rulebook-drafts/{draft}/discard" | "/rulebook-drafts/{draft}/removal/{*name}" => {
                BTreeMap::from([("version", "2".to_owned())])
            }
            "/meetings/{id}/lines" => BTreeMap::from([("line", "statement".to_owned())]),
            "/relationships/{id}/brief/lines" => BTreeMap::from([
                ("kind", "our-line".to_owned()),
                ("words", "We hold to the plan.".to_owned()),
            ]),
            "/relationships/{id}/brief/taken-back" => {
                BTreeMap::from([("line", "1".to_owned()), ("reason", "It is settled.".to_owned())])
            }
            "/record/source" => BTreeMap::from([
                ("title", "A note".to_owned()),
                ("kind", "note".to_owned()),
                ("language", "en".to_owned()),
                ("origin", "Made up".to_owned()),
                ("text", "One sentence.".to_owned()),
            ]),
            "/rulebook-drafts/{draft}" => BTreeMap::from([
                ("draft", "2".to_owned()),
                ("version-name", self.versions.to_string()),
                ("from", self.binds_from.clone()),
                ("purpose", "For clarity.".to_owned()),
            ]),
            _ if address.ends_with("/{row}") => {
                BTreeMap::from([("version", "2".to_owned()), ("more", "remove".to_owned())])
            }
            _ if address.ends_with("/declining") => BTreeMap::from([("reasons", "Ask first.".to_owned())]),
            _ if address.ends_with("/publication") => {
                BTreeMap::from([("from", self.binds_from.clone()), ("checked", "right".to_owned())])
            }
            _ if address.ends_with("/task") => BTreeMap::from([
                ("text", "Write to the embassy.".to_owned()),
                ("owner", self.owner.clone()),
                ("due", "2023-12-01".to_owned()),
            ]),
            "/tasks/{id}/end" => {
                BTreeMap::from([("how", "done".to_owned()), ("note", "It was sent.".to_owned())])
            }
            "/tasks/{id}/owner" => {
                BTreeMap::from([("owner", self.owner.clone()), ("due", "2023-12-02".to_owned())])
            }
            _ if address.ends_with("/assessments") => BTreeMap::from([
                ("assessment", "kept".to_owned()),
                ("note", "It was done.".to_owned()),
            ]),
            _ if address.ends_with("/decision") => BTreeMap::from([
                ("decision", "granted".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            "/cases/{id}/advice" => BTreeMap::from([
                ("advice-name", "Sok Dara".to_owned()),
                ("advice-office", "Harbour master".to_owned()),
                ("advice-language", "en".to_owned()),
                ("advice-question", "Do boats moor there?".to_owned()),
                ("advice-until", "2023-09-20".to_owned()),
            ]),
            "/advice/{secret}" => BTreeMap::from([("advice", "no-objection".to_owned())]),
            _ if address.contains("/fees") => of_fees(address),
            _ if address.contains("/insurances") => self.of_insurances(address),
            _ if address.ends_with("/items") => BTreeMap::from([("item-1-1-words", "Across.".to_owned())]),
            _ if address.ends_with("/items/withdrawal") => BTreeMap::from([("items-back-1", "2".to_owned())]),
            _ if [
                "/circulation",
                "/permit",
                "/withdrawal",
                "/approval",
                "/agreement",
                "/refusal",
            ]
            .iter()
            .any(|one| address.ends_with(one)) =>
            {
                BTreeMap::from([("checked", "right".to_owned())])
            }
            _ if address.ends_with("/conditions") => BTreeMap::from([
                ("limit-begins-by", "20:00".to_owned()),
                ("revision-reasons", "As agreed.".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.contains("{condition}") => self.of_condition(address),
            _ if address.ends_with("/questions") => BTreeMap::from([("question", "Which way?".to_owned())]),
            _ if address.ends_with("/referrals") => BTreeMap::from([
                ("authority", "mfaic".to_owned()),
                ("asked-as", "by-rulebook".to_owned()),
                ("asked-reasons", "An ambassador is to speak.".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if TOGETHER.contains(&address) => return Ok(self.together(token)),
            _ if address.ends_with("/reminders") => {
                BTreeMap::from([("reminder", "The day comes near.".to_owned())])
            }
            _ if address.ends_with("/watch") => BTreeMap::from([("watching", "yes".to_owned())]),
            _ if address.ends_with("/take-back") => BTreeMap::from([("checked", "right".to_owned())]),
            _ if address.contains("/comments/") => BTreeMap::from([("words", "Ask first.".to_owned())]),
            _ if address.ends_with("/release") => BTreeMap::from([
                ("taken-back-reasons", "He does not speak.".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/go") => BTreeMap::from([("go", "go".to_owned())]),
            _ if address.ends_with("/report") => BTreeMap::from([("report-held", "as-permitted".to_owned())]),
            _ if address.ends_with("/day/notes") => BTreeMap::from([("note-what", "A barge.".to_owned())]),
            _ if address.ends_with("/day/ticks") => BTreeMap::from([
                ("authority", "moi".to_owned()),
                ("number", "1".to_owned()),
                ("at", "moi-1".to_owned()),
                ("sure", "yes".to_owned()),
            ]),
            _ if address.ends_with("/letter") => return Ok(letter(token)),
            _ if address.ends_with("/disowning") => BTreeMap::from([
                ("disown-reasons", "Nobody here signed it.".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/return") => BTreeMap::from([("lacks", "A plan.".to_owned())]),
            _ if address.ends_with("/recommendation") => BTreeMap::from([("decision", "granted".to_owned())]),
            _ if address.ends_with("/offers") => BTreeMap::from([
                ("date", "2023-11-20".to_owned()),
                ("offer-reasons", "The quay is taken.".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/extensions") => BTreeMap::from([
                ("days", "5".to_owned()),
                ("days-reasons", "The quay is measured first.".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/extensions/{number}/answer") => BTreeMap::from([
                ("more-time", "agreed".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            "/deputies/entry" => self.of_deputy(key),
            "/deputies/{number}/end" => BTreeMap::from([("checked", "right".to_owned())]),
            "/working-days/entry" => BTreeMap::from([
                ("kind", "closed".to_owned()),
                ("from", "2023-12-04".to_owned()),
                ("reason", "The quay is measured.".to_owned()),
                ("source", "Circular 13".to_owned()),
                ("as-of", entries(key).to_string()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/taking-back") => BTreeMap::from([
                ("reason", "It was measured before.".to_owned()),
                ("as-of", (entries(key) + 1).to_string()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/answer") => BTreeMap::from([("answer", "This way.".to_owned())]),
            _ if address.ends_with("/appeals") => BTreeMap::from([
                ("appeal-against", "suspension".to_owned()),
                ("appeal-body", "The court".to_owned()),
                ("appeal-lodged", "2023-09-01".to_owned()),
            ]),
            _ if address.ends_with("/outcome") => BTreeMap::from([
                ("appeal", "1".to_owned()),
                ("appeal-how", "upheld".to_owned()),
                ("appeal-ended", "2023-09-01".to_owned()),
                ("appeal-words", "The quay is dry.".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/suspension") => BTreeMap::from([
                ("suspension-reasons", "The river is high.".to_owned()),
                ("suspension-until", "2023-10-10".to_owned()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/confidences") => BTreeMap::from([
                ("piece", "answer:attendance".to_owned()),
                ("confided-to", "few".to_owned()),
                ("confided-among", "moi".to_owned()),
                ("confided-reasons", "Guests.".to_owned()),
            ]),
            _ if address.ends_with("/unsealing") => BTreeMap::from([
                ("sealed", self.sealed.to_string()),
                ("checked", "right".to_owned()),
            ]),
            _ if address.ends_with("/lifting") => BTreeMap::from([("checked", "right".to_owned())]),
            _ if address.ends_with("/replacement") => {
                let reasons = ("replacing-reasons", "The wind turns.".to_owned());
                BTreeMap::from([reasons, ("checked", "right".to_owned())])
            }
            _ if address.ends_with("/revocation") => {
                let reasons = ("reasons", "The river is high.".to_owned());
                BTreeMap::from([reasons, ("checked", "right".to_owned())])
            }
            _ => BTreeMap::new(),
        };
        let mut body = form_urlencoded::Serializer::new(String::new());
        let body = body.append_pair("token", token).extend_pairs(fields).finish();
        Ok((Form::MEDIA_TYPE.to_owned(), body.into_bytes()))
    }

    /// What is ticked, and seen: Interior's referral, with the words by which it is reminded.
    fn together(&self, token: &str) -> (String, Vec<u8>) {
        let mut body = form_urlencoded::Serializer::new(String::new());
        let body = body
            .append_pair("token", token)
            .append_pair("chosen", &format!("{}/moi", self.case))
            .append_pair(&format!("reminder-{}-moi", self.case), "The day comes near.")
            .append_pair("checked", "right");
        (Form::MEDIA_TYPE.to_owned(), body.finish().into_bytes())
    }

    /// The fields of a form about a condition of a permit.
    fn of_condition(&self, address: &str) -> BTreeMap<&'static str, String> {
        let text = |text: &str| text.to_owned();
        match address.rsplit('/').next() {
            Some("proof") => BTreeMap::from([("proof-words", text("The brigade has it."))]),
            Some("discharge") => BTreeMap::from([("proof", text("1")), ("checked", text("right"))]),
            Some("deposit") => BTreeMap::from([("deposit-step", text("received"))]),
            Some("correction") => BTreeMap::from([
                ("deposit-entry", text("1")),
                ("deposit-wrong", text("Of another event.")),
            ]),
            Some("objection") => {
                BTreeMap::from([("proof", text("1")), ("declined-reasons", text("Not signed."))])
            }
            _ => BTreeMap::from([("owner", self.partner.clone())]),
        }
    }

    /// Who would be made a deputy by someone of the cast: each in days of their own, so that none is in the way of another.
    fn of_deputy(&self, key: &str) -> BTreeMap<&'static str, String> {
        let (role, to) = self.deputies.get(key).cloned().unwrap_or_default();
        let month = if key.ends_with("decider") { 11 } else { 12 };
        BTreeMap::from([
            ("role", role),
            ("to", to),
            ("from", format!("2023-{month}-01")),
            ("until", format!("2023-{month}-05")),
            ("reason", "A mission abroad.".to_owned()),
            ("checked", "right".to_owned()),
        ])
    }

    /// What must not stand in anything that others get: what it is, its words, and who may see them.
    pub fn secrets(&self, app: &Installation) -> Told<Vec<(&'static str, String, BTreeSet<&'static str>)>> {
        let of = |keys: &[&'static str]| keys.iter().copied().collect::<BTreeSet<_>>();
        let mut secrets = vec![
            ("a draft", DRAFT.to_owned(), of(&["organiser", "agent"])),
            (
                "a source",
                "how two observers saw relations".to_owned(),
                of(&KEEPERS),
            ),
            ("a source's words", "never by pressure".to_owned(), of(&KEEPERS)),
            ("a meeting", "Talk at the Peace Palace".to_owned(), of(&KEEPERS)),
            (
                "a request",
                "preferential investment laws".to_owned(),
                of(&KEEPERS),
            ),
            (
                "an appeal against the municipality",
                COURT.to_owned(),
                of(&APPEALED),
            ),
            ("sealed reasons", WHY_SEALED.to_owned(), of(&SEALED)),
            (
                "what is not to be said",
                NOT_TO_SAY.to_owned(),
                of(&["desk-officer"]),
            ),
            (
                "what is applied for",
                app.cast.application.description.clone(),
                of(&PARTIES),
            ),
        ];
        // Once a case of that title has its permit, everyone may read the title.
        if self.prepared.is_none() {
            secrets.push(("a case's title", TITLE.to_owned(), of(&PARTIES)));
        }
        secrets.push(("a confided document", CONFIDED.to_owned(), of(&CONFIDANTS)));
        secrets.push(("why it is confided", WHY_CONFIDED.to_owned(), of(&CONFIDANTS)));
        let whose = ["organiser", "agent", "coordinator"];
        secrets.push(("a day that is held", HELD_FOR.to_owned(), of(&whose)));
        secrets.push(("what is said with it", HELD_WORDS.to_owned(), of(&whose)));
        secrets.push(("what a fee is for", PATROL.to_owned(), of(&ASKED)));
        secrets.push(("the receipt of a fee", RECEIPT.to_owned(), of(&ASKED)));
        secrets.push(("who insures", INSURER.to_owned(), of(&ASKED)));
        secrets.push(("the number of a policy", POLICY.to_owned(), of(&ASKED)));
        secrets.push(("what was shown", PROOF.to_owned(), of(&ASKED)));
        secrets.push((
            "what is asked by a link",
            BY_LINK_QUESTION.to_owned(),
            of(&["interior-officer", "interior-decider", "interior-coordinator"]),
        ));
        secrets.push((
            "a comment within Interior",
            COMMENT.to_owned(),
            of(&["interior-officer", "interior-decider", "interior-coordinator"]),
        ));
        let items = [OF_THE_SHELL, DOCUMENT, SAID];
        secrets.extend(items.map(|words| ("an item", words.to_owned(), of(&ASKED))));
        secrets.extend(
            self.questions
                .iter()
                .map(|question| ("a question", question.clone(), of(&ASKED))),
        );
        Ok(secrets)
    }
}

impl World {
    /// The fields of a form about a certificate of insurance.
    fn of_insurances(&self, address: &str) -> BTreeMap<&'static str, String> {
        let document = self.document.to_string();
        let fields: &[(&str, &str)] = match address.rsplit('/').next() {
            Some("insurances") => &[
                ("insurance-for", "moi/item/1.3"),
                ("insurance-insurer", "An insurer"),
                ("insurance-policy", "P-1"),
                ("insurance-cover", "5000"),
                ("insurance-currency", "USD"),
                ("insurance-from", "2023-11-01"),
                ("insurance-until", "2023-11-30"),
                ("insurance-document", &document),
            ],
            Some("answer") => &[("answer-insurance", "1"), ("answer-insurance-how", "accepted")],
            _ => &[
                ("correct-insurance", "1"),
                ("correct-insurance-reasons", "Of another event."),
            ],
        };
        fields
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect()
    }
}

/// The fields of a form about a fee.
fn of_fees(address: &str) -> BTreeMap<&'static str, String> {
    let fields: &[(&str, &str)] = match address.rsplit('/').next() {
        Some("fees") => &[
            ("set-fee-authority", "moi"),
            ("set-fee-label", "A boat"),
            ("set-fee-amount", "5"),
            ("set-fee-currency", "USD"),
            ("set-fee-basis", "Tariff"),
        ],
        Some("entries") => &[
            ("record-fee", "1/1"),
            ("record-fee-step", "paid"),
            ("record-fee-receipt", "R-1"),
            ("record-fee-day", "2023-08-24"),
        ],
        Some("payments") => &[
            ("say-fee", "1"),
            ("say-fee-receipt", "R-1"),
            ("say-fee-day", "2023-08-24"),
        ],
        Some("answer") => &[("answer-fee", "1/2"), ("answer-fee-found", "found")],
        _ => &[
            ("correct-fee", "1/1"),
            ("correct-fee-reasons", "Of another event."),
        ],
    };
    fields
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}

/// An id that nobody else asks for a day under.
fn hold_by(key: &str) -> String {
    let number = key.bytes().fold(7_u128, |number, byte| {
        number.wrapping_mul(31).wrapping_add(byte.into())
    });
    HoldId::of(number).to_string()
}

/// A letter with its scan: its media type and bytes.
fn letter(token: &str) -> (String, Vec<u8>) {
    let fields = [
        ("token", token),
        ("decision", "granted"),
        ("letter-dated", "2023-08-24"),
        ("checked", "right"),
    ];
    let mut body = Vec::new();
    let head = "--x\r\nContent-Disposition: form-data; name=";
    for (name, value) in fields {
        body.extend_from_slice(format!("{head}\"{name}\"\r\n\r\n{value}\r\n").as_bytes());
    }
    body.extend_from_slice(format!("{head}\"file\"; filename=\"letter.pdf\"\r\n\r\n").as_bytes());
    body.extend_from_slice(SCAN);
    body.extend_from_slice(b"\r\n--x--\r\n");
    ("multipart/form-data; boundary=x".to_owned(), body)
}

async fn attached(app: &Installation, case: ApplicationId) -> Told<AttachmentId> {
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let submission = view.application.submission.ok_or("not handed in")?;
    Ok(submission.attachments.first().ok_or("no file")?.attachment)
}

/// For whom each of the cast may set a deputy, and whom. Two ministries have one person alone, and the
/// secretariat of the municipality is itself the only one who could: these find nobody.
fn deputies(app: &Installation) -> Told<BTreeMap<&'static str, (String, String)>> {
    let mut found = BTreeMap::new();
    for (key, of, to) in [
        ("interior-decider", "interior-decider", "interior-officer"),
        ("interior-coordinator", "interior-decider", "interior-officer"),
        ("municipality-decider", "municipality-decider", "coordinator"),
        ("coordinator", "municipality-decider", "interior-officer"),
        ("other-decider", "other-decider", "other-officer"),
        ("other-coordinator", "other-decider", "other-officer"),
        (
            "foreign-affairs-decider",
            "foreign-affairs-decider",
            "interior-officer",
        ),
        ("defence-decider", "defence-decider", "interior-officer"),
    ] {
        let (of, to) = (app.cast.member(of)?.person, app.cast.member(to)?.person);
        found.insert(key, (format!("decider/{of}"), to.to_string()));
    }
    Ok(found)
}

/// How many entries the calendar of a decider's authority has before anyone sends a form: Interior closed for the flood.
fn entries(key: &str) -> u32 {
    u32::from(key == "interior-decider")
}

/// A task of the desk.
async fn tasked(app: &Installation) -> Told<String> {
    let officer = app.cast.actor("desk-officer")?;
    let entered = desk::engagement::TaskIn {
        text: Reason::new("Write to the embassy.")?,
        owner: officer.person,
        due: "2023-12-01".parse()?,
        follows: None,
    };
    let task = app
        .desk
        .assign_task(officer, entered, "2023-09-01".parse()?)
        .await?;
    Ok(task.to_string())
}

/// A brief with a line that is sealed for whoever wrote it, and that was signed off.
async fn briefed(app: &Installation, relationship: act::RelationshipId) -> Told {
    let officer = app.cast.actor("desk-officer")?;
    let line = desk::engagement::OurLineIn {
        about: None,
        words: Reason::new(NOT_TO_SAY)?,
        sealed_for: Some(vec![]),
    };
    app.desk.write_our_line(officer, relationship, line).await?;
    let text = "Brief".to_owned();
    let signed = desk::engagement::SignOffIn {
        day: "2023-04-28".parse()?,
        language: "en".parse()?,
        seen: engagement::sha256(&text),
        text,
        known: app.desk.store().size().await?,
    };
    Ok(app.desk.sign_off(officer, relationship, signed).await?)
}
