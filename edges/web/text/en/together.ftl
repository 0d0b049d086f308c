# One thing that is done to several cases of a list at once.
column-tick = Tick
together-legend = Several at once
together-what-docket = Tick referrals, and choose below what is to be done with them. You see what it does to each before anything is recorded. Nothing is decided this way.
together-what-board = Tick events, and remind below all who are overdue in them. You see whom, and in which words, before anything is sent.
together-tick = Tick { $title }, { $reference }
together-tick-all = Tick all on this page
together-untick = Take all ticks away
together-review = Begin the review of those ticked
together-watch = Watch those ticked
together-remind = Remind all who are overdue in those ticked
together-ticked = { $count ->
    [one] One is ticked.
   *[other] { $count } are ticked.
}
fault-none-chosen = Tick at least one.
fault-too-many-chosen = More are ticked than stand on a page. Tick fewer.
together-can = { $count ->
    [one] It will be done to this one
   *[other] It will be done to these { $count }
}
together-cannot = { $count ->
    [one] It will not be done to this one
   *[other] It will not be done to these { $count }
}
together-done = { $count ->
    [one] Done
   *[other] Done: { $count }
}
together-not-done = { $count ->
    [one] Not done: one
   *[other] Not done: { $count }
}
together-by = It is recorded in each case by itself: { $name }.
together-review-title = Check which reviews begin
together-review-what = Your colleagues then see that you work on it. No clock moves by that, and nothing is decided.
together-review-do = Begin these reviews
together-review-after = Reviews that you began
together-review-done = You began its review on { $at }.
together-watch-title = Check which cases you watch
together-watch-what = You are told in the inbox{ $mail ->
    [yes] , and by e-mail as chosen,
   *[no] {""}
} what changes in them, as far as you can read it. You can stop that in each case.
together-watch-each = You watch it from then on.
together-watch-do = Watch these cases
together-watch-after = Cases that you watch
together-remind-title = Check whom you remind
together-remind-what = Each is told in its inbox{ $mail ->
    [yes] {" "}and by e-mail
   *[no] {""}
}, and reads these words with its referral. No clock moves by that. Whoever is to be told something else is reminded on the page of its referral.
together-remind-do = Send these reminders
together-remind-after = Reminders that you sent
together-nobody-late = Nobody whose consent is needed is overdue in it now.
together-unknown = Nothing that is yours is found there.
together-not-yet = It was not done. Nothing is in its way now.
together-later = No more than { $most } are reminded at once. Tick it again afterwards.
together-back-docket = Back to the docket
together-back-board = Back to the applications
