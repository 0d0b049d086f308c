//! Draws a sheet as a PDF with Typst: a world of two files and a few fonts, without disk, network, packages or clock.
//!
//! What people wrote reaches Typst as JSON that the template reads, never as markup: there is nothing to escape and nothing to
//! inject into.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::fonts::{SHELF, is_printable, is_unseen};
use crate::paper::{PaperFault, Stamp};
use crate::sheet::Sheet;

/// What one drawing needs and all drawings share; made at the first paper, so that a server that prints none does not pay.
struct Press {
    library: LazyHash<Library>,
    template: Source,
    data: FileId,
    code: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let template = Source::new(file("sheet.typ"), include_str!("sheet.typ").to_owned());
    Press {
        library: LazyHash::new(Library::default()),
        template,
        data: file("sheet.json"),
        code: file("code.svg"),
    }
});

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain file name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Everything that a drawing can see.
struct Desk {
    data: Bytes,
    code: Option<Bytes>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        PRESS.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == PRESS.template.id() {
            Ok(PRESS.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match &self.code {
            _ if id == PRESS.data => Ok(self.data.clone()),
            Some(code) if id == PRESS.code => Ok(code.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The sheet as a PDF/UA-1 document.
///
/// # Errors
/// [`PaperFault::NoSuchMoment`], [`PaperFault::Typesetting`].
pub(crate) fn pdf(sheet: &Sheet) -> Result<Vec<u8>, PaperFault> {
    let options = PdfOptions {
        ident: Smart::Custom(sheet.document_title.clone()),
        creator: Smart::Custom(None),
        timestamp: Some(Timestamp::new_utc(moment(sheet.stamp)?)),
        standards: PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|fault| PaperFault::Typesetting(fault.message().to_string()))?,
        ..PdfOptions::default()
    };
    let drawn = draw(sheet)
        .and_then(|document| typst_pdf::pdf(&document, &options).map_err(|faults| refused(&faults)));
    // Typst remembers every step of every document until told otherwise; a server would grow with each paper.
    typst::comemo::evict(1);
    drawn
}

fn draw(sheet: &Sheet) -> Result<PagedDocument, PaperFault> {
    let data = serde_json::to_string(sheet).map_err(|fault| PaperFault::Typesetting(fault.to_string()))?;
    let desk = Desk {
        data: Bytes::from_string(printable(&data)),
        code: sheet
            .proof
            .code
            .as_ref()
            .map(|code| Bytes::from_string(code.svg(""))),
    };
    typst::compile(&desk).output.map_err(|faults| refused(&faults))
}

fn refused(faults: &[SourceDiagnostic]) -> PaperFault {
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    PaperFault::Typesetting(messages.join("\n"))
}

fn moment(stamp: Stamp) -> Result<Datetime, PaperFault> {
    let Stamp {
        year,
        month,
        day,
        hour,
        minute,
        second,
    } = stamp;
    Datetime::from_ymd_hms(year, month, day, hour, minute, second).ok_or(PaperFault::NoSuchMoment(stamp))
}

/// The text with a replacement mark for each character that no font has. PDF/UA forbids empty boxes, and a name in a script
/// that no font here has must not keep a permit from being issued: [`missing`](crate::missing) names such characters
/// beforehand, and the HTML twin shows them as written.
fn printable(text: &str) -> String {
    let printed = |one| if is_printable(one) { one } else { '\u{fffd}' };
    text.chars().filter(|one| !is_unseen(*one)).map(printed).collect()
}

#[cfg(test)]
mod tests {
    use typst::layout::{Frame, FrameItem};

    use super::*;
    use crate::paper::{Language, Standing};
    use crate::sheet::{Fact, Head, Proof, Section};

    const STAMP: Stamp = Stamp {
        year: 2023,
        month: 11,
        day: 19,
        hour: 0,
        minute: 0,
        second: 0,
    };

    fn sheet(language: Language, text: &str) -> Sheet {
        let own = || text.to_owned();
        let head = Head {
            language,
            kind: own(),
            issuer: text,
            rulebook: text,
            reference: Fact::of(own(), text),
            title: text,
            status: text,
            standing: Standing::Open,
            warning: Some(text),
            demonstration: Some(own()),
            stamp: STAMP,
        };
        let rows = vec![vec![own(), own(), own()]];
        let table = Section::Table {
            heading: own(),
            columns: vec![own(), own(), own()],
            rows,
        };
        let proof = Proof::new([own(), own(), own()], text, [text], Some("PLACET1:A")).expect("a proof");
        head.over(vec![Fact::of(own(), text)], proof, vec![table])
    }

    fn collect(frame: &Frame, into: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, into),
                FrameItem::Text(text) => into.push_str(&text.text),
                _ => {}
            }
        }
    }

    fn printed(sheet: &Sheet) -> String {
        let mut text = String::new();
        for page in draw(sheet).expect("a document").pages() {
            collect(&page.frame, &mut text);
        }
        text.chars().filter(|one| !one.is_whitespace()).collect()
    }

    #[test]
    fn what_people_wrote_is_printed_as_written() {
        fn check(text: &str) {
            let expect: String = text.chars().filter(|one| !one.is_whitespace()).collect();
            let found = printed(&sheet(Language::English, text));
            // Head, reference twice over, demonstration, title, status, fact twice, proof, table: all of them.
            assert!(found.matches(&expect).count() >= 10, "{expect} in {found}");
        }
        check("#panic(\"x\")");
        check("*a* _b_ $c$ @d `e` \\f <g> // h /* i */ = j");
        check("#sys.inputs #read(\"/etc/passwd\") ---");
        check("{\"title\": \"]\"}");
        check("花火大会");
    }

    #[test]
    fn no_warning_says_that_the_template_is_wrong() {
        let sheet = sheet(Language::Japanese, "花火");
        let data = serde_json::to_string(&sheet).expect("data");
        let code = sheet
            .proof
            .code
            .as_ref()
            .map(|code| Bytes::from_string(code.svg("")));
        let warned = typst::compile::<PagedDocument>(&Desk {
            data: Bytes::from_string(data),
            code,
        });
        assert!(warned.warnings.is_empty(), "{:?}", warned.warnings);
    }

    #[test]
    fn a_character_without_a_glyph_becomes_a_mark_and_signs_of_khmer_stay() {
        assert_eq!(
            printable("한 𠮷 a\u{fe0f} ក្រុង\u{200b}ភ្នំ 髙﨑"),
            "\u{fffd} \u{fffd} a ក្រុង\u{200b}ភ្នំ 髙﨑"
        );
    }

    #[test]
    fn the_world_of_a_paper_ends_at_its_own_files() {
        let desk = Desk {
            data: Bytes::from_string("{}"),
            code: None,
        };
        for name in ["other.typ", "code.svg", "etc/passwd"] {
            assert_eq!(desk.file(file(name)), Err(FileError::AccessDenied));
            assert_eq!(desk.source(file(name)).err(), Some(FileError::AccessDenied));
        }
        assert_eq!(desk.today(None), None);
    }
}
