//! An installation in one process: a store, a clock that the story moves, the rulebook, the cast, and the site.

use crate::browser::Visitor;
use crate::cast::{Cast, origin};
use crate::database::Database;
use crate::gate::Gate;
use crate::trouble::{Told, trouble};
use crate::world::{StoryChance, StoryClock, StoryPost};
use act::RequestId;
use desk::accounts::LinkPurpose;
use desk::ports::{Message, Post};
use desk::store::Hand;
use desk::views::{Views, version};
use desk::{Audit, Desk, Rulebooks, Version};
use engagement::MeetingsFile;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

pub(crate) const RULEBOOK: &str = include_str!("../../rulebooks/kh-phnom-penh/rulebook.toml");
const MEETINGS: &str = include_str!("../../examples/meetings.toml");
/// Cases that hold every rule, also after the changes that stories make.
const TESTS: &str = include_str!("../rules.toml");
pub(crate) const DECISIONS: &str = include_str!("../../rulebooks/kh-phnom-penh/authorities.dmn");
/// When the cast is registered: before the first meeting is spoken of.
const FIRST_DAY: &str = "2023-04-24T02:00:00Z";
/// The seed of the ledger's key in stories.
const SEED: [u8; 32] = [7; 32];

/// A whole installation.
pub struct Installation {
    /// Its use cases.
    pub desk: Arc<Desk>,
    /// Its people.
    pub cast: Cast,
    /// Where an act can be stopped before it writes.
    pub gate: Arc<Gate>,
    clock: Arc<StoryClock>,
    post: Arc<StoryPost>,
    posts: Arc<dyn Post>,
    rulebooks: Rulebooks,
    database: Database,
    invited: Mutex<BTreeSet<String>>,
    title: Mutex<Option<String>>,
    pub(crate) date: Mutex<Option<String>>,
}

impl Installation {
    /// Sets an installation up on a database, with its cast registered.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn on(database: Database) -> Told<Self> {
        Installation::ruled_by(database, rulebook(RULEBOOK, DECISIONS)?).await
    }

    /// One with another rulebook.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn ruled_by(database: Database, rulebook: Version) -> Told<Self> {
        Installation::ruled_by_all(database, Rulebooks::new().with(rulebook)).await
    }

    /// One with the rulebook of the stories and another beside it.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn ruled_beside(database: Database, other: Version) -> Told<Self> {
        let own = rulebook(RULEBOOK, DECISIONS)?;
        Installation::ruled_by_all(database, Rulebooks::new().with(own).with(other)).await
    }

    /// One whose messages another post takes.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn posting_by(database: Database, post: Arc<dyn Post>) -> Told<Self> {
        let rulebooks = Rulebooks::new().with(rulebook(RULEBOOK, DECISIONS)?);
        Installation::set_up(database, rulebooks, Some(post)).await
    }

    async fn ruled_by_all(database: Database, rulebooks: Rulebooks) -> Told<Self> {
        Installation::set_up(database, rulebooks, None).await
    }

    async fn set_up(database: Database, rulebooks: Rulebooks, other: Option<Arc<dyn Post>>) -> Told<Self> {
        let clock = Arc::new(StoryClock::at(FIRST_DAY.parse()?));
        let post = Arc::new(StoryPost::default());
        let key = key()?;
        let hand = Hand::new(Arc::new(Views), key.clone());
        let gate = Arc::new(Gate::before(database.open(hand).await?));
        version::renew(gate.as_ref()).await?;
        let chance = Arc::new(StoryChance::default());
        let posts = other.unwrap_or_else(|| post.clone());
        let desk = Arc::new(Desk::new(
            gate.clone(),
            clock.clone(),
            chance,
            posts.clone(),
            rulebooks.clone(),
            key,
        ));
        let cast = Cast::register(&desk).await?;
        Ok(Installation {
            desk,
            cast,
            gate,
            clock,
            post,
            posts,
            rulebooks,
            database,
            invited: Mutex::default(),
            title: Mutex::default(),
            date: Mutex::default(),
        })
    }

    /// Another server of the same installation: a store and a writer of its own on the same database.
    ///
    /// # Errors
    /// If the database cannot be opened once more.
    pub async fn another_server(&self) -> Told<Arc<Desk>> {
        let key = key()?;
        let store = self
            .database
            .open(Hand::new(Arc::new(Views), key.clone()))
            .await?;
        Ok(Arc::new(Desk::new(
            store,
            self.clock.clone(),
            Arc::new(StoryChance::of_another()),
            self.posts.clone(),
            self.rulebooks.clone(),
            key,
        )))
    }

    /// A browser that another server answers: the one of a visitor may come to either.
    #[must_use]
    pub fn at(&self, desk: &Arc<Desk>, visitor: Visitor) -> Visitor {
        let mut site = self.site(None, false);
        site.desk = Arc::clone(desk);
        visitor.moved_to(site.router())
    }

    /// Puts the clock to an instant.
    ///
    /// # Errors
    /// If the text is no instant.
    pub fn clock_at(&self, instant: &str) -> Told {
        let instant: Timestamp = instant
            .parse()
            .map_err(|fault| trouble(format!("{instant}: {fault}")))?;
        self.clock.put(instant)
    }

    /// Whatever is applied for from now on has this title.
    ///
    /// # Errors
    /// Never in a story that is told in order.
    pub fn titled(&self, title: &str) -> Told {
        *self.title.lock().map_err(|_| trouble("the title broke"))? = Some(title.to_owned());
        Ok(())
    }

    /// The title that the next application has, if the story gave it one.
    pub(crate) fn title(&self) -> Option<String> {
        self.title.lock().ok()?.clone()
    }

    /// The database that everything lies in.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Someone who is not signed in.
    #[must_use]
    pub fn visitor(&self) -> Visitor {
        self.visits(None, false)
    }

    /// The same at a site that is reached over TLS.
    #[must_use]
    pub fn visitor_over_tls(&self) -> Visitor {
        self.visits(None, true)
    }

    /// Someone who is not signed in, at a site that lets one be any of its people.
    #[must_use]
    pub fn demonstration(&self) -> Visitor {
        let people = self.cast.members().map(|one| web::Demonstrator {
            address: one.address.clone(),
        });
        self.visits(Some(Arc::new(people.collect())), false)
    }

    fn visits(&self, demonstration: Option<Arc<Vec<web::Demonstrator>>>, secure: bool) -> Visitor {
        Visitor::new(self.site(demonstration, secure).router())
    }

    /// Sends what is due as e-mail, as the server does each minute; gives how many messages were delivered.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn sends_notices(&self) -> Told<u64> {
        let site = self.site(None, false);
        Ok(self.desk.send_notices(&site, &site.zone).await?)
    }

    fn site(&self, demonstration: Option<Arc<Vec<web::Demonstrator>>>, secure: bool) -> web::Site {
        web::Site {
            desk: self.desk.clone(),
            demonstration,
            zone: jiff::tz::TimeZone::get("Asia/Phnom_Penh").unwrap_or(jiff::tz::TimeZone::UTC),
            secure,
            address: "https://placet.example".to_owned(),
        }
    }

    /// What an address of the router takes, of `GET` and `POST`, as it says itself when asked with a method it does not know.
    ///
    /// # Errors
    /// If it takes neither.
    pub async fn methods(&self, address: &str) -> Told<Vec<&'static str>> {
        let path = address.replace(['{', '}'], "");
        // Programs ask for the ledger without a language.
        let language = if path.starts_with("/ledger") { "" } else { "/en" };
        let headers = [("sec-fetch-site", "same-origin")];
        let asked = format!("{language}{path}");
        let answer = self.visitor().request("PUT", &asked, &headers, vec![]).await?;
        let allowed: Vec<_> = answer.header("allow").split(',').map(str::trim).collect();
        let known = ["GET", "POST"].into_iter();
        let known: Vec<_> = known.filter(|one| allowed.contains(one)).collect();
        if answer.status != 405 || known.is_empty() {
            return Err(trouble(format!("PUT {asked}: {} {allowed:?}", answer.status)));
        }
        Ok(known)
    }

    /// Someone of the cast signs in: the first time by the link of an invitation, later with address and password.
    ///
    /// # Errors
    /// If the sign-in pages do not let that person in.
    pub async fn signs_in(&self, key: &str) -> Told<Visitor> {
        let member = self.cast.member(key)?;
        let password = format!("the long secret of {key}");
        let mut visitor = self.visitor();
        let first = self
            .invited
            .lock()
            .map_err(|_| trouble("the guest list broke"))?
            .insert(key.to_owned());
        if first {
            let secret = self
                .desk
                .offer_link(&member.address, LinkPurpose::Invitation)
                .await?;
            let page = visitor.opens(&format!("/en/links/{secret}")).await?;
            let form = page
                .form(&format!("/links/{secret}"))?
                .with("password", &password)?;
            visitor.sends(&form).await?;
        } else {
            let page = visitor.opens("/en/sign-in").await?;
            let form = page
                .form("/sign-in")?
                .with("address", &member.address)?
                .with("password", &password)?;
            visitor.sends(&form).await?;
        }
        Ok(visitor)
    }

    /// How many letters were sent to someone of the cast.
    ///
    /// # Errors
    /// If there is no such person.
    pub fn letters_to(&self, key: &str) -> Told<usize> {
        Ok(self.post.number_to(&self.cast.member(key)?.address))
    }

    /// The last letter to someone of the cast.
    ///
    /// # Errors
    /// If there is none.
    pub fn letter_to(&self, key: &str) -> Told<Message> {
        let address = &self.cast.member(key)?.address;
        self.post
            .last_to(address)
            .ok_or_else(|| trouble(format!("nothing was sent to {key}")))
    }

    /// The desk officer brings the two reported meetings in, on 28 April; gives the requests by their keys.
    ///
    /// # Errors
    /// If the file is not taken.
    pub async fn meetings_imported(&self) -> Told<BTreeMap<String, RequestId>> {
        self.clock_at("2023-04-28T02:00:00Z")?;
        let file =
            MeetingsFile::parse("examples/meetings.toml", MEETINGS, self.desk.now()).map_err(|faults| {
                trouble(
                    faults
                        .iter()
                        .map(ToString::to_string)
                        .collect::<Vec<_>>()
                        .join("\n"),
                )
            })?;
        let imported = self
            .desk
            .import_meetings(self.cast.actor("desk-officer")?, &file)
            .await?;
        Ok(imported.requests)
    }

    /// The views as lines, as they are and as they are made again from the facts.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn views_before_and_after_rebuilding(&self) -> Told<(Vec<String>, Vec<String>)> {
        let store = self.desk.store();
        let before = store.dump_views().await?;
        store.rebuild().await?;
        Ok((before, store.dump_views().await?))
    }

    /// The audit of its store, by its own key.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn audit(&self) -> Told<Audit> {
        Ok(desk::audit(
            self.desk.store().as_ref(),
            &self.desk.verifier(),
            None,
            &self.desk.rulebooks(),
            |_| {},
        )
        .await?)
    }

    /// Ends the story and takes its database away.
    ///
    /// # Errors
    /// If the database cannot be taken away.
    pub async fn ends(self) -> Told {
        drop(self.desk);
        self.database.remove().await
    }
}

fn key() -> Told<ledger::SigningKey> {
    Ok(ledger::SigningKey::from_seed(&origin()?, &SEED)?)
}

pub(crate) fn rulebook(settings: &str, decisions: &str) -> Told<Version> {
    let files = [
        ("rulebook.toml", settings),
        ("authorities.dmn", decisions),
        ("tests/stories.toml", TESTS),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    Version::load(files.into()).map_err(|fault| trouble(format!("rulebooks/kh-phnom-penh: {fault}")))
}
