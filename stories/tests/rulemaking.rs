//! Rules are changed by people who err, go on and check each other: nothing of their work is lost, and nothing is approved or
//! binds unseen.

use act::Reason;
use desk::governance::{Draft, DraftChange, ProposalChange, RuleChange, test_changes, tested};
use desk::{Fault, Version};
use governance::Possible;
use rulebook::tests::Change;
use stories::{BINDS_FROM, Database, Installation, RULEBOOK, Told, first_rule_asks, refused};

const TESTS: &str = "tests/stories.toml";

fn on_first_rule(change: RuleChange) -> DraftChange {
    DraftChange::Rule {
        file: "authorities.dmn".to_owned(),
        decision: "authorities".to_owned(),
        row: 1,
        change,
    }
}

fn publish(day: &str) -> Told<ProposalChange> {
    Ok(ProposalChange::Publish(day.parse()?))
}

async fn changed(app: &Installation, draft: &Draft, change: DraftChange) -> Told<Draft> {
    let maker = app.cast.actor("rule-maker")?;
    let changes = vec![change];
    Ok(app
        .desk
        .change_rulebook_draft(maker, &draft.id, draft.version, changes)
        .await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_handed_in_under_a_version_that_has_ended() -> Told {
    let app = Installation::ruled_until(Database::sqlite()?, "2023-08-31").await?;
    let draft = app.drafted(None).await?;
    let organiser = app.cast.actor("organiser")?;
    // The first instant of September in Phnom Penh.
    app.clock_at("2023-08-31T17:00:00Z")?;
    assert_eq!(refused(app.submit(organiser, draft).await)?, "rulebook-ended");
    let list = app.visitor().opens("/en/rulebooks").await?;
    list.says("no longer in force")?;
    app.clock_at("2023-08-31T16:59:59Z")?;
    app.visitor()
        .opens("/en/rulebooks")
        .await?
        .does_not_say("no longer in force")?;
    app.submit(organiser, draft).await?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_be_published_on_no_day_is_not_approved_and_takes_no_name() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let (maker, second) = (
        app.cast.actor("rule-maker")?,
        app.cast.actor("second-rule-maker")?,
    );
    let draft = app.rulebook_drafted(maker, "2").await?;
    let bare = changed(&app, &draft, DraftChange::RemoveFile(TESTS.to_owned())).await?;
    let number = app.desk.propose(maker, &bare).await?;
    // Approved, it would stand for ever and bind nobody: approving it is neither offered nor done, and the page says why.
    let seen = app.desk.proposal(second, RULEBOOK, number).await?;
    assert_eq!(seen.possible, [Possible::Decline]);
    assert_eq!(seen.hindered.map(|refused| refused.code), Some("rules-untested"));
    let change = |by, change| app.desk.change_proposal(by, RULEBOOK, number, change);
    let approved = change(second, ProposalChange::Approve).await;
    assert_eq!(refused(approved)?, "rules-untested");
    let page = format!("/en/rulebook-proposals/{RULEBOOK}/{number}");
    let page = app.signs_in("second-rule-maker").await?.opens(&page).await?;
    page.says("not reached by any of the version’s own tests: rule 1, rule 2")?;
    assert!(page.form("/approval").is_err());
    // Declined, it frees its name.
    let reasons = ProposalChange::Decline(Reason::new("Nothing tests it.")?);
    change(second, reasons).await?;
    let next = app.rulebook_proposed(maker, "2").await?;
    app.desk
        .change_proposal(second, RULEBOOK, next, ProposalChange::Approve)
        .await?;
    // Its day has passed: a later one does.
    app.clock_at("2023-10-05T03:00:00Z")?;
    let seen = app.desk.proposal(maker, RULEBOOK, next).await?;
    assert!(seen.possible.contains(&Possible::Publish));
    app.desk
        .change_proposal(maker, RULEBOOK, next, publish("2023-10-05")?)
        .await?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_linter_finds_wrong_with_a_version_is_put_right_before_it_is_approved() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let (maker, second) = (
        app.cast.actor("rule-maker")?,
        app.cast.actor("second-rule-maker")?,
    );
    let draft = app.rulebook_drafted(maker, "2").await?;
    // Nobody expects fewer people than one: the rule is never met.
    let wrong = changed(&app, &draft, first_rule_asks(&draft, "< 1")?).await?;
    let number = app.desk.propose(maker, &wrong).await?;
    let seen = app.desk.proposal(second, RULEBOOK, number).await?;
    assert_eq!(seen.hindered.map(|refused| refused.code), Some("rulebook-faults"));
    let approved = app
        .desk
        .change_proposal(second, RULEBOOK, number, ProposalChange::Approve);
    assert_eq!(refused(approved.await)?, "rulebook-faults");
    let page = format!("/en/rulebook-proposals/{RULEBOOK}/{number}");
    let page = app.signs_in("second-rule-maker").await?.opens(&page).await?;
    assert!(page.form("/approval").is_err());
    page.says("The linter found one fault: ")?
        .does_not_say("fault: fault")?;
    // What is found leads to its rule.
    assert!(page.link("Rule 1")?.ends_with("#authorities-1"));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_declined_is_worked_on_again_by_whoever_made_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let (maker, second) = (
        app.cast.actor("rule-maker")?,
        app.cast.actor("second-rule-maker")?,
    );
    let draft = app.rulebook_drafted(maker, "2").await?;
    app.desk.propose(maker, &draft).await?;
    let reasons = ProposalChange::Decline(Reason::new("The police were not asked.")?);
    app.desk.change_proposal(second, RULEBOOK, 1, reasons).await?;

    let mut visitor = app.signs_in("rule-maker").await?;
    let page = visitor
        .opens(&format!("/en/rulebook-proposals/{RULEBOOK}/1"))
        .await?;
    let again = visitor.sends(&page.form("/drafts")?).await?;
    assert_eq!(
        again.form(&again.address)?.value("purpose"),
        "Small gatherings need no consent."
    );
    let id = again.address.rsplit('/').next().unwrap_or_default().to_owned();
    let again = app.desk.rulebook_draft(maker, &id).await?;
    assert_eq!(again.files, draft.files);
    assert_eq!(app.desk.propose(maker, &again).await?, 2);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_worked_on_a_version_does_not_approve_it_though_a_colleague_proposed_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let (maker, second) = (
        app.cast.actor("rule-maker")?,
        app.cast.actor("second-rule-maker")?,
    );
    let draft = app.rulebook_drafted(second, "2").await?;
    let number = app.desk.propose(maker, &draft).await?;
    let approved = app
        .desk
        .change_proposal(second, RULEBOOK, number, ProposalChange::Approve);
    assert_eq!(refused(approved.await)?, "own-proposal");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_a_version_that_no_longer_binds_last_is_told_when_it_is_proposed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let maker = app.cast.actor("rule-maker")?;
    let old = app.rulebook_drafted(maker, "3").await?;
    let number = app.rulebook_approved("2").await?;
    app.desk
        .change_proposal(maker, RULEBOOK, number, publish(BINDS_FROM)?)
        .await?;
    assert_eq!(refused(app.desk.propose(maker, &old).await)?, "changed-meanwhile");
    // The draft is there still, and the files of any version may be begun with.
    assert!(app.desk.rulebook_draft(maker, &old.id).await.is_ok());
    let last = app
        .desk
        .rulebooks()
        .bindings(RULEBOOK)
        .last()
        .cloned()
        .ok_or("none")?;
    let draft = app
        .desk
        .begin_rulebook_draft(maker, RULEBOOK, &old.changes)
        .await?;
    let draft = app.desk.rulebook_draft(maker, &draft).await?;
    assert_eq!(draft.changes, last.version.rulebook.hash());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tests_follow_the_rules_that_they_cite_and_the_last_rule_stays() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let maker = app.cast.actor("rule-maker")?;
    let hash = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    let draft = app
        .desk
        .begin_rulebook_draft(maker, RULEBOOK, hash.hash())
        .await?;
    let begun = app.desk.rulebook_draft(maker, &draft).await?;
    let table = begun.table("authorities.dmn", "authorities").ok_or("no table")?;
    let last = table.rules.len();
    let moved = changed(&app, &begun, on_first_rule(RuleChange::MoveTo(last))).await?;
    let (older, newer) = (
        app.desk.drafted_version(&begun)?,
        app.desk.drafted_version(&moved)?,
    );
    assert_eq!(tested(&newer).differing, []);
    assert_eq!(test_changes(&older, &newer), []);
    let mut draft = moved;
    for _ in 1..last {
        draft = changed(&app, &draft, on_first_rule(RuleChange::Remove)).await?;
    }
    let removed = vec![on_first_rule(RuleChange::Remove)];
    let emptied = app
        .desk
        .change_rulebook_draft(maker, &draft.id, draft.version, removed)
        .await;
    let Err(Fault::Invalid(faults)) = emptied else {
        return Err(format!("{emptied:?}").into());
    };
    assert_eq!(faults[0].code, "rulebook-last-rule");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approver_sees_what_became_of_the_tests() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let maker = app.cast.actor("rule-maker")?;
    let draft = app.rulebook_drafted(maker, "2").await?;
    let file = draft.files.get(TESTS).ok_or("no tests")?;
    let weaker = file.replacen(
        "rules = [\"authorities/1\", \"authorities/2\", \"authorities/14\"]\n",
        "",
        1,
    );
    let weaker = weaker
        .replacen("A march through the streets", "Renamed", 1)
        .into_bytes();
    let draft = changed(&app, &draft, DraftChange::File("stories.toml".to_owned(), weaker)).await?;
    let mut visitor = app.signs_in("rule-maker").await?;
    let number = app.desk.propose(maker, &draft).await?;
    let page = visitor
        .opens(&format!("/en/rulebook-proposals/{RULEBOOK}/{number}"))
        .await?;
    page.says("One test is gone: A march through the streets")?
        .says("One test expects less than before: An evening of an embassy with fireworks")?
        .says("One test is new: Renamed")?
        .says("tests pass")?;
    let seen = app.desk.proposal(maker, RULEBOOK, number).await?;
    let older = seen.changes.ok_or("no version before")?;
    let kinds: Vec<Change> = test_changes(&older, &seen.version)
        .iter()
        .map(|one| one.change)
        .collect();
    assert_eq!(kinds, [Change::Removed, Change::ExpectsLess, Change::Added]);
    // The last look before approving has them too.
    let mut second = app.signs_in("second-rule-maker").await?;
    let page = second.opens(&page.address).await?;
    let asked = second.sends(&page.form("/approval")?).await?;
    asked
        .says("Check before you approve this version")?
        .says("One test is new: Renamed")?;
    app.ends().await
}

/// A rule maker begins on the list of rulebooks, and reads on another's why not.
#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_rulebooks_says_which_are_the_readers_own_and_leads_to_work_on_them() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let list = maker.opens("/en/rulebooks").await?;
    list.says("yours to change")?;
    let begins = list.form("/drafts")?;
    let draft = maker.sends(&begins).await?;
    assert!(draft.address.contains("/rulebook-drafts/"), "{}", draft.address);
    let mut other = app.signs_in("other-rule-maker").await?;
    let list = other.opens("/en/rulebooks").await?;
    list.does_not_say("yours to change")?;
    let own = format!("/en/rulebooks/{RULEBOOK}/");
    let version = list.addresses()?.into_iter().find(|one| one.starts_with(&own));
    let page = other.opens(&version.ok_or("no version")?).await?;
    let why_not = "A rulebook is changed by rule makers of the authority that leads by it";
    page.says(why_not)?;
    assert!(page.form("/drafts").is_err());
    // Who sends the form all the same is told so too.
    let asks = other.opens("/en/verify").await?.form("/verify")?;
    let sent = other.posts(&begins.forged("token", asks.value("token"))).await?;
    assert_eq!(sent.status, 403);
    assert!(sent.text().contains(why_not), "{}", sent.text());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_tells_what_its_tests_do_not_hold_and_gives_its_files_away() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let maker = app.cast.actor("rule-maker")?;
    let draft = app.rulebook_drafted(maker, "2").await?;
    let draft = changed(&app, &draft, first_rule_asks(&draft, "> 90000000")?).await?;
    let mut visitor = app.signs_in("rule-maker").await?;
    visitor
        .opens("/en/rulebooks")
        .await?
        .says("version 2: Small gatherings need no consent.")?;
    let at = format!("/en/rulebook-drafts/{}", draft.id);
    let page = visitor.opens(&at).await?;
    page.says("Fails:")?
        .says("Held by no test: Rule 1, Rule 2")?
        .says("The linter finds")?;
    assert!(
        page.link(
            "To mend a test: download its file below, change it, and put it in again under the same name."
        )?
        .ends_with("#files")
    );
    for (name, text) in &draft.files {
        let file = format!("{at}/files/{name}");
        assert!(page.addresses()?.contains(&file), "{file}");
        assert_eq!(&visitor.asks(&file).await?.text(), text);
    }
    let wrong = draft.files["rulebook.toml"].replacen("calendar = \"kh\"", "calendar = \"atlantis\"", 1);
    changed(
        &app,
        &draft,
        DraftChange::File("rulebook.toml".to_owned(), wrong.into_bytes()),
    )
    .await?;
    visitor
        .opens(&format!("{at}/lint"))
        .await?
        .says("No calendar is called")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_past_applications_of_a_former_lead_are_past_applications() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.submitted(None).await?;
    let maker = app.cast.actor("rule-maker")?;
    let draft = app.rulebook_drafted(maker, "2").await?;
    let other = draft.files["rulebook.toml"].replacen("lead = \"phnom-penh\"", "lead = \"moi\"", 1);
    let own = DraftChange::File("rulebook.toml".to_owned(), other.into_bytes());
    let draft = changed(&app, &draft, own).await?;
    let number = app.desk.propose(maker, &draft).await?;
    let second = app.cast.actor("second-rule-maker")?;
    app.desk
        .change_proposal(second, RULEBOOK, number, ProposalChange::Approve)
        .await?;
    app.desk
        .change_proposal(maker, RULEBOOK, number, publish(BINDS_FROM)?)
        .await?;
    assert_eq!(app.desk.past(RULEBOOK).await?.cases.len(), 1);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_approved_a_version_stands_on_its_page_after_it_was_taken_back() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let number = app.rulebook_approved("2").await?;
    let at = format!("/en/rulebook-proposals/{RULEBOOK}/{number}");
    let mut maker = app.signs_in("rule-maker").await?;
    let approved = maker.opens(&at).await?;
    let words = approved.words()?;
    let (_, approval) = words.split_once("Approved by ").ok_or("no approval")?;
    let (by, _) = approval.split_once(" on ").ok_or("no approver")?;
    let withdrawn = maker.sends(&approved.form("/withdrawal")?).await?;
    withdrawn
        .says(&format!("Approved by {by} on "))?
        .says("Withdrawn by ")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_declines_what_was_published_meanwhile_reads_each_standing_that_would_do() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let number = app.rulebook_approved("2").await?;
    let at = format!("/en/rulebook-proposals/{RULEBOOK}/{number}");
    let mut second = app.signs_in("second-rule-maker").await?;
    let decline = second
        .opens(&at)
        .await?
        .form("/declining")?
        .with("reasons", "Too late.")?;
    app.desk
        .change_proposal(
            app.cast.actor("rule-maker")?,
            RULEBOOK,
            number,
            publish(BINDS_FROM)?,
        )
        .await?;
    second.tries(&decline).await?.says(
        "The proposal is published; this can be done when it is waiting for a second person or approved.",
    )?;
    app.ends().await
}

/// The page shows what the version is judged by: as of the day from which it is to bind.
#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_has_ended_before_it_would_bind_is_told_among_what_the_linter_finds() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let maker = app.cast.actor("rule-maker")?;
    let draft = app.rulebook_drafted(maker, "2").await?;
    let ending = draft.files["rulebook.toml"].replacen("\nlead = ", "\nvalid_to = 2023-09-15\nlead = ", 1);
    let ending = DraftChange::File("rulebook.toml".to_owned(), ending.into_bytes());
    let draft = changed(&app, &draft, ending).await?;
    let number = app.desk.propose(maker, &draft).await?;
    let page = format!("/en/rulebook-proposals/{RULEBOOK}/{number}");
    let mut visitor = app.signs_in("rule-maker").await?;
    visitor
        .opens(&page)
        .await?
        .says(&format!("The rulebook is not in force on {BINDS_FROM}."))?;
    let seen = app.desk.proposal(maker, RULEBOOK, number).await?;
    assert_eq!(seen.found.tests, tested(&seen.version));
    app.ends().await
}

/// The rulebook of the stories under another id, with one authority more.
fn beside() -> Told<Version> {
    let app = include_str!("../../rulebooks/kh-phnom-penh/rulebook.toml");
    let settings =
        app.replacen("id = \"kh-phnom-penh\"", "id = \"kh-siem-reap\"", 1) + &harbour("Harbour Master");
    let decisions = include_str!("../../rulebooks/kh-phnom-penh/authorities.dmn");
    let files = [
        ("rulebook.toml", settings),
        ("authorities.dmn", decisions.to_owned()),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text));
    Ok(Version::load(files.into())?)
}

fn harbour(name: &str) -> String {
    format!(
        r#"
[[authority]]
id = "harbour"
name = {{ en = "{name}", km = "កំពង់ផែ", ja = "港湾局" }}
short = {{ en = "Harbour", km = "កំពង់ផែ", ja = "港湾局" }}
competence = "concurrence"
calendar = "kh"
silence = "nothing"
period = {{ days = 10, unit = "working" }}
period_basis = {{ kind = "assumption", citation = "Assumed for a story" }}
"#
    )
}

/// Referrals go by the ids of authorities, which are one namespace for all rulebooks of an installation.
#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_means_another_authority_in_another_rulebook_is_not_proposed() -> Told {
    let app = Installation::ruled_beside(Database::sqlite()?, beside()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let maker = app.cast.actor("rule-maker")?;
    let draft = app.rulebook_drafted(maker, "2").await?;
    let settings = draft.files["rulebook.toml"].clone();
    let with = |name: &str| {
        let text = format!("{settings}{}", harbour(name)).into_bytes();
        DraftChange::File("rulebook.toml".to_owned(), text)
    };
    let other = changed(&app, &draft, with("Port Authority")).await?;
    let mut visitor = app.signs_in("rule-maker").await?;
    let page = format!("/en/rulebook-drafts/{}", draft.id);
    let told = "means “Port Authority” here and “Harbour Master” in the rulebook kh-siem-reap: one organisation would get the referrals to both. Give it an id of its own, or the names that it has there if it is the same authority.";
    visitor.opens(&format!("{page}/lint")).await?.says(told)?;
    let shown = visitor.opens(&page).await?;
    let form = shown.form(&shown.address)?.with("then", "propose")?;
    let form = form.with("purpose", "A harbour.")?;
    visitor.tries(&form).await?.says(told)?;
    let other = app.desk.rulebook_draft(maker, &other.id).await?;
    // The same authority in both is asked by one organisation, as it should be.
    let same = changed(&app, &other, with("Harbour Master")).await?;
    app.desk.propose(maker, &same).await?;
    app.ends().await
}
