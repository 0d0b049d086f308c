proposal-proposed = waiting for a second person
proposal-approved = approved
proposal-declined = declined
proposal-withdrawn = withdrawn
proposal-published = published

refusal-not-the-rulebooks-lead = A rulebook is changed by rule makers of the authority that leads by it: { $authority }.
refusal-too-many-rulebook-files = { $given } files are too many for one version: at most { $most }.
refusal-version-name-taken = Version { $version } is taken: it is published or was installed. Choose another name.
refusal-version-name-proposed = Version { $version } is taken by proposal { $proposal }. Choose another name; this one is free again once that proposal is withdrawn or declined.
refusal-no-such-proposal = There is no proposal { $number }.
refusal-wrong-proposal-standing = The proposal is { $standing }; this can be done when it is { $needed }.
refusal-own-proposal = You proposed this or worked on it yourself: another rule maker decides on it.
refusal-not-the-proposer = Only whoever made the proposal takes it back.
refusal-changed-meanwhile = Another version ({ $by }…) binds last by now; this one would undo it unseen. Make the change on that version, and propose it anew.
refusal-binds-too-early = { $from } is too early: the first possible day is { $earliest }.
refusal-binds-too-far-ahead = { $from } is too far ahead: look at the year. A version binds from at most ten years ahead, here { $latest }.
refusal-outside-validity = The version says that it holds from { $valid } on, so it cannot bind from { $from }. Choose a later day.
refusal-past-validity = The version says that it holds until { $valid }, so it cannot bind from { $from }. Choose an earlier day.
refusal-rulebook-faults = The linter found { $count ->
    [one] one fault
   *[other] { $count } faults
}: { $what }. Put it right, and propose the version anew.
refusal-rule-tests-fail = { $count ->
    [one] One of the version’s own tests does
   *[other] { $count } of the version’s own tests do
} not come out as written: { $what }. Put the rules or the tests right, and propose the version anew.
refusal-rules-untested = { $count ->
    [one] One rule is
   *[other] { $count } rules are
} not reached by any of the version’s own tests: { $what }. Write a test for each, and propose the version anew.

rulebooks-title = Rulebooks
rulebooks-what = Which authorities must agree to an event, and why: every version, as it bound, binds or will bind.
rulebook-version-title = { $title }, version { $version }
rulebook-in-force = in force
rulebook-earlier = earlier
rulebook-ended = no longer in force
rulebook-unloaded = cannot be loaded
rulebook-unloaded-what = This version cannot be loaded: this is what refuses it. Nobody is bound by it until a version without these faults is published.
proposal-unloaded-title = Proposal { $number } of { $rulebook }
rulebook-later = not yet in force
rulebook-binds-from = Binds whoever hands in from { $date } on.
rulebook-binds-from-to = Binds whoever hands in from { $date } to { $last }.
rulebook-installed = The operator of this installation put it in force.
rulebook-lead = Lead authority
rulebook-files = Files
rulebook-work-on = Work on this version
rulebook-changes = What changed since version { $version }
rulebook-no-change = No rule and no text is another.
rulebook-authorities = Authorities and their periods
rulebook-authority = Authority
rulebook-competence = What its position does
rulebook-period = How long it may take
rulebook-silence = If it says nothing
column-version = Version
column-binds-from = Binds from
column-hash = Hash (SHA-256)
column-rule = Rule
competence-competent = may refuse
competence-concurrence = must agree
competence-consultee = advises
by-silence-nothing = its decision is late
by-silence-deemed-granted = it counts as granted
by-silence-deemed-refused = it counts as refused
hit-policy-unique = At most one rule answers.
hit-policy-any = Rules that apply answer the same.
hit-policy-priority = The answer that ranks first counts.
hit-policy-first = The first rule that applies counts.
hit-policy-collect = Every rule that applies counts.
hit-policy-rule-order = Every rule that applies counts, in this order.
hit-policy-output-order = Every rule that applies counts, by the rank of its answer.
rule-number = Rule { $number }
rule-number-was = Rule { $number } (was { $before })
rule-title = Rule { $number }: { $table }
rule-lead = In { $file } of version { $version }. Each cell is read when you save; nothing is kept of a rule with a fault.
rule-when = When
rule-then = Asks
rule-because = Because
rule-always = always
rule-tests = Tests { $key }: such as > 5000, [1..5], "road", not("road"); - for any answer.
rule-answers = An expression: the id of an authority in quotation marks, such as "moi".
rule-answers-are = Its answers: { $answers }.
rule-save = Save the rule
rule-copy = Save, and add a rule like it below
rule-up = Save, and move it up
rule-down = Save, and move it down
rule-add = Add a rule
rule-remove = Take the rule out

rulebook-drafts-title = Versions that you work on
rulebook-draft-title = A new version of { $rulebook }
rulebook-changed-version = the version that it changes
rulebook-unsound = What keeps these files from being a version
rulebook-proposing = To propose it
rulebook-propose = Propose the version
rulebook-back = Back
rulebook-back-to-draft = Back to the version
rulebook-discard-what = The files and whatever was typed would be gone. The version that it changes stays.
rulebook-removal-title = Take { $name } off this version?
rulebook-removal-what = The file would be gone from the version that you work on, with all that was changed in it. Nobody can bring it back: to keep a copy, download it first.
rulebook-published-page = Its public page
field-rulebook-version = Version
hint-rulebook-version = What you call it, such as 2. It is written into rulebook.toml; no two versions are called alike, so work begins under the next number.
field-binds-from = Binds from
field-purpose = What it is for
field-rulebook-file = Add a file, or put it in the place of one of that name
hint-rulebook-file = rulebook.toml, a decision model (.dmn), or tests (.toml).

proposals-title = Proposals
proposal-line = { $rulebook } { $version }, proposal { $number }
proposal-changes = What it would change
proposal-not-compared = It could not be compared: the version that it changes, { $hash }, is not known here.
proposal-first = It is the first version: there is none to compare it with.
proposal-to-bind-from = To bind whoever hands in from { $date } on.
proposal-approve = Approve
proposal-decline = Decline
proposal-publish = Publish
proposal-withdraw = Withdraw the proposal
history-proposed = Proposed by { $person } on { $at }
history-approved = Approved by { $person } on { $at }
history-declined = Declined by { $person } on { $at }
history-withdrawn = Withdrawn by { $person } on { $at }
history-published = Published by { $person } on { $at }

difference-added = { $what }: new
difference-removed = { $what }: gone
difference-changed = { $what }: { $before } → { $after }
difference-test = { $rule }, { $question }: { $before } → { $after }
difference-of = { $what }, { $key }
difference-nothing = (nothing)
difference-rule-added = Rule { $number }: new; asks { $authority } where { $tests }
difference-rule-removed = Rule { $number } of the version before: gone; it asked { $authority } where { $tests }
difference-rule-moved = Rule { $after }: moved from row { $before }
part-rulebook = the rulebook
part-question = question “{ $id }”
part-authority = authority { $id }
part-reason = reason “{ $id }”
part-period = period { $id }

lint-title = What the linter finds
lint-what = All combinations of answers are looked at. Faults must be put right before the version is published; notes may stay.
lint-nothing = Nothing.

tests-lead = { $cases ->
    [one] One case
   *[other] { $cases } cases
}, of which { $failed ->
    [0] none fails
    [one] one fails
   *[other] { $failed } fail
}. { $held } of { $rules } rules are held by a case that passes; a version is published when every rule is.
test-case = Case
test-answers = Answers
test-expected = What must come of it
test-passed = passed
test-failed = fails
test-expects = { $authority }: { $details }
test-expects-nobody = Nobody is asked.
test-expects-refusal = It is refused: { $why }
test-period-working = { $days ->
    [one] 1 working day
   *[other] { $days } working days
}
test-period-calendar = { $days ->
    [one] 1 day
   *[other] { $days } days
}
test-period-month = { $days ->
    [one] 1 month
   *[other] { $days } months
}
test-missing = { $authority } is not asked.
test-unexpected = { $authority } is asked too, by { $rules }.
test-other = { $authority }: { $found } instead of { $expected }.
test-refused = It is refused: { $why }
test-not-refused = It is not refused; expected was: { $why }
test-refused-otherwise = It is refused otherwise: { $found } Expected was: { $expected }
tests-held = Which rules they hold
tests-holding = Cases that hold it
tests-none = none

what-if-title = Whom it would have touched
what-if-versions = { $new }, beside version { $old }
what-if-no-case = No application was handed in under this rulebook yet: there is nothing to compare.
what-if-no-change = { $cases ->
    [one] The one application that was handed in comes out alike
   *[other] All { $cases } applications that were handed in come out alike
} under this version and under version { $old }.
what-if-lead = Under this version, { $cases ->
    [one] the one application that was handed in
   *[other] { $changed } of { $cases } applications that were handed in
} would have come out otherwise than under version { $old }. What was handed in stays with its version.
what-if-gained = would also be put to { $authority }
what-if-lost = would no longer be put to { $authority }
what-if-longer = some authority would have longer
what-if-shorter = some authority would have less time
what-if-documents = would need other documents
what-if-fees = would pay other fees
what-if-lead-times = some authority would have to be asked at another time
what-if-refused = would be refused
what-if-no-longer-refused = would no longer be refused
what-if-has-longer = { $authority } would have longer: { $before } → { $after } days
what-if-has-shorter = { $authority } would have less time: { $before } → { $after } days
what-if-has-other = { $authority } would count its days otherwise: { $before } → { $after } days
what-if-would-be-refused = would be refused: { $why }
what-if-would-not-be-refused = would no longer be refused: { $why }
what-if-case = Application
what-if-change = What would differ
what-if-more = { $more } more are in the file.
what-if-csv = All of them as a file (CSV)

fault-rulebook-cell = { $what }. { $todo }.
fault-rulebook-file = { $what }
fault-rulebook-other-id = The files are those of another rulebook. Write the id of this one into rulebook.toml.
fault-rulebook-file-name = A version’s files are rulebook.toml, decision models (.dmn) and tests (.toml); names have letters, digits, hyphens, dots and underscores.
fault-rulebook-file-text = The file is no text in UTF-8.
fault-rulebook-file-count = There are too many files. Take one out first.
fault-version-name = A version’s name has no quotation mark, backslash or number sign.
place-rulebooks = Rulebooks
part-document = document “{ $id }”
part-fee = fee “{ $id }”
part-condition = condition “{ $id }”
part-lead-time = lead time { $id }
part-distance = safety distance ({ $id })
part-model = model file { $id }
part-type = type { $id }
part-input-data = input data { $id }
part-decision = decision { $id }
part-function = function { $id }
part-service = decision service { $id }
tests-title = The version’s own tests
tests-passed = { $count ->
    [one] One test passes
   *[other] { $count } tests pass
}
tests-failing = Fails: { $what }
tests-more = { $count ->
    [one] One more is
   *[other] { $count } more are
} not told here.
tests-shown = Cases { $from } to { $to } of { $all }. Those that fail stand first.
tests-uncovered = Held by no test: { $rules }. Without a test for each, the version is not published.
tests-removed = { $count ->
    [one] One test is
   *[other] { $count } tests are
} gone: { $names }
tests-expect-less = { $count ->
    [one] One test expects
   *[other] { $count } tests expect
} less than before: { $names }
tests-changed = { $count ->
    [one] One test is
   *[other] { $count } tests are
} changed: { $names }
tests-added = { $count ->
    [one] One test is
   *[other] { $count } tests are
} new: { $names }
proposal-resume = Work on this again
rulebook-draft-line = { $rulebook }, version { $version }
rulebook-draft-line-for = { $rulebook }, version { $version }: { $purpose }
fault-rulebook-last-rule = A table keeps at least one rule. Change this one, or add another first.

rulebook-head = For where and when it holds
rulebook-contents = On this page
rulebook-valid = Days on which it may bind, by itself
rulebook-valid-from = from { $from } on
rulebook-valid-from-to = { $from } to { $to }
rulebook-place = Where it holds
rulebook-zone = Time zone
rulebook-languages = Languages of its texts
rulebook-prefix = What references begin with
rulebook-questions = What is asked
rulebook-periods = Periods of single rules
rulebook-conditions = Conditions that rules bring along
rulebook-lead-times = How long before the event to file
rulebook-clear-days = So many whole days lie between: neither the day of receipt nor that of the event is counted.
rulebook-named-by = Named by:
rulebook-deputies = In its stead: { $deputies }
rulebook-calendar = Working days: { $calendar }
rulebook-authority-page = its page
rulebook-authority-law = the law that gives it its competence
calendar-kh = those of Cambodia
calendar-jp = those of Japan
calendar-gb-eng = those of England
calendar-us-ny = those of New York
jurisdiction-gb-eng = England
jurisdiction-jp-13 = Tokyo, Japan
jurisdiction-kh-12 = Phnom Penh, Cambodia
jurisdiction-us-ny = New York, United States
takes-yes-or-no = Yes or no
takes-day = A day
takes-number = A number
takes-whole-number = A whole number
takes-text = A text
takes-one-of = One of: { $answers }
takes-nothing = It may be left open.
test-at-least = at least { $value }
test-at-most = at most { $value }
rule-column-in-file = In the file: { $column }
rule-column-period = its own period
rule-column-link = published at
rule-column-note = note
rule-column-documents = documents
rule-column-fees = fees
rule-column-conditions = conditions
rule-column-lead-time = to be filed ahead of the event
rule-column-distance = safety distance
rulebook-asks = Who is asked, and why
test-any = any
test-less = less than { $value }
test-more = more than { $value }
test-range = from { $low } to { $high }
test-both = { $first } and { $second }
test-not = not { $tests }
test-one-of = one of: { $tests }
test-none-of = none of: { $tests }
test-before = before { $value }
test-until = { $value } or earlier
test-after = after { $value }
test-since = { $value } or later
rule-column-authority = asks
rule-column-reason = reason
rule-column-citation = what it rests on
rule-column-kind = kind of rule
key-in-language = { $key } ({ $language })
key-values = answer “{ $answer }”
key-title = title
key-id = id
key-version = version
key-reference-prefix = what references begin with
key-jurisdiction = where it holds
key-valid-from = first day
key-valid-to = last day
key-languages = languages of its texts
key-timezone = time zone
key-lead = lead authority
key-decision = the table that names authorities
key-hit-policy = which rules count
key-input = order of the questions
key-authority = order of the authorities
key-hash = hash
key-digest = something else in it
key-type = type of the answer
key-required = must be answered
key-unit = unit
key-whole = whole numbers only
key-least = smallest answer
key-most = largest answer
key-question = the question
key-help = help
key-name = name
key-short = short name
key-competence = what its position does
key-calendar = working days
key-silence = if it says nothing
key-deputies = in its stead
key-law = the law that gives it its competence
key-address-post = postal address
key-address-email = e-mail address
key-address-phone = telephone
key-address-web = page
key-period = how long it may take
key-basis-kind = kind of what it rests on
key-basis-citation = what it rests on
key-basis-link = where that is published
key-text = text
key-label = name
key-amount = amount
key-per = how often it is due
key-phase = when it is kept
key-proof = must be shown to be kept
key-days = days
key-clear = clear days
key-rows = distances
type-text = a text
type-number = a number
type-boolean = yes or no
type-date = a day
per-application = for each application
per-day = for each day
part-translation = translation of “{ $id }”
key-receipt-counted = whether the day of receipt counts
key-receipt-cut-off = hour from which it is the next day
rulebook-receipt-counted = Its period begins on the day of receipt.
rulebook-receipt-cut-off = What arrives from { $at } on is received on its next working day.
rule-more = Copy, move or take out this rule
rule-as-dmn = Write it as DMN
rule-which = Which of them: { $question }
rule-dmn-of = DMN: { $question }
rule-value = What it is compared with
rule-value-in = What it is compared with, in { $unit }
rule-upper = Up to; only for “from … to …”
rule-choose = Choose
rule-period-own = the authority’s own period
way-one-of = is one of those ticked
way-none-of = is none of those ticked
way-more = more than
way-at-least = at least
way-less = less than
way-at-most = at most
way-equal = exactly
way-range = from … to …, both included
way-day-more = after
way-day-at-least = on that day or later
way-day-less = before
way-day-at-most = on that day or earlier
way-day-equal = on that day
way-as-written = as it is written in DMN
proposal-title = { $version }: { $standing }
proposal-waits-for-you = waits for your approval
proposal-number = Proposal { $number }
proposal-made = Proposal
confirm-approve-title = Check before you approve this version
confirm-approve = Then it can be published: from the day that is chosen for it, every application that is handed in is decided by it.
confirm-approval-stands = The approval stands in your name. If you are not sure of a rule, go back and read it.
confirm-publish-title = Check before you publish this version
confirm-publish = Whoever hands in from { $date } on is bound by it. Applications that were handed in before stay with the version that they were handed in under.
confirm-publication-stands = It stands, and its page is public for ever. Only another version takes its place.
confirm-more-changes = { $count ->
    [one] One more stands on the page of the proposal.
   *[other] { $count } more stand on the page of the proposal.
}
back-to-proposal = Back to the proposal
rule-stale = Someone else changed this version after you opened this page, so nothing was saved. Where only they changed a cell, it is as they left it; what you changed is as you typed it. Look at it, and save it again.
stands-now = It says “{ $now }” now.
rulebook-draft-stale = Someone else changed this version after you opened this page, or is proposing it, so nothing was saved. What you typed is still here: look at it, and send it again.
rulebook-yours = yours to change
rulebook-work-on-last = Work on its last version
tests-mend = To mend a test: download its file below, change it, and put it in again under the same name.
lint-faults = { $count ->
    [one] The linter finds one fault
   *[other] The linter finds { $count } faults
}
