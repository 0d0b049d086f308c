//! Someone before a browser: opens pages, follows links, fills forms in and sends them. Every request goes through
//! the whole router, with cookies and with the headers that browsers send.

use crate::page::{Form, Page};
use crate::trouble::{Told, trouble};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, header};
use flate2::read::GzDecoder;
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use std::io::Read;
use tower::ServiceExt;

/// So many redirects are followed before a browser calls it a loop.
const MOST_REDIRECTS: usize = 8;
/// The boundary between the parts of a form with files.
const BOUNDARY: &str = "placet-story-boundary";

/// Someone before a browser, signed in or not.
#[derive(Clone)]
pub struct Visitor {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// An answer as it came, before any redirect is followed.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Answer {
    /// The bytes as text; what is not UTF-8 shows as replacement characters.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value; empty if there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl Visitor {
    pub(crate) fn new(router: Router) -> Self {
        Visitor {
            router,
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser, with all that it shows, before another server.
    pub(crate) fn moved_to(self, router: Router) -> Self {
        Visitor { router, ..self }
    }

    /// Asks for an address, following nothing. As browsers do, it takes what comes compressed.
    ///
    /// # Errors
    /// If the address is none, or what comes breaks off.
    pub async fn asks(&mut self, address: &str) -> Told<Answer> {
        let takes = [("accept-encoding", "gzip, deflate, br")];
        let mut answer = self.request("GET", address, &takes, vec![]).await?;
        if answer.header("content-encoding") == "gzip" {
            let mut whole = vec![];
            GzDecoder::new(answer.body.as_slice()).read_to_end(&mut whole)?;
            answer.body = whole;
        }
        Ok(answer)
    }

    /// Opens a page, following redirects.
    ///
    /// # Errors
    /// If no page comes; tells what came.
    pub async fn opens(&mut self, address: &str) -> Told<Page> {
        let page = self.arrives(address).await?;
        if page.status == 200 {
            Ok(page)
        } else {
            Err(unexpected("opening", &page))
        }
    }

    /// Opens what is not there for this person.
    ///
    /// # Errors
    /// If it is.
    pub async fn does_not_find(&mut self, address: &str) -> Told {
        let page = self.arrives(address).await?;
        if page.status == 404 {
            Ok(())
        } else {
            Err(unexpected("looking in vain for", &page))
        }
    }

    /// Follows a link of a page.
    ///
    /// # Errors
    /// If the page has no such link, or it leads nowhere.
    pub async fn follows(&mut self, page: &Page, link: &str) -> Told<Page> {
        let address = page.link(link)?;
        self.opens(&address).await
    }

    /// Sends a form that is taken, and sees where it leads.
    ///
    /// # Errors
    /// If it is not taken; tells what was said beside its fields.
    pub async fn sends(&mut self, form: &Form) -> Told<Page> {
        let answer = self.posts(form).await?;
        let to = answer.header("location").to_owned();
        if answer.status == 303 {
            return self.opens(&to).await;
        }
        let page = Page {
            address: form.action.clone(),
            status: answer.status,
            html: answer.text(),
        };
        if page.status == 200 {
            Ok(page)
        } else {
            Err(unexpected("sending", &page))
        }
    }

    /// Sends a form of something final, and gives that of the page which says what it does, ready to do it.
    ///
    /// # Errors
    /// If it is not taken, or no such page comes.
    pub async fn checks(&mut self, form: &Form) -> Told<Form> {
        let page = self.sends(form).await?;
        page.form(&form.action)?.with("checked", "right")
    }

    /// Sends a form of something final, sees what it does, and does it.
    ///
    /// # Errors
    /// As [`Visitor::checks`] and [`Visitor::sends`].
    pub async fn confirms(&mut self, form: &Form) -> Told<Page> {
        let form = self.checks(form).await?;
        self.sends(&form).await
    }

    /// Sends a form that is not taken, and sees the page that says why.
    ///
    /// # Errors
    /// If it is taken.
    pub async fn tries(&mut self, form: &Form) -> Told<Page> {
        let answer = self.posts(form).await?;
        let page = Page {
            address: form.action.clone(),
            status: answer.status,
            html: answer.text(),
        };
        if (400..500).contains(&page.status) {
            Ok(page)
        } else {
            Err(unexpected("sending in vain", &page))
        }
    }

    /// Sends a form as it is, following nothing.
    ///
    /// # Errors
    /// If its address is none.
    pub async fn posts(&mut self, form: &Form) -> Told<Answer> {
        if form.files {
            return self.posts_files(form, &[]).await;
        }
        self.posts_bytes(&form.action, Form::MEDIA_TYPE, form.body())
            .await
    }

    /// Sends a form with files as [`Self::posts_files`], and gives the page that comes of it.
    ///
    /// # Errors
    /// If its address is none.
    pub async fn sends_files(&mut self, form: &Form, files: &[(&str, &str, &[u8])]) -> Told<Page> {
        let answer = self.posts_files(form, files).await?;
        Ok(Page {
            address: form.action.clone(),
            status: answer.status,
            html: answer.text(),
        })
    }

    /// Sends a form with files: the field, the file's name, its bytes.
    ///
    /// # Errors
    /// If its address is none.
    pub async fn posts_files(&mut self, form: &Form, files: &[(&str, &str, &[u8])]) -> Told<Answer> {
        let mut body = Vec::new();
        for (name, value) in &form.fields {
            body.extend_from_slice(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .as_bytes(),
            );
        }
        for (field, name, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        self.posts_bytes(
            &form.action,
            &format!("multipart/form-data; boundary={BOUNDARY}"),
            body,
        )
        .await
    }

    /// Sends any bytes to an address, as a page of ours would.
    ///
    /// # Errors
    /// If the address is none.
    pub async fn posts_bytes(&mut self, address: &str, kind: &str, body: Vec<u8>) -> Told<Answer> {
        let headers = [
            ("sec-fetch-site", "same-origin"),
            (header::CONTENT_TYPE.as_str(), kind),
        ];
        self.request("POST", address, &headers, body).await
    }

    /// Sends a request as it is.
    ///
    /// # Errors
    /// If the address is none.
    pub async fn request(
        &mut self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Told<Answer> {
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::HOST, "placet.example")
            .header(header::ACCEPT_LANGUAGE, "en");
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .body(Body::from(body))
            .map_err(|fault| trouble(format!("{address}: {fault}")))?;
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let body = body.collect().await?.to_bytes().to_vec();
        Ok(Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
        })
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
        {
            let Some((name, value)) = line.split(';').next().and_then(|pair| pair.split_once('=')) else {
                continue;
            };
            if value.is_empty() || line.contains("Max-Age=0;") || line.ends_with("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    async fn arrives(&mut self, address: &str) -> Told<Page> {
        let mut address = address.split('#').next().unwrap_or_default().to_owned();
        for _ in 0..MOST_REDIRECTS {
            let answer = self.request("GET", &address, &[], vec![]).await?;
            if !(300..400).contains(&answer.status) {
                return Ok(Page {
                    html: answer.text(),
                    status: answer.status,
                    address,
                });
            }
            let to = answer.header("location").to_owned();
            address = to.split('#').next().unwrap_or_default().to_owned();
        }
        Err(trouble(format!("{address} leads in circles")))
    }
}

fn unexpected(doing: &str, page: &Page) -> crate::Trouble {
    let faults = page.summary().unwrap_or_default().join("; ");
    let heading = page
        .heading()
        .unwrap_or_else(|_| page.html.chars().take(200).collect());
    trouble(format!(
        "{doing} {} ended with {} “{heading}” {faults}",
        page.address, page.status
    ))
}
