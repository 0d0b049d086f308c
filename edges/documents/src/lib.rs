//! The papers that an authority hands out: the permit and the decision notice, as PDF and as its HTML twin; and those that people take
//! along, as PDF: the case file, and the brief before a meeting.
//!
//! A paper is composed once, as a [`sheet`], from plain data and from labels that the caller brings (this crate holds no
//! sentence of its own). The sheet is then drawn twice: by Typst with fonts that are at hand, and as an HTML fragment. The twin is no
//! courtesy: readers extract Khmer wrongly from every PDF, so the text that can be copied and searched is the HTML one.
//!
//! Drawing a PDF takes tens of milliseconds of CPU: a server calls it off its asynchronous threads.

mod brief;
mod case_file;
mod code;
mod decision_notice;
mod fonts;
mod html;
mod labels;
mod paper;
mod permit;
mod sheet;
mod typeset;

pub use fonts::{Fonts, missing};
pub use labels::{LABELS, Labels};
pub use paper::{
    Brief, BriefLine, BriefSection, CaseFile, Condition, Decision, DecisionNotice, Happening, Language,
    PaperFault, Permit, Stamp, Standing,
};

/// The permit as a PDF: tagged (PDF/UA-1), with language and title; the same permit and labels give the same bytes.
///
/// # Errors
/// [`PaperFault::CodeTooLong`] when no QR code can hold the text; [`PaperFault::Typesetting`] when Typst refuses the sheet.
pub fn permit_pdf(permit: &Permit, labels: &Labels<'_>) -> Result<Vec<u8>, PaperFault> {
    typeset::pdf(&permit::compose(permit, labels)?)
}

/// The decision notice as a PDF, as [`permit_pdf`] makes it.
///
/// # Errors
/// As [`permit_pdf`].
pub fn decision_notice_pdf(notice: &DecisionNotice, labels: &Labels<'_>) -> Result<Vec<u8>, PaperFault> {
    typeset::pdf(&decision_notice::compose(notice, labels)?)
}

/// The case file as a PDF, as [`permit_pdf`] makes it. Its text can be copied from the pages of the case.
///
/// # Errors
/// As [`permit_pdf`].
pub fn case_file_pdf(file: &CaseFile, labels: &Labels<'_>) -> Result<Vec<u8>, PaperFault> {
    typeset::pdf(&case_file::compose(file, labels)?)
}

/// The brief as a PDF, as [`permit_pdf`] makes it. Its text can be copied from its page.
///
/// # Errors
/// As [`permit_pdf`].
pub fn brief_pdf(brief: &Brief, labels: &Labels<'_>) -> Result<Vec<u8>, PaperFault> {
    typeset::pdf(&brief::compose(brief, labels)?)
}

/// The permit as an HTML fragment (one `article`) with the QR code drawn inline; every text is escaped.
///
/// # Errors
/// [`PaperFault::CodeTooLong`] when no QR code can hold the text.
pub fn permit_html(permit: &Permit, labels: &Labels<'_>) -> Result<String, PaperFault> {
    Ok(html::fragment(&permit::compose(permit, labels)?))
}

/// The decision notice as an HTML fragment, as [`permit_html`] makes it.
///
/// # Errors
/// As [`permit_html`].
pub fn decision_notice_html(notice: &DecisionNotice, labels: &Labels<'_>) -> Result<String, PaperFault> {
    Ok(html::fragment(&decision_notice::compose(notice, labels)?))
}

/// A text as an inline SVG of its QR code, quiet zone included, for pages that show the code alone.
///
/// `alternative` is what a screen reader says instead of the picture.
///
/// # Errors
/// [`PaperFault::CodeTooLong`] when no QR code can hold the text.
pub fn code_svg(text: &str, alternative: &str) -> Result<String, PaperFault> {
    Ok(html::code_picture(&code::Code::of(text)?, alternative))
}
