//! The mail server that `placet.toml` names, and the post that speaks to it.

use crate::failure::Failure;
use crate::world::Outbox;
use async_trait::async_trait;
use desk::ports::{Message, Post, PostFault};
use notify::{Mailer, Security, Server};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The environment's password, before that of a file.
const PASSWORD: &str = "PLACET_MAIL_PASSWORD";

/// How the mail server is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Spoken {
    /// In the clear: for a server on this machine.
    None,
    /// In TLS once both have agreed on it.
    #[default]
    Starttls,
    /// In TLS from the first byte.
    Tls,
}

/// What `placet.toml` says of a mail server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailServer {
    /// Its name.
    host: String,
    /// Its port; the usual one if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    port: Option<u16>,
    /// How it is spoken to.
    #[serde(default)]
    security: Spoken,
    /// From whom messages come.
    from: String,
    /// Who signs in there, if it wants someone to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    /// The file that holds the password, relative to the installation's folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    password_file: Option<PathBuf>,
}

impl MailServer {
    /// The file of the password, where it lies in the installation's folder.
    pub fn own_file(&self) -> Option<&Path> {
        self.password_file.as_deref().filter(|file| file.is_relative())
    }

    fn server(&self, folder: &Path) -> Result<Server, Failure> {
        let is_own = ["localhost", "127.0.0.1", "::1"].contains(&self.host.as_str());
        if self.security == Spoken::None && self.user.is_some() && !is_own {
            return Err(Failure::usage(format!(
                "placet.toml: mail: security is \"none\", and a password would cross the network to {} in the clear.\nWrite \"starttls\" or \"tls\" there.",
                self.host
            )));
        }
        let (security, port) = match self.security {
            Spoken::None => (Security::Nothing, 25),
            Spoken::Starttls => (Security::StartTls, 587),
            Spoken::Tls => (Security::Tls, 465),
        };
        let password = |user: &String| Ok::<_, Failure>((user.clone(), self.password(folder)?));
        Ok(Server {
            host: self.host.clone(),
            port: self.port.unwrap_or(port),
            security,
            from: self.from.clone(),
            login: self.user.as_ref().map(password).transpose()?,
        })
    }

    fn password(&self, folder: &Path) -> Result<String, Failure> {
        if let Ok(password) = std::env::var(PASSWORD) {
            return Ok(password);
        }
        let Some(file) = &self.password_file else {
            return Err(Failure::usage(format!(
                "placet.toml: mail: there is a user and no password.\nName a file that holds it, password_file = \"mail.password\", or give it in {PASSWORD}."
            )));
        };
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path)
            .map_err(|fault| Failure::file("could not be read", &path, &fault))?;
        Ok(text.trim_end_matches(['\r', '\n']).to_owned())
    }
}

/// The post of an installation: its mail server, or else the folder that its operator hands messages over from.
pub fn post(folder: &Path, server: Option<&MailServer>) -> Result<Arc<dyn Post>, Failure> {
    let outbox = Outbox::new(folder.join("outbox"));
    let Some(server) = server else {
        return Ok(Arc::new(outbox));
    };
    let mailer = Mailer::new(server.server(folder)?).map_err(|fault| {
        Failure::usage(format!(
            "placet.toml: mail: {} = {}\nWrite an address, or a name with one: from = \"Permits <permits@city.example>\".",
            fault.setting, fault.what
        ))
    })?;
    Ok(Arc::new(Mailed { mailer, outbox }))
}

/// A mail server, and the folder for what it did not take and nobody sends again.
struct Mailed {
    mailer: Mailer,
    outbox: Outbox,
}

#[async_trait]
impl Post for Mailed {
    fn delivers(&self) -> bool {
        true
    }

    fn can_reach(&self, address: &str) -> bool {
        self.mailer.can_reach(address)
    }

    async fn send(&self, message: Message) -> Result<(), PostFault> {
        let sent = self.mailer.send(message.clone()).await;
        self.or_to_hand_over(message, sent).await
    }

    async fn send_now(&self, message: Message) -> Result<(), PostFault> {
        let sent = self.mailer.send_now(message.clone()).await;
        self.or_to_hand_over(message, sent).await
    }
}

impl Mailed {
    /// What was not taken, and nobody sends again, lies in the folder.
    async fn or_to_hand_over(&self, message: Message, sent: Result<(), PostFault>) -> Result<(), PostFault> {
        match sent {
            // A notice is sent again, by whoever keeps in mind that it was not.
            Err(fault) if message.id.is_none() => {
                tracing::warn!(%fault, to = message.to, "a message lies in outbox/, to be handed over");
                self.outbox.send(message).await
            }
            done => done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> MailServer {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_password_lies_in_a_file_and_never_crosses_a_network_in_the_clear() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("mail.password"), "long secret\n").unwrap();
        let settings = "host = \"mail.city.example\"\nfrom = \"permits@city.example\"\nuser = \"permits\"\n";
        let with = |more: &str| read(&format!("{settings}{more}")).server(folder.path());
        let server = with("password_file = \"mail.password\"\n").unwrap();
        assert_eq!(server.login, Some(("permits".into(), "long secret".into())));
        assert_eq!((server.port, server.security), (587, Security::StartTls));
        let fault = with("security = \"none\"\n").unwrap_err().to_string();
        assert!(fault.contains("in the clear"), "{fault}");
        let fault = with("").unwrap_err().to_string();
        assert!(fault.contains("no password"), "{fault}");
        let fault = with("password_file = \"missing\"\n").unwrap_err().to_string();
        assert!(fault.contains("missing"), "{fault}");
    }

    /// A server that takes a connection and says nothing: whoever waits before a page hears so in the words of the shorter wait.
    #[tokio::test]
    async fn a_page_does_not_wait_for_a_server_that_hangs_as_long_as_a_notice_does() {
        let folder = tempfile::tempdir().unwrap();
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = silent.local_addr().unwrap().port();
        let server = read(&format!(
            "host = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\nfrom = \"permits@city.example\"\n"
        ));
        let post = post(folder.path(), Some(&server)).unwrap();
        let message = Message {
            to: "reader@city.example".to_owned(),
            subject: "A link".to_owned(),
            body: "Open it.".to_owned(),
            html: None,
            id: Some("<confirm.1@city.example>".to_owned()),
        };
        let fault = post.send_now(message).await.unwrap_err();
        assert!(fault.what.contains("within 4 seconds"), "{}", fault.what);
    }

    #[tokio::test]
    async fn only_what_nobody_sends_again_is_left_to_be_handed_over() {
        let folder = tempfile::tempdir().unwrap();
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = closed.local_addr().unwrap().port();
        drop(closed);
        let server = read(&format!(
            "host = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\nfrom = \"permits@city.example\"\n"
        ));
        let post = post(folder.path(), Some(&server)).unwrap();
        let lies = || std::fs::read_dir(folder.path().join("outbox")).map_or(0, Iterator::count);
        let message = |id: Option<&str>| Message {
            to: "reader@city.example".to_owned(),
            subject: "A link".to_owned(),
            body: "Open it.".to_owned(),
            html: None,
            id: id.map(str::to_owned),
        };
        assert!(
            post.send(message(Some("<confirm.1@city.example>")))
                .await
                .is_err()
        );
        assert_eq!(lies(), 0, "whoever asked for it was told to try again");
        assert!(post.send(message(None)).await.is_ok());
        assert_eq!(lies(), 1);
    }

    #[test]
    fn a_sender_that_is_no_address_is_told_with_its_setting() {
        let folder = tempfile::tempdir().unwrap();
        let server = read("host = \"localhost\"\nsecurity = \"none\"\nfrom = \"nobody\"\n");
        let fault = post(folder.path(), Some(&server)).err().unwrap().to_string();
        assert!(fault.contains("from = nobody"), "{fault}");
    }
}
