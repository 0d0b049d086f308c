//! Small words, posts, bodies, sites and the names of days.

use super::kind as k;

/// Words by kind. A word may be in several.
pub const LISTS: [(u32, &str); 23] = [
    (
        k::DETERMINER,
        "the a an this that these those some any all both each every no another one two three four five six seven eight nine ten several many most other such few",
    ),
    (
        k::PREPOSITION,
        "of in on at by for from to with without about against between among into onto over under after before since until till during \
         through across near behind beside besides despite towards toward upon within per via amid regarding concerning including outside inside \
         along around above below beyond like unlike as off up down out",
    ),
    (
        k::PRONOUN,
        "i he she it we they you me him her us them himself herself itself themselves myself who whom everyone everybody someone somebody anyone nobody",
    ),
    (k::OWNER, "my his her its our their your whose"),
    (
        k::AUXILIARY,
        "is are was were be been being am has have had having do does did",
    ),
    (
        k::MODAL,
        "will would shall should can could may might must cannot ca wo",
    ),
    (k::NEGATION, "not n't never no neither nor hardly"),
    (k::CONJUNCTION, "and or but nor yet so then plus"),
    (
        k::SUBORDINATOR,
        "that which who whom whose because if when while where whether although though unless whereas how why what once",
    ),
    (
        k::ADVERB,
        "also later earlier again still then now however meanwhile recently previously already just only even further instead \
         therefore moreover furthermore additionally nevertheless today yesterday tomorrow tonight once ever often always repeatedly far \
         soon here there too thus together separately jointly formally publicly yet afterwards",
    ),
    (
        k::POST,
        "minister president premier governor ambassador director chairman chairwoman chairperson chair spokesman spokeswoman spokesperson secretary \
         mayor king queen prince princess emperor sultan chief commissioner councillor councilor senator congressman congresswoman representative deputy \
         judge justice attorney lawyer prosecutor professor lecturer analyst economist researcher scientist doctor nurse teacher farmer \
         general colonel major captain lieutenant sergeant admiral commander marshal officer inspector \
         founder co-founder owner manager executive ceo coordinator co-ordinator head leader member envoy consul counsellor counselor attache delegate \
         rector dean principal chancellor vice-chancellor vice-president treasurer auditor editor author writer poet artist actor singer coach conductor player striker midfielder \
         bishop archbishop pope imam rabbi monk abbot patriarch cardinal pastor reverend adviser advisor expert specialist engineer architect curator \
         pensioner shopkeeper trader fisherman resident student worker activist campaigner candidate lawmaker legislator mp parliamentarian speaker \
         counterpart organiser organizer historian sociologist biologist physician surgeon midwife pharmacist driver pilot sheriff warden superintendent \
         administrator registrar clerk steward strategist planner boss actress trainer keeper grandmaster spokespeople negotiator translator interpreter photographer producer trustee patron undersecretary under-secretary \
         baker butcher grocer gardener librarian ranger skipper fishmonger headteacher headmaster ombudsman comptroller controller",
    ),
    (
        k::HONORIFIC,
        "mr mrs ms miss mx dr prof sir dame lord lady madam madame sheikh haji hon honourable honorable excellency h.e samdech okhna lok rev fr st tan dato datuk tun gen col lt capt maj sgt sen rep gov pm",
    ),
    (
        k::BODY,
        "ministry association university council bank party embassy institute agency committee department union commission court company corporation corp inc ltd group \
         authority board office academy club foundation federation league society organisation organization parliament congress senate assembly cabinet government administration \
         police army navy force bureau chamber centre center college school hospital museum institution orchestra fund trust network alliance coalition \
         front movement service services secretariat council consulate directorate division municipality plc llc ab ag gmbh sa co airlines airways industries holdings enterprises motors partners securities \
         mission delegation team church tribunal nations friends forum initiative newspaper times post herald tribune gazette telegraph broadcasting",
    ),
    (
        k::SITE,
        "city province river lake mount mountain island islands bay sea ocean street road avenue boulevard square park bridge airport port harbour harbor district county state region valley village town \
         palace hall stadium arena temple cathedral castle tower plaza market station hotel peninsula strait gulf beach coast delta canal dam forest",
    ),
    (
        k::MONTH,
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    ),
    (
        k::WEEKDAY,
        "monday tuesday wednesday thursday friday saturday sunday",
    ),
    (
        k::PARTICLE,
        "de del della der den van von bin ibn al el la le da dos das di du ter ten af av zu y e binti abu ben",
    ),
    (
        k::ORDINARY,
        "yes thank thanks dear please let there here it's its what how why when where asked speaking according under following both neither either officials residents police analysts parents \
         donors engineers opponents tickets demand prices prophecy people experts critics witnesses workers students teachers farmers investors organisers organizers tourists neighbours \
         neighbors shares sales rain flood fire health public local national international state federal foreign new old first last next early late present minutes agenda item items subject re cc bcc date \
         kind best yours sincerely regards faithfully respectfully respectively furious many most some several few thousands hundreds dozens nothing nobody everything something others another such \
         citing asking noting addressing responding replying talks negotiations relations trade peace war law bill tax plan plans streets secrecy passengers",
    ),
    (
        k::PORTFOLIO,
        "finance foreign defence defense interior health education trade commerce agriculture culture justice transport energy environment tourism labour labor planning affairs external internal home exterior \
         industry fisheries information science technology communications women youth sports housing water economy economic development cooperation co-operation works public social welfare treasury state security immigration space climate religion cults mines forests forestry telecommunications veterans",
    ),
    (
        k::TALKS,
        "meeting meetings talks discussion discussions agenda conversation conversations dialogue negotiations summit audience forum session consultations call visit",
    ),
    (
        k::DOCUMENT,
        "statement post report release letter communique communiqué announcement tweet interview speech message note email memo notice press",
    ),
    (k::ADVERB, "first second third last next"),
    (k::DETERMINER, "what whatever"),
];

/// The number of a month by its name or its first letters.
pub fn month(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    let at = NAMES.iter().position(|name| {
        *name == word
            || (word.len() == 3 && name.starts_with(word))
            || (word == "sept" && *name == "september")
    })?;
    i8::try_from(at + 1).ok()
}

/// The number of a weekday from Monday, 0.
pub fn weekday(word: &str) -> Option<i8> {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let at = NAMES.iter().position(|name| *name == word)?;
    i8::try_from(at).ok()
}

/// A small number that is written as a word or in digits.
pub fn number(word: &str) -> Option<i64> {
    const NAMES: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    let named = NAMES
        .iter()
        .position(|name| *name == word)
        .and_then(|at| i64::try_from(at).ok());
    named.or_else(|| word.parse().ok().filter(|number| (0..1000).contains(number)))
}
