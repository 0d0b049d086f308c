//! Every form of the site, found on the page of whoever may send it and filled in as it would be taken.

use act::{ApplicationId, Reason};
use clearance::comments::Among;
use desk::accounts::LinkPurpose;
use desk::clearance::SayIn;
use std::collections::BTreeMap;
use stories::{Form, Installation, RULEBOOK, Told, Visitor};

/// A form on its page, filled in.
pub struct Filled {
    /// Who sends it, before the page.
    pub visitor: Visitor,
    /// What it is, for telling.
    pub name: String,
    /// The end of the address it is sent to, by which the page that comes back is searched for it.
    pub ending: String,
    /// The form.
    pub form: Form,
}

/// Signs someone in, opens a page and fills a form in.
async fn filled(
    app: &Installation,
    key: &str,
    page: &str,
    ending: &str,
    fields: &[(&str, &str)],
) -> Told<Filled> {
    let mut visitor = if key == "anyone" {
        app.visitor()
    } else {
        app.signs_in(key).await?
    };
    let page = visitor.opens(page).await?;
    let mut form = page.form(ending)?;
    for (name, value) in fields {
        form = form.with(name, value)?;
    }
    Ok(Filled {
        visitor,
        name: format!("{key} at {ending}"),
        ending: ending.to_owned(),
        form,
    })
}

/// A form: who sends it, from which page, the end of the address that it is sent to, and what is typed into which field. `{…}`
/// stands for what only the story knows ([`names`]).
type Entry = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// Forms in which something is typed. None of them is ever taken in this story, so each stays as it was.
const TYPED: &[Entry] = &[
    (
        "organiser",
        "/en/mail",
        "/mail",
        &[
            ("address", "night.desk@place.example"),
            ("pace", "daily"),
            ("language", "km"),
        ],
    ),
    (
        "desk-officer",
        "/en/record/source",
        "/record/source",
        &[
            ("title", "A note"),
            ("kind", "note"),
            ("language", "en"),
            ("published", "on"),
            ("published-day", "2023-04-27"),
            ("origin", "Made up"),
            ("text", "One sentence."),
        ],
    ),
    (
        "desk-officer",
        "/en/record/meeting",
        "/record/meeting",
        &[
            ("title", "A talk"),
            ("when", "on"),
            ("when-day", "2023-04-26"),
            ("place-en", "Phnom Penh"),
            ("source", "{source}"),
            ("organisation-0", "One side"),
            ("organisation-1", "Other side"),
            ("person-1", "Someone"),
            ("post-1", "Speaker"),
            ("side-1", "0"),
        ],
    ),
    (
        "desk-officer",
        "/en/record/organisation",
        "/record/organisation",
        &[
            ("name-en", "A society"),
            ("name-ja", "協会"),
            ("kind", "association"),
        ],
    ),
    (
        "desk-officer",
        "/en/record/person",
        "/record/person",
        &[("name-en", "Someone"), ("name-km", "នរណាម្នាក់")],
    ),
    (
        "desk-officer",
        "/en/record/post",
        "/record/post",
        &[
            ("organisation", "Phnom Penh municipality"),
            ("name-en", "Deputy governor"),
            ("holder", "Khuong Sreng"),
            ("from", "year"),
            ("from-year", "2015"),
        ],
    ),
    (
        "desk-officer",
        "/en/record/relationship",
        "/record/relationship",
        &[
            ("name-en", "A friendship"),
            ("first-en", "One town"),
            ("second-en", "Another town"),
            ("on", "1990-05-01"),
            ("source", "{source}"),
            ("excerpt", "five matters on the table"),
        ],
    ),
    (
        "desk-officer",
        "/en{brief}/lines",
        "{brief}/lines",
        &[("kind", "our-line"), ("words", "We hold to the plan.")],
    ),
    (
        "desk-officer",
        "/en{brief}/taken-back",
        "{brief}/taken-back",
        &[("line", "1"), ("reason", "It is settled.")],
    ),
    (
        "desk-officer",
        "/en{milestones}",
        "{milestones}",
        &[
            ("name-en", "A day"),
            ("recurrence", "once"),
            ("on", "2023-12-01"),
            ("source", "{source}"),
            ("excerpt", "five matters on the table"),
        ],
    ),
    (
        "desk-officer",
        "/en/commitments/{promise}",
        "/assessments",
        &[("assessment", "kept"), ("note", "It was done.")],
    ),
    (
        "desk-officer",
        "/en/record/task",
        "/record/task",
        &[
            ("text", "Write to them."),
            ("owner", "{me}"),
            ("due", "2023-12-01"),
        ],
    ),
    (
        "desk-officer",
        "/en/requests/{open}/task",
        "/task",
        &[
            ("text", "Write to them."),
            ("owner", "{me}"),
            ("due", "2023-12-01"),
        ],
    ),
    (
        "desk-officer",
        "/en/commitments/{promise}/task",
        "/task",
        &[
            ("text", "Write to them."),
            ("owner", "{me}"),
            ("due", "2023-12-01"),
        ],
    ),
    (
        "desk-officer",
        "/en/tasks/{task}",
        "/owner",
        &[("owner", "{me}"), ("due", "2023-12-02")],
    ),
    (
        "desk-officer",
        "/en/tasks/{task}",
        "/end",
        &[("how", "done"), ("note", "It was sent.")],
    ),
    (
        "desk-officer",
        "/en{lines}?line=statement",
        "{lines}",
        &[
            ("line", "statement"),
            ("text", "It was so."),
            ("source", "{source}"),
            ("excerpt", "five matters on the table"),
            ("speaker", "{speaker}"),
            ("act", "states"),
            ("mode", "indirect"),
        ],
    ),
    (
        "desk-officer",
        "/en{taken_back}",
        "{taken_back}",
        &[("line", "statement/{said}"), ("reason", "By mistake.")],
    ),
    (
        "desk-officer",
        "/en/requests/{open}",
        "/answers",
        &[
            ("kind", "accepted"),
            ("text", "Gladly."),
            ("excerpt", "five matters on the table"),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{circulated}/referrals/moi",
        "/questions",
        &[("question", "Which way?")],
    ),
    (
        "interior-officer",
        "/en/cases/{circulated}/referrals/moi",
        "/questions",
        &[
            ("question", "For the quay:"),
            ("wanted", "field-largest_shell"),
            ("wanted-words-field-largest_shell", "Across?"),
            ("wanted-others", "Insurance of the barge"),
        ],
    ),
    (
        "organiser",
        "/en/cases/{by_item}/referrals/moi",
        "/questions/1/items",
        &[
            ("item-1-1-words", "Across."),
            ("item-1-2-words", "About four hundred."),
            ("item-1-3-words", "The insurer is closed."),
            ("item-1-3-cannot", "cannot"),
        ],
    ),
    (
        "interior-decider",
        "/en/cases/{circulated}/referrals/moi",
        "/decision",
        &[
            ("decision", "granted-with-conditions"),
            ("library", "cordon"),
            ("conditions", "By nine."),
            ("reasons", "It is late."),
        ],
    ),
    (
        "interior-decider",
        "/en/cases/{contradictory}/referrals/moi",
        "/conditions",
        &[
            ("library", "cordon"),
            ("conditions", "Forty stewards."),
            ("limit-ends-by", "21:00"),
            ("limit-stewards-at-least", "40"),
            ("limit-place", "The quay"),
            ("conditions-before", "Insurance is in force."),
            ("conditions-before-day", "2023-11-12"),
            ("conditions-after", "The quay is left clean."),
            ("revision-reasons", "As agreed."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{conditioned}/referrals/moi/conditions/1",
        "/proof",
        &[("proof-words", "The brigade has the plan.")],
    ),
    (
        "interior-officer",
        "/en/cases/{shown}/referrals/moi/conditions/1",
        "/objection",
        &[("declined-reasons", "It has no signature.")],
    ),
    (
        "interior-officer",
        "/en/cases/{shown}/referrals/moi/conditions/1",
        "/discharge",
        &[("discharge-reasons", "Well done.")],
    ),
    (
        "coordinator",
        "/en/cases/{asked-few}",
        "/referrals",
        &[
            ("authority", "mfaic"),
            ("asked-as", "advice"),
            ("asked-reasons", "An ambassador is to speak."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{circulated}",
        "/confidences",
        &[
            ("piece", "answer:attendance"),
            ("confided-to", "few"),
            ("confided-among", "moi"),
            ("confided-reasons", "It says where the guests stay."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{circulated}",
        "/documents",
        &[
            ("hand-in-to", "few"),
            ("hand-in-among", "moi"),
            ("hand-in-reasons", "It says where the guests stay."),
        ],
    ),
    (
        "coordinator",
        "/en/cases/{circulated}/referrals/moi",
        "/reminders",
        &[("reminder", "The day comes near.")],
    ),
    (
        "interior-officer",
        "/en/cases/{circulated}/advice",
        "/advice",
        &[
            ("advice-name", "Sok Dara"),
            ("advice-office", "Harbour master"),
            ("advice-language", "km"),
            ("advice-question", "Do boats moor there?"),
            ("advice-until", "2023-09-20"),
        ],
    ),
    (
        "anyone",
        "/en/advice/{link}",
        "/advice/{link}",
        &[("advice", "advised"), ("reasons", "Keep boats away.")],
    ),
    (
        "coordinator",
        "/en/cases/{asked-also}/referrals/mfaic",
        "/release",
        &[("taken-back-reasons", "He does not speak.")],
    ),
    (
        "coordinator",
        "/en/cases/{circulated}/referrals/moi",
        "/letter",
        &[
            ("decision", "granted-with-conditions"),
            ("library", "cordon"),
            ("conditions", "By nine."),
            ("reasons", "It is late."),
            ("letter-dated", "2023-08-02"),
            ("letter-reference", "No. 114/23"),
        ],
    ),
    (
        "interior-decider",
        "/en/cases/{by_letter}/referrals/moi",
        "/letter/disowning",
        &[("disown-reasons", "Nobody here signed it.")],
    ),
    (
        "coordinator",
        "/en/cases/{submitted}",
        "/return",
        &[("lacks", "A plan of the quay.")],
    ),
    (
        "interior-officer",
        "/en/cases/{circulated}/referrals/moi",
        "/extensions",
        &[("days", "5"), ("days-reasons", "We measure.")],
    ),
    (
        "interior-decider",
        "/en/working-days/entry",
        "/working-days/entry",
        &[
            ("kind", "half-day"),
            ("from", "2023-09-04"),
            ("to", "2023-09-05"),
            ("until", "12:00"),
            ("reason", "The water rises."),
            ("source", "Circular 12"),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{under_way}/comments/own/new",
        "/comments/own/new",
        &[("words", "Ask the fire brigade first.")],
    ),
    (
        "interior-decider",
        "/en/deputies/entry",
        "/deputies/entry",
        &[
            ("to", "{officer}"),
            ("from", "2023-12-01"),
            ("until", "2023-12-05"),
            ("reason", "A mission abroad."),
        ],
    ),
    (
        "interior-decider",
        "/en/working-days/1/taking-back",
        "/working-days/1/taking-back",
        &[("reason", "The water fell.")],
    ),
    (
        "organiser",
        "/en/cases/{short_of_time}/referrals/moi",
        "/extensions/1/answer",
        &[("more-time", "agreed"), ("more-time-reasons", "We can wait.")],
    ),
    (
        "interior-officer",
        "/en/cases/{circulated}/referrals/moi",
        "/recommendation",
        &[
            ("decision", "granted-with-conditions"),
            ("conditions", "Sixty stewards."),
            ("reasons", "The quay is wide enough."),
        ],
    ),
    (
        "interior-decider",
        "/en/cases/{circulated}/referrals/moi",
        "/offers",
        &[
            ("date", "2023-11-20"),
            ("offer-from", "18:30"),
            ("offer-until", "20:00"),
            ("offer-place", "The stadium"),
            ("offer-form", "Drones."),
            ("offer-reasons", "It is free."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{offered}/referrals/moi",
        "/offers/1/refusal",
        &[("offer-decline-reasons", "It rains there.")],
    ),
    (
        "organiser",
        "/en/cases/{offered_form}/referrals/moi",
        "/offers/1/agreement",
        &[("offer-accept-reasons", "Gladly.")],
    ),
    (
        "organiser",
        "/en/cases/{under_way}/referrals/moi",
        "/questions/1/answer",
        &[("answer", "This way.")],
    ),
    (
        "organiser",
        "/en/cases/{under_way}",
        "/withdrawal",
        &[("reasons", "It rains.")],
    ),
    (
        "coordinator",
        "/en/cases/{differing}",
        "/replacement",
        &[("replacing-reasons", "It blows.")],
    ),
    (
        "coordinator",
        "/en/cases/{permitted}",
        "/revocation",
        &[("reasons", "It floods.")],
    ),
    (
        "coordinator",
        "/en/cases/{permitted}",
        "/suspension",
        &[
            ("suspension-reasons", "It floods."),
            ("suspension-until", "2023-10-10"),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{near}/referrals/moi",
        "/go",
        &[("go", "no-go"), ("go-reasons", "The river is high.")],
    ),
    (
        "organiser",
        "/en/cases/{near}/day",
        "/day/notes",
        &[
            ("note-what", "A barge drifted."),
            ("note-place", "The third pile"),
            ("note-seen", "2023-09-01T08:00"),
            ("note-done", "It was towed."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{near}/day",
        "/day/ticks",
        &[("words", "Nobody is on it.")],
    ),
    (
        "organiser",
        "/en/cases/{over}",
        "/report",
        &[
            ("report-held", "otherwise"),
            ("report-attendance", "4000"),
            ("report-otherwise", "It began late."),
            ("report-lessons", "Two more gates."),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{conditioned}/referrals/moi/conditions/1",
        "/deposit",
        &[
            ("deposit-step", "received"),
            ("deposit-amount", "500 USD"),
            ("deposit-reasons", "As agreed."),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{deposited}/referrals/moi/conditions/1",
        "/deposit/correction",
        &[("deposit-entry", "1"), ("deposit-wrong", "Of another event.")],
    ),
    (
        "interior-officer",
        "/en/cases/{circulated}",
        "/fees",
        &[
            ("set-fee-authority", "moi"),
            ("set-fee-label", "A patrol boat"),
            ("set-fee-amount", "25"),
            ("set-fee-currency", "USD"),
            ("set-fee-basis", "Tariff of 2022"),
            ("set-fee-due", "2023-09-30"),
            ("set-fee-before-permit", "yes"),
            ("set-fee-how", "At the counter."),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{charged}",
        "/fees/entries",
        &[
            ("record-fee", "1/1"),
            ("record-fee-step", "waived"),
            ("record-fee-amount", "5"),
            ("record-fee-receipt", "R-1"),
            ("record-fee-day", "2023-08-02"),
            ("record-fee-reasons", "A state event."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{charged}",
        "/fees/payments",
        &[
            ("say-fee", "1"),
            ("say-fee-amount", "5"),
            ("say-fee-receipt", "R-2"),
            ("say-fee-day", "2023-08-02"),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{said_paid}",
        "/payments/answer",
        &[
            ("answer-fee", "1/2"),
            ("answer-fee-found", "not-found"),
            ("answer-fee-reasons", "No transfer came."),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{said_paid}",
        "/corrections",
        &[
            ("correct-fee", "1/1"),
            ("correct-fee-reasons", "Of another event."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{by_item}",
        "/insurances",
        &[
            ("insurance-for", "moi/item/1.3"),
            ("insurance-insurer", "An insurer"),
            ("insurance-policy", "P-1"),
            ("insurance-cover", "5000"),
            ("insurance-currency", "USD"),
            ("insurance-from", "2023-11-01"),
            ("insurance-until", "2023-11-30"),
            ("insurance-document", "{document}"),
        ],
    ),
    (
        "interior-officer",
        "/en/cases/{insured}",
        "/insurances/answer",
        &[
            ("answer-insurance", "1"),
            ("answer-insurance-how", "sent-back"),
            ("answer-insurance-reasons", "The sum is too low."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{insured}",
        "/insurances/corrections",
        &[
            ("correct-insurance", "1"),
            ("correct-insurance-reasons", "Of another event."),
        ],
    ),
    (
        "organiser",
        "/en/cases/{suspended}",
        "/appeals",
        &[
            ("appeal-against", "suspension"),
            ("appeal-body", "The court"),
            ("appeal-lodged", "2023-09-01"),
            ("appeal-reference", "No. 1"),
        ],
    ),
    (
        "coordinator",
        "/en/cases/{appealed}",
        "/appeals/outcome",
        &[
            ("appeal", "1"),
            ("appeal-how", "upheld"),
            ("appeal-ended", "2023-09-01"),
            ("appeal-words", "It is dry."),
        ],
    ),
    (
        "coordinator",
        "/en/cases/{suspended}",
        "/suspension/lifting",
        &[("lifting-reasons", "It ebbs.")],
    ),
    (
        "anyone",
        "/en/sign-in",
        "/sign-in",
        &[("address", "a@b.example"), ("password", "not the secret")],
    ),
    (
        "anyone",
        "/en/links/{secret}",
        "/links/{secret}",
        &[("password", "short")],
    ),
    (
        "organiser",
        "/en/holds/new?rulebook=kh-phnom-penh",
        "/holds",
        &[
            ("kind", "A fair"),
            ("place", "The meadow"),
            ("date", "2023-12-21"),
            ("from", "18:00"),
            ("until", "21:00"),
            ("words", "As every year."),
        ],
    ),
    (
        "coordinator",
        "/en/holds/{hold}",
        "/acceptance",
        &[("until", "2023-10-01"), ("accept-words", "Apply by then.")],
    ),
    (
        "coordinator",
        "/en/holds/{hold}",
        "/refusal",
        &[("decline-reasons", "It is repaired.")],
    ),
    (
        "organiser",
        "/en/holds/{hold}",
        "/withdrawal",
        &[("withdraw-reasons", "No money.")],
    ),
    ("anyone", "/en/verify", "/verify", &[("code", "PLACET1:ABC")]),
];

/// What a text says once it is known what stands for what.
fn said(text: &str, names: &Names) -> String {
    names.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

type Names = BTreeMap<&'static str, String>;

/// What the entries of [`TYPED`] leave open.
async fn names(app: &Installation) -> Told<Names> {
    let requests = app.meetings_imported().await?;
    let officer = app.cast.actor("desk-officer")?;
    let meetings = app.desk.meetings(officer).await?;
    let talk = meetings.iter().find(|line| line.subjects == 5).ok_or("no talk")?;
    let talk = app.desk.meeting(officer, talk.meeting.parse()?).await?;
    let source = talk.source.ok_or("no source")?;
    let record = talk.meeting.record.as_ref().ok_or("no record")?;
    let visit = meetings
        .iter()
        .find(|line| line.title.starts_with("Visit"))
        .ok_or("no visit")?;
    let visit = app.desk.meeting(officer, visit.meeting.parse()?).await?;
    let promise = &visit.commitments.first().ok_or("no promise")?.commitment;
    let relationships = app.desk.relationships(officer).await?;
    let relationship = relationships.first().and_then(|one| one.id);
    let relationship = relationship.ok_or("no relationship")?;
    let line = desk::engagement::OurLineIn {
        about: None,
        words: Reason::new("We hold to it.")?,
        sealed_for: None,
    };
    app.desk.write_our_line(officer, relationship, line).await?;
    let task = desk::engagement::TaskIn {
        text: Reason::new("Write to them.")?,
        owner: officer.person,
        due: "2023-12-01".parse()?,
        follows: None,
    };
    let task = app.desk.assign_task(officer, task, "2023-08-01".parse()?).await?;
    app.closes("interior-decider", "2023-12-07", "2023-12-08").await?;
    let by_item = app.asked_by_item(None).await?;
    let nobody = &app.cast.member("nobody")?.address;
    let statement = &visit.meeting.statements.first().ok_or("nothing said")?.statement;
    Ok([
        ("source", source.to_string()),
        ("officer", app.cast.member("interior-officer")?.person.to_string()),
        ("speaker", record.participations[0].person.to_string()),
        ("said", statement.to_string()),
        ("promise", promise.to_string()),
        ("me", officer.person.to_string()),
        ("task", task.to_string()),
        ("milestones", format!("/relationships/{relationship}/milestones")),
        ("brief", format!("/relationships/{relationship}/brief")),
        (
            "open",
            requests.get("open-markets").ok_or("no request")?.to_string(),
        ),
        ("lines", format!("/meetings/{}/lines", talk.id)),
        ("taken_back", format!("/meetings/{}/taken-back", visit.id)),
        ("submitted", app.submitted(None).await?.to_string()),
        ("circulated", app.circulated(None).await?.to_string()),
        ("hold", app.hold_asked().await?.to_string()),
        ("short_of_time", app.short_of_time(None).await?.to_string()),
        ("offered", app.offered(None).await?.to_string()),
        ("offered_form", app.offered_form(None).await?.to_string()),
        ("under_way", app.under_way(None).await?.to_string()),
        ("by_item", by_item.to_string()),
        ("document", app.document_of(by_item).await?.to_string()),
        ("insured", app.insured().await?.to_string()),
        ("asked-few", app.asked_few().await?.to_string()),
        ("asked-also", app.asked_also().await?.to_string()),
        ("link", app.asked_by_link().await?.1),
        ("contradictory", app.contradictory(None).await?.to_string()),
        ("by_letter", app.by_letter(None).await?.to_string()),
        ("permitted", app.permitted(None).await?.to_string()),
        ("differing", app.differing(None).await?.to_string()),
        ("appealed", app.appealed(None).await?.to_string()),
        ("suspended", app.suspended(None).await?.to_string()),
        ("conditioned", app.conditioned(None).await?.to_string()),
        ("charged", app.charged().await?.to_string()),
        ("said_paid", app.said_to_be_paid().await?.to_string()),
        ("deposited", app.with_a_deposit().await?.to_string()),
        ("near", app.on_the_day().await?.to_string()),
        ("over", app.after_the_day().await?.to_string()),
        ("shown", app.shown_kept(None).await?.to_string()),
        (
            "secret",
            app.desk.offer_link(nobody, LinkPurpose::Invitation).await?,
        ),
    ]
    .into())
}

/// The forms of [`TYPED`], and those of rule makers.
pub async fn typed(app: &Installation) -> Told<Vec<Filled>> {
    let names = names(app).await?;
    let mut all = vec![];
    for (who, page, ending, fields) in TYPED {
        let fields = fields.iter().map(|(field, text)| (*field, said(text, &names)));
        let fields: Vec<(&str, String)> = fields.collect();
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(field, text)| (*field, text.as_str()))
            .collect();
        all.push(filled(app, who, &said(page, &names), &said(ending, &names), &fields).await?);
    }
    all.push(corrected(app, names.get("under_way").ok_or("no case")?.parse()?).await?);
    all.extend(rules(app).await?);
    Ok(all)
}

/// Those of rule makers.
async fn rules(app: &Installation) -> Told<Vec<Filled>> {
    let maker = app.cast.actor("rule-maker")?;
    let proposed = app.rulebook_proposed(maker, "2").await?;
    let approved = app.rulebook_approved("3").await?;
    let draft = app.rulebook_drafted(maker, "4").await?.id;
    let draft = format!("/en/rulebook-drafts/{draft}");
    let rule = format!("{draft}/rules/authorities.dmn/authorities/1");
    let proposal = |number: u32| format!("/en/rulebook-proposals/{RULEBOOK}/{number}");
    Ok(vec![
        filled(app, "rule-maker", &draft, &draft, &[("purpose", "For clarity.")]).await?,
        filled(
            app,
            "rule-maker",
            &rule,
            &rule,
            &[("input-3-is", "more"), ("input-3-value", "300")],
        )
        .await?,
        filled(
            app,
            "second-rule-maker",
            &proposal(proposed),
            "/declining",
            &[("reasons", "Ask first.")],
        )
        .await?,
        filled(app, "rule-maker", &proposal(approved), "/publication", &[]).await?,
    ])
}

/// A form of something final, on the page that says what it does.
async fn seen(mut one: Filled) -> Told<Filled> {
    let form = one.visitor.checks(&one.form).await?;
    Ok(Filled { form, ..one })
}

/// Buttons of rule makers.
async fn rule_buttons(app: &Installation) -> Told<Vec<Filled>> {
    let maker = app.cast.actor("rule-maker")?;
    let proposed = app.rulebook_proposed(maker, "5").await?;
    let draft = app.rulebook_drafted(maker, "6").await?.id;
    let rulebook = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    let version = format!("/en/rulebooks/{RULEBOOK}/{}", rulebook.hash());
    let proposal = format!("/en/rulebook-proposals/{RULEBOOK}/{proposed}");
    let discard = format!("/en/rulebook-drafts/{draft}/discard");
    let removed = app.rulebook_drafted(maker, "7").await?.id;
    let removal = format!("/en/rulebook-drafts/{removed}/removal/authorities.dmn");
    Ok(vec![
        filled(app, "rule-maker", &version, "/drafts", &[]).await?,
        filled(app, "rule-maker", &removal, "/authorities.dmn", &[]).await?,
        filled(app, "rule-maker", &discard, "/discard", &[]).await?,
        filled(app, "rule-maker", &proposal, "/drafts", &[]).await?,
        seen(filled(app, "second-rule-maker", &proposal, "/approval", &[]).await?).await?,
        filled(app, "rule-maker", &proposal, "/withdrawal", &[]).await?,
    ])
}

/// The button that withdraws an address for calendar programs.
async fn dates_withdrawn(app: &Installation) -> Told<Filled> {
    app.desk.make_feed(app.cast.actor("agent")?).await?;
    filled(app, "agent", "/en/dates", "/dates/withdrawal", &[]).await
}

/// The button that signs a brief off.
async fn brief_signed_off(app: &Installation) -> Told<Filled> {
    let officer = app.cast.actor("desk-officer")?;
    if app.desk.relationships(officer).await?.is_empty() {
        // They are brought in on a day of their own, and the other forms stay those of theirs.
        let now = app.desk.now().to_string();
        app.meetings_imported().await?;
        app.clock_at(&now)?;
    }
    let all = app.desk.relationships(officer).await?;
    let relationship = all.first().and_then(|one| one.id).ok_or("no relationship")?;
    let page = format!("/en/relationships/{relationship}/brief");
    filled(app, "desk-officer", &page, "/brief/signed", &[]).await
}

/// The button that ends that somebody stands in.
async fn deputy_ended(app: &Installation) -> Told<Filled> {
    app.deputises(
        "interior-officer",
        "interior-decider",
        ("2023-12-10", "2023-12-12"),
    )
    .await?;
    seen(filled(app, "interior-decider", "/en/deputies", "/deputies/1/end", &[]).await?).await
}

/// The buttons of somebody who wrote a comment: it is taken back, and the case is watched; and the form in which it is corrected.
async fn commented(app: &Installation, case: ApplicationId) -> Told<[Filled; 2]> {
    comment_made(app, case).await?;
    let page = format!("/en/cases/{case}/comments/own");
    let back = filled(app, "interior-officer", &page, "/take-back", &[]).await?;
    let watch = filled(
        app,
        "interior-officer",
        &format!("/en/cases/{case}"),
        "/watch",
        &[],
    )
    .await?;
    Ok([seen(back).await?, watch])
}

/// A comment of the officer's own, within the house.
async fn comment_made(app: &Installation, case: ApplicationId) -> Told<String> {
    let officer = app.cast.actor("interior-officer")?;
    let said = SayIn {
        words: Reason::new("Ask the fire brigade.")?,
        mentions: vec![],
        key: app.desk.sending(),
        corrects: None,
    };
    app.desk.say(officer, case, Among::Own, said).await?;
    let all = app.desk.comments(officer, case, Among::Own, None).await?;
    let last = all.lines.first().ok_or("nothing was said")?;
    Ok(last.line.comment.clone())
}

/// The form in which a comment is corrected.
async fn corrected(app: &Installation, case: ApplicationId) -> Told<Filled> {
    let comment = comment_made(app, case).await?;
    let page = format!("/en/cases/{case}/comments/own/{comment}/correction");
    let words = [("words", "Ask the police, too.")];
    filled(app, "interior-officer", &page, "/correction", &words).await
}

/// The button that ends a link by which advice was asked for.
async fn link_ended(app: &Installation, case: ApplicationId) -> Told<Filled> {
    let advice = app.last_by_link(case).await?;
    let page = format!("/en/cases/{case}/advice");
    filled(
        app,
        "interior-officer",
        &page,
        &format!("/{advice}/withdrawal"),
        &[],
    )
    .await
}

/// A button on an offer of Interior.
async fn on_offer(app: &Installation, key: &str, case: ApplicationId, ending: &str) -> Told<Filled> {
    let page = format!("/en/cases/{case}/referrals/moi");
    filled(app, key, &page, &format!("/offers/1{ending}"), &[]).await
}

/// Forms that are one button.
pub async fn buttons(app: &Installation) -> Told<Vec<Filled>> {
    let submitted = app.submitted(None).await?;
    let (accepted, taken_back) = (app.offered(None).await?, app.offered(None).await?);
    let circulated = app.circulated(None).await?;
    let (asked, _) = app.asked_by_link().await?;
    let under_way = app.under_way(None).await?;
    let agreed = app.agreed(None).await?;
    let draft = app.drafted(None).await?;
    // Saving one is a change of what is handed in.
    let saved = app.drafted(None).await?;
    let at = |id: ApplicationId| format!("/en/cases/{id}");
    Ok(vec![
        seen(filled(app, "coordinator", &at(submitted), "/circulation", &[]).await?).await?,
        seen(filled(app, "coordinator", &at(agreed), "/permit", &[]).await?).await?,
        filled(
            app,
            "interior-officer",
            &format!("{}/referrals/moi", at(circulated)),
            "/review",
            &[],
        )
        .await?,
        filled(
            app,
            "interior-officer",
            &format!("{}/referrals/moi", at(under_way)),
            "/questions/1/withdrawal",
            &[],
        )
        .await?,
        link_ended(app, asked).await?,
        on_offer(app, "organiser", accepted, "/acceptance").await?,
        on_offer(app, "interior-decider", taken_back, "/withdrawal").await?,
        filled(app, "organiser", "/en/events", "/drafts", &[]).await?,
        filled(app, "organiser", &at(under_way), "/again", &[]).await?,
        filled(
            app,
            "organiser",
            &format!("/en/drafts/{saved}"),
            &format!("/drafts/{saved}"),
            &[],
        )
        .await?,
        filled(
            app,
            "organiser",
            &format!("/en/drafts/{draft}/discard"),
            "/discard",
            &[],
        )
        .await?,
        filled(
            app,
            "organiser",
            &format!("/en/drafts/{draft}/check"),
            "/submission",
            &[],
        )
        .await?,
        filled(app, "organiser", "/en/dates", "/dates", &[]).await?,
        filled(app, "organiser", "/en/inbox", "/inbox/read", &[]).await?,
        dates_withdrawn(app).await?,
        deputy_ended(app).await?,
        filled(app, "organiser", "/en/events", "/sign-out", &[]).await?,
    ]
    .into_iter()
    .chain(commented(app, under_way).await?)
    .chain(rule_buttons(app).await?)
    .chain([brief_signed_off(app).await?])
    .collect())
}

/// The forms by which what is ticked in a docket is begun or watched, and, once those are overdue, by which the lead reminds.
async fn together(app: &Installation) -> Told<[Filled; 3]> {
    let case = app.circulated(None).await?;
    let chosen = format!("{case}/moi");
    let ticked = [("chosen", chosen.as_str())];
    let docket = filled(app, "interior-officer", "/en/docket", "/docket/reviews", &ticked).await?;
    let watching = Form {
        action: "/en/docket/watching".to_owned(),
        ..docket.form.clone()
    };
    let watching = Filled {
        visitor: docket.visitor.clone(),
        name: "interior-officer at /docket/watching".to_owned(),
        ending: "/docket/watching".to_owned(),
        form: watching,
    };
    // What is shown of them is sent while those who signed in are signed in.
    let (docket, watching) = (seen(docket).await?, seen(watching).await?);
    app.clock_at("2023-10-02T02:00:00Z")?;
    let late = case.to_string();
    let board = filled(
        app,
        "coordinator",
        "/en/board",
        "/board/reminders",
        &[("chosen", &late)],
    )
    .await?;
    Ok([docket, watching, seen(board).await?])
}

/// The rest, once the meetings are there: forms of choices alone, those that answer everyone alike, and those after which the
/// session is another.
pub async fn others(app: &Installation) -> Told<Vec<Filled>> {
    let meetings = app.desk.meetings(app.cast.actor("desk-officer")?).await?;
    let [one, other, ..] = meetings.as_slice() else {
        return Err("no two meetings".into());
    };
    let links = format!("/meetings/{}/links/{}", one.meeting, other.meeting);
    let conditioned = app.conditioned(None).await?;
    let by_item = app.asked_by_item(None).await?;
    let sealed = app.sealed(None).await?;
    let commitment = app.commitment(sealed).await?.to_string();
    let sealed = format!("/en/cases/{sealed}");
    let together = together(app).await?;
    // Those who signed in before did so then.
    app.clock_at("2023-08-01T03:10:00Z")?;
    let conditioned = format!("/en/cases/{conditioned}/referrals/moi/conditions/1");
    let partner = app.cast.actor("co-organiser")?.organisation.to_string();
    Ok(vec![
        filled(app, "organiser", &conditioned, "/owner", &[("owner", &partner)]).await?,
        filled(
            app,
            "interior-officer",
            &format!("/en/cases/{by_item}/referrals/moi"),
            "/items/withdrawal",
            &[("items-back-1", "2")],
        )
        .await?,
        filled(
            app,
            "interior-decider",
            &sealed,
            "/unsealing",
            &[("sealed", &commitment)],
        )
        .await?,
        filled(app, "desk-officer", &format!("/en{links}"), &links, &[]).await?,
        filled(app, "desk-officer", "/en/hats", "/hats", &[]).await?,
        filled(
            app,
            "anyone",
            "/en/reset",
            "/reset",
            &[("address", "a@b.example")],
        )
        .await?,
    ]
    .into_iter()
    .chain(together)
    .collect())
}

/// All of them.
pub async fn all(app: &Installation) -> Told<Vec<Filled>> {
    let mut all = typed(app).await?;
    all.extend(buttons(app).await?);
    all.extend(others(app).await?);
    Ok(all)
}
