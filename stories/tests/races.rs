//! Two tabs at once: of a draft's handing in and whatever else is done to it, one wins and the other is told, and a
//! case has all the files that it names.

use act::{ApplicationId, AttachmentId};
use desk::clearance::{Draft, FileIn};
use desk::{Desk, Fault};
use std::sync::Arc;
use stories::{Database, Installation, Told, Write};

const DRAFT: Write = Write::Keep("draft");

#[derive(Clone, Copy, Debug)]
enum Tab {
    Submits,
    Attaches,
    Detaches,
    Discards,
    Saves,
}

struct Story {
    app: Installation,
    id: ApplicationId,
    file: AttachmentId,
    version: u64,
}

impl Story {
    async fn begins() -> Told<Self> {
        let app = Installation::on(Database::sqlite()?).await?;
        let id = app.drafted(None).await?;
        let draft = app.desk.draft_of(app.cast.actor("organiser")?, id).await?;
        let file = draft.attachments.first().ok_or("no file")?.attachment;
        let version = draft.version;
        Ok(Story {
            app,
            id,
            file,
            version,
        })
    }

    /// What one tab does, from beginning to end.
    fn tab(&self, tab: Tab) -> Told<impl Future<Output = Result<(), Fault>> + Send + 'static> {
        let (desk, id, file, version): (Arc<Desk>, _, _, _) =
            (self.app.desk.clone(), self.id, self.file, self.version);
        let actor = self.app.cast.actor("organiser")?.clone();
        let plan = FileIn {
            name: "second.pdf".to_owned(),
            bytes: b"%PDF-1.7\nsecond".to_vec(),
        };
        Ok(async move {
            match tab {
                Tab::Submits => {
                    let read = desk.draft_of(&actor, id).await?;
                    desk.submit(&actor, id, read.version).await.map(drop)
                }
                Tab::Attaches => desk.attach(&actor, id, plan, "").await.map(drop),
                Tab::Detaches => desk.detach(&actor, id, file).await.map(drop),
                Tab::Discards => {
                    let read = desk.draft_of(&actor, id).await?;
                    desk.discard_draft(&actor, id, read.version).await
                }
                Tab::Saves => {
                    let Draft { fields, .. } = desk.draft_of(&actor, id).await?;
                    desk.save_draft(&actor, id, version, fields).await.map(drop)
                }
            }
        })
    }

    /// One tab stops before a write, the other does all that it does, and the first goes on.
    async fn race(&self, first: Tab, before: Write, second: Tab) -> Told<[Result<(), Fault>; 2]> {
        let mut stopped = self.app.gate.stops(before)?;
        let first = tokio::spawn(self.tab(first)?);
        stopped.stands().await?;
        let second = self.tab(second)?.await;
        stopped.goes_on();
        Ok([first.await?, second])
    }

    /// Whether there is a case; if there is, that all its files are there and that nothing is left of its draft.
    async fn is_handed_in(&self) -> Told<bool> {
        let organiser = self.app.cast.actor("organiser")?;
        let found = self.app.audit().await?;
        assert_eq!(found.differences, Vec::<String>::new());
        let case = match self.app.desk.case(organiser, self.id).await {
            Ok(case) => case,
            Err(Fault::NotFound) => return Ok(false),
            Err(fault) => return Err(fault.into()),
        };
        let submission = case.application.submission.ok_or("no submission")?;
        for file in submission.attachments {
            self.app.desk.file(organiser, self.id, file.attachment).await?;
        }
        assert_eq!(self.app.desk.drafts(organiser).await?, []);
        Ok(true)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_a_draft_before_it_is_closed_wins_over_its_handing_in() -> Told {
    for (rival, told) in [
        (Tab::Attaches, Fault::Stale),
        (Tab::Detaches, Fault::Stale),
        (Tab::Saves, Fault::Stale),
        (Tab::Discards, Fault::NotFound),
    ] {
        let story = Story::begins().await?;
        let [submitted, changed] = story.race(Tab::Submits, DRAFT, rival).await?;
        assert_eq!((submitted, changed), (Err(told), Ok(())), "{rival:?}");
        assert!(!story.is_handed_in().await?, "{rival:?}");
        story.app.ends().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_while_a_draft_is_handed_in_is_told_and_takes_no_file_away() -> Told {
    for rival in [Tab::Attaches, Tab::Detaches, Tab::Saves, Tab::Discards] {
        let story = Story::begins().await?;
        let [submitted, changed] = story.race(Tab::Submits, Write::Append, rival).await?;
        assert_eq!((submitted, changed), (Ok(()), Err(Fault::Stale)), "{rival:?}");
        assert!(story.is_handed_in().await?, "{rival:?}");
        story.app.ends().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_was_begun_before_the_handing_in_is_told_and_takes_no_file_away() -> Told {
    for rival in [Tab::Attaches, Tab::Detaches, Tab::Saves, Tab::Discards] {
        let story = Story::begins().await?;
        let [changed, submitted] = story.race(rival, DRAFT, Tab::Submits).await?;
        assert_eq!((changed, submitted), (Err(Fault::Stale), Ok(())), "{rival:?}");
        assert!(story.is_handed_in().await?, "{rival:?}");
        story.app.ends().await?;
    }
    Ok(())
}

/// What the other tab takes away, it takes away after its draft was saved: handing in comes too late.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_taken_away_after_the_draft_no_longer_names_it() -> Told {
    for (rival, before, handed_in) in [
        (Tab::Detaches, Write::Take("file"), true),
        (Tab::Discards, Write::Drop("file"), false),
        (Tab::Discards, Write::Take("draft"), false),
    ] {
        let story = Story::begins().await?;
        let [changed, submitted] = story.race(rival, before, Tab::Submits).await?;
        let told = if handed_in { Ok(()) } else { Err(Fault::NotFound) };
        assert_eq!((changed, submitted), (Ok(()), told), "{rival:?} {before:?}");
        assert_eq!(story.is_handed_in().await?, handed_in, "{rival:?} {before:?}");
        story.app.ends().await?;
    }
    Ok(())
}

/// A form sent twice: whoever is slower finds the case, at whichever write it was overtaken.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_handed_in_twice_at_once_is_handed_in_once() -> Told {
    for (before, first) in [
        (DRAFT, Err(Fault::NotFound)),
        (Write::Append, Err(Fault::NotFound)),
        (Write::Take("draft"), Ok(())),
    ] {
        let story = Story::begins().await?;
        let told = story.race(Tab::Submits, before, Tab::Submits).await?;
        let second = if first.is_ok() {
            Err(Fault::NotFound)
        } else {
            Ok(())
        };
        assert_eq!(told, [first, second], "{before:?}");
        assert!(story.is_handed_in().await?, "{before:?}");
        story.app.ends().await?;
    }
    Ok(())
}

/// Two people of one organisation: what the one has not read is neither handed in nor thrown away by them.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_after_it_was_read_is_shown_before_it_is_handed_in_or_thrown_away() -> Told {
    let story = Story::begins().await?;
    let mut organiser = story.app.signs_in("organiser").await?;
    let draft = format!("/en/drafts/{}", story.id);
    let check = organiser.opens(&format!("{draft}/check")).await?;
    let discard = organiser.opens(&format!("{draft}/discard")).await?;
    assert_eq!(story.tab(Tab::Attaches)?.await, Ok(()));
    // It asks again, and says what would be gone now.
    let again = organiser.tries(&discard.form("/discard")?).await?;
    assert_eq!(again.status, 409);
    again.says("so nothing was discarded")?.says("second.pdf")?;
    assert_ne!(
        again.form("/discard")?.value("version"),
        discard.form("/discard")?.value("version")
    );
    let again = organiser.tries(&check.form("/submission")?).await?;
    assert_eq!(again.status, 409);
    again.says("second.pdf")?;
    assert!(!story.is_handed_in().await?);
    let answer = organiser.posts(&again.form("/submission")?).await?;
    assert_eq!(answer.status, 303);
    assert!(story.is_handed_in().await?);
    story.app.ends().await
}

/// The same where what is there now could not be handed in: that it was changed is said first.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_so_that_it_cannot_be_handed_in_is_said_to_be_changed() -> Told {
    let story = Story::begins().await?;
    let mut organiser = story.app.signs_in("organiser").await?;
    let draft = format!("/en/drafts/{}", story.id);
    let check = organiser.opens(&format!("{draft}/check")).await?;
    let actor = story.app.cast.actor("organiser")?;
    let read = story.app.desk.draft_of(actor, story.id).await?;
    let mut fields = read.fields;
    fields.insert("title".to_owned(), String::new());
    story
        .app
        .desk
        .save_draft(actor, story.id, read.version, fields)
        .await?;
    let told = organiser.tries(&check.form("/submission")?).await?;
    assert_eq!(told.status, 409);
    told.says("This draft was changed elsewhere")?;
    assert!(told.faults()?.contains_key("title"), "{:?}", told.faults());
    story.app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_six_times_at_once_leads_to_the_case_each_time() -> Told {
    let story = Story::begins().await?;
    let mut organiser = story.app.signs_in("organiser").await?;
    let draft = format!("/en/drafts/{}", story.id);
    let page = organiser.opens(&format!("{draft}/check")).await?;
    let form = page.form("/submission")?;
    let mut answers = vec![];
    for _ in 0..6 {
        let mut tab = organiser.clone();
        let form = form.clone();
        answers.push(tokio::spawn(async move { tab.posts(&form).await }));
    }
    for answer in answers {
        let answer = answer.await??;
        assert_eq!(answer.status, 303);
        assert_eq!(answer.header("location"), format!("/en/cases/{}", story.id));
    }
    assert!(story.is_handed_in().await?);
    story.app.ends().await
}

/// A server that is stopped between closing the draft and appending leaves a draft that is as it was, a minute later.
#[tokio::test(flavor = "multi_thread")]
async fn a_handing_in_that_was_broken_off_lets_the_draft_go() -> Told {
    let story = Story::begins().await?;
    let mut stopped = story.app.gate.stops(Write::Append)?;
    let submits = tokio::spawn(story.tab(Tab::Submits)?);
    stopped.stands().await?;
    submits.abort();
    assert!(submits.await.is_err_and(|fault| fault.is_cancelled()));
    assert_eq!(story.tab(Tab::Detaches)?.await, Err(Fault::Stale));
    story.app.clock_at("2023-08-01T03:11:00Z")?;
    assert_eq!(story.tab(Tab::Attaches)?.await, Ok(()));
    assert_eq!(story.tab(Tab::Submits)?.await, Ok(()));
    assert!(story.is_handed_in().await?);
    story.app.ends().await
}

/// A server that is stopped after the append leaves a draft of what is a case: its files are the case's.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_of_the_draft_of_a_case_takes_nothing_away() -> Told {
    for rival in [
        Tab::Attaches,
        Tab::Detaches,
        Tab::Saves,
        Tab::Discards,
        Tab::Submits,
    ] {
        let story = Story::begins().await?;
        let mut stopped = story.app.gate.stops(Write::Take("draft"))?;
        let submits = tokio::spawn(story.tab(Tab::Submits)?);
        stopped.stands().await?;
        submits.abort();
        assert!(submits.await.is_err_and(|fault| fault.is_cancelled()));
        story.app.clock_at("2023-08-02T03:10:00Z")?;
        assert_eq!(story.tab(rival)?.await, Err(Fault::NotFound), "{rival:?}");
        assert!(story.is_handed_in().await?, "{rival:?}");
        story.app.ends().await?;
    }
    Ok(())
}
