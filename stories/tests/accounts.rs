//! What signs someone in, and until when: sessions, one-time links, the role chosen, and the cookies that carry them.

use act::{OrganisationId, Role};
use desk::accounts::LinkPurpose;
use desk::{Fault, HatName};
use std::collections::BTreeSet;
use stories::{Database, Installation, Told, Visitor};

const MORNING: &str = "2023-08-01T01:00:00Z";
const PASSWORD: &str = "the long secret of organiser";

/// An installation in which the organiser has a password, and her address.
async fn with_an_account() -> Told<(Installation, String)> {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at(MORNING)?;
    app.signs_in("organiser").await?;
    let address = app.cast.member("organiser")?.address.clone();
    Ok((app, address))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_every_session_and_closes_every_other_link() -> Told {
    let (app, address) = with_an_account().await?;
    let signed = app.desk.sign_in(&address, PASSWORD, None).await?;
    let link = app.desk.offer_link(&address, LinkPurpose::Reset).await?;
    let others = [
        app.desk.offer_link(&address, LinkPurpose::Reset).await?,
        app.desk.offer_link(&address, LinkPurpose::Invitation).await?,
    ];
    assert!(app.desk.session(&signed.secret).await?.is_some());
    let renewed = app.desk.follow_link(&link, "another long secret").await?;
    assert_eq!(app.desk.session(&signed.secret).await?, None);
    assert!(app.desk.session(&renewed.secret).await?.is_some());
    for used in others.iter().chain([&link]) {
        assert_eq!(app.desk.offered(used).await?, None);
        let again = app.desk.follow_link(used, "a third long secret").await;
        assert_eq!(again.map(drop), Err(Fault::NotFound));
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_loses_a_role_is_signed_out_everywhere() -> Told {
    let (app, address) = with_an_account().await?;
    let (member, operator) = (app.cast.member("organiser")?, app.cast.actor("operator")?);
    let signed = app.desk.sign_in(&address, PASSWORD, None).await?;
    let association = app.cast.organisation("association")?;
    app.desk
        .withdraw_role(operator, association, member.person, Role::Applicant)
        .await?;
    assert_eq!(app.desk.session(&signed.secret).await?, None);
    app.ends().await
}

/// A reset is asked for and used at once; an invitation is handed over, and waits a week.
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_is_open_for_an_hour_and_an_invitation_for_a_week() -> Told {
    let (app, address) = with_an_account().await?;
    for (purpose, last, closed) in [
        (LinkPurpose::Reset, "2023-08-01T01:59:59Z", "2023-08-01T02:00:00Z"),
        (
            LinkPurpose::Invitation,
            "2023-08-08T00:59:59Z",
            "2023-08-08T01:00:00Z",
        ),
    ] {
        app.clock_at(MORNING)?;
        let link = app.desk.offer_link(&address, purpose).await?;
        app.clock_at(last)?;
        let offered = app.desk.offered(&link).await?.ok_or("closed already")?;
        assert_eq!((offered.purpose, &offered.address), (purpose, &address));
        app.clock_at(closed)?;
        assert_eq!(app.desk.offered(&link).await?, None, "{purpose:?}");
        let late = app.desk.follow_link(&link, "another long secret").await;
        assert_eq!(late.map(drop), Err(Fault::NotFound), "{purpose:?}");
    }
    app.ends().await
}

/// The organiser is a desk officer too, and applies for the embassy as well.
async fn with_three_roles() -> Told<(Installation, [(OrganisationId, Role); 3])> {
    let (app, _) = with_an_account().await?;
    let (member, operator) = (app.cast.member("organiser")?, app.cast.actor("operator")?);
    let (association, embassy) = (
        app.cast.organisation("association")?,
        app.cast.organisation("embassy")?,
    );
    let more = [(association, Role::DeskOfficer), (embassy, Role::Applicant)];
    for (organisation, role) in more {
        app.desk
            .grant_role(operator, organisation, member.person, role)
            .await?;
    }
    let [desk_officer, embassy] = more;
    Ok((app, [(association, Role::Applicant), desk_officer, embassy]))
}

fn hat(organisation: OrganisationId, role: Role) -> HatName {
    HatName {
        organisation,
        role,
        of: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_role_that_is_chosen_is_the_one_acted_in_and_the_secret_of_the_one_before_opens_nothing() -> Told
{
    let (app, hats) = with_three_roles().await?;
    let address = &app.cast.member("organiser")?.address;
    let mut secret = app.desk.sign_in(address, PASSWORD, None).await?.secret;
    for (organisation, role) in hats.into_iter().chain(hats) {
        let before = secret.clone();
        let signed = app.desk.change_hat(&before, &hat(organisation, role)).await?;
        secret = signed.secret;
        let session = app.desk.session(&secret).await?.ok_or("signed out")?;
        let worn = session.actor().map(|actor| (actor.organisation, actor.role));
        assert_eq!(worn, Some((organisation, role)));
        assert_eq!(app.desk.session(&before).await?, None);
    }
    // Each of the two is held, and not together.
    let (embassy, role) = (hats[2].0, hats[1].1);
    let not_held = app.desk.change_hat(&secret, &hat(embassy, role)).await;
    assert_eq!(not_held.map(drop), Err(Fault::NotFound));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_roles_puts_on_the_one_that_was_pressed() -> Told {
    let (app, hats) = with_three_roles().await?;
    let mut organiser = app.signs_in("organiser").await?;
    for (organisation, role) in hats {
        let first = organiser.opens("/en/").await?;
        assert!(first.html.contains(r#"href="/en/hats""#));
        let page = organiser.opens("/en/hats").await?;
        let forms = page.forms()?.into_iter();
        let wanted = format!("{organisation}/{}", role.name());
        let mut pressed = forms.filter(|form| form.value("hat") == wanted);
        organiser.sends(&pressed.next().ok_or("no such role")?).await?;
        let name = match role {
            Role::DeskOfficer => "desk officer",
            _ => "applicant",
        };
        let key = if organisation == hats[2].0 {
            "embassy"
        } else {
            "association"
        };
        let worn = format!("{name}, {}", app.cast.organisation_name(key)?);
        let page = organiser.opens("/en/hats").await?;
        assert!(page.html.contains(&worn), "{worn}");
        assert_eq!(page.html.matches("You act in this role now.").count(), 1);
    }
    app.ends().await
}

/// The cookies that someone is given who visits and signs in, line by line.
async fn given(app: &Installation, mut visitor: Visitor) -> Told<Vec<String>> {
    let visit = visitor.asks("/en/sign-in").await?;
    let form = visitor.opens("/en/sign-in").await?.form("/sign-in")?;
    let form = form
        .with("address", &app.cast.member("organiser")?.address)?
        .with("password", PASSWORD)?;
    let signed_in = visitor.posts(&form).await?;
    let lines = [visit, signed_in].into_iter().flat_map(|answer| {
        let lines = answer.headers.get_all("set-cookie").into_iter();
        let lines = lines.map(|line| line.to_str().unwrap_or_default().to_owned());
        lines.collect::<Vec<_>>()
    });
    Ok(lines.collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_script_reads_a_cookie_no_other_site_sends_it_and_where_there_is_tls_it_goes_over_nothing_else()
-> Told {
    let (app, _) = with_an_account().await?;
    for (visitor, over_tls) in [(app.visitor(), false), (app.visitor_over_tls(), true)] {
        let mut names = BTreeSet::new();
        for line in given(&app, visitor).await? {
            let mut parts = line.split("; ");
            let pair = parts.next().and_then(|pair| pair.split_once('='));
            names.insert(pair.ok_or("no name")?.0.to_owned());
            let attributes: BTreeSet<_> = parts.collect();
            for wanted in ["HttpOnly", "SameSite=Lax", "Path=/"] {
                assert!(attributes.contains(wanted), "{line}");
            }
            assert_eq!(attributes.contains("Secure"), over_tls, "{line}");
        }
        let all = ["placet", "placet-device", "placet-visit"];
        assert_eq!(names, all.map(str::to_owned).into());
    }
    app.ends().await
}
