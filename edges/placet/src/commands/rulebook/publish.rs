//! `placet rulebook publish`: the last step of a version that one rule maker proposed and another approved.

use super::{Pin, json};
use crate::arguments::Publish;
use crate::commands::acting::acting;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::rulebooks::load;
use act::{Date, Role};
use desk::governance::ProposalChange;
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Published {
    format: &'static str,
    rulebook: Pin,
    proposal: u32,
    from: Date,
}

/// Runs the command: the act of the pages, with all that it asks for. What is refused is published nowhere.
pub async fn run(arguments: &Publish, out: &mut impl Write) -> Result<(), Failure> {
    let version = load(&arguments.folder)?;
    let desk = Installation::at(&arguments.place)?.desk().await?;
    let acting = acting(&desk, &arguments.by, Role::RuleMaker).await?;
    let proposals = desk.proposals(&acting.actor).await?;
    let own = proposals.iter().rfind(|line| {
        line.rulebook == version.id() && line.hash == version.hash() && line.standing.is_alive()
    });
    let Some(line) = own else {
        return Err(Failure::usage(format!(
            "{}: nobody has proposed this version, whose hash is {}.\nA rule maker proposes it on the pages, and another one approves it; then it can be published.",
            arguments.folder.display(),
            version.hash()
        )));
    };
    let from = arguments.from.unwrap_or(line.from);
    let change = ProposalChange::Publish(from);
    desk.change_proposal(&acting.actor, version.id(), line.proposal, change)
        .await?;
    if arguments.json {
        let published = Published {
            format: "placet-rulebook-publish/1",
            rulebook: Pin::of(&version),
            proposal: line.proposal,
            from,
        };
        return json(&published, out);
    }
    writeln!(
        out,
        "{} {} is published by proposal {}, in the name of {}, {}; it binds from {from} on.",
        version.id(),
        version.version(),
        line.proposal,
        acting.name,
        acting.organisation
    )
    .map_err(Failure::machine)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::{AddUser, Check, NamedDatabase, Place};
    use crate::commands::{check, user};
    use crate::installation::Settings;
    use crate::world::SystemClock;
    use desk::Desk;
    use desk::governance::DraftChange;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    const ID: &str = "kh-phnom-penh";

    fn place(data: &Path) -> Place {
        Place {
            data: data.to_owned(),
            database: NamedDatabase { name: None },
        }
    }

    async fn rule_maker(desk: &Desk, data: &Path, address: &str) {
        let wanted = AddUser {
            place: place(data),
            address: address.to_owned(),
            name: Some(address.split('@').next().unwrap().to_owned()),
            organisation: "Phnom Penh".to_owned(),
            kind: Some(identity::OrganisationKind::Municipality),
            authority: Some("phnom-penh".parse().unwrap()),
            role: Role::RuleMaker,
            at: None,
        };
        user::add(desk, &wanted).await.unwrap();
    }

    #[tokio::test]
    async fn what_one_proposed_and_another_approved_is_published_and_nothing_else_is() {
        let around = tempfile::tempdir().unwrap();
        let data = around.path().join("data");
        // With its tests: without them no version is published.
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../rulebooks")
            .join(ID);
        std::fs::create_dir_all(&data).unwrap();
        let settings = Settings {
            origin: "permits.example/test".to_owned(),
            database: crate::database::SQLITE.to_owned(),
            address: crate::address::Address::default(),
            mail: None,
        };
        let installation = Installation::make(&data, settings).unwrap();
        let none = desk::Rulebooks::new().at(desk::ports::Clock::now(&SystemClock));
        installation.add_rulebook(&shipped, &none).unwrap();
        let database = installation.database().unwrap();
        let opened = database.make(installation.hand().unwrap()).await.unwrap();
        let clock = Arc::new(SystemClock);
        let desk = installation.desk_on(opened.store(), clock).await.unwrap();
        for address in ["one@example.org", "two@example.org"] {
            rule_maker(&desk, &data, address).await;
        }
        let [one, two] = ["one@example.org", "two@example.org"].map(|by| acting(&desk, by, Role::RuleMaker));
        let (one, two) = (one.await.unwrap().actor, two.await.unwrap().actor);
        let known = desk.rulebooks().in_force(ID).unwrap();
        let draft = desk.begin_rulebook_draft(&one, ID, known.hash()).await.unwrap();
        let draft = desk.rulebook_draft(&one, &draft).await.unwrap();
        let day: Date = "2032-01-01".parse().unwrap();
        let words = DraftChange::Words {
            name: "2".to_owned(),
            from: day.to_string(),
            purpose: "To try it.".to_owned(),
        };
        let draft = desk
            .change_rulebook_draft(&one, &draft.id, draft.version, vec![words])
            .await
            .unwrap();
        let folder = around.path().join("next");
        for (name, text) in &draft.files {
            let file = folder.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let publish = |by: &str, json| Publish {
            folder: folder.clone(),
            place: place(&data),
            by: by.to_owned(),
            from: None,
            json,
        };
        let tried = |by: &'static str, json| {
            let publish = publish(by, json);
            async move {
                let mut out = vec![];
                run(&publish, &mut out)
                    .await
                    .map(|()| String::from_utf8(out).unwrap())
            }
        };
        let none = tried("one@example.org", false).await.unwrap_err();
        assert!(
            none.message.contains("nobody has proposed this version"),
            "{}",
            none.message
        );
        let number = desk.propose(&one, &draft).await.unwrap();
        // One person alone publishes nothing, by command no more than on the pages.
        tried("one@example.org", false).await.unwrap_err();
        desk.change_proposal(&two, ID, number, ProposalChange::Approve)
            .await
            .unwrap();
        assert!(
            desk.rulebooks()
                .bindings(ID)
                .iter()
                .all(|one| one.proposal.is_none())
        );
        let said = tried("one@example.org", true).await.unwrap();
        assert!(
            said.contains("placet-rulebook-publish/1") && said.contains("2032-01-01"),
            "{said}"
        );
        let mut listed = vec![];
        super::super::list(&installation, &mut listed).await.unwrap();
        let listed = String::from_utf8(listed).unwrap();
        assert!(listed.contains(&format!("{ID} 2\tlater\t")), "{listed}");
        tried("one@example.org", false).await.unwrap_err();
        // By its day on, a case is checked by it, as on the pages; its folder of rulebooks does not hold it.
        let by = |data: Option<&Path>, as_of| checked(around.path().to_owned(), data.map(Into::into), as_of);
        assert_eq!(by(Some(&data), "2031-12-31").await, "1 in-force");
        assert_eq!(by(Some(&data), "2032-01-01").await, "2 in-force");
        assert_eq!(by(None, "2032-01-01").await, "1 in-force");
    }

    /// By which version the anniversary is checked: of an installation, or of its folder of rulebooks.
    async fn checked(around: PathBuf, data: Option<PathBuf>, as_of: &str) -> String {
        let file = around.join("case.toml");
        let case = include_str!("../../../../../examples/anniversary.toml");
        std::fs::write(&file, case.replace("date = 2023-11-19", "date = 2032-11-19")).unwrap();
        let rulebooks = data.is_none().then(|| around.join("data/rulebooks"));
        let check = Check {
            file,
            as_of: as_of.parse().unwrap(),
            rulebooks,
            data,
            database: NamedDatabase { name: None },
            json: true,
        };
        let mut out = vec![];
        check::run(&check, &mut out).await.unwrap();
        let told: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let said = |field: &str| told["rulebook"][field].as_str().unwrap().to_owned();
        format!("{} {}", said("version"), said("standing"))
    }
}
