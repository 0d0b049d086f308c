# When authorities will have decided, as far as their record tells it.

share-of-hundred = { $count } of 100
share-nearly-all = more than 99 of 100
share-hardly-any = fewer than 1 of 100

forecast-title = Will everyone decide in time?
forecast-whole = is the chance that everyone whose consent is needed has decided by { $date }, the day before the event.
forecast-record = { $count ->
    [one] From 1 decision since { $date }.
   *[other] From { $count } decisions since { $date }.
}
forecast-critical = Most often the last: { $authority }, in { $share } possible courses.
forecast-helps-most = What would help most: { $what } ({ $before } → { $after }).
forecast-no-number = no forecast
forecast-answer-yours = you answer { $authority } today
forecast-answer = { $authority } is answered today
forecast-decision = { $authority } decides today
forecast-withheld-other = There is no forecast for all together: too little is known of another authority.
forecast-cut = Of authorities that were asked very often, only the latest referrals are learned from.
forecast-declined = the offer of { $authority } is declined today
forecast-withheld = There is no forecast yet: { $why }
forecast-withheld-of = There is no forecast for all together, because of { $authority }: { $why }
forecast-why-few-decisions = { $number ->
    [0] no decision is on record before today, and { $least } are needed. With fewer, no interval drawn from them holds nine of ten.
    [one] 1 decision is on record before today, and { $least } are needed. With fewer, no interval drawn from them holds nine of ten.
   *[other] { $number } decisions are on record before today, and { $least } are needed. With fewer, no interval drawn from them holds nine of ten.
}
forecast-why-short-record = the record has been kept for { $number } days, and decisions seem to take longer than that. It has to be kept for as long as nine of ten decisions take.
forecast-why-beyond-record = the case has lain there for { $number } days, and the record tells of hardly any decision after so many.
forecast-why-few-answers = { $number ->
    [0] it waits for an answer, and no answer is on record before today. { $least } are needed to tell how long one takes.
    [one] it waits for an answer, and 1 answer is on record before today. { $least } are needed to tell how long one takes.
   *[other] it waits for an answer, and { $number } answers are on record before today. { $least } are needed to tell how long one takes.
}
forecast-nothing-awaited = Nothing is foretold: no decision is awaited that could still come before the event.
forecast-between = { $from } to { $to }
column-middle = Even odds by
column-between = 80 of 100 within
column-in-time = In time
column-known = Its decisions on record

forecast-reckoned = How this forecast was reckoned
reckoned-whole = All together
reckoned-before = What came before today, { $date }, was learned from. What comes today counts from tomorrow; this case itself counts as it stands now.
reckoned-younger = A younger part of the record weighs more, as far as it has foretold better so far. What is still open counts for as long as it has been.
reckoned-drawn = { $count } possible courses of this case were drawn, in which authorities may be early or late together as far as the record shows that. The same case and the same record give the same figures.
reckoned-changes = What would help
column-change = Change
column-chance = Chance that everyone decides in time
reckoned-own = { $count ->
    [0] None of these decisions is its own: it is expected to decide as all do.
    [one] 1 of these decisions is its own.
   *[other] { $count } of these decisions are its own.
}
reckoned-all = Authorities in general: even odds within { $middle } days that count, 80 of 100 within { $early } to { $late }.
reckoned-one = This authority, were it asked today: even odds within { $middle } days that count, 80 of 100 within { $early } to { $late }.
reckoned-weight = What its own record says, pooled with that of all where it is thin, is believed in { $share }; in the rest, that it decides as all do.
reckoned-never = In { $share } such cases no decision comes within the reach of the record: the days above are of the others, the chance counts them.
reckoned-load = { $count ->
    [0] Nothing lies open with it before today; for what it gets done, that is { $percent } % of the usual.
    [one] 1 case lies open with it before today; for what it gets done, that is { $percent } % of the usual.
   *[other] { $count } cases lie open with it before today; for what it gets done, that is { $percent } % of the usual.
}
reckoned-working-days = Only the days on which it works count: by its country’s calendar, and by what it entered itself.
reckoned-every-day = Every day counts, since no calendar of it is known.
reckoned-age = { $days ->
    [0] The case has not lain there for a day that counts yet.
    [one] The case has lain there for 1 day that counts. Days on which it waits for an answer do not.
   *[other] The case has lain there for { $days } days that count. Days on which it waits for an answer do not.
}
reckoned-waits = { $days ->
    [0] It has waited for an answer since today. From { $answers } known answers: even odds within { $middle } days, nine of ten within { $late }.
    [one] It has waited 1 day for an answer. From { $answers } known answers: even odds within { $middle } days more, nine of ten within { $late }.
   *[other] It has waited { $days } days for an answer. From { $answers } known answers: even odds within { $middle } days more, nine of ten within { $late }.
}
reckoned-asks = The chance that it asks a question on a day that counts: { $share }.
reckoned-asks-never = No authority has asked a question yet, so none is foreseen.
reckoned-result = It decides by { $middle } with even odds, and in 80 of 100 courses from { $between }; in time: { $share }.
reckoned-last = It is the last to decide: { $share }.

timeline-fan = foretold: by { $middle } with even odds, in 80 of 100 courses from { $from } to { $to }
timeline-fan-key = foretold: half the courses in the thick part, 80 of 100 in the thin one

kept-title = How well forecasts are kept
kept-what = Each case of the past is foretold from what was known here when it began, and held against what came. Nothing of this names a case or an authority.
kept-nothing = No referral is on record here before today.
kept-record = Before { $day }: { $referrals } referrals to { $authorities } authorities since { $since }, of which { $count } could be foretold and have been decided.
kept-cut = Of authorities that were asked very often, only the latest referrals are looked at: { $count } in all.
kept-too-few = { $count ->
    [one] Nothing more is said yet: 1 decision could be foretold, and { $least } are needed. With fewer, chance alone moves the share that an interval of 80 of 100 holds by more than 8 of 100.
   *[other] Nothing more is said yet: { $count } decisions could be foretold, and { $least } are needed. With fewer, chance alone moves the share that an interval of 80 of 100 holds by more than 8 of 100.
}
kept-intervals = Intervals
kept-intervals-what = An interval is well kept if as many decisions come within it as it says.
kept-skill = Against the record of all decisions taken together
kept-skill-days = Days from referral to decision: { $percent } % better. Below 0, it is worse.
kept-skill-within = Decided within { $days } days or not: { $percent } % better.
kept-within = Decided within { $days } days
kept-diagram-what = From left to right what was foretold, from below what came: well kept forecasts lie on the line.
column-foretold = Foretold
column-came = Came
column-decisions = Decisions

statistics-title = How long authorities take
statistics-of = What was decided here from { $since } until before { $day }, by authorities whose consent is needed.
statistics-days = Days are days of the calendar from the referral to the decision, without those in which the authority waited for the organiser. In time is what was decided by the day that its clock gave; silence that counted is not. Of an authority that is asked very often the latest referrals are looked at.
statistics-few = Of fewer than { $least } decisions only the number is told.
statistics-none = No authority has been asked anything here yet.
statistics-too-few = too few
statistics-so-many-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
statistics-silent = { $decided }, and { $silent } by silence
column-decided = Decided
column-half = Half of them within
column-nine-of-ten = Nine of ten within
column-questions-each = Questions for each
column-waiting = Open as the day began
