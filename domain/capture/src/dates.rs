//! Days and periods of a text, resolved against the day on which it was published.

mod beside;
mod reader;
mod resolve;

use crate::found::Dated;
use crate::token::Tokens;
use jiff::civil::Date;
use reader::Reader;

/// The dates of a text.
#[derive(Default)]
pub struct Dates {
    /// In order.
    pub all: Vec<Found>,
    at: Vec<u32>,
}

/// A date with its tokens.
pub struct Found {
    /// The first token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// What it is, if that is known.
    pub value: Option<String>,
    /// The rule.
    pub why: String,
}

impl Dates {
    /// Reads the dates of a text.
    pub fn of(tokens: &Tokens<'_>, published: Option<Date>) -> Self {
        let mut dates = Dates {
            all: Vec::new(),
            at: vec![0; tokens.all.len() + 1],
        };
        let reader = Reader { tokens, published };
        let mut at = 0;
        while at < tokens.all.len() {
            match reader.at(at) {
                Some(found) => {
                    at = found.to;
                    dates.all.push(found);
                    let number = u32::try_from(dates.all.len()).unwrap_or(0);
                    if let Some(last) = dates.all.last() {
                        dates.at[last.from..last.to].fill(number);
                    }
                }
                None => at += 1,
            }
        }
        dates
    }

    /// The number of the date that a token is part of.
    pub fn at(&self, token: usize) -> Option<usize> {
        usize::try_from(*self.at.get(token)?).ok()?.checked_sub(1)
    }

    /// As they are told.
    pub fn told(&self, tokens: &Tokens<'_>) -> Vec<Dated> {
        let told = |found: &Found| Dated {
            text: tokens.slice(found.from, found.to).to_owned(),
            date: found.value.clone(),
            start: tokens.all[found.from].from,
            end: tokens.all[found.to - 1].to,
            why: found.why.clone(),
        };
        self.all.iter().map(told).collect()
    }
}
