//! Carries cases from draft to permit over the network, as the pages' forms do, and says after each reply what was
//! acknowledged.

use crate::cast::Passes;
use crate::client::Client;
use crate::filing::{ASKED, Table, fields};
use crate::house::RULEBOOK;
use crate::{Done, trouble};
use act::{ApplicationId, AuthorityId, Date, RequestId};
use std::collections::BTreeMap;

/// Something that a server's reply said was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Acknowledged {
    /// A statement stands in the meeting, with these words.
    Stated(String),
    /// The draft has at least so many changes.
    Saved(ApplicationId, u64),
    /// The application is handed in, and the request that it cites is taken up.
    Submitted(ApplicationId, Option<RequestId>),
    /// The application lies with its authorities.
    Circulated(ApplicationId),
    /// The authority has decided.
    Decided(ApplicationId, AuthorityId),
    /// The permit is issued.
    Permitted(ApplicationId),
}

/// Whoever carries cases, one at a time.
pub struct Clerk {
    client: Client,
    passes: Passes,
    table: Table,
}

impl Clerk {
    /// Someone at a server, with everyone's passes, and a meeting to write to.
    ///
    /// # Errors
    /// If nobody listens there.
    pub async fn at(host: &str, passes: Passes, table: Table) -> Done<Self> {
        Ok(Clerk {
            client: Client::connect(host).await?,
            passes,
            table,
        })
    }

    /// Carries one case through, telling each reply.
    ///
    /// # Errors
    /// If the server is gone or does not take something.
    pub async fn case(
        &mut self,
        title: &str,
        date: Date,
        cites: Option<RequestId>,
        tell: &mut (dyn FnMut(Acknowledged) + Send),
    ) -> Done {
        self.state(title).await?;
        tell(Acknowledged::Stated(title.to_owned()));
        let id = self.begin(cites).await?;
        tell(Acknowledged::Saved(id, 1));
        self.save(id, title, date).await?;
        tell(Acknowledged::Saved(id, 2));
        self.client
            .post(
                &self.passes.organiser,
                &format!("/en/drafts/{id}/submission"),
                &typed([("version", "2")]),
            )
            .await?
            .taken()?;
        tell(Acknowledged::Submitted(id, cites));
        self.coordinate(id, "circulation").await?;
        tell(Acknowledged::Circulated(id));
        for (authority, pass) in &self.passes.deciders {
            let path = format!("/en/cases/{id}/referrals/{authority}/decision");
            let granted = typed([("decision", "granted"), ("checked", "right")]);
            self.client.post(pass, &path, &granted).await?.taken()?;
            tell(Acknowledged::Decided(id, authority.clone()));
        }
        self.coordinate(id, "permit").await?;
        tell(Acknowledged::Permitted(id));
        Ok(())
    }

    async fn state(&mut self, words: &str) -> Done {
        let Table {
            meeting,
            source,
            speaker,
        } = &self.table;
        let line = typed([
            ("line", "statement"),
            ("source", &source.to_string()),
            ("speaker", &speaker.to_string()),
            ("act", "states"),
            ("mode", "indirect"),
            ("text", words),
            ("excerpt", ASKED),
        ]);
        let path = format!("/en/meetings/{meeting}/lines");
        let answer = self.client.post(&self.passes.desk_officer, &path, &line).await?;
        answer.taken().map(drop)
    }

    async fn begin(&mut self, cites: Option<RequestId>) -> Done<ApplicationId> {
        let mut begun = BTreeMap::from([("rulebook".to_owned(), RULEBOOK.to_owned())]);
        if let Some(request) = cites {
            begun.insert("request".to_owned(), request.to_string());
        }
        let answer = self
            .client
            .post(&self.passes.organiser, "/en/drafts", &begun)
            .await?;
        let location = answer.taken()?;
        let id = location.rsplit('/').next().unwrap_or_default();
        id.parse().map_err(trouble)
    }

    async fn save(&mut self, id: ApplicationId, title: &str, date: Date) -> Done {
        let mut fields = fields(title, date);
        fields.insert("version".to_owned(), "1".to_owned());
        let path = format!("/en/drafts/{id}");
        let answer = self.client.save(&self.passes.organiser, &path, &fields).await?;
        answer.page().map(drop)
    }

    async fn coordinate(&mut self, id: ApplicationId, what: &str) -> Done {
        let path = format!("/en/cases/{id}/{what}");
        let pass = &self.passes.coordinator;
        let answer = self
            .client
            .post(pass, &path, &typed([("checked", "right")]))
            .await?;
        answer.taken().map(drop)
    }
}

fn typed<const N: usize>(fields: [(&str, &str); N]) -> BTreeMap<String, String> {
    fields
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .into()
}
