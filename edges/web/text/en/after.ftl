# After the permit: it is suspended, and the suspension is lifted or ends.

act-suspend = Suspend the permit
act-suspend-what = The permit does not hold for now. It holds again once you lift the suspension, or after a day that you give here. You can still revoke it meanwhile.
act-lift = Lift the suspension
act-lift-what = The permit holds again from now on, as it was issued.
field-suspension-reasons = Reasons for suspending the permit
hint-suspension-reasons = The organisers and the authorities of this application read them. The public page of the permit shows only that it is suspended, since when and until when.
field-suspension-until = Until and with which day (may be left out)
hint-suspension-until = From the next day on the permit holds again by itself. It has to be before the event’s day. Without a day the suspension lasts until you lift it.
field-lifting-reasons = Reasons for lifting it (may be left out)
suspension-no-day = until it is lifted
confirm-suspension-holds = The permit does not hold from now on.
confirm-suspended-until = Until the end of
confirm-suspension-title = Check before you suspend the permit
confirm-suspension-verify = Everyone who verifies the permit with a newer status list sees that it is suspended, and must not rely on it.
confirm-suspension-conditions = Its conditions stay: what they demand can still be shown and discharged meanwhile.
confirm-suspension-until = It ends by itself: from { $date } on the permit holds again, unless you revoke it before.
confirm-suspension-open = It does not end by itself. If nobody lifts it before the event is over, the event was without a permit that holds, and the application is closed.
confirm-lifting-title = Check before you lift the suspension
confirm-lifting-verify = Everyone who verifies the permit with a newer status list sees that it holds.
confirm-lifting-again = You can suspend or revoke it again.

position-suspended = The permit is suspended: it does not hold until the suspension is lifted.
position-suspended-until = The permit is suspended until the end of { $date }: from then on it holds again.
position-day-passed-suspended = The day has passed while the permit was suspended: it did not hold on that day.
suspended-before = The permit was suspended on { $from } and held again on { $to }.
suspended-before-lifted = The permit was suspended on { $from } and held again on { $to }: { $reasons }
suspended-why = Why it was suspended: { $reasons }
suspended-until-revoked = The permit was suspended on { $from }, until it was revoked.
stage-suspended = permit suspended
thread-permit-suspended = Permit (suspended)
condition-suspended = The permit is suspended for now. What this condition demands can still be shown and discharged.
keeping-suspended = The permit is suspended for now. Its conditions can still be shown and discharged.
condition-lapsed = The day has passed while the permit was suspended. Nothing is shown or discharged any more.
proof-lapsed = Not answered: the day has passed while the permit was suspended
dates-event-suspended = Event, its permit suspended: { $title }

permit-suspended = suspended since { $at }
permit-suspended-until = suspended since { $at }, until the end of { $date }
permit-suspended-warning = Suspended since { $at }: do not rely on this permit for now.
permit-suspended-until-warning = Suspended since { $at }, until the end of { $date }: do not rely on this permit for now.
verify-suspended = Genuine, but suspended
verify-suspended-warning = This permit is suspended: do not rely on it for now.

notice-suspended = The permit was suspended
notice-suspension-lifted = The suspension of the permit was lifted: it holds again
notice-suspension-ended = The suspension of the permit has ended: it holds again
notice-lapsed-suspended = The application is closed: its day has passed, and the permit was suspended
notice-by-suspended = It does not hold until the end of { $date }.

refusal-suspended-until = { $date } is no day until which this permit can be suspended. Choose one from { $from } on that is before the event’s day, { $event }, or none: then the suspension lasts until you lift it.
refusal-suspension-runs = The day until which the permit is suspended is not over, or none was given. Whoever leads can lift the suspension.
refusal-suspended-since = The permit was issued, replaced or suspended, or its suspension ended, after you opened the page, so nothing was done. Read how it stands now; if it is still right, do it once more.

# Appeals: what an organiser notes of them, and how they ended.
act-note-appeal = Note an appeal
act-note-appeal-what = You appealed against a decision in this case: note here against which, to whom and when. It changes nothing of the decision by itself. The authority that decided and the authority that leads are told; the public is not.
act-note-appeal-outcome = Note how an appeal ended
act-note-appeal-outcome-what = It changes nothing by itself: whoever decided does what follows from it.
field-appeal-against = Against
field-appeal-body = To whom you appealed
hint-appeal-body = The court, the minister or the office, in one line.
field-appeal-lodged = On which day
field-appeal-reference = Its reference (may be left out)
field-appeal = Appeal
field-appeal-how = How it ended
field-appeal-ended = On which day it ended
field-appeal-words = What was decided, in words
appeal-upheld = Upheld
appeal-dismissed = Dismissed
appeal-withdrawn = Withdrawn
confirm-appeal-title = Check before you note how the appeal ended
confirm-appeal-told = The organisers, the authority that leads and the authority that decided can read it at once. Nobody else does.
confirm-appeal-by-itself = It changes nothing of the decision by itself.
appealed-refusal = the refusal by { $authority }
appealed-conditions = the conditions of { $authority }
appealed-suspension = the suspension of the permit
appealed-revocation = the revocation of the permit
appeals-title = Appeals
appeals-listed = { $count ->
    [one] One appeal is open, or was upheld and waits for what follows
   *[other] { $count } appeals are open, or were upheld and wait for what follows
}
column-appeal = Appeal
appeal-row-said = To { $body }, on { $date }.
appeal-row-open = Open
appeal-row-upheld = Upheld on { $date }: something is to be done
appeal-which = Appeal { $number }, against { $against }
appeal-said = To { $body }, on { $date }. Noted on { $at }.
appeal-reference = Reference: { $reference }.
appeal-ended-upheld = Upheld on { $date }. Noted on { $at } ({ $role }).
appeal-ended-dismissed = Dismissed on { $date }. Noted on { $at } ({ $role }).
appeal-ended-withdrawn = Withdrawn on { $date }. Noted on { $at } ({ $role }).
appeal-then-open = An appeal changes nothing of the decision by itself: what was decided holds.
appeal-then-stands = What was decided holds.
appeal-then-conditions = Nothing follows by itself: the authority can now change its conditions.
appeal-then-lift = Nothing follows by itself: the authority that leads can now lift the suspension.
appeal-then-holds = The permit holds again.
appeal-then-done = What follows from it is done: the authority changed its conditions since.
appeal-then-gone = What it is against does not stand any more.
appeal-then-anew = Nothing follows by itself, and here it cannot be decided anew: the organisers apply anew, and name this appeal.

notice-appeal-noted = An appeal against a decision was noted
notice-appeal-upheld = An appeal was upheld
notice-appeal-dismissed = An appeal was dismissed
notice-appeal-withdrawn = An appeal was withdrawn

refusal-nothing-to-appeal = Nothing stands here that this could be an appeal against: no refusal, no conditions, and a permit that is neither suspended nor revoked. Or it changed after you opened the page.
refusal-appeal-open = An appeal against this is noted already. Note how it ended before you note another.
refusal-appealed-too-often = At most { $most } appeals are noted in one case.
refusal-appeal-day = { $date } cannot be: choose a day from { $from } to { $to }.
refusal-no-open-appeal = No such appeal is open: how it ended is noted already.

# A permit that is issued anew, in place of the earlier one.
act-replace = Replace the permit
act-replace-what = Authorities changed their conditions since the permit was issued. A new permit with the conditions as they are now takes its place.
field-replacing-reasons = Reasons for replacing the permit
hint-replacing-reasons = The organisers and the authorities of this application read them. The public page of the earlier permit shows only that it was replaced, when and by which.
confirm-replacing-title = Check before you replace the permit
confirm-replacing-stays = Conditions that stay, with what was shown for them
confirm-replacing-stays-as = { $condition } [{ $kept }]
confirm-replacing-new = New conditions, to be shown anew
confirm-replacing-gone = Conditions that fall away
confirm-replacing-holds = { $permit } does not hold any more from now on: its page, its code and every newer status list say that another took its place.
confirm-replacing-paper = Whoever has the earlier permit on paper asks for the new one. The organisers and the authorities are told.
confirm-replacing-shown = What was shown or discharged goes over for the conditions that stay. For the new ones it is to be shown again, also where only the words or the day changed.
confirm-revision-permit = The permit goes on as it was issued until whoever leads replaces it. Whoever leads and the organisers are told that it now says something else.
position-replace-yours = You issue it anew: see “Replace the permit” below.
question-not-asked = Not answered. Nobody has to answer it as long as the authority is not asked.
position-permit-differs = The permit is issued, but authorities changed their conditions since. It goes on as it was issued until whoever leads replaces it.
departures-title = What the permit does not say yet
departure-gone = { $authority } no longer demands: { $condition }
departure-new = { $authority } now demands: { $condition }
referral-permit-differs = The permit does not say these conditions yet. It goes on as it was issued until whoever leads issues it anew.
stage-permit-differs = permit to be replaced
stage-replaced = permit replaced
replaced-before = { $earlier } was replaced by { $permit } on { $at }: { $reasons }
condition-replaced = This condition stood in a permit that was replaced, and is not in the present one. Nothing is shown or discharged for it any more.
permit-replaced = replaced on { $at } by { $permit }
permit-replaced-warning = Replaced on { $at }: do not rely on this permit, and ask for { $permit }.
permit-issued-replacing = issued on { $at }, in place of { $permit }
paper-see-instead = See { $permit }, which took its place
verify-replaced = Genuine, but replaced
verify-replaced-warning = Another permit took the place of this one: do not rely on it, and ask for { $permit }.
appeal-then-permit = Nothing follows by itself: the authority can now change its conditions, and whoever leads can then replace the permit.
appeal-then-replace = Conditions were changed since the permit was issued: whoever leads can now replace it.
notice-permit-differs = { $authority } changed its conditions: the permit now says something else
notice-permit-agrees = { $authority } changed its conditions: the permit says the same as they do
notice-replaced = The permit was replaced by a new one
notice-todo-permit-differs = See whether the permit is to be replaced: until then it goes on as it was issued.
refusal-permit-unchanged = The permit says what the authorities demand: there is nothing to replace it for.
permit-replaced-revoked-warning = Replaced on { $at }, and the permit that took its place, { $permit }, was revoked: none of them holds.
verify-replaced-revoked-warning = Another permit took the place of this one, { $permit }, and was revoked: none of them holds.
