//! Messages to people, by SMTP: one connection for each message, and for each that was not delivered whose fault that is. An address that
//! is refused is its owner's to mend; a server that is not there is the operator's, and says nothing about the address.

use async_trait::async_trait;
use desk::ports::{Message, Post, PostFault, Undelivered};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use lettre::{Address, Message as Letter};
use std::fmt;
use std::time::Duration;

/// How long a server is waited for to let itself be spoken to, and then again to take a message.
const PATIENCE: Duration = Duration::from_secs(20);

/// The same, while somebody waits before a page for it.
const PATIENCE_BEFORE_A_PAGE: Duration = Duration::from_secs(4);

/// How long it is waited for to say goodbye, once it took a message.
const GOODBYE: Duration = Duration::from_secs(2);

/// How a server is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// In the clear: for a server on the same machine.
    Nothing,
    /// In the clear until both have agreed on TLS, which must be.
    StartTls,
    /// In TLS from the first byte.
    Tls,
}

/// A mail server, and as whom it is spoken to.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    /// Its name or number.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How it is spoken to.
    pub security: Security,
    /// From whom messages come: an address, or a name with one, `Permits <permits@city.example>`.
    pub from: String,
    /// The user and the password, where the server wants them.
    pub login: Option<(String, String)>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// What of a server's settings cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingFault {
    /// The setting.
    pub setting: &'static str,
    /// What is wrong with it.
    pub what: String,
}

/// Hands messages to a mail server.
pub struct Mailer {
    server: Server,
    from: Mailbox,
    login: Option<Credentials>,
    patience: Duration,
    before_a_page: Duration,
}

impl Mailer {
    /// A mailer that hands messages to this server. Nothing is asked of it yet.
    ///
    /// # Errors
    /// [`SettingFault`] for a sender that is no address.
    pub fn new(server: Server) -> Result<Mailer, SettingFault> {
        let from = server.from.parse().map_err(|fault| SettingFault {
            setting: "from",
            what: format!("{}: {fault}", server.from),
        })?;
        let login = server.login.clone();
        Ok(Mailer {
            from,
            patience: PATIENCE,
            before_a_page: PATIENCE_BEFORE_A_PAGE,
            login: login.map(|(user, password)| Credentials::new(user, password)),
            server,
        })
    }

    /// The same, which waits for so long and not for twenty seconds, and for so long and not for four where somebody waits before a
    /// page.
    #[must_use]
    pub fn waiting(mut self, patience: Duration, before_a_page: Duration) -> Mailer {
        self.patience = patience;
        self.before_a_page = before_a_page;
        self
    }

    /// A connection on which messages can be handed over.
    async fn connected(&self, patience: Duration) -> Result<AsyncSmtpConnection, PostFault> {
        let Server { host, port, .. } = &self.server;
        let broken = |fault: &dyn fmt::Display| unreachable_for(format!("{host}:{port}: {fault}"));
        // A server takes this for what it is: nobody is asked where it leads.
        let own = ClientId::Domain(self.from.email.domain().to_owned());
        let tls = || TlsParameters::new(host.clone()).map_err(|fault| broken(&fault));
        let at_once = match self.server.security {
            Security::Tls => Some(tls()?),
            Security::Nothing | Security::StartTls => None,
        };
        let place = (host.as_str(), *port);
        let connection = AsyncSmtpConnection::connect_tokio1(place, Some(patience), &own, at_once, None);
        let mut connection = connection.await.map_err(|fault| broken(&fault))?;
        if self.server.security == Security::StartTls {
            let agreed = connection.starttls(tls()?, &own).await;
            agreed.map_err(|fault| broken(&fault))?;
        }
        if let Some(login) = &self.login {
            let known = connection.auth(DEFAULT_MECHANISMS, login).await;
            known.map_err(|fault| broken(&fault))?;
        }
        Ok(connection)
    }

    /// What comes of something, unless that takes too long.
    async fn within<T>(
        &self,
        patience: Duration,
        late: Undelivered,
        done: impl Future<Output = Result<T, PostFault>>,
    ) -> Result<T, PostFault> {
        let Server { host, port, .. } = &self.server;
        let seconds = patience.as_secs();
        let late = || PostFault {
            how: late,
            what: format!("{host}:{port} did not answer within {seconds} seconds"),
        };
        tokio::time::timeout(patience, done)
            .await
            .unwrap_or_else(|_| Err(late()))
    }

    async fn hand_over(&self, message: &Message, patience: Duration) -> Result<(), PostFault> {
        let to: Address = message
            .to
            .parse()
            .map_err(|fault| refused(format!("{}: {fault}", message.to)))?;
        let letter = self.letter(message, &to)?;
        let connected = self.within(patience, Undelivered::Unreachable, self.connected(patience));
        let mut connection = connected.await?;
        // One that lets itself be spoken to, and then answers nothing to this reader, may well answer for the next: only this one waits.
        let letter = letter.formatted();
        let spoken = self.spoken(&mut connection, &to, &letter);
        let handed = self.within(patience, Undelivered::Later, spoken).await;
        if handed.is_ok() {
            // It has the message: whether it hears a goodbye, or says one, changes nothing.
            drop(tokio::time::timeout(GOODBYE, connection.quit()).await);
        }
        // Of a server that took nothing no goodbye is awaited: the connection is closed by being dropped.
        handed
    }

    /// What is said to the server, one word after the other: which of them it refuses tells whose fault that is.
    async fn spoken(
        &self,
        connection: &mut AsyncSmtpConnection,
        to: &Address,
        letter: &[u8],
    ) -> Result<(), PostFault> {
        let mut wanted = vec![];
        let server = connection.server_info();
        if !AsRef::<str>::as_ref(to).is_ascii() {
            if !server.supports_feature(Extension::SmtpUtfEight) {
                return Err(refused(format!(
                    "{to}: the mail server takes no address in such letters"
                )));
            }
            wanted.push(MailParameter::SmtpUtfEight);
        }
        if !letter.is_ascii() && server.supports_feature(Extension::EightBitMime) {
            wanted.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let sender = Mail::new(Some(self.from.email.clone()), wanted);
        taken(connection.command(sender).await, |_, what| unreachable_for(what))?;
        let reader = Rcpt::new(to.clone(), vec![]);
        taken(connection.command(reader).await, answered)?;
        taken(connection.command(Data).await, |_, what| unreachable_for(what))?;
        taken(connection.message(letter).await, answered)
    }

    fn letter(&self, message: &Message, to: &Address) -> Result<Letter, PostFault> {
        let mut letter = Letter::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to.clone()))
            .subject(message.subject.clone())
            // Nobody's holiday answers it.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(id) = &message.id {
            letter = letter.message_id(Some(id.clone()));
        }
        let made = match &message.html {
            Some(html) => letter.multipart(MultiPart::alternative_plain_html(
                message.body.clone(),
                html.clone(),
            )),
            None => letter.singlepart(SinglePart::plain(message.body.clone())),
        };
        made.map_err(|fault| refused(fault.to_string()))
    }
}

/// What became of a word: taken, or refused, for good or for now; without any answer the server is lost.
fn taken(
    said: Result<Response, lettre::transport::smtp::Error>,
    fault: impl FnOnce(bool, String) -> PostFault,
) -> Result<(), PostFault> {
    match said {
        Ok(_) => Ok(()),
        Err(error) if error.is_permanent() => Err(fault(true, error.to_string())),
        Err(error) if error.is_transient() => Err(fault(false, error.to_string())),
        Err(error) => Err(unreachable_for(error.to_string())),
    }
}

/// What a server answers to a reader's address, or to the message itself.
fn answered(for_good: bool, what: String) -> PostFault {
    let how = if for_good {
        Undelivered::Refused
    } else {
        Undelivered::Later
    };
    PostFault { how, what }
}

fn refused(what: String) -> PostFault {
    PostFault {
        how: Undelivered::Refused,
        what,
    }
}

fn unreachable_for(what: String) -> PostFault {
    PostFault {
        how: Undelivered::Unreachable,
        what,
    }
}

#[async_trait]
impl Post for Mailer {
    fn can_reach(&self, address: &str) -> bool {
        address.parse::<Address>().is_ok()
    }

    fn delivers(&self) -> bool {
        true
    }

    async fn send(&self, message: Message) -> Result<(), PostFault> {
        self.hand_over(&message, self.patience).await
    }

    async fn send_now(&self, message: Message) -> Result<(), PostFault> {
        self.hand_over(&message, self.before_a_page).await
    }
}
