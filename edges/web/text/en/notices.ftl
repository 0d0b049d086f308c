# What people are told of what happened: in the inbox and by e-mail. Whole in every language.

place-inbox = Inbox
place-inbox-count = Inbox ({ $count })
inbox-title = Inbox
inbox-unread = { $count ->
    [one] One notice is new.
   *[other] { $count } notices are new.
}
inbox-none-new = Nothing is new.
inbox-empty = What happens to your applications, and what there is to do, is told here.
inbox-read-all = Mark all as read
inbox-new = new
column-notice = What happened
column-notice-at = When

notice-handed-in = An application was handed in
notice-handed-in-again = The application was handed in again
notice-amended = What is applied for was changed
notice-document = A document was handed in
notice-given-back = The application was given back: something is missing
notice-circulated = The application is complete, and the authorities are asked
notice-asked = The decision of { $authority } is asked for
notice-asked-for-advice = The advice of { $authority } is asked for
notice-asked-anew = { $authority } decides anew: what is applied for was changed
notice-asked-also = { $authority } is asked as well
notice-not-asked = { $authority } is asked no longer
notice-question = { $authority } has a question
notice-answer = The question of { $authority } was answered
notice-question-withdrawn = { $authority } took its question back
notice-more-time = { $days ->
    [one] { $authority } asks for one day more
   *[other] { $authority } asks for { $days } days more
}
notice-more-time-agreed = The organiser agreed to more time for { $authority }
notice-more-time-declined = The organiser did not agree to more time for { $authority }
notice-offer = { $authority } offers something else than what was applied for
notice-offer-accepted = The offer of { $authority } was accepted
notice-offer-declined = The offer of { $authority } was declined
notice-offer-withdrawn = { $authority } took its offer back
notice-day-moved = The day of { $authority } moved: its calendar changed
notice-granted = { $authority } agreed
notice-granted-with-conditions = { $authority } agreed with conditions
notice-refused = { $authority } refused
notice-no-objection = { $authority } has no objection
notice-advised = { $authority } gave its advice
notice-objected = { $authority } advised against it
notice-deemed-granted = { $authority } gave no answer, which counts as agreed
notice-deemed-refused = { $authority } gave no answer, which counts as refused
notice-conditions-revised = { $authority } changed its conditions
notice-contradiction = Conditions of { $authority } contradict yours
notice-all-agreed = Everyone whose consent is needed has agreed
notice-no-permit-possible = An authority refused: no permit can be issued
notice-permitted = The permit was issued
notice-revoked = The permit was revoked
notice-withdrawn = The application was withdrawn
notice-lapsed = The application is closed: its day has passed, and there was no permit

notice-todo-handed-in = See whether it is complete, and put it to the authorities.
notice-todo-handed-in-again = See whether it is complete now, and put it to the authorities.
notice-todo-given-back = Add what is missing, and hand it in again.
notice-todo-asked = It waits for your review and decision.
notice-todo-asked-for-advice = It waits for your advice.
notice-todo-asked-anew = It waits for your decision again.
notice-todo-question = Answer it: until then the authority’s clock stands still.
notice-todo-answer = Your clock runs again.
notice-todo-more-time = Say whether you agree.
notice-todo-offer = Accept or decline it: until then the authority’s clock stands still.
notice-todo-offer-declined = Your clock runs again: what was applied for waits for your decision.
notice-todo-contradiction = No permit can be issued before one of you changes its conditions.
notice-todo-all-agreed = Issue the permit.

notice-by-answer = Answered by { $date } at the latest, it leaves the authority the rest of its period before the event.
notice-by-agreement = Unless you agree, the decision stays due by { $date }.
notice-by-decision = The decision is due by { $date }.
notice-by-advice = The advice is due by { $date }.
notice-by-ended = The period ended on { $date }.
