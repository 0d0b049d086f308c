//! Installations whose rulebook says something else than Phnom Penh's.

use crate::database::Database;
use crate::installation::{DECISIONS, Installation, RULEBOOK, rulebook};
use crate::trouble::{Told, trouble};

/// The version that ships and says what is public.
const PUBLIC: [&str; 2] = [
    include_str!("../../rulebooks/kh-phnom-penh-3/rulebook.toml"),
    include_str!("../../rulebooks/kh-phnom-penh-3/authorities.dmn"),
];

/// A part of a text, from where it begins until what comes after it.
fn part<'t>(text: &'t str, from: &str, until: &str) -> Told<&'t str> {
    let begins = text.find(from).ok_or_else(|| trouble(format!("no {from}")))?;
    let rest = text.get(begins..).unwrap_or_default();
    let ends = rest.find(until).ok_or_else(|| trouble(format!("no {until}")))?;
    Ok(rest.get(..ends).unwrap_or_default())
}

/// An authority that none of the cast is.
const NOBODY: &str = r#"
[[authority]]
id = "port"
name = { en = "Port Authority", km = "អាជ្ញាធរកំពង់ផែ", ja = "港湾局" }
short = { en = "Port", km = "កំពង់ផែ", ja = "港湾局" }
competence = "concurrence"
calendar = "kh"
silence = "nothing"
period = { days = 10, unit = "working" }
period_basis = { kind = "assumption", citation = "Assumed for a story" }
"#;

/// A fee of Interior's, due before the permit.
const PATROL_FEE: &str = r#"
[fee.patrol]
label = { en = "Patrol boat", km = "ទូកល្បាត", ja = "巡視艇" }
amount = "25.00"
currency = "USD"
per = "application"
how = { en = "At the counter of the harbour office.", km = "នៅបញ្ជរការិយាល័យកំពង់ផែ។", ja = "港湾事務所の窓口で。" }
within = 14
before_permit = true
basis = { kind = "assumption", citation = "Assumed for a story" }
"#;

/// The decisions, of which those that ask Interior name something of a part.
fn naming(part: &str, named: &str) -> String {
    let (period, entry) = ("<annotation name=\"period\" />", "<annotationEntry><text>");
    let column = format!("{period}<annotation name=\"{part}\" />");
    let decisions = DECISIONS.replacen(period, &column, 1);
    let rules = decisions.split("</rule>").map(|rule| {
        let own = if rule.contains("\"moi\"") { named } else { "" };
        format!("{rule}{entry}{own}</text></annotationEntry>")
    });
    let all: Vec<_> = rules.collect();
    let all = all.join("</rule>");
    // What follows the last rule is none.
    let end = format!("{entry}</text></annotationEntry>");
    all.strip_suffix(&end).unwrap_or(&all).to_owned()
}

impl Installation {
    /// One whose rulebook has Interior take a fee.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn where_interior_takes_a_fee(database: Database) -> Told<Self> {
        let known = format!("{RULEBOOK}\n{PATROL_FEE}");
        Installation::ruled_by(database, rulebook(&known, &naming("fees", "patrol"))?).await
    }

    /// One whose rules suggest to Interior that a lane is kept free.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn where_a_lane_is_suggested(database: Database) -> Told<Self> {
        let decisions = naming("conditions", "emergency-lane");
        Installation::ruled_by(database, rulebook(RULEBOOK, &decisions)?).await
    }

    /// One whose first rule asks an authority that none of the cast is.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn lacking_an_authority(database: Database) -> Told<Self> {
        let known = format!("{RULEBOOK}\n{NOBODY}");
        let asked = DECISIONS.replacen("\"phnom-penh\"", "\"port\"", 1);
        Installation::ruled_by(database, rulebook(&known, &asked)?).await
    }

    /// One whose rulebook holds until a day.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn ruled_until(database: Database, last: &str) -> Told<Self> {
        let ending = RULEBOOK.replacen("\nlead = ", &format!("\nvalid_to = {last}\nlead = "), 1);
        Installation::ruled_by(database, rulebook(&ending, DECISIONS)?).await
    }

    /// One whose rulebook says what the silence of every authority means: `deemed-granted`, `deemed-refused`.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn where_silence_is(database: Database, meaning: &str) -> Told<Self> {
        let counting = RULEBOOK.replace("silence = \"nothing\"", &format!("silence = \"{meaning}\""));
        Installation::ruled_by(database, rulebook(&counting, DECISIONS)?).await
    }

    /// One whose rulebook says of Interior from which hour what arrives is received on the next working day.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn where_interior_closes_at(database: Database, hour: &str) -> Told<Self> {
        Installation::where_interior_has(database, &format!("receipt = {{ cut_off = \"{hour}\" }}")).await
    }

    /// The same where it is seven hours earlier than by UTC, on the same working days.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn in_los_angeles_where_interior_closes_at(database: Database, hour: &str) -> Told<Self> {
        let receipt = interior_has(RULEBOOK, &format!("receipt = {{ cut_off = \"{hour}\" }}"));
        let moved = receipt.replacen("\"Asia/Phnom_Penh\"", "\"America/Los_Angeles\"", 1);
        Installation::ruled_by(database, rulebook(&moved, DECISIONS)?).await
    }

    /// One whose rulebook has two people decide for Interior.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn where_two_decide_for_interior(database: Database) -> Told<Self> {
        Installation::where_interior_has(database, "four_eyes = true").await
    }

    /// One whose rulebook has Foreign Affairs read what Interior seals.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn where_foreign_affairs_reads_what_interior_seals(database: Database) -> Told<Self> {
        Installation::where_interior_has(database, "sealed_readers = [\"mfaic\"]").await
    }

    /// One whose rulebook says what is public as the third version of Phnom Penh's does, `changed` before it is loaded.
    ///
    /// # Errors
    /// If anything of it cannot be set up.
    pub async fn where_much_is_public(database: Database, changed: &[(&str, &str)]) -> Told<Self> {
        Installation::ruled_by(database, public_rulebook(changed)?).await
    }

    async fn where_interior_has(database: Database, line: &str) -> Told<Self> {
        let changed = interior_has(RULEBOOK, line);
        Installation::ruled_by(database, rulebook(&changed, DECISIONS)?).await
    }
}

/// A rulebook with one more line about Interior.
fn interior_has(settings: &str, line: &str) -> String {
    let moi = "id = \"moi\"\n";
    settings.replacen(moi, &format!("{moi}{line}\n"), 1)
}

/// The rulebook of the stories with what the third version says is public, `changed` before it is loaded.
///
/// # Errors
/// If it cannot be loaded.
pub fn public_rulebook(changed: &[(&str, &str)]) -> Told<desk::Version> {
    let [settings, decisions] = PUBLIC;
    let public = part(
        settings,
        "[[input]]\nid = \"protected_guest\"",
        "# ---- Who is asked",
    )?;
    let reasons = part(settings, "[reason.mission-premises]", "# ---- What rules rest on")?;
    let asked = part(
        decisions,
        "  <inputData id=\"input_protected_guest\"",
        "  <decision id=",
    )?;
    let withheld = part(decisions, "  <decision id=\"withheld\"", "  <dmndi:DMNDI>")?;
    let mut known = format!("{RULEBOOK}\n{public}\n{reasons}");
    let mut tables = DECISIONS
        .replacen("  <decision id=", &format!("{asked}  <decision id="), 1)
        .replacen("  <dmndi:DMNDI>", &format!("{withheld}  <dmndi:DMNDI>"), 1);
    for (from, to) in changed {
        let found = known.matches(from).count() + tables.matches(from).count();
        if found != 1 {
            return Err(trouble(format!("“{from}” stands there {found} times")));
        }
        known = known.replacen(from, to, 1);
        tables = tables.replacen(from, to, 1);
    }
    rulebook(&known, &tables)
}
