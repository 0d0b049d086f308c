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
refusal-suspended-since = The permit was suspended after you opened the page, so nothing was done. Read how it stands now; if it is still right, do it once more.
