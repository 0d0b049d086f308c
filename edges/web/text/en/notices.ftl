# What people are told of what happened: in the inbox and by e-mail. Whole in every language.

place-inbox = Inbox
place-inbox-count = Inbox ({ $count })
menu-unread = { $count } new
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
notice-question = { $of ->
    [0] { $authority } has a question
    [one] { $authority } has a question, in one item
   *[other] { $authority } has a question, in { $of } items: { $answered } answered
}
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
notice-overdue = { $authority } let its period pass without an answer
notice-conditions-revised = { $authority } changed its conditions
notice-contradiction = Conditions of { $authority } contradict yours
notice-contradictory = Conditions of { $authority } contradict those of another authority
notice-recommended = A decision of { $authority } is recommended
notice-reminded = { $authority } is reminded that its answer is awaited
notice-owner-named = Your organisation sees to a condition of { $authority }
notice-condition-shown = { $authority } is shown that a condition is kept
notice-proof-declined = What was shown to { $authority } for a condition is not enough
notice-condition-discharged = { $authority } holds a condition to be kept
notice-letter-disowned = { $authority } disowned the letter that was recorded as its decision
notice-letter-recorded = A letter was recorded as the decision of { $authority }
notice-all-agreed = Everyone whose consent is needed has agreed
notice-no-permit-possible = An authority refused: no permit can be issued
notice-permitted = The permit was issued
notice-revoked = The permit was revoked
notice-withdrawn = The application was withdrawn
notice-lapsed = The application is closed: its day has passed, and there was no permit

notice-done = Nothing is left to do here.
notice-todo-handed-in = See whether it is complete, and put it to the authorities.
notice-todo-handed-in-again = See whether it is complete now, and put it to the authorities.
notice-todo-given-back = Add what is missing, and hand it in again.
notice-todo-asked = It waits for your review and decision.
notice-todo-asked-for-advice = It waits for your advice.
notice-todo-asked-anew = It waits for your decision again.
notice-todo-reminded = It waits for your answer: decide or advise, ask what you need to know, or ask for more time.
notice-todo-overdue = It still waits for your answer, which counts as before: decide or advise, or ask for more time.
notice-todo-question = Answer it: until then the authority’s clock stands still.
notice-todo-answer = Your clock runs again.
notice-todo-more-time = Say whether you agree.
notice-todo-offer = Accept or decline it: until then the authority’s clock stands still.
notice-todo-offer-declined = Your clock runs again: what was applied for waits for your decision.
notice-todo-contradiction = No permit can be issued before one of you changes its conditions.
notice-todo-recommended = It waits for whoever decides.
notice-todo-owner-named = Show that it is kept.
notice-todo-condition-shown = Say whether that is enough.
notice-todo-proof-declined = Read why, and show it anew.
notice-todo-letter-recorded = See whether the letter is yours. Until there is a permit, whoever decides for you can disown it.
notice-todo-all-agreed = Issue the permit.

notice-by-answer = Answered by { $date } at the latest, it leaves the authority the rest of its period before the event.
notice-by-agreement = Unless you agree, the decision stays due by { $date }.
notice-by-decision = The decision is due by { $date }.
notice-by-answer-due = An answer is due by { $date }.
notice-by-past = That was due by { $date }.
notice-by-advice = The advice is due by { $date }.
notice-by-shown = It is to be shown by { $date }.
notice-by-ended = The period ended on { $date }.

inbox-by-mail = Notices by e-mail
inbox-elsewhere-title = This notice is for you in another role
inbox-elsewhere = You are told it as { $role }, { $organisation }.
inbox-elsewhere-go = Go on in that role

mail-title = Notices by e-mail
mail-what = What stands in your inboxes, in all your roles, can come by e-mail too. The inbox has it in any case.
mail-no-server = This installation sends no e-mail: nobody has set a mail server. What you choose here holds once there is one. Your inbox tells you everything.
mail-address = E-mail address
mail-address-hint = Another address than the one you sign in with is written to once you have opened a link that is sent there.
mail-pace = When
mail-pace-at-once = With each notice, within a minute or so
mail-pace-daily = Once a day, at seven in the morning, all in one
mail-pace-never = Not at all
mail-language = In which language
mail-save = Save
mail-saved = Saved.
mail-waits = A link was sent to { $address }. Open it within a day, signed in here; until then you are written to at { $now }.
mail-refused = On { $at } the mail server refused the address { $address }. Nothing is sent there any more; your inbox has everything. Check the address, and save it again.
mail-later = On { $at } a message to { $address } could not be delivered. It is tried again after { $again }.
mail-server-said = What the mail server said
mail-back = To the inbox
mail-confirm-title = Confirm your e-mail address
mail-confirm-what = From now on your notices go to { $address }.
mail-confirm = Confirm this address
fault-mail-not-sent = No link could be sent to this address just now. Try again later, or keep the one you had.

mail-subject = { $what } ({ $reference })
mail-subject-by = { $what }, by { $date } ({ $reference })
mail-subject-day = { $count ->
    [one] One notice
   *[other] { $count } notices
}
mail-subject-day-by = { $count ->
    [one] One notice, to do by { $date }
   *[other] { $count } notices, the first to do by { $date }
}
mail-open = Open
mail-why = You are told this by { $installation }. How often, and where to, you choose here:
mail-confirm-subject = Confirm your e-mail address
mail-confirm-text =
    At { $installation } someone who is signed in wants notices sent to this address.

    If it was you, open this link within a day, and confirm:

    { $link }

    If it was not you, do nothing: nothing is sent here.
