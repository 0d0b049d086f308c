//! Draws a sheet as an HTML fragment with govuk-frontend's class names; without style it reads in order all the same.
//!
//! The fragment is also well-formed XML. Nothing in it needs a script, a style attribute or another request.

use std::fmt::Write as _;

use crate::code::Code;
use crate::sheet::{Fact, Item, Proof, Section, Sheet};

/// The sheet as one `article`.
pub(crate) fn fragment(sheet: &Sheet) -> String {
    let mut page = Page(String::with_capacity(16 * 1024));
    page.raw(&format!(
        r#"<article class="placet-paper" lang="{}">"#,
        sheet.language
    ));
    if let Some(warning) = &sheet.warning {
        page.raw(r#"<div class="alarm placet-paper__warning"><strong>"#);
        page.text(warning);
        page.raw("</strong></div>");
    }
    if let Some(demonstration) = &sheet.demonstration {
        page.raw(r#"<div class="govuk-inset-text placet-paper__demonstration"><strong>"#);
        page.text(demonstration);
        page.raw("</strong></div>");
    }
    page.head(sheet);
    page.raw(r#"<div class="placet-paper__front"><dl class="govuk-summary-list">"#);
    for fact in &sheet.facts {
        page.fact(fact);
    }
    page.raw("</dl>");
    page.proof(&sheet.proof);
    page.raw("</div>");
    for section in &sheet.sections {
        page.section(section);
    }
    page.raw("</article>");
    page.0
}

/// The code as a picture with a text alternative.
pub(crate) fn code_picture(code: &Code, alternative: &str) -> String {
    let mut label = Page(String::new());
    label.text(alternative);
    // The attributes give a size of four CSS pixels per module where no style sheet does.
    let edge = code.edge * 4;
    code.svg(&format!(
        r#" class="placet-code" role="img" aria-label="{}" width="{edge}" height="{edge}""#,
        label.0
    ))
}

/// The text of a page so far.
struct Page(String);

impl Page {
    /// Markup of our own.
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// A text by someone else, safe in an element and in a quoted attribute.
    fn text(&mut self, text: &str) {
        for one in text.chars() {
            match one {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                other => self.0.push(other),
            }
        }
    }

    /// An element of our own around a text by someone else.
    fn element(&mut self, name: &str, class: &str, text: &str) {
        // Writing to a String cannot fail.
        let _ = write!(self.0, r#"<{name} class="{class}">"#);
        self.text(text);
        let _ = write!(self.0, "</{name}>");
    }

    fn head(&mut self, sheet: &Sheet) {
        self.element(
            "p",
            "placet-paper__issuer",
            &format!("{} · {}", sheet.issuer, sheet.rulebook),
        );
        let kind = format!("{} {}", sheet.kind, sheet.reference.lines.join(" "));
        self.element("span", "govuk-caption-l", &kind);
        self.element("h1", "govuk-heading-l", &sheet.title);
        let tone = match sheet.tone {
            "good" => "ok",
            "bad" => "bad",
            _ => "wait",
        };
        self.raw("<p class=\"placet-paper__status\">");
        self.element("strong", &format!("govuk-tag govuk-tag--{tone}"), &sheet.status);
        self.raw("</p>");
    }

    fn fact(&mut self, fact: &Fact) {
        self.raw(r#"<div class="govuk-summary-list__row">"#);
        self.element("dt", "govuk-summary-list__key", &fact.label);
        self.raw(r#"<dd class="govuk-summary-list__value">"#);
        self.broken(&fact.lines);
        self.raw("</dd></div>");
    }

    fn broken(&mut self, lines: &[String]) {
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                self.raw("<br/>");
            }
            self.text(line);
        }
    }

    fn proof(&mut self, proof: &Proof) {
        if proof.is_empty() {
            return;
        }
        self.raw(r#"<section class="placet-paper__proof">"#);
        self.element("h2", "govuk-heading-s", &proof.heading);
        if let Some(code) = &proof.code {
            let picture = code_picture(code, &proof.alternative);
            self.raw(&picture);
        }
        self.element("p", "govuk-body-s", &proof.how);
        self.raw(r#"<p class="govuk-body-s placet-paper__address">"#);
        if proof.linked {
            self.raw(r#"<a class="govuk-link" href=""#);
            self.text(&proof.address);
            self.raw(r#"">"#);
            self.text(&proof.address);
            self.raw("</a>");
        } else {
            self.text(&proof.address);
        }
        self.raw("</p>");
        for note in &proof.notes {
            self.element("p", "govuk-body-s placet-paper__proof-note", note);
        }
        self.raw("</section>");
    }

    fn section(&mut self, section: &Section) {
        let (Section::Table { heading, .. }
        | Section::Numbered { heading, .. }
        | Section::Prose { heading, .. }
        | Section::Lines { heading, .. }) = section;
        self.element("h2", "govuk-heading-m", heading);
        match section {
            Section::Table { columns, rows, .. } => self.table(columns, rows),
            Section::Numbered { items, .. } => self.numbered(items),
            Section::Prose { paragraphs, .. } => {
                for paragraph in paragraphs {
                    self.element("p", "govuk-body", paragraph);
                }
            }
            Section::Lines { lines, .. } => {
                self.raw(r#"<ol class="govuk-list placet-paper__reckoning">"#);
                for line in lines {
                    self.element("li", "placet-paper__step", line);
                }
                self.raw("</ol>");
            }
        }
    }

    /// Each cell repeats its column's head, so that a narrow page can stack the rows.
    fn table(&mut self, columns: &[String], rows: &[Vec<String>]) {
        self.raw(r#"<table class="govuk-table placet-stacked"><thead class="govuk-table__head"><tr class="govuk-table__row">"#);
        for column in columns {
            self.raw(r#"<th scope="col" class="govuk-table__header">"#);
            self.text(column);
            self.raw("</th>");
        }
        self.raw(r#"</tr></thead><tbody class="govuk-table__body">"#);
        for row in rows {
            self.raw(r#"<tr class="govuk-table__row">"#);
            for (place, (column, cell)) in columns.iter().zip(row).enumerate() {
                let (open, close) = if place == 0 {
                    (
                        r#"<th scope="row" class="govuk-table__header" data-label=""#,
                        "</th>",
                    )
                } else {
                    (r#"<td class="govuk-table__cell" data-label=""#, "</td>")
                };
                self.raw(open);
                self.text(column);
                self.raw("\">");
                self.text(cell);
                self.raw(close);
            }
            self.raw("</tr>");
        }
        self.raw("</tbody></table>");
    }

    /// The numbers are part of the permit's text, so the list does not count by itself.
    fn numbered(&mut self, items: &[Item]) {
        self.raw(r#"<ol class="govuk-list placet-paper__conditions">"#);
        for item in items {
            self.raw(r#"<li class="placet-paper__condition">"#);
            self.element("strong", "placet-paper__number", &item.number);
            self.raw(r#" <span class="placet-paper__demand">"#);
            self.broken(&item.lines);
            self.raw("</span>");
            self.raw(" ");
            self.element("span", "govuk-hint placet-paper__note", &item.note);
            self.raw("</li>");
        }
        self.raw("</ol>");
    }
}
