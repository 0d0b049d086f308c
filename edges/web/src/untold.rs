//! What the public is told of an application and what it is not, in words: fields, from when each is public, and by which rule one is
//! withheld.

use crate::Text;
use crate::wording::{Why, reason};
use clearance::Untold;
use rulebook::{Field, Publicity, Rulebook};

/// What a field is called: an answer by its question.
pub(crate) fn field_name(t: Text, rulebook: Option<&Rulebook>, field: &Field) -> String {
    if let Field::Answer(input) = field {
        let asked = rulebook.and_then(|rulebook| rulebook.input(input));
        let question = asked.map(|input| input.question.in_language(t.language().tag()));
        return question.unwrap_or(input).to_owned();
    }
    t.get(&format!("public-{}", field.name())).into_owned()
}

/// From when something is public, or after which end it stays so, by its name in a rulebook.
pub(crate) fn public_since(t: Text, name: &str) -> String {
    let id = format!("public-since-{name}");
    if t.has(&id) {
        t.get(&id).into_owned()
    } else {
        name.to_owned()
    }
}

/// What stands in the place of what is not told.
pub(crate) fn in_its_place(t: Text, untold: &Untold) -> String {
    let id = match untold {
        Untold::Rule(rule) if rule.until_over => "withheld-until-over",
        Untold::Later { since, .. } => return public_since(t, since.name()),
        Untold::Rule(_) | Untold::Never { .. } => "withheld-always",
    };
    t.get(id).into_owned()
}

/// What of an application will be public once it is handed in, field by field; nothing where its rulebook does not say.
pub(crate) fn will_be(t: Text, rulebook: &Rulebook, public: Option<&Publicity>) -> Vec<(String, String)> {
    let Some(public) = public else { return vec![] };
    let field = |field: &Field| {
        let since = public.term(field);
        let words = since.map_or_else(
            || t.get("public-never").into_owned(),
            |since| public_since(t, &since),
        );
        (field_name(t, Some(rulebook), field), words)
    };
    public.shows.keys().map(field).collect()
}

/// Something that is not told, and why.
pub(crate) struct UntoldLine {
    pub what: String,
    /// For how long.
    pub until: String,
    /// Why, and what that rests on; nothing where no rule withholds it.
    pub why: Option<Why>,
    /// The rule, and its place on the page of its version.
    pub rule: Option<(String, String)>,
}

/// All that is not told. `version` is the page of the rulebook's version, as far as it is known here.
pub(crate) fn lines(
    t: Text,
    rulebook: Option<&Rulebook>,
    version: Option<&str>,
    untold: &[Untold],
) -> Vec<UntoldLine> {
    let line = |one: &Untold| {
        let (why, rule) = match one {
            Untold::Rule(rule) => {
                let (words, basis) = reason(t, rulebook, &rule.reason, rule.kind.name(), &rule.citation);
                let link = rule.link.clone();
                let number = rule
                    .rule
                    .rsplit_once('/')
                    .and_then(|(_, number)| number.parse().ok());
                let named = number.map(|number: i64| t.one("rule-number-withheld", "number", number));
                let anchor = rule.rule.replace('/', "-");
                let place = version.map(|version| format!("{version}#{anchor}"));
                (Some(Why { words, basis, link }), named.zip(place))
            }
            Untold::Later { .. } | Untold::Never { .. } => (None, None),
        };
        UntoldLine {
            what: field_name(t, rulebook, one.field()),
            until: in_its_place(t, one),
            why,
            rule,
        }
    };
    untold.iter().map(line).collect()
}
