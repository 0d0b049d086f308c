# The conditions of a permit: what is shown for them, and their discharge.
keeping-title = Conditions of the permit
keeping-see = What became of these conditions
keeping-nothing-by-itself = Nothing happens by itself: the permit stands, whatever is still open here. Only the authority that set a condition discharges it.
keeping-progress = { $discharged } of { $all } conditions of the permit are discharged.
keeping-to-show = { $count ->
    [one] For one condition of the permit you have something to show by { $date }.
   *[other] For { $count } conditions of the permit you have something to show, the first by { $date }.
}
keeping-waits = { $count ->
    [one] The organiser showed that one of your conditions is kept, and waits for you.
   *[other] The organiser showed that { $count } of your conditions are kept, and waits for you.
}
keeping-overdue = { $count ->
    [one] For one condition of the permit you have something to show, and its day is past: { $date }.
   *[other] For { $count } conditions of the permit you have something to show, and the first day is past: { $date }.
}
events-owing = Over, with conditions still open
events-ahead = From today on
kept-tag-not-shown = Not shown
kept-tag-shown = Shown
kept-tag-not-enough = Not enough
kept-tag-discharged = Discharged
kept-to-show = to be shown by { $date }
kept-overdue = overdue: was to be shown by { $date }
kept-no-day = no day is set for showing it
kept-shown = on { $date }; waits for { $authority }
kept-discharged = by { $authority } on { $date }
kept-ended = no longer to be shown
kept-because = Because: { $reasons }
kept-owner = seen to by { $organiser }
column-condition = Condition

condition-set-by = Set by
condition-kept = To be kept
condition-owner = Seen to by
condition-revoked = The permit was revoked. Nothing is shown or discharged any more.
condition-proofs = What was shown
condition-discharged-title = Discharged
condition-discharged = { $authority } accepted what was shown on { $at } ({ $role }).
condition-discharged-seen = { $authority } saw for itself that it is kept, on { $at } ({ $role }).
condition-hand-in = Does a document show it? Hand it in first; then choose it here.
proof-number = Proof { $number }
proof-shown = Shown on { $at } ({ $role })
proof-waits = Waits for { $authority }
proof-declined = { $authority } said on { $at } that this is not enough
proof-taken-back = Taken back on { $at } by whoever showed it
proof-accepted = Accepted by { $authority }
proof-not-answered = Not answered: the authority saw for itself
proof-revoked = Not answered: the permit was revoked
proof-hidden = What was shown and said stays between the organisers, the authority that set the condition and the authority that leads.

act-show-kept = Show that it is kept
act-show-kept-what = The authority that set the condition reads it, and says whether it is enough. Beside it and you only the authority that leads reads your words; documents can be read by every authority that was asked.
field-proof-words = How it is kept
field-proof-documents = Documents that show it
act-discharge = Discharge the condition
act-discharge-accept-what = You accept what was shown: for your authority the condition is kept.
act-discharge-what = Nothing that was shown waits for you. If you saw for yourself that the condition is kept, say what you saw.
field-discharge-said = What you say to it (if anything)
field-discharge-seen = What you saw
act-decline-proof = Say that it is not enough
act-decline-proof-what = The organiser reads what is wanting, and can show it anew.
field-declined-reasons = What is wanting
act-name-owner = Say which organiser sees to it
act-name-owner-what = It then comes first in the list of that organiser. Any organiser can still show that the condition is kept, and say that another sees to it.
field-owner = Organiser
confirm-discharge-title = Check before you discharge this condition
confirm-discharge = The condition is then discharged for your authority alone: whoever else set the same decides for itself.
confirm-discharge-short = The insurance that is shown does not cover the event. { $words }
confirm-discharge-early-during = The event is not over yet, and this is to be kept during it. Once discharged, nobody is asked to show it any more.
confirm-discharge-early-after = The event is not over yet, and this is to be kept after it. Once discharged, nobody is asked to show it any more.
confirm-discharge-stands = It cannot be undone.
confirm-discharge-nothing = Nothing: you saw for yourself

docket-conditions = { $count ->
    [one] Something is to be done about one of your conditions
   *[other] Something is to be done about { $count } of your conditions
}
docket-shown = shown on { $at }; waits for you
dates-condition = { $title }: the last day to show { $authority } that this is kept: { $condition }
board-conditions = { $count ->
    [one] One permitted event has a condition that is overdue, or not discharged though the event is near
   *[other] { $count } permitted events have conditions that are overdue, or not discharged though the event is near
}
event-progress-conditions = { $progress }; conditions discharged: { $discharged } of { $all }
event-condition-due = a condition is overdue, or not discharged though the event is near
event-condition-open = a condition is not discharged

refusal-no-such-condition = The permit has no condition { $number } of { $authority }.
refusal-already-discharged = { $authority } has discharged this condition already.
refusal-proof-waits = What was shown last waits for { $authority }. Once it has answered, more can be shown.
refusal-no-open-proof = What you read does not wait for an answer any more: it was answered, or something else was shown since. Read what stands there now.
refusal-shown-too-often = For one condition something can be shown { $most } times. Turn to the authority that set it: it can discharge it all the same.
refusal-no-such-document = The application has no such document. Hand it in first, or choose another.
refusal-discharge-unexplained = Say what you saw: nothing that was shown is accepted with this.
refusal-owner-holds-not = Only who holds the event can see to its conditions.
refusal-owner-already = That organiser sees to it already.
