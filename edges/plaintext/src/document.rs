//! DOCX (ECMA-376): the paragraphs of `word/document.xml`.

use crate::{MOST, Unreadable};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};

const BROKEN: Unreadable = Unreadable::Broken("document");

/// The text, a line for each paragraph and an empty one between them.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let part = archive.by_name("word/document.xml").map_err(|_| BROKEN)?;
    let mut xml = Vec::new();
    // What an archive says of its sizes is not believed: no more is unpacked than is read.
    part.take(MOST as u64 + 1)
        .read_to_end(&mut xml)
        .map_err(|_| BROKEN)?;
    if xml.len() > MOST {
        return Err(Unreadable::TooLarge);
    }
    paragraphs(std::str::from_utf8(&xml).map_err(|_| BROKEN)?)
}

fn paragraphs(xml: &str) -> Result<String, Unreadable> {
    let mut reader = Reader::from_str(xml);
    let (mut text, mut written) = (String::new(), false);
    loop {
        match reader.read_event().map_err(|_| BROKEN)? {
            Event::DocType(_) => return Err(Unreadable::Entities),
            Event::Start(tag) if tag.local_name().as_ref() == "t" => written = true,
            Event::End(tag) if tag.local_name().as_ref() == "t" => written = false,
            Event::End(tag) if tag.local_name().as_ref() == "p" => text.push_str("\n\n"),
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "tab" => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                "p" => text.push_str("\n\n"),
                _ => {}
            },
            Event::Text(part) if written => text.push_str(&part.xml10_content()),
            Event::CData(part) if written => text.push_str(&part.xml10_content()),
            Event::GeneralRef(entity) if written => text.push_str(&known(&entity)?),
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

/// A character by its number, or one of the five that XML names.
fn known(entity: &quick_xml::events::BytesRef<'_>) -> Result<String, Unreadable> {
    if let Some(letter) = entity.resolve_char_ref().map_err(|_| BROKEN)? {
        return Ok(letter.to_string());
    }
    let name: &str = entity;
    let letter = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return Err(Unreadable::Entities),
    };
    Ok(letter.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn document(xml: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive
            .start_file("word/document.xml", SimpleFileOptions::default())
            .unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn paragraphs_are_read() {
        let xml = "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>She said</w:t></w:r><w:r><w:t xml:space=\"preserve\"> &amp; asked.</w:t></w:r></w:p><w:p><w:r><w:t>“Two”&#33;</w:t></w:r></w:p></w:document>";
        assert_eq!(
            read("a.docx", &document(xml)),
            Ok("She said & asked.\n\n“Two”!\n\n".to_owned())
        );
    }

    #[test]
    fn entities_of_its_own_are_refused() {
        let xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:p><w:t>&e;</w:t></w:p></w:document>";
        assert_eq!(read("a.docx", &document(xml)), Err(Unreadable::Entities));
    }

    #[test]
    fn an_archive_that_unpacks_to_more_than_is_read_is_refused() {
        let bomb = document(&" ".repeat(MOST + 1));
        assert!(bomb.len() < 100_000, "{}", bomb.len());
        assert_eq!(read("a.docx", &bomb), Err(Unreadable::TooLarge));
    }

    #[test]
    fn what_is_no_document_is_refused() {
        assert_eq!(read("a.docx", b"words"), Err(BROKEN));
        assert_eq!(read("a.docx", b"PK\x03\x04 and no more"), Err(BROKEN));
        assert_eq!(read("a.txt", b"%PDF-1.7"), Err(Unreadable::Pdf));
        assert_eq!(read("a.txt", b"caf\xe9"), Err(Unreadable::NotUtf8(3)));
        assert_eq!(read("a.txt", b" \n"), Err(Unreadable::Empty));
        assert_eq!(read("a.txt", &vec![b'a'; 50_000_000]), Err(Unreadable::TooLarge));
    }
}
