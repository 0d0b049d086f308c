//! What is final is done at the second press: the first shows in words what will be recorded, for whom and what follows.

use stories::{Database, Form, Installation, Page, SCAN, SEALED_GROUND, SEALED_WORDS, Told, Visitor};

const CONDITIONS: &str = "Forty stewards stand on the bank.\nFiring ends at 21:00.";

/// Someone before a form of something final, filled in.
struct Before {
    visitor: Visitor,
    form: Form,
    /// What the page before it is done says.
    says: &'static [&'static str],
    /// What of the thread it is about.
    here: &'static str,
}

async fn before(
    app: &Installation,
    key: &str,
    page: String,
    ending: &str,
    fields: &[(&str, &str)],
) -> Told<Before> {
    let mut visitor = app.signs_in(key).await?;
    let mut form = visitor.opens(&page).await?.form(ending)?;
    for (name, value) in fields {
        form = form.with(name, value)?;
    }
    Ok(Before {
        visitor,
        form,
        says: &[],
        here: "Decisions",
    })
}

/// Each of them once.
async fn all(app: &Installation) -> Told<Vec<Before>> {
    let submitted = app.submitted(None).await?;
    let (circulated, agreed) = (app.circulated(None).await?, app.agreed(None).await?);
    let permitted = app.permitted(None).await?;
    let conditional = [
        ("decision", "granted-with-conditions"),
        ("conditions", CONDITIONS),
        ("reasons", "The quay is narrow."),
    ];
    let referral = |authority: &str| format!("/en/cases/{circulated}/referrals/{authority}");
    let refused = [("decision", "refused"), ("reasons", "The quay is narrow.")];
    let case = |id| format!("/en/cases/{id}");
    let flood = [("reasons", "The river is high.\nThe barge cannot be moored.")];
    let moi = before(
        app,
        "interior-decider",
        referral("moi"),
        "/decision",
        &conditional,
    )
    .await?;
    let mond = before(app, "defence-decider", referral("mond"), "/decision", &refused).await?;
    let asked_in = app.circulated(None).await?;
    let five_days = [("days", "5"), ("days-reasons", "The quay is measured.")];
    let asked_in = format!("/en/cases/{asked_in}/referrals/moi");
    let proposal = before(app, "interior-officer", asked_in, "/extensions", &five_days).await?;
    let late = app.short_of_time(None).await?;
    let more_time = [("more-time", "agreed"), ("more-time-reasons", "The quay is new.")];
    let late = format!("/en/cases/{late}/referrals/moi");
    let extension = before(app, "organiser", late, "/extensions/1/answer", &more_time).await?;
    let asked = app.under_way(None).await?;
    let way = [("answer", "By the quay.")];
    let answer = before(
        app,
        "organiser",
        format!("/en/cases/{asked}/referrals/moi"),
        "/questions/1/answer",
        &way,
    )
    .await?;
    let by_item = app.asked_by_item(None).await?;
    let across = [("item-1-1-words", "Across.")];
    let by_item = format!("/en/cases/{by_item}/referrals/moi");
    let items = before(app, "organiser", by_item, "/questions/1/items", &across).await?;
    let contradictory = app.contradictory(None).await?;
    let contradictory = format!("/en/cases/{contradictory}/referrals/moi");
    let reconciled = [
        ("limit-begins-by", "20:00"),
        ("revision-reasons", "The city wants it dark."),
    ];
    let revision = before(app, "interior-decider", contradictory, "/conditions", &reconciled).await?;
    let few = app.asked_few().await?;
    let also = [
        ("authority", "mfaic"),
        ("asked-as", "by-rulebook"),
        ("asked-reasons", "An ambassador is to speak."),
    ];
    let also = before(app, "coordinator", case(few), "/referrals", &also).await?;
    let more = app.asked_also().await?;
    let more = format!("/en/cases/{more}/referrals/mfaic");
    let speechless = [("taken-back-reasons", "He does not speak.")];
    let back = before(app, "coordinator", more, "/release", &speechless).await?;
    let offers = offers(app).await?;
    let letters = letters(app).await?;
    let suspensions = suspensions(app).await?;
    let seals = seals(app).await?;
    let shown = app.shown_kept(None).await?;
    let shown = format!("/en/cases/{shown}/referrals/moi/conditions/1");
    let well = [("discharge-reasons", "Well done.")];
    let discharge = before(app, "interior-officer", shown, "/discharge", &well).await?;
    let permit = before(app, "coordinator", case(agreed), "/permit", &[]).await?;
    let circulation = before(app, "coordinator", case(submitted), "/circulation", &[]).await?;
    let tired = [("reasons", "The dancers cannot come.")];
    let withdrawn = app.circulated(None).await?;
    let withdrawal = before(app, "organiser", case(withdrawn), "/withdrawal", &tired).await?;
    let revocation = before(app, "coordinator", case(permitted), "/revocation", &flood).await?;
    Ok([
        Before {
            says: &[
                "Check your decision before it is recorded",
                "Ministry of Interior has then agreed under these conditions.",
                "Agree with conditions",
                "Forty stewards stand on the bank. Firing ends at 21:00.",
                "The quay is narrow.",
                "It is recorded with your name and cannot be changed.",
            ],
            ..moi
        },
        Before {
            says: &[
                "Ministry of National Defence has then refused",
                "Refuse",
                "The quay is narrow.",
            ],
            ..mond
        },
        Before {
            says: &[
                "Check before you ask for more time",
                "5 working days more",
                "The quay is measured.",
                "By when it decides now due by 30 August",
                "due by 6 September",
                "Your day moves only if it agrees",
            ],
            ..proposal
        },
        Before {
            says: &[
                "Check your answer before it is recorded",
                "By the quay.",
                "By when it decides after this answer due by",
                "The clock of Ministry of Interior then runs again.",
                "It is recorded with your name and cannot be changed.",
            ],
            ..answer
        },
        Before {
            says: &[
                "1.1 What is the diameter of the largest shell? Across.",
                "The clock of Ministry of Interior goes on standing still",
            ],
            ..items
        },
        Before {
            says: &[
                "Change these conditions?",
                "Conditions until now Begins no later than 18:00.",
                "Conditions from now on Begins no later than 20:00.",
                "The city wants it dark.",
            ],
            ..revision
        },
        Before {
            says: &[
                "Check before you ask one more authority",
                "Ministry of Foreign Affairs",
                "Its consent is needed",
                "Before it has agreed there is no permit.",
                "An ambassador is to speak.",
            ],
            ..also
        },
        Before {
            says: &[
                "Check before you ask it no longer",
                "Ministry of Foreign Affairs",
                "He does not speak.",
                "Its decision is awaited no longer",
            ],
            ..back
        },
        Before {
            says: &[
                "Check before you discharge this condition",
                "The fire brigade holds the plan of the quay.",
                "The brigade has had the plan since Monday.",
                "Well done.",
                "discharged for your authority alone",
                "It cannot be undone",
            ],
            here: "Permit",
            ..discharge
        },
        Before {
            says: &[
                "5 working days more",
                "By when with these days",
                "Ministry of Interior then has that much more time.",
                "The quay is new.",
                "It cannot be undone",
            ],
            ..extension
        },
        Before {
            says: &[
                "Check before you put it to the authorities",
                "Ministry of Interior (to be asked by",
                "plan.pdf",
                "Every authority named here is asked at once",
                "It cannot be undone",
            ],
            here: "Application",
            ..circulation
        },
        Before {
            says: &[
                "Check before you issue the permit",
                "Ministry of Interior",
                "It can only be suspended, revoked or replaced",
            ],
            here: "Permit",
            ..permit
        },
        Before {
            says: &[
                "Check before you revoke the permit",
                "The river is high.",
                "It cannot be undone",
            ],
            here: "Permit",
            ..revocation
        },
        Before {
            says: &[
                "Check before you withdraw the application",
                "The dancers cannot come.",
                "It cannot be undone",
            ],
            here: "Application",
            ..withdrawal
        },
    ]
    .into_iter()
    .chain(offers)
    .chain(letters)
    .chain(suspensions)
    .chain(seals)
    .collect())
}

/// Those by which a permit does not hold for now, and holds again.
async fn suspensions(app: &Installation) -> Told<Vec<Before>> {
    let (permitted, open) = (app.permitted(None).await?, app.permitted(None).await?);
    let suspended = app.suspended(None).await?;
    let case = |id| format!("/en/cases/{id}");
    let high = ("suspension-reasons", "The river is high.");
    let until = [high, ("suspension-until", "2023-10-10")];
    let until = before(app, "coordinator", case(permitted), "/suspension", &until).await?;
    let open = before(app, "coordinator", case(open), "/suspension", &[high]).await?;
    let low = [("lifting-reasons", "The river fell.")];
    let appealed = app.appealed(None).await?;
    let upheld = [
        ("appeal", "1"),
        ("appeal-how", "upheld"),
        ("appeal-ended", "2023-09-01"),
        ("appeal-words", "The quay is dry."),
    ];
    let outcome = before(app, "organiser", case(appealed), "/outcome", &upheld).await?;
    let differing = app.differing(None).await?;
    let blows = [("replacing-reasons", "The wind turns.")];
    let replacing = before(app, "coordinator", case(differing), "/replacement", &blows).await?;
    let lifting = before(app, "coordinator", case(suspended), "/lifting", &low).await?;
    Ok(vec![
        Before {
            says: &[
                "Check before you replace the permit",
                "The wind turns.",
                "New conditions, to be shown anew",
                "Fifty stewards stand on the bank.",
                "Conditions that fall away",
                "does not hold any more from now on",
            ],
            here: "Permit",
            ..replacing
        },
        Before {
            says: &[
                "Check before you suspend the permit",
                "PNH-2023-",
                "The river is high.",
                "The permit does not hold from now on.",
                "It ends by itself: from 11 October 2023 on the permit holds again",
                "can still be shown and discharged",
            ],
            here: "Permit",
            ..until
        },
        Before {
            says: &["until it is lifted", "It does not end by itself."],
            here: "Permit",
            ..open
        },
        Before {
            says: &[
                "Check before you note how the appeal ended",
                "Appeal 1, against the suspension of the permit",
                "Upheld",
                "The quay is dry.",
                "It changes nothing of the decision by itself.",
            ],
            here: "Application",
            ..outcome
        },
        Before {
            says: &[
                "Check before you lift the suspension",
                "The river fell.",
                "The permit holds again from now on, as it was issued.",
                "You can suspend or revoke it again.",
            ],
            here: "Permit",
            ..lifting
        },
    ])
}

/// Those by which reasons are sealed, and opened.
async fn seals(app: &Installation) -> Told<Vec<Before>> {
    let (circulated, sealed) = (app.circulated(None).await?, app.sealed(None).await?);
    let refused = [
        ("decision", "refused"),
        ("reasons", SEALED_WORDS),
        ("seal", "yes"),
        ("seal-ground", SEALED_GROUND),
    ];
    let page = format!("/en/cases/{circulated}/referrals/moi");
    let refusal = before(app, "interior-decider", page, "/decision", &refused).await?;
    let which = app.commitment(sealed).await?.to_string();
    let page = format!("/en/cases/{sealed}");
    let unsealing = before(app, "interior-decider", page, "/unsealing", &[("sealed", &which)]).await?;
    Ok(vec![
        Before {
            says: &[
                "Reasons, sealed The bridge is watched by divers",
                "Legal ground for sealing them Law on State Secrets, article 12",
                "The organisers read that they are sealed, by whom and on what ground",
            ],
            ..refusal
        },
        Before {
            says: &[
                "Check before you open these reasons",
                "Decision by Interior",
                "The bridge is watched by divers",
                "The seal cannot be put on again.",
            ],
            here: "Application",
            ..unsealing
        },
    ])
}

/// Those of what an authority offers instead of deciding.
async fn offers(app: &Installation) -> Told<Vec<Before>> {
    let (circulated, elsewhere) = (app.circulated(None).await?, app.offered(None).await?);
    let form = app.offered_form(None).await?;
    let moi = |id| format!("/en/cases/{id}/referrals/moi");
    let stadium = [
        ("offer-place", "The stadium"),
        ("offer-reasons", "The quay is taken."),
    ];
    let offer = before(app, "interior-decider", moi(circulated), "/offers", &stadium).await?;
    let no = [("offer-decline-reasons", "It rains there.")];
    let decline = before(app, "organiser", moi(elsewhere), "/offers/1/refusal", &no).await?;
    let yes = [("offer-accept-reasons", "Gladly.")];
    let accept = before(app, "organiser", moi(form), "/offers/1/agreement", &yes).await?;
    Ok(vec![
        Before {
            says: &[
                "Check your offer before it is made",
                "another place: The stadium",
                "The quay is taken.",
                "It is no decision",
            ],
            ..offer
        },
        Before {
            says: &[
                "Check before you decline the offer",
                "another day: Monday, 20 November 2023",
                "It rains there.",
                "it decides on what was applied for",
            ],
            ..decline
        },
        Before {
            says: &[
                "Check before you accept the offer",
                "A drone show instead of shells.",
                "Gladly.",
                "knowing that you accept",
            ],
            ..accept
        },
    ])
}

/// Those of letters. The scan of the one that is recorded lies by already, as after going back to change something.
async fn letters(app: &Installation) -> Told<Vec<Before>> {
    let (open, recorded) = (app.circulated(None).await?, app.by_letter(None).await?);
    let moi = |id| format!("/en/cases/{id}/referrals/moi");
    let says = [
        ("decision", "granted"),
        ("reasons", "The quay is wide."),
        ("letter-dated", "2023-08-02"),
        ("letter-reference", "No. 114/23"),
    ];
    let mut letter = before(app, "coordinator", moi(open), "/letter", &says).await?;
    let file = [("file", "letter.pdf", SCAN)];
    let answer = letter.visitor.posts_files(&letter.form, &file).await?;
    let asked = Page {
        address: letter.form.action.clone(),
        status: answer.status,
        html: answer.text(),
    };
    let back = asked.form("/letter")?.with("checked", "change")?;
    let again = letter.visitor.posts(&back).await?;
    let again = Page {
        address: letter.form.action.clone(),
        status: again.status,
        html: again.text(),
    };
    letter.form = again.form("/letter")?;
    let nobody = [("disown-reasons", "Nobody here signed it.")];
    let disown = before(
        app,
        "interior-decider",
        moi(recorded),
        "/letter/disowning",
        &nobody,
    )
    .await?;
    Ok(vec![
        Before {
            says: &[
                "Check the letter before it is recorded",
                "Ministry of Interior has then agreed.",
                "The quay is wide.",
                "No. 114/23",
                "letter.pdf, 1 kB",
                "you cannot take it back",
            ],
            ..letter
        },
        Before {
            says: &[
                "Check before you disown this letter",
                "letter of 24 August 2023, reference No. 114/23",
                "Nobody here signed it.",
                "The referral is open again as it stood before.",
                "Your period goes on with the days that were left when the letter was recorded. It ends on 31 August 2023.",
                "counts for nothing",
            ],
            ..disown
        },
    ])
}

/// The addresses of acts say which of them are final.
#[tokio::test(flavor = "multi_thread")]
async fn each_act_that_is_final_is_among_those_that_are_looked_at() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let all = all(&app).await?;
    let is_at = |action: &str, address: &str| {
        let (sent, parts) = (action.split('/').skip(2), address.split('/').skip(1));
        let mut pairs = sent.clone().zip(parts.clone());
        sent.count() == parts.count() && pairs.all(|(sent, part)| part.starts_with('{') || sent == part)
    };
    let told = include_str!("../../docs/formats/problem.md");
    for address in web::final_addresses() {
        assert!(
            told.contains(&format!("`{address}`")),
            "docs/formats/problem.md does not say that {address} is final"
        );
        let looked_at = all.iter().any(|one| is_at(&one.form.action, address));
        assert!(looked_at, "{address} is not in this file");
    }
    app.ends().await
}

/// What a form and the one that carries it on have in common.
fn typed(form: &Form) -> Vec<(&str, String)> {
    let kept = form
        .fields
        .iter()
        .filter(|(name, _)| name != "token" && name != "checked");
    let mut typed: Vec<_> = kept
        .map(|(name, value)| (name.as_str(), value.replace("\r\n", "\n")))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    typed.sort();
    typed
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_final_is_shown_first_changed_if_one_likes_and_done_once() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    for Before {
        mut visitor,
        form,
        says,
        here,
    } in all(&app).await?
    {
        let size = app.desk.store().size().await?;
        let page = visitor.sends(&form).await?;
        for words in says {
            page.says(words)?;
        }
        let step = page.each("ol.thread [aria-current]")?;
        assert!(matches!(&step[..], [step] if step.starts_with(here)), "{step:?}");
        // For whom, and in whose name.
        page.says("Japan–Cambodia Association")?.says("In the name of")?;
        let seen = page.form(&form.action)?;
        assert!(seen.texts.is_empty(), "nothing is typed here");
        assert_eq!(typed(&seen), typed(&form));
        // No language leads to where there is nothing to read.
        for language in ["km", "ja"] {
            let link = page.addresses()?;
            let link = link
                .iter()
                .find(|one| one.starts_with(&format!("/{language}/cases/")));
            visitor
                .opens(link.ok_or("the page is not offered in every language")?)
                .await?;
        }
        if !form.texts.is_empty() {
            let back = visitor.sends(&seen.clone().with("checked", "change")?).await?;
            assert_eq!(
                typed(&back.form(&form.action)?),
                typed(&form),
                "all is there to be changed"
            );
            assert!(back.summary()?.is_empty());
        }
        assert_eq!(
            app.desk.store().size().await?,
            size,
            "{}: nothing was recorded",
            form.action
        );
        let meant = seen.with("checked", "right")?;
        visitor.sends(&meant).await?;
        let done = app.desk.store().size().await?;
        assert!(done > size, "{}", form.action);
        let late = visitor.tries(&meant).await?;
        assert!(!late.summary()?.is_empty());
        // What was chosen, the page that has the form no more does not have either.
        let (texts, meant) = (typed(&form), form.meant());
        for (_, value) in texts
            .iter()
            .filter(|(name, _)| meant.iter().any(|one| one == name))
        {
            late.says(value)?;
        }
        assert_eq!(
            app.desk.store().size().await?,
            done,
            "{} was done twice",
            form.action
        );
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_press_is_read_as_strictly_as_the_first() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    for Before {
        mut visitor, form, ..
    } in all(&app).await?
    {
        let meant = visitor.checks(&form).await?;
        let size = app.desk.store().size().await?;
        let long = "x".repeat(2_001);
        let meant_texts = form.meant();
        let filled = meant_texts.iter().filter(|field| !form.value(field).is_empty());
        for (field, raw) in filled.flat_map(|field| ["%ff", "a%00b", &long].map(|raw| (field, raw))) {
            let rest = meant.clone().without(field).body();
            let body = [rest, format!("&{field}={raw}").into_bytes()].concat();
            let answer = visitor.posts_bytes(&form.action, Form::MEDIA_TYPE, body).await?;
            let doing = format!("{}: {raw} in {field}", form.action);
            assert_eq!(answer.status, 422, "{doing}");
            let page = Page {
                address: form.action.clone(),
                status: answer.status,
                html: answer.text(),
            };
            assert!(page.faults()?.contains_key(field), "{doing}");
            page.form(&form.action)?;
        }
        let forged = visitor.posts(&meant.clone().forged("token", "0")).await?;
        assert_eq!(forged.status, 403);
        assert_eq!(app.desk.store().size().await?, size, "{}", form.action);
    }
    app.ends().await
}

/// Whoever signs in again may be someone else: they see what they are about to do.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_press_that_outlives_its_session_is_a_first_one_again() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let Some(Before {
        mut visitor, form, ..
    }) = all(&app).await?.into_iter().next()
    else {
        return Err("nothing is final".into());
    };
    let meant = visitor.checks(&form).await?;
    let mut nobody = app.visitor();
    let answer = nobody.posts(&meant).await?;
    assert_eq!(answer.status, 401);
    let page = Page {
        address: form.action.clone(),
        status: answer.status,
        html: answer.text(),
    };
    let kept = page.form("/sign-in")?;
    assert_eq!(kept.value("kept-field-decision"), "granted-with-conditions");
    assert!(!kept.names.contains("kept-field-checked"));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn how_long_a_condition_may_be_is_said_of_each_and_not_of_all() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    for (language, says, not) in [
        ("en", "each of at most 500 characters", "At most 500"),
        ("km", "៥០០ តួអក្សរក្នុងមួយលក្ខខណ្ឌ", "យ៉ាងច្រើន ៥០០ តួអក្សរ។"),
        ("ja", "それぞれ 500 文字以内", "500 文字まで"),
    ] {
        let page = decider
            .opens(&format!("/{language}/cases/{case}/referrals/moi"))
            .await?;
        page.says(says)?.does_not_say(not)?;
    }
    app.ends().await
}
