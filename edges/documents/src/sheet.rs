//! A paper composed but not yet drawn: what stands where, in order, in the reader's language.
//!
//! Both drawings (Typst, HTML) read this and nothing else, so the twins cannot say different things.

use serde::Serialize;

use crate::code::Code;
use crate::paper::{Language, PaperFault, Stamp, Standing};

/// A whole paper.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// BCP 47 tag of the language.
    pub(crate) language: &'static str,
    /// What the paper is called in a list of files.
    pub(crate) document_title: String,
    /// Who issued it, at the head.
    pub(crate) issuer: String,
    /// Under whose rules, at the head.
    pub(crate) rulebook: String,
    /// The sentence that says not to rely on it.
    pub(crate) warning: Option<String>,
    /// The sentence that marks a demonstration.
    pub(crate) demonstration: Option<String>,
    /// What kind of paper it is.
    pub(crate) kind: String,
    /// The reference with its label.
    pub(crate) reference: Fact,
    /// How it stands, in a word.
    pub(crate) status: String,
    /// The colour of that word: `good`, `open` or `bad`.
    pub(crate) tone: &'static str,
    /// The event's title.
    pub(crate) title: String,
    /// Who, what, where, when.
    pub(crate) facts: Vec<Fact>,
    /// How to verify the paper.
    pub(crate) proof: Proof,
    /// What follows.
    pub(crate) sections: Vec<Section>,
    /// The paper's own date; bound to the PDF's data, not printed.
    #[serde(skip)]
    pub(crate) stamp: Stamp,
}

/// A label and what stands by it, line by line.
#[derive(Debug, Serialize)]
pub(crate) struct Fact {
    pub(crate) label: String,
    pub(crate) lines: Vec<String>,
}

/// How to verify a paper.
#[derive(Debug, Serialize)]
pub(crate) struct Proof {
    pub(crate) heading: String,
    pub(crate) how: String,
    pub(crate) address: String,
    /// Whether the address can be followed as a link.
    pub(crate) linked: bool,
    /// Who issued the paper and when; as of which checkpoint it is proven.
    pub(crate) notes: Vec<String>,
    /// What is said for the code when it cannot be seen.
    pub(crate) alternative: String,
    #[serde(flatten)]
    pub(crate) code: Option<Code>,
}

/// A part of a paper under its own heading.
#[derive(Debug, Serialize)]
#[serde(tag = "shape", rename_all = "lowercase")]
pub(crate) enum Section {
    /// Rows under column heads; every row has as many cells as there are columns.
    Table {
        heading: String,
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    /// Numbered demands, each with a note on when and whose.
    Numbered { heading: String, items: Vec<Item> },
    /// Paragraphs.
    Prose {
        heading: String,
        paragraphs: Vec<String>,
    },
    /// Lines of arithmetic.
    Lines { heading: String, lines: Vec<String> },
}

/// One numbered demand.
#[derive(Debug, Serialize)]
pub(crate) struct Item {
    pub(crate) number: String,
    pub(crate) lines: Vec<String>,
    pub(crate) note: String,
}

impl Fact {
    /// A fact with one text, which may have several lines.
    pub(crate) fn of(label: String, text: &str) -> Self {
        Self {
            label,
            lines: lines(text),
        }
    }

    /// A fact with several texts.
    pub(crate) fn of_all(label: String, texts: &[String]) -> Self {
        Self {
            label,
            lines: texts.iter().flat_map(|text| lines(text)).collect(),
        }
    }
}

/// What every paper carries, given once by both compositions.
pub(crate) struct Head<'a> {
    pub(crate) language: Language,
    pub(crate) kind: String,
    pub(crate) issuer: &'a str,
    pub(crate) rulebook: &'a str,
    pub(crate) reference: Fact,
    pub(crate) title: &'a str,
    pub(crate) status: &'a str,
    pub(crate) standing: Standing,
    pub(crate) warning: Option<&'a str>,
    pub(crate) demonstration: Option<String>,
    pub(crate) stamp: Stamp,
}

impl Head<'_> {
    /// The sheet under this head.
    pub(crate) fn over(self, facts: Vec<Fact>, proof: Proof, sections: Vec<Section>) -> Sheet {
        // A heading must say something, also where nobody gave the event a title.
        let title = Some(line(self.title)).filter(|title| says_something(title));
        let title = title.unwrap_or_else(|| self.kind.clone());
        Sheet {
            language: self.language.tag(),
            document_title: format!("{} {} – {title}", self.kind, self.reference.lines.join(" ")),
            issuer: line(self.issuer),
            rulebook: line(self.rulebook),
            warning: self.warning.map(line),
            demonstration: self.demonstration,
            kind: self.kind,
            reference: self.reference,
            status: line(self.status),
            tone: match self.standing {
                Standing::Good => "good",
                Standing::Open => "open",
                Standing::Bad => "bad",
            },
            title,
            facts: facts.into_iter().filter(|fact| !fact.lines.is_empty()).collect(),
            proof,
            sections,
            stamp: self.stamp,
        }
    }
}

impl Proof {
    /// The proof of a paper; without a text there is no code.
    pub(crate) fn new<const NOTES: usize>(
        labels: [String; 3],
        address: &str,
        notes: [&str; NOTES],
        text: Option<&str>,
    ) -> Result<Self, PaperFault> {
        let [heading, how, alternative] = labels;
        let address = line(address);
        Ok(Self {
            heading,
            how,
            linked: address.starts_with("https://") || address.starts_with("http://"),
            address,
            notes: notes.into_iter().flat_map(lines).collect(),
            alternative,
            code: text.map(Code::of).transpose()?,
        })
    }

    /// Whether there is nothing to verify the paper by: then nothing is said of verifying.
    pub(crate) fn is_empty(&self) -> bool {
        self.code.is_none() && self.address.is_empty()
    }
}

/// A text as its lines, cleaned; empty lines are dropped.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(line).filter(|line| !line.is_empty()).collect()
}

/// A text as one line, without what could make a paper read otherwise than it is written.
pub(crate) fn line(text: &str) -> String {
    let spaced = text.chars().map(|one| {
        if one.is_whitespace() && one != '\u{3000}' {
            ' '
        } else {
            one
        }
    });
    let kept: String = spaced.filter(|one| !act::disturbs_a_line(*one)).collect();
    kept.trim().to_owned()
}

fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_reorder_or_hide_what_a_paper_says() {
        fn check(text: &str, expect: &str) {
            assert_eq!(line(text), expect, "{text:?}");
        }
        check("granted\u{202e}desufer", "granteddesufer");
        check("a\u{0}b\u{1b}[31m", "ab[31m");
        check("a\u{ad}b\u{2060}\u{200f}", "ab");
        check(" two\tlines\n", "two lines");
        check("ភ្នំពេញ\u{200b}ក្រុង", "ភ្នំពេញ\u{200b}ក្រុង");
        check("東京\u{3000}花火", "東京\u{3000}花火");
    }
}
