//! Two rule makers of one office on one draft: of proposing or throwing it away and a save, one wins and the other is told.

use desk::governance::{Draft, DraftChange};
use desk::{Desk, Fault};
use std::sync::Arc;
use stories::{Database, Installation, Told, Write};

const DRAFT: Write = Write::Keep("rulebook-draft");

#[derive(Clone, Copy, Debug)]
enum Tab {
    Proposes,
    Saves,
    Discards,
}

struct Story {
    app: Installation,
    draft: Draft,
}

impl Story {
    async fn begins() -> Told<Self> {
        let app = Installation::on(Database::sqlite()?).await?;
        app.clock_at("2023-08-01T03:00:00Z")?;
        let draft = app.rulebook_drafted(app.cast.actor("rule-maker")?, "2").await?;
        Ok(Story { app, draft })
    }

    /// What one tab does, seeing the draft as it was when both were opened.
    fn tab(&self, tab: Tab) -> Told<impl Future<Output = Result<(), Fault>> + Send + 'static> {
        let (desk, draft): (Arc<Desk>, _) = (self.app.desk.clone(), self.draft.clone());
        let by = match tab {
            Tab::Proposes => "rule-maker",
            Tab::Saves | Tab::Discards => "second-rule-maker",
        };
        let actor = self.app.cast.actor(by)?.clone();
        let words = DraftChange::Words {
            name: draft.name(),
            from: draft.from.clone(),
            purpose: "The purpose in other words.".to_owned(),
        };
        Ok(async move {
            match tab {
                Tab::Proposes => desk.propose(&actor, &draft).await.map(drop),
                Tab::Discards => {
                    desk.discard_rulebook_draft(&actor, &draft.id, draft.version)
                        .await
                }
                Tab::Saves => {
                    let saved = desk.change_rulebook_draft(&actor, &draft.id, draft.version, vec![words]);
                    saved.await.map(drop)
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

    /// How many proposals there are, and what the draft says it is for, if there still is one.
    async fn left(&self) -> Told<(usize, Option<String>)> {
        let maker = self.app.cast.actor("rule-maker")?;
        let proposals = self.app.desk.proposals(maker).await?.len();
        match self.app.desk.rulebook_draft(maker, &self.draft.id).await {
            Ok(draft) => Ok((proposals, Some(draft.purpose))),
            Err(Fault::NotFound) => Ok((proposals, None)),
            Err(fault) => Err(fault.into()),
        }
    }
}

fn saved() -> Option<String> {
    Some("The purpose in other words.".to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_before_the_draft_is_closed_is_not_proposed_away() -> Told {
    let story = Story::begins().await?;
    let told = story.race(Tab::Proposes, DRAFT, Tab::Saves).await?;
    assert_eq!(told, [Err(Fault::Stale), Ok(())]);
    assert_eq!(story.left().await?, (0, saved()));
    story.app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_while_a_draft_is_proposed_is_told() -> Told {
    for rival in [Tab::Saves, Tab::Discards, Tab::Proposes] {
        let story = Story::begins().await?;
        let told = story.race(Tab::Proposes, Write::Append, rival).await?;
        assert_eq!(told, [Ok(()), Err(Fault::Stale)], "{rival:?}");
        assert_eq!(story.left().await?, (1, None), "{rival:?}");
        story.app.ends().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_that_was_begun_before_the_proposing_is_told() -> Told {
    let story = Story::begins().await?;
    let told = story.race(Tab::Saves, DRAFT, Tab::Proposes).await?;
    assert_eq!(told, [Err(Fault::Stale), Ok(())]);
    assert_eq!(story.left().await?, (1, None));
    story.app.ends().await
}

/// Whoever throws a draft away has read what it was then, and nothing that came after.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_since_is_not_thrown_away() -> Told {
    let story = Story::begins().await?;
    story.tab(Tab::Saves)?.await?;
    assert_eq!(story.tab(Tab::Discards)?.await, Err(Fault::Stale));
    assert_eq!(story.left().await?, (0, saved()));
    story.app.ends().await?;

    let story = Story::begins().await?;
    let told = story.race(Tab::Discards, DRAFT, Tab::Saves).await?;
    assert_eq!(told, [Err(Fault::Stale), Ok(())]);
    assert_eq!(story.left().await?, (0, saved()));
    story.app.ends().await
}

/// The page that asks once more speaks of one version, and its button takes no other.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_that_asks_once_more_takes_what_it_spoke_of() -> Told {
    let story = Story::begins().await?;
    let mut maker = story.app.signs_in("rule-maker").await?;
    let address = format!("/en/rulebook-drafts/{}/discard", story.draft.id);
    let asked = maker.opens(&address).await?;
    story.tab(Tab::Saves)?.await?;
    let told = maker.tries(&asked.form("/discard")?).await?;
    assert_eq!(told.status, 409);
    assert_eq!(story.left().await?, (0, saved()));
    // It asks again, of the draft as it stands now.
    told.says("so nothing was discarded")?;
    maker.sends(&told.form("/discard")?).await?;
    assert_eq!(story.left().await?, (0, None));
    story.app.ends().await
}

/// A server that is stopped between closing the draft and appending leaves a draft that can be worked on, a minute later.
#[tokio::test(flavor = "multi_thread")]
async fn a_proposing_that_was_broken_off_lets_the_draft_go() -> Told {
    let mut story = Story::begins().await?;
    let mut stopped = story.app.gate.stops(Write::Append)?;
    let proposes = tokio::spawn(story.tab(Tab::Proposes)?);
    stopped.stands().await?;
    proposes.abort();
    assert!(proposes.await.is_err_and(|fault| fault.is_cancelled()));
    let maker = story.app.cast.actor("rule-maker")?.clone();
    story.draft = story.app.desk.rulebook_draft(&maker, &story.draft.id).await?;
    assert_eq!(story.tab(Tab::Saves)?.await, Err(Fault::Stale));
    story.app.clock_at("2023-08-01T03:01:00Z")?;
    assert_eq!(story.tab(Tab::Saves)?.await, Ok(()));
    assert_eq!(story.left().await?, (0, saved()));
    story.app.ends().await
}

/// What is sent about a draft that a colleague saved meanwhile comes back, with what stands there now.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_draft_is_for_is_not_typed_twice() -> Told {
    let story = Story::begins().await?;
    let mut maker = story.app.signs_in("rule-maker").await?;
    let address = format!("/en/rulebook-drafts/{}", story.draft.id);
    let form = maker.opens(&address).await?.form(&address)?;
    story.tab(Tab::Saves)?.await?;
    let told = maker.tries(&form.with("purpose", "My own purpose.")?).await?;
    assert_eq!(told.status, 409);
    told.says("so nothing was saved")?
        .says("It says “The purpose in other words.” now.")?;
    let again = told.form(&address)?;
    assert_eq!(again.value("purpose"), "My own purpose.");
    maker.sends(&again).await?;
    assert_eq!(story.left().await?, (0, Some("My own purpose.".to_owned())));
    story.app.ends().await
}
