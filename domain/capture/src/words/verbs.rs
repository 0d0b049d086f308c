//! Verbs by what they tell, with their forms.

use super::Form;
use super::verb::{ASKS_FOR, ASKS_THAT, ASKS_THING, ASKS_TO, DISCUSSES, JUDGES, MEETS, NOUN, PROMISES, SAYS};

/// Verbs that are not regular stand with their past, `say:said`, and with their participle if it is another, `write:wrote:written`.
/// A verb may be in several lists.
pub const LISTS: [(u16, &str); 12] = [
    (
        SAYS,
        "say:said tell:told add note observe remark comment state declare announce claim argue insist assert maintain \
         contend explain reply respond answer report write:wrote:written warn caution stress emphasise emphasize \
         underline underscore highlight point reiterate repeat recall remember:remembered admit acknowledge \
         concede confirm deny agree disagree believe think:thought hope expect fear:feared feel:felt suspect predict forecast:forecast \
         estimate suggest propose recommend conclude reveal disclose indicate mention express voice affirm reaffirm \
         testify joke quip laugh fume storm shout whisper mutter exclaim cry snap sigh thunder tweet post blog \
         rule allege boast complain lament continue inform remind assure pledge promise vow stipulate complain \
         describe opine speculate retort counter counsel urge ask wonder inquire enquire find:found signal swear:swore:sworn \
         confess muse grumble enthuse concur hint protest scold marvel clarify elaborate summarise summarize quote advise notify convey recount",
    ),
    (
        JUDGES,
        "praise thank condemn criticise criticize welcome hail denounce laud commend congratulate blame slam \
         deplore applaud regret apologise apologize oppose reject dismiss support back defend accuse \
         salute lambast decry mourn rebuke attack",
    ),
    (
        ASKS_TO,
        "ask urge invite order:ordered instruct beg press encourage want request implore require call appeal plead summon \
         exhort lobby petition push:pushed tell:told direct command beseech entreat remind:reminded advise challenge",
    ),
    (
        ASKS_FOR,
        "ask call appeal plead press lobby beg push apply petition campaign plead",
    ),
    (ASKS_THING, "request demand seek:sought solicit want"),
    (
        ASKS_THAT,
        "request demand suggest propose ask urge insist recommend",
    ),
    (
        PROMISES,
        "promise pledge vow agree undertake:undertook:undertaken commit offer:offered guarantee swear:swore:sworn assure consent",
    ),
    (
        DISCUSSES,
        "discuss confer debate address review:reviewed cover raise tackle examine explore touch deliberate consult",
    ),
    (MEETS, "meet:met receive host visit:visited"),
    (
        NOUN,
        "claim report note state comment answer demand request call plan offer appeal order promise pledge vow review visit host \
         cover address press challenge command post quote joke cry snap remark reply fear hope release work help need vote return travel start stop supply train ban charge estimate forecast rule \
         support back attack welcome push blame signal counter debate praise voice point highlight tweet blog laugh stress laugh storm counsel \
         petition campaign touch find raise sigh shout regret thank lament express direct caution",
    ),
    (
        0,
        "come:came:come go:went:gone take:took:taken make:made give:gave:given get:got begin:began:begun become:became:become hold:held see:saw:seen \
         leave:left lead:led win:won lose:lost build:built send:sent keep:kept bring:brought buy:bought fall:fell:fallen rise:rose:risen grow:grew:grown \
         know:knew:known run:ran:run sit:sat stand:stood speak:spoke:spoken pay:paid put:put set:set cut:cut let:let hear:heard \
         refuse decline fail need work live close open:opened start stop:stopped help serve show:showed:shown follow:followed join \
         arrive happen:happened occur remain appear seem try use include sign vote reach visit:visited resign represent affect \
         return travel stay like love die kill injure destroy rebuild:rebuilt repair clean wait accept receive provide prepare hire \
         consider decide intend aim read:read play stop mark publish mend warm repair catch:caught teach:taught learn draw:drew:drawn \
         bear:bore:borne wear:wore:worn break:broke:broken choose:chose:chosen drive:drove:driven eat:ate:eaten \
         deliver attend launch train support:supported improve increase reduce double expand:expanded strengthen promote boost \
         establish elect appoint name:named resume suspend cancel delay postpone release arrest charge approve ban",
    ),
    (0, "plan"),
];

/// All forms of an entry.
pub fn forms(entry: &str) -> Vec<(Form, String)> {
    let mut parts = entry.split(':');
    let base = parts.next().unwrap_or_default();
    let past = parts.next().map_or_else(|| past(base), str::to_owned);
    let participle = parts.next().map_or_else(|| past.clone(), str::to_owned);
    let mut all = vec![
        (Form::Base, base.to_owned()),
        (Form::Third, third(base)),
        (Form::Past, past),
        (Form::Ing, ing(base)),
    ];
    // `come` is the first form, and the participle only after an auxiliary.
    if participle != base {
        all.push((Form::Past, participle));
    }
    all
}

fn is_vowel(letter: char) -> bool {
    "aeiou".contains(letter)
}

/// Whether a short verb doubles its last letter: `plan`, `admit`, not `repeat`, `answer`.
fn doubles(base: &str) -> bool {
    let mut back = base.chars().rev();
    let (last, middle, first) = (back.next(), back.next(), back.next());
    let ends = last.is_some_and(|letter| !is_vowel(letter) && !"wxy".contains(letter))
        && middle.is_some_and(is_vowel)
        && first.is_some_and(|letter| !is_vowel(letter));
    let vowels = base.chars().filter(|letter| is_vowel(*letter)).count();
    ends && (vowels == 1
        || [
            "admit", "commit", "regret", "rebut", "confer", "quip", "cancel", "travel", "occur",
        ]
        .contains(&base))
}

fn third(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ if ["s", "sh", "ch", "x", "z", "o"]
            .iter()
            .any(|end| base.ends_with(end)) =>
        {
            format!("{base}es")
        }
        _ => format!("{base}s"),
    }
}

fn past(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ied"),
        _ if base.ends_with('e') => format!("{base}d"),
        _ if doubles(base) => format!("{base}{}ed", base.chars().last().unwrap_or('d')),
        _ => format!("{base}ed"),
    }
}

fn ing(base: &str) -> String {
    match base.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'i']) => format!("{stem}ing"),
        _ if doubles(base) => format!("{base}{}ing", base.chars().last().unwrap_or('d')),
        _ => format!("{base}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_their_forms() {
        let all = |entry| {
            forms(entry)
                .into_iter()
                .map(|(_, word)| word)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(all("say:said"), "say says said saying said");
        assert_eq!(all("plan"), "plan plans planned planning planned");
        assert_eq!(all("deny"), "deny denies denied denying denied");
        assert_eq!(all("write:wrote:written"), "write writes wrote writing written");
        assert_eq!(all("press"), "press presses pressed pressing pressed");
        assert_eq!(all("agree"), "agree agrees agreed agreeing agreed");
    }
}
