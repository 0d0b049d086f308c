//! Someone at a real server over one kept connection: signed in, and as terse as a load should be.

use crate::{Done, trouble};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Method, Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use tokio::net::TcpStream;

/// What someone shows to be let in.
#[derive(Clone, Debug)]
pub struct Pass {
    /// The cookie of the session.
    pub cookie: String,
    /// The token of the session's forms.
    pub token: String,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Where it sends one on to; empty if nowhere.
    pub location: String,
    /// The cookie that it sets; empty if none.
    pub cookie: String,
    /// Its bytes, as they came over the wire.
    pub body: Bytes,
}

impl Answer {
    /// Where a form that was taken leads.
    ///
    /// # Errors
    /// If it was not taken; says what came instead.
    pub fn taken(self) -> Done<String> {
        if self.status == StatusCode::SEE_OTHER && !self.location.ends_with("/sign-in") {
            return Ok(self.location);
        }
        Err(trouble(format!(
            "not taken: {} {}\n{}",
            self.status,
            self.location,
            String::from_utf8_lossy(&self.body)
        )))
    }

    /// The bytes of a page that came.
    ///
    /// # Errors
    /// If none came.
    pub fn page(self) -> Done<Bytes> {
        if self.status == StatusCode::OK {
            return Ok(self.body);
        }
        Err(trouble(format!(
            "no page came: {} {}",
            self.status, self.location
        )))
    }
}

/// One connection to a server.
pub struct Client {
    host: String,
    sender: SendRequest<Full<Bytes>>,
}

impl Client {
    /// Connects to a server at `host`, an address with its port.
    ///
    /// # Errors
    /// If nobody listens there.
    pub async fn connect(host: &str) -> Done<Self> {
        let stream = TcpStream::connect(host).await.map_err(trouble)?;
        stream.set_nodelay(true).map_err(trouble)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(trouble)?;
        // It ends with the server; whoever waits for an answer then learns of it.
        tokio::spawn(connection);
        Ok(Client {
            host: host.to_owned(),
            sender,
        })
    }

    /// Asks for an address.
    ///
    /// # Errors
    /// If no whole answer comes.
    pub async fn get(&mut self, pass: Option<&Pass>, path: &str) -> Done<Answer> {
        self.send(Method::GET, pass, path, "text/html", Some("gzip"), Bytes::new())
            .await
    }

    /// Asks for an address, uncompressed.
    ///
    /// # Errors
    /// If no whole answer comes.
    pub async fn plain(&mut self, pass: Option<&Pass>, path: &str) -> Done<Answer> {
        self.send(Method::GET, pass, path, "text/html", None, Bytes::new())
            .await
    }

    /// Sends a form as its page would; the token is put to its fields.
    ///
    /// # Errors
    /// If no whole answer comes.
    pub async fn post(&mut self, pass: &Pass, path: &str, fields: &BTreeMap<String, String>) -> Done<Answer> {
        let body = form(pass, fields);
        self.send(Method::POST, Some(pass), path, "text/html", Some("gzip"), body)
            .await
    }

    /// Sends a form as the page's script would, for an answer in JSON.
    ///
    /// # Errors
    /// If no whole answer comes.
    pub async fn save(&mut self, pass: &Pass, path: &str, fields: &BTreeMap<String, String>) -> Done<Answer> {
        let body = form(pass, fields);
        self.send(Method::POST, Some(pass), path, "application/json", None, body)
            .await
    }

    async fn send(
        &mut self,
        method: Method,
        pass: Option<&Pass>,
        path: &str,
        accept: &str,
        encoding: Option<&str>,
        body: Bytes,
    ) -> Done<Answer> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header(header::ACCEPT, accept)
            .header("sec-fetch-site", "same-origin");
        if let Some(encoding) = encoding {
            request = request.header(header::ACCEPT_ENCODING, encoding);
        }
        if let Some(pass) = pass {
            request = request.header(header::COOKIE, &pass.cookie);
        }
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request.body(Full::new(body)).map_err(trouble)?;
        self.sender.ready().await.map_err(trouble)?;
        let response = self.sender.send_request(request).await.map_err(trouble)?;
        let header = |name| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let (status, location) = (response.status(), header(header::LOCATION));
        let cookie = header(header::SET_COOKIE);
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        let body = response.into_body().collect().await.map_err(trouble)?;
        Ok(Answer {
            status,
            location,
            cookie,
            body: body.to_bytes(),
        })
    }
}

fn form(pass: &Pass, fields: &BTreeMap<String, String>) -> Bytes {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("token", &pass.token)
        .extend_pairs(fields)
        .finish()
        .into()
}
