# The days that an authority enters itself.

place-working-days = Working days
days-title = Working days of { $authority }
days-what = These days go before the weekends and holidays of the country. Every open clock of your authority is reckoned with them at once, and whoever sees a case reads there why.
days-country = Weekends and public holidays are { $calendar }, as the Python package holidays 0.109 lists them for { $from } to { $to }. Those of years to come are a forecast: days that the authority enters go before them.
days-holidays = The holidays of { $from } and { $to }
days-none = Nothing was entered: the weekends and holidays of the country hold.
days-enter = Enter days
days-held = What holds
days-back-title = What was taken back
days-closed = closed
days-open = worked, though others do not
days-half-day = closes at { $hour }
days-entry = { $span }: { $what }
days-reason = { $reason } ({ $source })
days-entered = Entered on { $at } by { $person }
days-taken-back = Taken back on { $at } by { $person }: { $reason }
days-take-back = Take back
days-take-back-title = Take back what was entered
back-to-days = Back to the working days
field-days-kind = What your authority does on these days
days-kind-closed = It is closed
days-kind-open = It works, though it is a weekend or a holiday
days-kind-half-day = It works, and closes early
field-days-first = First day
field-days-last = Last day
hint-days-last = Leave it empty for one day.
field-days-until = Closes at
hint-days-until = Only if it closes early. For example 12:00.
field-days-reason = Reason
hint-days-reason = Everyone can read it, here and in each reckoning.
field-days-source = What says so
hint-days-source = For example a circular and its number.
field-days-back = Why it is taken back
column-days = Days
column-days-moved = Cases whose day moves
confirm-days-title = Check before the calendar changes
confirm-days-back-title = Check before it is taken back
confirm-days-again = The calendar was changed after this was shown to you the first time. Look at it again: this is what it does now.
confirm-days-none = None: no day by which a decision is due moves. Days that are counted back from events may.
confirm-days-case = { $reference }, { $title }: { $from } becomes { $to }
confirm-days-today-nothing = The period ends with { $date } at the latest; a decision after that is late.
confirm-days-today-deemed-granted = The period then ends with today, { $date }: without a decision today, silence counts as agreement, and nothing undoes it.
confirm-days-today-deemed-refused = The period then ends with today, { $date }: without a decision today, silence counts as a refusal, and nothing undoes it.
confirm-days-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
confirm-days-clocks = { $count ->
    [0] Your authority has no open case. The next one is reckoned with these days.
    [one] The clock of 1 open case is reckoned anew at once. Whoever sees the case reads there what changed, and who entered it.
   *[other] The clocks of { $count } open cases are reckoned anew at once. Whoever sees a case reads there what changed, and who entered it.
}
confirm-days-stay = What is decided stays as it was reckoned, and so does silence that has counted.
confirm-days-stands = What was entered stays to be read. Another entry can take it back; nothing is deleted.
days-moved = { $from } became { $to } on { $at }: the calendar of the authority changed
docket-moved = { $from } became { $to } on { $at }: your calendar changed
board-moved = { $authority }: { $from } became { $to } on { $at }, its calendar changed
clock-own = Days that the authority entered itself
clock-own-line = { $span }: { $what }. { $reason } ({ $source }). Entered on { $at } ({ $role })
refusal-not-your-calendar = This is the calendar of { $authority }. Only that authority enters its days.
refusal-days-backward = The last day, { $to }, comes before the first, { $from }.
refusal-too-many-days = { $given } days are more than one entry takes: it takes up to { $most }.
refusal-day-out-of-reach = { $date } is too far off: look at the year. Days from { $earliest } to { $latest } can be entered.
refusal-nothing-changes = Nothing would change from { $from } to { $to }: your authority does on these days already what you enter.
refusal-too-many-entries = This calendar has { $most } entries, and takes no more. Tell whoever runs this installation.
refusal-no-such-entry = There is no entry { $number } in this calendar.
refusal-entry-taken-back = Entry { $number } was taken back already.

step-worked = { $date }: worked, though others rest ({ $why })
late-half-day = { $hour } or later, on a half-day
fact-referred = Referred on { $at }
fact-letter = A letter, recorded on { $at } and disowned on { $ended }
fact-question-open = Question { $number }, asked on { $at }
fact-question = Question { $number }, asked on { $at } and ended on { $ended }
fact-question-again = It was open when the authority was asked anew on { $at }
fact-more-time = Request { $number } for more time, agreed to on { $at }
fact-own-days = Entry { $number } of the authority’s calendar ({ $source }), of { $at }, by its { $role }

latest-title = Until when it is still in time
latest-before = Counted back from the day before the event. “Decides at the latest” is the day on which each decides if it takes its whole period, were it asked today.
latest-under-way = Counted back from the day before the event. “Decides at the latest” is the day on which each decides if it takes its whole period, and is asked and answers nothing more after today.
latest-critical = { $authority } leaves least room: each day that it takes longer comes off that room.
latest-critical-overdue = { $authority } is overdue: each further day comes off the room that is left until the event.
latest-first = { $authority } has to be asked first.
column-float = Room
column-expected = Decides at the latest
column-hand-in-by = Hand in by
column-put-by = To be asked by
column-document-by = A document by
column-answer-by = An answer by
column-asked-again-by = A change that it is asked anew by
float-days = { $count ->
    [0] no day
    [one] 1 day
   *[other] { $count } days
}
float-late = { $count ->
    [one] 1 day too late
   *[other] { $count } days too late
}
latest-unknown = not known
latest-over = has passed
latest-if-answered = { $date }, if it is answered today
latest-halted = The clock stands still since { $date }: there is a day again once it runs.
latest-by = hand in by { $date }
latest-passed = the day to hand in has passed: { $date }

dates-title = Dates for your calendar program
dates-what = A calendar program cannot sign in. Make a private address, and give it to the program as a calendar to subscribe to: it then shows the days of your cases, and follows when they move. Whoever has the address reads what you may read, so give it to nobody else.
dates-address = Your private address
dates-once = It is shown this once. Copy it now.
dates-made = There is an address, made on { $at }.
dates-withdraw = Withdraw the address
dates-anew = Another address takes the place of this one, which then shows nothing.
dates-make = Make an address
dates-make-another = Make another address
dates-back = Back to the events
dates-about = { $reference }, { $place }
dates-event = Event: { $title }
dates-due = { $authority } decides by today: { $title }
dates-answer = Last day to answer { $authority } in time: { $title }
dates-put = Last day to put it to { $authority } in time: { $title }
