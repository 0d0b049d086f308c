# The permit check: what an event needs, found out without an account.

place-permit-check = Permit check
permit-check-title = Permit check
permit-check-link = Find out what your event needs: permit check, without an account
permit-check-what = Find out who must agree to your event, why, and by when to ask. No account is needed, and nothing is kept: your answers stand in the address of the page, which you can keep or send to someone.
permit-check-where = Where is the event held, and what is it?
permit-check-continue = Continue
permit-check-about = { $rulebook }: { $day }
permit-check-matters = Your answer matters for: { $authorities }
permit-check-why = Why this is asked
permit-check-left = { $count ->
    [one] The last question
   *[other] At most { $count } questions left, with this one
}
permit-check-answers = Your answers so far
permit-check-left-out = Left out
permit-check-other-version = This address was made under another version of the rules. What you see now is by version { $version }.
permit-check-not-asked = This address also says what these rules do not ask. It is kept in the address and changes nothing: { $answers }
permit-check-result = What your event needs
permit-check-asked = { $count ->
    [0] By these rules no authority has to be asked: you need not apply here.
    [one] One authority has to be asked.
   *[other] { $count } authorities have to be asked.
}
permit-check-first-day = Apply by { $date } to be in time with all of them, if it is put to them the same day.
permit-check-late = The latest day to apply has passed with at least one of them.
permit-check-another-day = Change the day
permit-check-later = From { $date } on version { $version } of these rules binds. What is applied for from that day on is decided by it.
permit-check-not-yet = These rules do not answer for that day: they hold from { $from } on. Change the day, or ask whoever makes the rules.
permit-check-not-then = These rules do not answer for that day: they hold from { $from } to { $to }. Change the day, or ask whoever makes the rules for the next version.
permit-check-begin = Begin an application with these answers
permit-check-begin-anyway = Apply all the same: begin an application with these answers
fault-day-not-ahead = This day is not ahead: today is { $today }. Choose a later day.
fault-day-beyond-calendars = No calendar of these rules knows this day: they end on { $to }. Choose an earlier day, or ask the operator for a newer version.
permit-check-not-organiser = An application is begun by an organiser. You are signed in under another role.
permit-check-basis = What this rests on
permit-check-version = Reckoned on { $today } by version { $version } of the rulebook, which stands here, with every rule and its source:
permit-check-keep = Address of this page, to keep or to send
permit-check-address = The address of this page. Whoever opens it sees these answers, reckoned anew by the rules of that day:
permit-check-sign-in = Sign in, and an application begins with your answers. It is a draft: nobody is asked before you hand it in.
permit-check-no-account = No account yet? Accounts are given to organisers by invitation: ask whoever runs this site, or the authority that leads. Your answers are not lost:
permit-check-back = back to your permit check

question-left-out = It does not apply, or I leave it out

asked-position = { $competence }; its decision is due by its own period; if it says nothing by then: { $silence }
asked-position-advises = { $competence }; its advice is due by its own period; the permit can be issued without it, also before that period ends
asked-lead-time = To be filed ahead of the event by { $period }
needs-assumed = our assumption
needs-source = source
needs-documents = Documents to hand in
needs-fees = Fees
needs-conditions = Conditions to expect
needs-distances = Safety distances
needs-for = For: { $authorities }
needs-before = Before the event.
needs-during = During the event.
needs-after = After the event.
needs-proof = It must be shown that it is kept.
fee-per-application = { $amount } { $currency } for each application.
fee-per-day = { $amount } { $currency } for each day.
distance-metres = { $metres } m
distance-up-to = up to { $most } { $unit }: { $metres } m
distance-beyond = the answer is larger than the rulebook foresees, so the authority says how far
distance-by = By the answer to: { $question }

failure-long-address-title = The address is too long
failure-long-address-what = No page of ours has so long an address. Nothing was done.
failure-long-address-next = Begin anew, or use the address as it was given to you.
