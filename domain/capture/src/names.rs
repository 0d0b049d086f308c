//! Who and what a text names: people, organisations and places, and where each of them stands again.

mod run;

use crate::token::{Kind, Tokens};
use crate::words::{country_of, is_country_word, kind};
use run::{Run, inner_capitals};
use std::collections::BTreeMap;

/// Whom or what a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A person, by number.
    Person(usize),
    /// An organisation, by number.
    Body(usize),
    /// A place, by number.
    Site(usize),
    /// A post alone, as in *the Prime Minister*.
    Post,
    /// A name of which nothing is known.
    Unknown,
}

/// A name where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// The first token, titles not included.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// The first token of the titles before it.
    pub titles: usize,
    /// Whom it names.
    pub of: Of,
}

/// She or he, where the text says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Mrs, queen, she.
    Woman,
    /// Mr, king, he.
    Man,
}

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    /// The fullest form.
    pub name: String,
    /// Its words in small letters.
    pub words: Vec<String>,
    /// The post, in the text's words.
    pub post: Option<String>,
    /// Its organisation.
    pub organisation: Option<String>,
    /// If known.
    pub gender: Option<Gender>,
    /// The first mention's tokens.
    pub first: (usize, usize),
    /// What makes it a person, if anything yet.
    pub why: Option<String>,
}

/// An organisation or a place.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its name.
    pub name: String,
    /// Its short form.
    pub short: Option<String>,
    /// The first mention's tokens.
    pub first: (usize, usize),
    /// What makes it one.
    pub why: String,
}

/// All names of a text.
#[derive(Default)]
pub struct Names {
    /// In order of the text.
    pub mentions: Vec<Mention>,
    /// For each token the mention that it is part of, titles included, counted from 1.
    at: Vec<u32>,
    /// People.
    pub people: Vec<Person>,
    /// Organisations.
    pub bodies: Vec<Thing>,
    /// Places.
    pub sites: Vec<Thing>,
    by_word: BTreeMap<String, usize>,
    body_by_name: BTreeMap<String, usize>,
    site_by_name: BTreeMap<String, usize>,
}

impl Names {
    /// Reads the names of a text.
    pub fn of(tokens: &Tokens<'_>) -> Self {
        let inner = inner_capitals(tokens);
        let mut names = Names {
            at: vec![0; tokens.all.len() + 1],
            ..Names::default()
        };
        let mut at = 0;
        while at < tokens.all.len() {
            let run = Run::at(tokens, at, &inner);
            match run {
                Some(run) => {
                    names.classify(tokens, run);
                    at = run.to;
                }
                None => at += 1,
            }
        }
        names
    }

    /// The mention that a token is part of.
    pub fn mention(&self, at: usize) -> Option<&Mention> {
        let number = usize::try_from(*self.at.get(at)?).ok()?;
        self.mentions.get(number.checked_sub(1)?)
    }

    /// The name of whom or what a mention names; none of a post or of what is not known.
    pub fn name(&self, of: Of) -> Option<&str> {
        match of {
            Of::Person(at) => Some(&self.people[at].name),
            Of::Body(at) => Some(&self.bodies[at].name),
            Of::Site(at) => Some(&self.sites[at].name),
            Of::Post | Of::Unknown => None,
        }
    }

    fn classify(&mut self, tokens: &Tokens<'_>, run: Run) {
        let name = run.name(tokens);
        let of = self.decide(tokens, run, name);
        let mention = Mention {
            from: if of == Of::Post { run.from } else { name },
            to: run.to,
            titles: run.from,
            of,
        };
        self.mentions.push(mention);
        let number = u32::try_from(self.mentions.len()).unwrap_or(0);
        self.at[run.from..run.to].fill(number);
    }

    fn decide(&mut self, tokens: &Tokens<'_>, run: Run, name: usize) -> Of {
        if name == run.to {
            return Of::Post;
        }
        let titled = name > run.from;
        let after_post =
            run.from > 0 && tokens.lexeme(run.from - 1).is(kind::POST) && !tokens.is(run.from - 1, '.');
        if (name..run.to).any(|at| tokens.lexeme(at).is(kind::BODY) && tokens.capital(at)) && !titled {
            return self.body(tokens, run, "a word for a body in the name");
        }
        let written = tokens.slice(name, run.to);
        if !titled && is_acronym(written) && country_of(written).is_none() {
            return self.body(tokens, run, "letters of a short form for a name");
        }
        if !titled && (is_country_word(written) || country_of(written).is_some()) {
            return self.country(tokens, run, written);
        }
        if !titled && tokens.lexeme(run.to - 1).is(kind::SITE) && run.to - run.from > 1 {
            return self.site(tokens, written, run, "a word for a place");
        }
        if let Some(person) = self.known(tokens, name, run.to) {
            return Of::Person(person);
        }
        if titled || after_post {
            return self.new_person(
                tokens,
                name,
                run.to,
                Some("a post or a title before the name"),
                run,
            );
        }
        self.untitled(tokens, run, written)
    }

    fn untitled(&mut self, tokens: &Tokens<'_>, run: Run, written: &str) -> Of {
        if let Some(site) = self.site_by_name.get(&written.to_lowercase()) {
            return Of::Site(*site);
        }
        if let Some(why) = person_shown(tokens, run.to) {
            return self.new_person(tokens, run.from, run.to, Some(why), run);
        }
        let before = if run.from > 0 {
            tokens.word(run.from - 1)
        } else {
            ""
        };
        let single = run.to - run.from == 1;
        if matches!(before, "in" | "near" | "at") || (single && matches!(before, "from" | "to")) {
            return self.site(tokens, written, run, "a preposition of place before the name");
        }
        // "a spokesman for": of a body; "mayor of": of a place.
        if matches!(before, "for" | "at" | "of") && run.from > 1 && tokens.lexeme(run.from - 2).is(kind::POST)
        {
            let local = matches!(
                tokens.word(run.from - 2),
                "mayor" | "governor" | "king" | "queen" | "prince" | "sheriff"
            );
            if local || matches!(before, "of") && single {
                return self.site(tokens, written, run, "a post of a place before the name");
            }
            return self.body(tokens, run, "a post of it before the name");
        }
        if single {
            return Of::Unknown;
        }
        self.new_person(tokens, run.from, run.to, None, run)
    }

    /// The person of whom all these words are part of the name.
    fn known(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> Option<usize> {
        let mut words = (from..to)
            .filter(|at| tokens.kind(*at) == Kind::Word)
            .map(|at| tokens.word(at));
        let person = *self.by_word.get(words.clone().next_back()?)?;
        words
            .all(|word| self.people[person].words.iter().any(|known| known == word))
            .then_some(person)
    }

    fn new_person(&mut self, tokens: &Tokens<'_>, from: usize, to: usize, why: Option<&str>, run: Run) -> Of {
        let words: Vec<String> = (from..to)
            .filter(|at| tokens.kind(*at) == Kind::Word)
            .map(|at| tokens.word(at).to_owned())
            .collect();
        let gender = (run.from..from).find_map(|at| gender(tokens.word(at)));
        let fuller = words.iter().find_map(|word| {
            let known = *self.by_word.get(word)?;
            self.people[known]
                .words
                .iter()
                .all(|one| words.contains(one))
                .then_some(known)
        });
        let name = tokens
            .slice(from, to)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let number = fuller.unwrap_or(self.people.len());
        for word in words
            .iter()
            .filter(|word| !crate::words::lexeme(word).is(kind::PARTICLE))
        {
            self.by_word.insert(word.clone(), number);
        }
        match self.people.get_mut(number) {
            Some(known) => {
                (known.name, known.words) = (name, words);
                known.why = known.why.take().or(why.map(str::to_owned));
            }
            None => self.people.push(Person {
                name,
                words,
                post: None,
                organisation: None,
                gender,
                first: (from, to),
                why: why.map(str::to_owned),
            }),
        }
        Of::Person(number)
    }

    fn body(&mut self, tokens: &Tokens<'_>, run: Run, why: &str) -> Of {
        let name = tokens
            .slice(run.from, run.to)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let bracket = tokens.is(run.to, '(') && tokens.is(run.to + 2, ')');
        let short = bracket
            .then(|| tokens.written(run.to + 1))
            .filter(|short| is_acronym(short));
        let known = self.body_by_name.get(&name.to_lowercase()).copied();
        let number = known.unwrap_or_else(|| {
            let why = why.to_owned();
            self.bodies.push(Thing {
                name: name.clone(),
                short: None,
                first: (run.from, run.to),
                why,
            });
            self.bodies.len() - 1
        });
        self.body_by_name.insert(name.to_lowercase(), number);
        if let Some(short) = short {
            self.bodies[number].short = Some(short.to_owned());
            self.body_by_name.insert(short.to_lowercase(), number);
        }
        Of::Body(number)
    }

    /// A country; what is a country's names none by itself.
    fn country(&mut self, tokens: &Tokens<'_>, run: Run, written: &str) -> Of {
        if is_country_word(written) {
            self.site(tokens, written, run, "the list of countries")
        } else {
            Of::Unknown
        }
    }

    fn site(&mut self, tokens: &Tokens<'_>, written: &str, run: Run, why: &str) -> Of {
        let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = tokens;
        let sites = &mut self.sites;
        let number = *self.site_by_name.entry(name.to_lowercase()).or_insert_with(|| {
            sites.push(Thing {
                name,
                short: None,
                first: (run.from, run.to),
                why: why.to_owned(),
            });
            sites.len() - 1
        });
        Of::Site(number)
    }
}

/// What after a name shows that it is a person's.
fn person_shown(tokens: &Tokens<'_>, to: usize) -> Option<&'static str> {
    if tokens.is(to, ',') {
        let next = tokens.lexeme(to + 1);
        if tokens.kind(to + 1) == Kind::Number && tokens.is(to + 2, ',') && tokens.word(to + 1).len() <= 3 {
            return Some("an age after the name");
        }
        if matches!(tokens.word(to + 1), "who" | "whose") {
            return Some("\"who\" after the name");
        }
        let post = (to + 1..to + 9)
            .take_while(|at| {
                tokens.kind(*at) == Kind::Word
                    && !tokens.lexeme(*at).is(kind::PREPOSITION | kind::SUBORDINATOR)
            })
            .any(|at| tokens.lexeme(at).is(kind::POST) && !tokens.capital(at + 1));
        if post && !next.is_verb() {
            return Some("a post after the name");
        }
    }
    None
}

/// She or he by a title.
fn gender(word: &str) -> Option<Gender> {
    match word {
        "mr" | "sir" | "lord" | "king" | "prince" | "chairman" | "sheikh" | "spokesman" => Some(Gender::Man),
        "mrs" | "ms" | "miss" | "dame" | "lady" | "madam" | "madame" | "queen" | "princess"
        | "chairwoman" | "spokeswoman" => Some(Gender::Woman),
        _ => None,
    }
}

/// Whether a name is letters of words: two to six capitals.
pub fn is_acronym(written: &str) -> bool {
    let letters = written.chars().filter(|one| one.is_alphabetic()).count();
    (2..=6).contains(&letters)
        && written
            .chars()
            .all(|one| one.is_uppercase() || matches!(one, '.' | '-' | '&') || one.is_numeric())
}

impl Names {
    /// Whether a word in small letters is the short form of an organisation that a name has.
    pub fn is_short_of(&self, word: &str, organisation: Option<&str>) -> bool {
        let Some(organisation) = organisation else {
            return false;
        };
        let body = self.body_by_name.get(word).map(|at| &self.bodies[*at]);
        body.is_some_and(|body| organisation.contains(&body.name) || body.name.contains(organisation))
    }
}
