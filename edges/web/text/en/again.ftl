# Applying for an event again, and what the last time taught.
again-title = Apply for it again
again-what = A new application begins with what this one said. You choose the day anew and hand documents in anew, and it goes by the rules in force now.
again-begin = Apply for it again
again-copy-of = It began with the answers of { $reference }, { $event }, { $date }.
last-time-title = What the last time taught
last-time-what = This application began with the answers of { $reference } ({ $event }).
last-time-see = See that application
last-time-date = The day is yours to choose. Last time it was held on { $held }; the same weekday would be { $same }.
last-time-otherwise = Asked otherwise now
otherwise-gone = No longer asked: “{ $question }” Your answer was: { $answer }.
otherwise-not-taken = “{ $now }” Your answer of then is not taken any more: { $answer }. It stands in the form until you change it.
otherwise-changed = The question is another now: “{ $now }” It was: “{ $question }” Your answer was: { $answer }. See whether it still holds.
otherwise-new = Asked for the first time: “{ $now }”
last-time-notes = { $count ->
    [one] 1 thing was noted on the day
   *[other] { $count } things were noted on the day
}
last-time-conditions = { $count ->
    [one] 1 condition that was set
   *[other] { $count } conditions that were set
}
last-time-questions = { $count ->
    [one] 1 question that was asked
   *[other] { $count } questions that were asked
}
last-time-questions-what = Where the answer still holds, say it in the application this time: the clock of whoever asked stood still until it was answered.
last-time-files = { $count ->
    [one] 1 document of the last time
   *[other] { $count } documents of the last time
}
last-time-files-what = None of them is handed in with this application. What still serves you add below, as it is now.
last-file-asked = { $document }, handed in on { $date }, { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}. The rules ask for it now, too.
last-file-not-asked = { $document }, handed in on { $date }, { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}. By your answers the rules do not ask for it now.
last-file-other = { $document }, handed in on { $date }, { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}.
last-time-took = How long each authority took
last-time-by-chosen = For an event on { $date }, each is to have the application by the day that stands beside it, so that it has its whole period.
last-time-by-hint = Were it held on { $date }, each would have to have the application by the day that stands beside it. Choose the day and save, and these days are reckoned for it.
column-took = Last time
took-working = { $used } of { $of } working days; { $all } days in all
took-calendar = { $used } of { $of } days; { $all } days in all
took-months = { $all } days in all, of { $of ->
    [one] 1 month
   *[other] { $of } months
}
took-undecided = No decision.
took-late = { $count ->
    [one] 1 day late
   *[other] { $count } days late
}
