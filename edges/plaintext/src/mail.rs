//! EML (RFC 5322, MIME): the words of a mail. What is attached is not read.

use crate::{Unreadable, page};
use mail_parser::MessageParser;

/// The text of a mail, its subject first.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let mail = MessageParser::default()
        .parse(bytes)
        .ok_or(Unreadable::Broken("mail"))?;
    let subject = mail
        .subject()
        .map(|subject| format!("{subject}\n\n"))
        .unwrap_or_default();
    // The text that was written as text comes first; a page is only read where there is none. A body with a picture in its midst goes
    // on after it.
    let body = mail.text_body.iter().filter_map(|part| mail.part(*part));
    let mut parts = vec![];
    for part in body.filter(|part| part.is_text()) {
        let written = part.text_contents().unwrap_or_default();
        parts.push(if part.is_text_html() {
            page::text(written)?
        } else {
            written.to_owned()
        });
    }
    Ok(subject + &parts.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn a_mail_is_read_whatever_it_was_sent_as() {
        let plain = "Subject: =?utf-8?q?Caf=C3=A9?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nShe asked for a caf=E9.\r\n";
        assert_eq!(
            read("a.eml", plain.as_bytes()).unwrap().trim(),
            "Café\n\nShe asked for a café."
        );
        let page = "Subject: A\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>One</p><p>Two</p>\r\n";
        assert_eq!(read("a.eml", page.as_bytes()).unwrap().trim(), "A\n\nOne\n\nTwo");
        let text = "--b\r\nContent-Type: text/plain\r\n\r\n";
        let mixed = format!(
            "Subject: A\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{text}One\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: inline\r\n\r\nx\r\n{text}Two\r\n--b--\r\n"
        );
        assert_eq!(read("a.eml", mixed.as_bytes()).unwrap().trim(), "A\n\nOne\n\nTwo");
    }
}
