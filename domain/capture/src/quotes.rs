//! Which parts of a text stand in quotation marks, in all their forms.

use crate::token::{Kind, Tokens};

/// What stands between two marks; over several paragraphs if each of them opens again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The token of the first opening mark.
    pub open: usize,
    /// The token of the closing mark, or the one after the last if it was never closed.
    pub close: usize,
}

/// The outermost quotations in order.
pub fn quotes(tokens: &Tokens<'_>) -> Vec<Quote> {
    let ends = apostrophes(tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        match closing(tokens, at).and_then(|mark| end(tokens, at, mark, &ends)) {
            Some(close) => {
                found.push(Quote { open: at, close });
                at = close + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// The mark that closes what the token opens, if it opens anything.
fn closing(tokens: &Tokens<'_>, at: usize) -> Option<char> {
    let token = tokens.all.get(at)?;
    let Kind::Mark(mark) = token.kind else { return None };
    let touches = tokens.all.get(at + 1).is_some_and(|next| !next.spaced);
    match mark {
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '»' if touches && token.spaced => Some('«'),
        '‹' => Some('›'),
        '「' => Some('」'),
        '『' => Some('』'),
        '"' | '＂' if touches => Some(mark),
        '‘' if touches => Some('’'),
        '\'' if touches && token.spaced => Some('\''),
        _ => None,
    }
}

/// Where the quotation that opens at a token ends. A paragraph that ends within it goes on only where the next one opens again.
fn end(tokens: &Tokens<'_>, open: usize, mark: char, ends: &Apostrophes) -> Option<usize> {
    if matches!(mark, '’' | '\'') {
        return ends.after(open, mark);
    }
    let opened = tokens.kind(open);
    let mut at = open + 1;
    while at < tokens.all.len() {
        let again = tokens.kind(at) == opened;
        if tokens.all[at].begins_paragraph && !again {
            break;
        }
        if !tokens.all[at].begins_paragraph {
            let is_end = tokens.is(at, mark) || (mark == '“' && tokens.is(at, '”'));
            if is_end {
                return Some(at);
            }
            if again {
                return None;
            }
        }
        at += 1;
    }
    Some(at)
        .filter(|_| matches!(mark, '”' | '"' | '»'))
        .filter(|at| at - open > 3)
        .map(|at| at.min(tokens.all.len()))
}

/// For each token the next single mark of its paragraph that can close a quotation: an apostrophe looks the same.
struct Apostrophes {
    sure: Vec<[usize; 2]>,
    any: Vec<[usize; 2]>,
}

const NONE: usize = usize::MAX;

fn column(mark: char) -> usize {
    usize::from(mark == '\'')
}

fn apostrophes(tokens: &Tokens<'_>) -> Apostrophes {
    let count = tokens.all.len();
    let mut ends = Apostrophes {
        sure: vec![[NONE; 2]; count + 1],
        any: vec![[NONE; 2]; count + 1],
    };
    for at in (0..count).rev() {
        let next = tokens.all.get(at + 1).is_some_and(|next| next.begins_paragraph);
        let keep = |from: &Vec<[usize; 2]>| if next { [NONE; 2] } else { from[at + 1] };
        (ends.sure[at], ends.any[at]) = (keep(&ends.sure), keep(&ends.any));
        let mark = match tokens.written(at) {
            "’" => '’',
            "'" => '\'',
            _ => continue,
        };
        let after = tokens
            .all
            .get(at + 1)
            .is_none_or(|next| next.spaced || !matches!(next.kind, Kind::Word | Kind::Number));
        let ended = at > 0 && matches!(tokens.kind(at - 1), Kind::Mark(',' | '.' | '?' | '!' | '…'));
        let attached = tokens.all.get(at).is_some_and(|token| !token.spaced);
        if after && attached {
            ends.any[at][column(mark)] = at;
            if ended
                || tokens
                    .all
                    .get(at + 1)
                    .is_none_or(|next| !matches!(next.kind, Kind::Word))
            {
                ends.sure[at][column(mark)] = at;
            }
        }
    }
    ends
}

impl Apostrophes {
    fn after(&self, open: usize, mark: char) -> Option<usize> {
        let column = column(mark);
        let next =
            |list: &Vec<[usize; 2]>| list.get(open + 1).map(|row| row[column]).filter(|at| *at != NONE);
        next(&self.sure).or_else(|| next(&self.any))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let tokens = Tokens::of(text);
        let found: Vec<_> = quotes(&tokens)
            .iter()
            .map(|quote| tokens.slice(quote.open + 1, quote.close))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn every_form_of_marks_is_known() {
        check(
            "“One.” \"Two\" ‘Three’ 'Four,' «Five» „Six“ „Seven” 「八」",
            &["One.", "Two", "Three", "Four,", "Five", "Six", "Seven", "八"],
        );
    }

    #[test]
    fn an_apostrophe_ends_nothing() {
        check(
            "‘We don’t know the farmers’ plans,’ he said. It’s Mary’s.",
            &["We don’t know the farmers’ plans,"],
        );
    }

    #[test]
    fn a_quotation_goes_on_where_the_next_paragraph_opens_again() {
        check("“One.\n\n“Two,” he said.", &["One.\n\n“Two,"]);
        check(
            "“One and two and three.\n\nTwo,” he said.",
            &["One and two and three."],
        );
    }
}
