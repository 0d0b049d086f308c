# The case: what stands between us and the day. Whole in every language.

event-line = { $day }, { $hours }, { $place }
case-stands-between = What stands between us and { $date }
case-authorities = Authorities
case-conditions = Conditions
conditions-contradictory = contradictory
conditions-contradict = “{ $first }” ({ $one }) and “{ $second }” ({ $other }): no event can keep both.
conditions-reconcile = Either authority can change its own conditions. No permit is issued, or issued anew, before they are reconciled.
conditions-contradict-places = “{ $first }” ({ $one }) and “{ $second }” ({ $other }) name two places. If both mean one, one of them writes it as the other does.
conditions-otherwise = Conditions bind the event’s hours or place otherwise than it was applied for: the permit names what was applied for, and these conditions with it.
conditions-revised-why = Conditions changed on { $at }: { $reasons }
paper-decided-changed = { $date }; conditions changed on { $changed }
condition-begins-from-next = Begins no earlier than { $time } on the day after.
condition-begins-by-next = Begins no later than { $time } on the day after.
condition-ends-by-next = Ends no later than { $time } on the day after.
conditions-revised = Conditions changed on { $at }
conditions-before-that = Before that, it demanded:
condition-when = { $condition } ({ $when })
condition-begins-from = Begins no earlier than { $time }.
condition-begins-by = Begins no later than { $time }.
condition-ends-by = Ends no later than { $time }.
condition-sound-at-most = Sound of at most { $number } dB(A) where it is measured.
condition-people-at-most = { $number ->
    [one] At most one person at any one time.
   *[other] At most { $number } people at any one time.
}
condition-stewards-at-least = { $number ->
    [one] At least one steward on the spot.
   *[other] At least { $number } stewards on the spot.
}
condition-stewards-at-most = { $number ->
    [one] At most one steward on the spot.
   *[other] At most { $number } stewards on the spot.
}
condition-metres-at-least = At least { $number } m between what is lit or shown and whoever watches.
condition-place = Takes place here and nowhere else: { $place }.
phase-before = before the event
phase-during = during the event
phase-after = after the event
phase-before-shown = before the event; to be shown by { $date }
phase-during-shown = during the event; to be shown by { $date }
phase-after-shown = after the event; to be shown by { $date }
position-contradictory = Conditions contradict each other: { $authorities } must reconcile them first. No permit is issued before that.
field-conditions-before = Before the event
field-conditions-after = After the event
conditions-before = Conditions that are kept before the event
conditions-after = Conditions that are kept after the event
conditions-that-bind = Times, figures and place that bind
field-shown-by = To be shown by
hint-shown-by = The day by which the organiser shows that these are kept. Leave it empty if nothing is to be shown.
limit-begins-from = Begins no earlier than
limit-begins-by = Begins no later than
limit-ends-by = Ends no later than
limit-people-at-most = People at any one time, at most
limit-stewards-at-least = Stewards, at least
limit-stewards-at-most = Stewards, at most
limit-metres-at-least = Distance to whoever watches, at least
limit-sound-at-most = Sound where it is measured, at most
limit-place = Nowhere else but here
unit-metres = metres
unit-decibels = dB(A)
act-revise-conditions = Change the conditions
act-revise-conditions-for = Change the conditions you set
act-revise-conditions-what = Your agreement stands; its conditions become these. A permit that was issued goes on as it was until whoever leads replaces it.
field-revision-reasons = Why they are changed
confirm-conditions-change = Its conditions can still be changed. A permit that is issued meanwhile says so once it is issued anew.
confirm-contradiction = No permit is issued, or issued anew, until one of the two changes its condition.
confirm-revision = Record these conditions
confirm-revision-title = Change these conditions?
confirm-conditions-before = Conditions until now
confirm-conditions-now = Conditions from now on
confirm-revision-told = The organiser and every authority asked see both, and why they were changed.
case-handed-in = What was applied for
ahead-title = What happens next
ahead-check = { $lead } checks that the application is complete, and puts it to the authorities below. No rule says how long that takes; on { $date } at the latest, so that each of them has its whole period.
ahead-check-yours = You check that the application is complete, and put it to the authorities below: on { $date } at the latest, so that each of them has its whole period.
ahead-late = The day by which they should have been asked, { $date }, has passed: not each of them has its whole period. They can still be asked; who decides late decides too late. Another day for the event gives them time.
ahead-late-advice = Whoever is asked for advice may give it late, after the permit. The permit does not wait for it.
ahead-check-late = { $lead } checks that the application is complete, and puts it to the authorities below.
ahead-check-yours-late = You check that the application is complete, and put it to the authorities below.
ahead-decide = Each authority decides by itself, within its own period. If it asks the organisers something, its clock stands still until they answer.
ahead-permit = When everyone whose consent is needed has agreed, { $lead } issues the permit.
ahead-permit-yours = When everyone whose consent is needed has agreed, you issue the permit.
ahead-latest = to be asked by { $date }
ahead-latest-passed = should have been asked by { $date }
case-organisers = Organisers
case-components = Parts
case-hours = Hours
case-files = Documents
documents-missing = Missing documents that the rules ask for
document-missing = missing
document-as = { $document }: { $file }
document-since = handed in on { $at }
act-hand-in = Hand in a document
act-hand-in-what = Every authority that is asked can read it at once. It cannot be taken back.
act-hand-in-form = It cannot be taken back. Every authority that is asked reads it at once, unless you say below that fewer do.
case-follows-from = Follows from
case-asked = Asked by { $from } of { $to }: { $when }
case-see-permit = See the permit
hint-revocation-reasons = The organisers and the authorities of this application read them. The public page of the permit shows only when it was revoked.
back-to-case = Back to the application
rests-on-rulebook = Decided by the rules:

position-pending = { $agreed } of { $asked } authorities have agreed.
position-agreed-silently = Nobody refused. { $silent ->
    [one] One authority
   *[other] { $silent } authorities
} gave no answer in its period, which counts as agreed by the rulebook; the others agreed. { $conditions ->
    [0] There are no conditions.
    [one] There is one condition.
   *[other] There are { $conditions } conditions.
}
position-agreed = { $conditions ->
    [0] Everyone whose consent is needed has agreed.
    [one] Everyone whose consent is needed has agreed, with one condition.
   *[other] Everyone whose consent is needed has agreed, with { $conditions } conditions.
}
position-advice-open = Advice may still come from: { $authorities }.
position-permit-yours = You issue the permit now.
position-permit-theirs = { $lead }, which leads this application, has to issue the permit now.
next-ended = no longer due
next-unknown = no day can be reckoned
position-no-consent = Nobody's consent is needed.
refused-by = { $authority }, { $at }: { $reasons }
refused-by-silence = { $authority } gave no answer in its period, which counts as a refusal by the rulebook.
refused-no-permit = No permit can be issued.
position-refused = { $count ->
    [one] One authority has refused.
   *[other] { $count } authorities have refused.
}
position-submitted = Handed in. The lead authority checks that it is complete.
position-submitted-yours = Handed in. You check that it is complete, and put it to the authorities.
position-returned-yours = It came back to you: something is missing.
position-returned = It was returned to the organiser: something is missing.
position-permitted = The permit is issued.
position-revoked = The permit was revoked.
position-withdrawn = Withdrawn by the organiser.
position-draft = Not handed in.
position-day-passed = The day has passed without a permit.
closed = This application is closed.
closed-again = This application is closed. To hold the event after all, apply anew: the new application begins with what this one said, and its documents are added again.
refused-again = To hold the event after all, you may apply anew: the new application begins with what this one said, and its documents are added again.
closed-apply = Apply anew
returned-again = Change what is missing, and hand it in again: it keeps its reference, what you said, and its documents.
returned-change = Change it and hand it in again
position-waiting = Waiting for: { $whom }.
alarm-overdue = { $count ->
    [one] One authority is overdue
   *[other] { $count } authorities are overdue
    }, and the event is { $days ->
    [0] today.
    [one] tomorrow.
   *[other] in { $days } days.
}
alarm-late = { $count ->
    [one] One authority may decide too late
   *[other] { $count } authorities may decide too late
    }, and the event is { $days ->
    [0] today.
    [one] tomorrow.
   *[other] in { $days } days.
}
alarm-turn-to = Turn to { $lead }, which leads this application, and name its reference, { $reference }: it presses them for their decisions. Without them no permit can be issued.
alarm-press = You lead: remind each of them on its page, or press it otherwise, and name the reference, { $reference }. Tell the organisers how it stands. Without these decisions no permit can be issued.
waiting-whom = { $authority } ({ $next })

stage-draft = draft
stage-submitted = submitted
stage-returned = returned as incomplete
stage-in-circulation = in circulation
stage-decided = decided
stage-permit-waits = the permit waits to be issued
stage-contradictory = conditions contradict each other
stage-permitted = permitted
stage-revoked = revoked
stage-withdrawn = withdrawn
stage-refused = refused
stage-answer-awaited = the organiser's answer is awaited
stage-answer-yours = your answer is awaited
stage-lapsed = closed, for its day has passed

standing-referred = referred
standing-in-review = in review
standing-awaiting-information = awaiting information
standing-granted = agreed
standing-granted-with-conditions = { $conditions ->
    [0] agreed with conditions
    [one] agreed with one condition
   *[other] agreed with { $conditions } conditions
}
standing-refused = refused
standing-deemed-granted = no answer: counts as agreed
standing-deemed-refused = no answer: counts as refused
standing-no-objection = no objection
standing-advised = advice given
standing-objected = objection
standing-not-waited-for = no longer waited for
standing-advice = advice, { $standing }

column-authority = Authority
column-position = Where it stands
column-why = Why it is asked
column-when = When
column-event = Event
column-due = Due
column-request = Request

reason-rests-on = ({ $kind }: { $citation })
basis-law = law
basis-regulation = regulation
basis-practice = practice
basis-assumption = our assumption

next-decided = decided on { $date }
next-advised = advised on { $date }
next-silent = no answer until { $date }
next-due = due by { $date }
next-due-after = due only by { $date }, which is not before the event
next-overdue = overdue since { $date }
next-your-answer = { $days ->
    [0] waits for your answer since today
    [one] waits for your answer, one day
   *[other] waits for your answer, { $days } days
}
next-their-answer = { $days ->
    [0] waits for the organiser since today
    [one] waits for the organiser, one day
   *[other] waits for the organiser, { $days } days
}
next-your-more-time = asks you for more time, { $due }

act-answer-whom = Answer the question of { $authority }
act-answer = Answer the question
act-answer-extension-whom = Say whether { $authority } may have more time
act-answer-extension = Say whether it may have more time
act-answer-extension-what = The authority asks for more time than the rulebook gives it. Its day moves only if you agree; the other authorities’ days stay.
act-circulate = Accept as valid and put to the authorities
act-ask-also = Ask one more authority
act-ask-also-what = No rule names it in this case. It gets the application with its own period, and your reasons stand beside its name.
act-take-back = Ask this authority no longer
act-take-back-for = No longer ask { $authority }
act-take-back-what = No rule asks it: you did. Its decision is awaited no longer; what it has done until now stays in the record and counts for nothing.
asked-as-advice = It advises; the permit does not wait for it
asked-as-by-rulebook = As the rulebook has it wherever a rule asks it
asked-as-consent = Its consent is needed
asked-by-hand = asked by { $lead }; no rule names it in this case
confirm-ask-also-title = Check before you ask one more authority
confirm-asked-advice = Its period begins today. The permit does not wait for it.
confirm-asked-consent = Its period begins today. Before it has agreed there is no permit.
confirm-asked-question = Its question, which is open again
confirm-asked-advice-halted = Its clock stands still until the organiser has answered its question, or it takes the question back; only then its period runs. The permit does not wait for it.
confirm-asked-consent-halted = Its clock stands still until the organiser has answered its question, or it takes the question back; only then its period runs. Before it has agreed there is no permit.
confirm-asked-period = Its period
confirm-asked-due = By when it decides or advises
confirm-back-question = Its question is open: nobody has to answer it any more. If you ask this authority again, the question is open again.
confirm-back-offer = Its offer is open: nobody can accept it any more.
confirm-asked-told = Everyone who sees the case sees that you asked, and why.
confirm-take-back-title = Check before you ask it no longer
field-asked-as = As what
field-asked-reasons = Why it is asked
field-taken-back-reasons = Why it is asked no longer
referral-asked-by-hand = It had been left since { $since }, when the application was changed; { $lead } asks it again since { $at }. What it had done before counts for nothing now; a question that is open stays open.
referral-asked-again = { $lead } had taken the application back from it on { $at } (“{ $why }”) and asks it again. What it had done before counts for nothing now; a question that is open stays open.
referral-taken-back = Since { $at } { $lead } asks { $authority } no longer: “{ $why }”. What it had done until then counts for nothing now.
taken-back-read = Read what it had done
act-return = Return it as incomplete
act-return-what = The organiser has it back, changes it, and hands it in again under the same reference. No period runs until then.
act-issue-permit = Issue the permit
act-review-for = Review for { $authority }
act-begin-review = Begin the review
act-decide = Decide
act-decide-what = A decision stands. It is recorded with your name and cannot be changed.
act-advise = Give advice
act-advise-what = Advice stands. It is recorded with your name and cannot be changed. It neither agrees nor blocks: the permit does not wait for it.
act-ask = Ask the organiser
act-ask-what = Your clock stops until the answer comes. The other authorities’ clocks run on.
act-withdraw-question = Take the question back
act-propose-extension = Ask for more time
act-propose-extension-what = The organiser is asked. Your day moves only if it agrees; until then, and if it does not, your day stays. What you asked for before and was not answered yet is replaced.
act-revoke = Revoke the permit
act-revoke-what = The permit no longer holds from now on. Everyone who verifies it with a newer status list sees that.
act-withdraw = Withdraw the application
act-withdraw-what = The application ends. The authorities need not decide any more.

# The step before what is final: what will be recorded, and what follows.
confirm-decision-title = Check your decision before it is recorded
confirm-advice-title = Check your advice before it is recorded
confirm-permit-title = Check before you issue the permit
confirm-circulation-title = Check before you put it to the authorities
confirm-revocation-title = Check before you revoke the permit
confirm-withdrawal-title = Check before you withdraw the application
confirm-hand-in-title = Check before you hand in this document
confirm-file = File
confirm-extension-title = Check your answer before it is recorded
confirm-proposal-title = Check before you ask for more time
confirm-recorded = What will be recorded
confirm-by = In the name of
confirm-condition = { $condition } ({ $authority })
confirm-asked = { $authority } (to be asked by { $date })
confirm-follows = What follows
confirm-granted = { $authority } has then agreed. The permit can be issued once everyone whose consent is needed has agreed.
confirm-granted-with-conditions = { $authority } has then agreed under these conditions. They stand in the permit word for word, where everyone can read them unless the rulebook withholds them.
confirm-refused = { $authority } has then refused, and no permit can be issued for this application, whatever the others decide.
confirm-told = The organisers and the authorities of this application can read it at once.
confirm-circulation = Every authority named here is asked at once, and the period of each begins.
confirm-circulation-stands = It cannot be undone: what was put to an authority is decided, or its silence counts where the rulebook says so, or the organisers withdraw the application.
confirm-decision = Record this decision
confirm-advice = Record this advice
confirm-permit = The permit gets its number and its proof. It stands in the public calendar, and everyone can read and verify it, except for what the rulebook withholds.
confirm-advised = { $authority }: { $standing }
confirm-advised-reasons = { $authority }: { $standing }. { $reasons }
confirm-advice-late = { $authority } has not advised, and its period ended on { $date }; it may still advise until the permit is issued.
confirm-advice-runs = { $authority } may still advise until { $date }. Issued now, the permit does not wait for that, and the advice can no longer come.
confirm-advice-paused = { $authority } may still advise: its period stands still. Issued now, the permit does not wait for that, and the advice can no longer come.
confirm-unprintable = The printed permit shows � in place of these characters, for which this server has no font: { $characters }. Whoever runs this server can add a font that has them before this is recorded.
confirm-permit-stands = It cannot be undone or changed. It can only be suspended, revoked or replaced, and everyone then sees that it was.
confirm-revocation-stands = It cannot be undone, and no other permit can be issued in this application: the organisers would have to apply anew.
confirm-withdrawal-stands = It cannot be undone: whoever wants to hold the event after all applies anew, and every authority decides again.
confirm-extension-agreed = { $authority } then has that much more time.
confirm-extension-declined = The day of { $authority } stays. It may ask again.
confirm-extension-stands = It cannot be undone.
confirm-extension = Record this answer
confirm-due-now = By when it decides now
confirm-due-then = By when with these days
confirm-days-left = { $days } days of the period are left; the clock stands still
agreed-by-silence = { $authority }: no answer until { $date }, which counts as agreed

field-reasons = Reasons
field-lacks = What is missing
field-revocation-reasons = Reasons for revoking the permit
field-withdrawal-reasons = Reasons for withdrawing the application
field-question = Question to the organiser
field-answer = Your answer
field-days = How many days more
hint-days-working = Working days of your own calendar, from 1 to 366.
hint-days-calendar = Days of the calendar, weekends and holidays with them, from 1 to 366.
field-days-reasons = Why more time is needed
field-more-time = Your answer
more-time-agreed = I agree
more-time-declined = I do not agree
field-more-time-reasons = Why (may be left out)
column-more-time = Asked for
field-decision = Decision
decision-granted = Agree
decision-granted-with-conditions = Agree with conditions
decision-refused = Refuse
field-advice = Advice
decision-no-objection = No objection
decision-advised = Advise
decision-objected = Object
field-conditions = Conditions
hint-conditions = One condition on each line, each of at most { $most } characters. Only for agreeing with conditions.
field-decision-reasons = Reasons
hint-decision-reasons = A refusal needs reasons.
field-advice-reasons = What you advise, or why you object
hint-advice-reasons = May be left out if there is no objection.

referral-decision = Decision
changes-title = What was changed
changes-when = Returned on { $returned }, handed in again on { $again }.
changes-none = Nothing of what is asked was changed.
changes-nothing = nothing
column-what = What
column-before = Before
column-after = Now
referral-notice = Decision notice
referral-advice = Advice
referral-advice-notice = The advice as a paper
referral-questions = Questions
referral-why = Why this authority is asked
referral-wanted = What the rules ask for here: documents, fees, conditions, distances
referral-clock = The clock
referral-clock-ends = By when this authority decides cannot be reckoned: its calendar does not reach that far. The operator of this installation brings in a newer version.
question-number = Question { $number }
question-open = Not answered yet. The clock stands still.
question-answered = Answered on { $at }.
question-withdrawn = Taken back on { $at }.
referral-extensions = More time
days-more-working = { $days ->
    [one] One working day more
   *[other] { $days } working days more
}
days-more-calendar = { $days ->
    [one] One day more
   *[other] { $days } days more
}
extension-open = Not answered yet. The day stays until the organiser agrees.
extension-agreed = Agreed to on { $at }.
extension-declined = Not agreed to on { $at }. The day stays.
extension-replaced = Not answered: something else was asked for later.
extension-not-needed = Not answered before the decision.
decided-by = Decided on { $at } in the name of: { $authority } ({ $role }).
decided-by-silence = Nobody decided. The period of { $authority } ended on { $ended } without an answer, and by the rulebook that counts as said above. It was written down on { $at }.
advised-by = Given on { $at } in the name of: { $authority } ({ $role }).

period-working = { $days } working days ({ $kind }: { $citation })
period-calendar = { $days } days ({ $kind }: { $citation })
silence-nothing = When the period ends without a decision, nothing follows by itself: the decision is still owed.
silence-deemed-granted = By the rulebook, silence counts as agreement: it is recorded as that on the day after the period ends.
silence-deemed-refused = By the rulebook, silence counts as a refusal: it is recorded as that on the day after the period ends.
silence-advice = When the period ends without advice, nothing follows by itself. The permit does not wait for advice, and advice can come until it is issued.
silence-of = { $authority }: { $silence }
period-month = { $days ->
    [one] 1 month
   *[other] { $days } months
} ({ $kind }: { $citation })
step-start-counted = { $date }: received. The day itself is counted.
step-received-later = { $arrived }, { $time }: arrived ({ $why }). It counts as received on { $date }.
late-hour = { $hour } or later
step-months = { $months ->
    [one] 1 month goes
   *[other] { $months } months go
} to { $date }: { $days } days
step-months-back = { $months ->
    [one] 1 month
   *[other] { $months } months
} before that: { $date }
referral-clock-file = The clock as a file, to reckon it again
step-start = { $date }: received. The day itself is not counted.
step-extended = { $days } days were added: { $total } in all.
step-silent = { $date }: the period ended without an answer, and by the rulebook that counts.
step-counted = { $span }: day { $number }
step-run = { $weekend ->
    [0] { $span }: days { $first } to { $last }
   *[other] { $span }: days { $first } to { $last }, without { $weekend } weekend days
}
step-skipped = { $span }: not counted, { $why }
step-paused = { $span }: not counted, the clock stood still
step-stands-still = { $date }: an answer is awaited, the clock stands still
step-rolled = { $from } is not a working day ({ $why }): { $to } stands for it
step-held = By a later change of the calendar the period would have ended on { $from }, which was over already. No change ends a period before the day on which it is made: { $to }
step-event = { $date }: the event
step-margin = { $days ->
    [one] { $date }: decided by then, 1 day before
   *[other] { $date }: decided by then, { $days } days before
}
step-result = { $date }: the last day
step-decided = { $number ->
    [0] { $date }: decided, before the first day was counted
   *[other] { $date }: decided, on day { $number }
}
step-decided-late = { $date }: decided, after the last day
why-weekend = weekend
why-closed = closed: { $reason }

docket-title = Docket
docket-count = { $count ->
    [one] One referral waits for your decision.
   *[other] { $count } referrals wait for your decision, the most urgent first.
}
docket-contradicting = { $count ->
    [one] In one case your conditions contradict another authority’s.
   *[other] In { $count } cases your conditions contradict another authority’s.
}
docket-reconcile = before the permit
docket-advising = { $count ->
    [one] One referral waits for your advice.
   *[other] { $count } referrals wait for your advice.
}
docket-nothing = Nothing waits for you.
docket-awaiting = { $count ->
    [one] One awaits the organiser’s answer.
   *[other] { $count } await their organisers’ answers.
}
docket-refused = An authority has refused: no permit can be issued.
docket-handed-in = A document was handed in on { $at }
docket-empty = When an application concerns your authority, it appears here.
docket-paused = clock stands still
docket-event = { $date }, { $place }

board-title = Applications
board-overdue = { $count ->
    [one] One application waits for a decision that is overdue
   *[other] { $count } applications wait for decisions that are overdue
}
board-count = { $count ->
    [0] Nothing waits for you
    [one] One application waits for you
   *[other] { $count } applications wait for you
}
board-waiting = { $count ->
    [0] None waits for others
    [one] One application waits for others
   *[other] { $count } applications wait for others
}
board-all = All applications, closed ones with them

events-title = Events
events-empty = There is no event yet.
event-about = { $reference }, { $date }, { $place }
event-progress = { $agreed } of { $asked } agreed
event-progress-advice = { $progress }; advice: { $advised } of { $consulted }
drafts-title = Drafts
draft-untitled = Without a name
draft-saved = Saved on { $at }
draft-by-rules = By the rules:
draft-begin = Apply for an event: { $rulebook }

thread-source = Source
thread-meeting = Meeting, { $when }
thread-request = Request
thread-draft = Application (draft)
thread-application = Application { $reference }
thread-decisions = Decisions
thread-permit = Permit
thread-permit-revoked = Permit (revoked)

# An application that is changed while it is before the authorities
act-amend = Change the application
act-amend-what = You change what was applied for, and see before anything is handed in who decides again because of it, and by when. Whom the change does not concern goes on as before.
act-amend-begin = Begin a change
amended-again = The organiser changed the application on { $at }. Because of that these decide anew, or are asked now: { $authorities }.
amended-released = No longer asked: { $authorities }.
amended-nobody = The organiser changed the application on { $at }. Nobody decides anew because of that.
amended-nobody-again = Nobody decides anew because of it.
changes-amended = Changed on { $at }.
amend-decides-again = decides again
amend-asked = is asked now
amend-time-falls = its request for more time falls away
amend-released = is no longer asked
amend-leaves = goes on as before
amend-had = until now: { $standing }
changed-day = the event’s day
changed-hours = its hours
changed-place = its place
changed-parts = parts that are new, or called otherwise
changed-rules = the rules by which it is asked
changed-answer = the answer to “{ $question }”
referral-anew = The organiser changed the application: since { $at } it is decided anew, in a whole period of its own. What was changed: { $why }. Whatever was decided before counts no more.
round-ended = Before the change of { $at }
round-what = This was about what was handed in before. It counts for nothing now.
round-taken-back = Until it was taken back on { $at }
round-taken-back-what = The leading authority had taken it back. It counts for nothing now.
round-undecided = Nothing had been decided.
line-again = decides again since { $date }; until then: { $standing }
docket-reopened = To be decided anew: the application was changed on { $at }
line-anew = begun anew on { $date }: nothing had been decided
amend-begins-anew = begins anew
released-stood = until then: { $standing }
referral-released = The organiser changed the application: since { $at } { $authority } is asked no longer. What it had done until then stands below, and counts for nothing now.
referral-released-why = The organiser changed the application: since { $at } { $authority } is asked no longer, because of { $why }. What it had done until then stands below, and counts for nothing now.
