//! `placet serve`: an installation on the network.

use crate::arguments::Serve;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::interruption::Interruption;
use jiff::tz::TimeZone;
use std::io::Write;
use std::sync::Arc;
use tokio::net::TcpListener;
use web::Site;

/// Runs the command until it is interrupted.
pub async fn run(arguments: &Serve, out: &mut impl Write) -> Result<(), Failure> {
    let interruption = Interruption::noticed()?;
    let installation = Installation::at(&arguments.place)?;
    crate::fonts::bring(&installation.folder)?;
    let desk = installation.desk().await?;
    if crate::demonstration::is_whole(&desk).await? {
        return Err(Failure::usage(format!(
            "{}: this is a demonstration: its people are invented, and anyone may be them.\nStart it with `placet demo --data`, or make an installation with `placet init`.",
            installation.folder.display()
        )));
    }
    let address = &installation.settings.address;
    if !address.is_secure() && !address.is_loopback() {
        tracing::warn!(
            "placet.toml: address is {address}: passwords cross the network in the clear. Put a TLS-terminating proxy before this server, and write its https:// address there."
        );
    }
    let zone = zone(&desk)?;
    let site = Site {
        desk,
        demonstration: None,
        zone,
        secure: address.is_secure(),
        address: address.to_string(),
    };
    // A proxy leads people here from any other address; the machine's own leads here or nowhere.
    let own = address.own();
    let at = arguments.listen.as_deref().or(own.as_deref());
    let at = at.unwrap_or(crate::address::LISTEN);
    if let Some(warning) = own.as_deref().and_then(|own| elsewhere(own, at)) {
        tracing::warn!("{warning}");
    }
    listen(site, at, interruption, out).await
}

/// What to say where people are led to another place than the server listens at. Whoever asks for any port that is free
/// reads which it is.
fn elsewhere(own: &str, at: &str) -> Option<String> {
    if own == at || at.ends_with(":0") {
        return None;
    }
    Some(format!(
        "this server listens on {at}, but placet.toml says that people reach it at {own}: its links lead there. Serve with --listen {own}, or write http://{at} in placet.toml."
    ))
}

/// The zone in which instants are shown where no case gives one.
pub fn zone(desk: &desk::Desk) -> Result<TimeZone, Failure> {
    desk.rulebooks().zone().ok_or_else(|| {
        Failure::usage("this installation has no rulebook.\nAdd one with `placet rulebook add`.")
    })
}

/// Serves a site until it is interrupted; requests that have begun are answered first.
pub async fn listen(
    mut site: Site,
    at: &str,
    mut interruption: Interruption,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let listener = TcpListener::bind(at).await.map_err(|fault| {
        Failure::machine(format!(
            "{at}: {fault}\nStop what listens there, or name another address with --listen."
        ))
    })?;
    let bound = listener.local_addr().map_err(Failure::machine)?;
    if site.demonstration.is_some() {
        // The system picks the port when none is named, and papers name the address at which they are verified.
        site.address = format!("http://{bound}");
    }
    let desk = Arc::clone(&site.desk);
    writeln!(out, "Open http://{bound}/")
        .and_then(|()| out.flush())
        .map_err(Failure::machine)?;
    let sweeping = tokio::spawn(sweep(Arc::clone(&desk)));
    let watching = tokio::spawn(watch(Arc::clone(&desk)));
    let writing = tokio::spawn(write(site.clone()));
    let served = web::serve(listener, site.router(), async move { interruption.came().await }).await;
    sweeping.abort();
    watching.abort();
    writing.abort();
    served.map_err(Failure::machine)
}

/// Takes expired sessions and links away once an hour; what has expired is not found in between either.
async fn sweep(desk: Arc<desk::Desk>) {
    let mut hourly = tokio::time::interval(std::time::Duration::from_secs(3600));
    loop {
        hourly.tick().await;
        if let Err(fault) = desk.sweep().await {
            tracing::warn!(%fault, "expired entries were not taken away");
        }
    }
}

/// Does each minute what happens by itself: periods end with their days, and events with their hour. The first time is at once,
/// so that what fell due while the server was down is caught up with.
async fn watch(desk: Arc<desk::Desk>) {
    let mut minutely = tokio::time::interval(std::time::Duration::from_secs(60));
    minutely.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        minutely.tick().await;
        match desk.do_what_is_due().await {
            Ok(0) => {}
            Ok(done) => tracing::info!(done, "what was due was done"),
            Err(fault) => tracing::warn!(%fault, "what is due was not done, and is tried again in a minute"),
        }
        // Once a day there is something to learn: no reader of a page waits for it.
        if let Err(fault) = desk.learn_from_the_record().await {
            tracing::warn!(%fault, "the record for forecasts cannot be read");
        }
    }
}

/// Writes each minute to those who want notices as e-mail. A server that is slow to answer keeps nothing else waiting, so this goes on
/// beside what happens by itself.
async fn write(site: Site) {
    if !site.desk.delivers_mail() {
        tracing::info!("placet.toml names no mail server: what happens is told in inboxes alone");
    }
    let mut minutely = tokio::time::interval(std::time::Duration::from_secs(60));
    minutely.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        minutely.tick().await;
        match site.desk.send_notices(&site, &site.zone).await {
            Ok(0) => {}
            Ok(sent) => tracing::info!(sent, "notices were sent"),
            Err(fault) => tracing::warn!(%fault, "notices were not sent, and are tried again in a minute"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_listens_elsewhere_than_its_links_lead_says_both_places() {
        let told = elsewhere("127.0.0.1:18112", "127.0.0.1:8070").unwrap();
        assert!(told.contains("listens on 127.0.0.1:8070") && told.contains("at 127.0.0.1:18112"));
        assert_eq!(elsewhere("127.0.0.1:8070", "127.0.0.1:8070"), None);
        assert_eq!(elsewhere("127.0.0.1:8070", "127.0.0.1:0"), None);
    }
}
