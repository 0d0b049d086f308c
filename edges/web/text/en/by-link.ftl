# Advice of people without an account, who are sent a link that works once.

by-link-title = Advice of people without an account
by-link-all = Who was asked
by-link-who = { $name }, { $office }
by-link-ask = Ask somebody without an account for advice
by-link-ask-what = A harbour master, say, or a museum: somebody whose word helps, and who has no account here. A link leads to a page with the event, its day and place, those who hold it, your question, and the documents that you choose below, and with nothing else. What comes back is that person’s advice. It is no decision, and no clock waits for it.
by-link-is-sent = The link is sent by e-mail. It works once, until the day that you choose.
by-link-is-shown = No e-mail is sent from here: the link is shown to you once, and you hand it over. It works once, until the day that you choose.
by-link-do-ask = Make the link
by-link-see = See who was asked by a link
by-link-ask-anew = Ask anew
by-link-anew = { $name } is asked anew: the earlier link ends when this one is made.
by-link-withdraw = End the link
by-link-sent = The link was sent.
by-link-made-title = The link
by-link-made = This is for { $who }. It takes one answer, until { $date }.
by-link-address = Link
by-link-once = Copy it now. It is not kept here, and nobody else is shown it; you can find this page again only in the history of this browser, until the link ends: on a shared computer, clear it. Whoever has it can answer in that person’s name, so hand it over as you would a letter. If it is lost, ask anew: this one ends then.
by-link-unsent = The e-mail could not be sent. Hand the link over yourself, or ask anew later.
by-link-back = Back to who was asked
field-by-link-for = For which decision
field-by-link-name = Name of the person
field-by-link-office = Office
field-by-link-address = E-mail address
hint-by-link-address = The link goes there. The address is not kept.
field-by-link-language = Language of the link
field-by-link-question = What you want to know
hint-by-link-question = Whoever opens the link reads it. Once the advice is there, all who may see this case read it too.
field-by-link-until = Until
hint-by-link-until = The last day on which the link takes an answer: from today to the day of the event.
field-by-link-documents = Documents that the person may read
hint-by-link-documents = Choose none, or as many as are needed.

by-link-asked = Asked on { $at } by { $authority }, until { $date }
by-link-awaited = awaited
by-link-overdue = overdue
by-link-says-no-objection = no objection
by-link-says-advised = advice given
by-link-says-objected = objection
by-link-ended-withdrawn = withdrawn
by-link-ended-asked-anew = asked anew
by-link-ended-decided = not needed any more
by-link-ended-permitted = not needed any more
by-link-ended-closed = not needed any more
by-link-why-withdrawn = The link was ended on { $at }, before anything was said.
by-link-why-asked-anew = On { $at } the same was asked by another link. This one ended.
by-link-why-decided = The authority that asked decided, or was asked no longer, on { $at }. The link ended, and nothing had been said.
by-link-why-permitted = The permit was issued on { $at }. The link ended, and nothing had been said.
by-link-why-closed = The application was withdrawn, or the event was over, on { $at }. The link ended, and nothing had been said.
by-link-came = Given on { $at } by a link, by somebody without an account. It is this person’s advice, and no authority’s decision.
by-link-before-change = It is about what was applied for before the application was changed.
by-link-due = Advice of { $who } is awaited until { $date }
by-link-due-late = Advice of { $who } was awaited until { $date }, and did not come

by-link-page = { $authority } asks for your advice
by-link-what = { $name }, { $office }: { $authority } has to do with the event below, and asks what you advise. You can answer until { $date }.
by-link-question = What you are asked
by-link-about = The event
by-link-event = Event
by-link-when = When and where
by-link-description = What it is
by-link-components = What belongs to it
by-link-organisers = Who holds it
by-link-documents = Documents
by-link-no-documents = None were chosen for you.
by-link-only-this = This is all that the link shows. What authorities asked, and what they decide, it does not.
by-link-give = Your advice
by-link-give-what = It is written down with your name, your office, and that it came by this link. Those who hold the event and the authorities of the case read it. It is advice: it grants nothing and refuses nothing. It can be given once, and not changed.
field-by-link-says = What you advise
by-link-choose-no-objection = I have nothing against it
by-link-choose-advised = It can be, if something is seen to: I say below what
by-link-choose-objected = I advise against it: I say below why
field-by-link-file = A document, if you have one
by-link-do-give = Give this advice
by-link-thanks-title = Your advice was passed on
by-link-thanks = Thank you. Whoever asked is told that it came. The link is used up, and nothing more is needed of you.
by-link-subject = { $authority } asks for your advice
by-link-letter =
    { $name }, { $office }:

    { $authority } asks for your advice on an event. This link leads to what you are asked, and takes your answer once, until { $date }:

    { $link }

    You need no account for it. Whoever has the link can answer in your name: do not pass it on. If you are not the one who is meant, do nothing.

    { $installation }
failure-closed-link-title = This link opens nothing
failure-closed-link-what = Either it was used, or it is not needed any more, or its time is over, or it was never one. Which of these, we do not tell. If you gave your advice by it a moment ago, it was passed on.
failure-closed-link-next = If your advice is still wanted, whoever asked you can send you another link.
notice-advice-by-link = The advice that { $authority } had asked for by a link came
notice-advice-by-link-to-lead = The advice that the authority that leads had asked for by a link came
refusal-advice-not-awaited = This advice is not awaited any more: it came, its link was ended, or nobody needs it now. Nothing was done.
refusal-advice-day = { $date } cannot be: choose a day from { $from } to { $to }.
refusal-advice-asked-too-often = In one case at most { $most } people can be asked by links.
