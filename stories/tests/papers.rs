//! Permits that say much: what no code holds is proven by its file, and what no file would hold is not agreed to.

use act::{Actor, AuthorityToAct, Context, Role};
use act::{OrganisationId, PersonId, Recorded, Text, Title};
use clearance::acts::{Decide, IssuePermit};
use clearance::acts::{LONGEST_CONDITIONS, MOST_CONDITIONS, MOST_ORGANISERS};
use clearance::{
    ApplicationFact, Condition, ConditionTerms, Decision, Limit, Organiser, PermitAdvice, PermitContent,
    PermitDecision, Phase, RulebookPin, TakenFrom,
};
use stories::{DECIDERS, Database, Installation, Told, authority};

/// So many characters that no packing makes shorter.
fn varied(from: u32, count: u32) -> String {
    let one = |at: u32| char::from_u32(0x4e00 + (from + at) * 7_919 % 20_000);
    (0..count).filter_map(one).collect()
}

fn conditions(count: u32, length: u32) -> Told<Decision> {
    let condition = |number: u32| {
        let text = Text::new(&varied(number * length, length))?;
        Ok(Condition::plain(text))
    };
    let conditions = (0..count).map(condition).collect::<Told<_>>()?;
    Ok(Decision::GrantedWithConditions { conditions })
}

/// An application that all have agreed to, the municipality with these conditions.
async fn permitted_with(app: &Installation, decision: Decision) -> Told<String> {
    let case = app.circulated(None).await?;
    for (who, decider) in DECIDERS {
        let decision = if who == "phnom-penh" {
            decision.clone()
        } else {
            Decision::Granted
        };
        app.acts(
            decider,
            case,
            Decide {
                authority: authority(who)?,
                decision,
                reasons: None,
            },
        )
        .await?;
    }
    app.acts("coordinator", case, IssuePermit).await?;
    app.permit_of(case).await
}

/// Whoever compares two copies of a permit finds them equal (decision 0004).
#[tokio::test(flavor = "multi_thread")]
async fn a_permits_paper_stays_as_it_is_while_the_ledger_grows() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let permit = app.permitted(None).await?;
    let permit = app.permit_of(permit).await?;
    let mut papers = vec![];
    for _ in 0..2 {
        let file = app.visitor().asks(&format!("/en/permits/{permit}/file")).await?;
        let pdf = app.visitor().asks(&format!("/en/permits/{permit}/pdf")).await?;
        let code = app
            .desk
            .whole_permit(&permit)
            .await?
            .receipt
            .to_qr(&app.desk.verifier())?;
        papers.push((file.body, pdf.body, code));
        app.submitted(None).await?;
    }
    assert!(papers[0] == papers[1], "the paper of {permit} is another one now");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permit_that_no_code_holds_is_shown_printed_and_proven_by_its_file() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let permit = permitted_with(&app, conditions(15, 150)?).await?;
    let mut anyone = app.visitor();
    for (language, says) in [
        ("en", "This permit holds more than a code carries."),
        ("km", "លិខិតអនុញ្ញាតនេះមានខ្លឹមសារលើសពីអ្វីដែលកូដមួយផ្ទុកបាន"),
        ("ja", "この許可証の内容は一つのコードに収まりません。"),
    ] {
        let page = anyone.opens(&format!("/{language}/permits/{permit}")).await?;
        page.says(says)?.says(&varied(0, 150))?;
        assert!(!page.html.contains("placet-code") && !page.html.contains("code-text"));
        let pdf = anyone.asks(&format!("/{language}/permits/{permit}/pdf")).await?;
        assert_eq!(pdf.status, 200);
        assert!(pdf.body.starts_with(b"%PDF"));
    }
    let file = anyone.asks(&format!("/en/permits/{permit}/file")).await?.text();
    let verify = anyone.opens("/en/verify").await?.form("/verify")?;
    let proven = anyone.sends(&verify.with("code", &file)?).await?;
    proven.says(&permit)?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_demands_more_than_its_share_of_a_permit_is_told_how_much_that_is() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let first = Decide {
        authority: authority("moi")?,
        decision: conditions(5, 500)?,
        reasons: None,
    };
    app.acts("interior-decider", case, first).await?;
    let mut decider = app.signs_in("defence-decider").await?;
    let page = decider.opens(&format!("/ja/cases/{case}/referrals/mond")).await?;
    let form = page
        .form("/decision")?
        .with("decision", "granted-with-conditions")?;
    let six = (0..6).map(|one| varied(one, 499)).collect::<Vec<_>>().join("\n");
    let page = decider.tries(&form.with("conditions", &six)?).await?;
    let summary = page.summary()?.join(" ");
    assert!(
        summary.contains("2,994") && summary.contains("2,500"),
        "{summary}"
    );
    app.ends().await
}

#[test]
fn the_longest_permit_fits_a_receipt() -> Told {
    // No character takes more bytes.
    let longest = |count: usize| "𠮷".repeat(count);
    let title = Title::new(&longest(200))?;
    let by = Context {
        actor: Actor {
            person: PersonId::of(1),
            organisation: OrganisationId::of(1),
            role: Role::Coordinator,
            authority: AuthorityToAct::Role,
        },
        at: "2023-09-01T02:00:00.123456789Z".parse()?,
    };
    let longest_terms = ConditionTerms {
        phase: Phase::Before,
        shown_by: Some("2023-11-12".parse()?),
        limit: Some(Limit::StewardsAtLeast(u32::MAX)),
        taken_from: None,
    };
    let from_library = ConditionTerms {
        taken_from: Some(TakenFrom {
            condition: "x".repeat(40),
            rulebook: None,
            reworded: true,
        }),
        ..longest_terms.clone()
    };
    let decision = |(conditions, terms): (Vec<_>, Vec<_>)| {
        Ok::<_, stories::Trouble>(PermitDecision {
            terms,
            authority: authority("an-authority-with-a-long-name")?,
            name: title.clone(),
            at: by.at,
            by_letter: None,
            by_silence: None,
            revised: None,
            // The permit that takes the place of others calls them by numbers of its own.
            numbers: (100..).take(conditions.len()).collect(),
            conditions,
        })
    };
    let share = LONGEST_CONDITIONS / 12;
    let short = Text::new(&longest(share / MOST_CONDITIONS))?;
    // What is known of a condition besides its words counts as words.
    let fewer = share / 31;
    // So does what it says of the rulebook's condition that it was made from.
    let fewest = share / 51;
    let placed = ConditionTerms {
        limit: Some(Limit::Place(Title::new(&longest(200))?)),
        ..longest_terms.clone()
    };
    let worst = [
        (vec![short; MOST_CONDITIONS], vec![]),
        (vec![Text::new(&longest(1))?; fewer], vec![longest_terms; fewer]),
        (vec![Text::new(&longest(1))?; fewest], vec![from_library; fewest]),
        (vec![Text::new(&longest(500))?], vec![placed]),
    ];
    let organiser = Organiser {
        organisation: OrganisationId::of(1),
        name: title.clone(),
    };
    let content = |decision: PermitDecision| -> Told<PermitContent> {
        Ok(PermitContent {
            permit: "PNH-2023-0001-P1".to_owned(),
            application: "PNH-2023-0001".to_owned(),
            title: title.clone(),
            components: vec![title.clone(); 6],
            organisers: vec![organiser.clone(); MOST_ORGANISERS],
            place: title.clone(),
            date: "2023-11-19".parse()?,
            from: "18:00".parse()?,
            until: "21:00".parse()?,
            zone: "America/Argentina/ComodRivadavia".to_owned(),
            issued_by: title.clone(),
            decisions: vec![decision; 12],
            advice: vec![
                PermitAdvice {
                    by_letter: None,
                    authority: authority("an-authority-with-a-long-name")?,
                    name: title.clone(),
                    at: by.at,
                    advice: Decision::NoObjection,
                };
                12
            ],
            rulebook: Some(RulebookPin {
                id: "x".repeat(40),
                version: longest(40),
                hash: "ab".repeat(32),
            }),
            replaces: Some("x".repeat(80)),
        })
    };
    let place = record::Place {
        id: OrganisationId::of(3).to_string(),
        version: u64::MAX,
    };
    for one in worst {
        let recorded = Recorded {
            fact: ApplicationFact::PermitIssued(Box::new(content(decision(one)?)?)),
            by: by.clone(),
        };
        let bytes = record::write(&place, &recorded)?;
        assert!(bytes.len() <= ledger::LONGEST_PAYLOAD, "{} bytes", bytes.len());
    }
    Ok(())
}
