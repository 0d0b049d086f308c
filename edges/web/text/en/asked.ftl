# Questions that ask item by item.
item-called = { $number } { $about }
items-answered = { $answered } of { $of } answered
with-items-answered = { $words }, { $answered }
forecast-of-items = { $words } ({ $answered })
question-open-items = The clock stands still until each item is answered.
question-over = Not answered: nothing is decided in this application any more.
silence-halted = { $silence } Its clock stands still now: { $answered }.
question-ended = Nothing of it is awaited since { $at }.
item-awaited = awaited
item-answered = answered on { $at }
item-cannot-be = cannot be answered, said on { $at }
item-taken-back = taken back on { $at }
item-not-answered = not answered
item-now = The application says: { $answer }
item-now-nothing = The application says nothing of it.
hint-question = Say what you need to know, and why. What you choose below is answered item by item, each as soon as it can be.
wanted-fields = About answers of the application
wanted-documents = Documents
wanted-others = Documents
wanted-folded = { $what }: { $chosen } of { $all } chosen
field-wanted-words = What of it you ask
field-wanted-others = Documents, by their names
hint-wanted-others = One on each line, each of at most { $most } characters.
act-answer-items = Answer item by item
act-answer-items-whom = { $answered ->
    [0] Answer the question of { $authority }
   *[other] Answer the rest of the question of { $authority }: { $answered } of { $of } answered
}
act-answer-items-what = Answer what you can now; the rest stays open. The authority’s clock stands still until each item is answered, or you have said why it cannot be. An answer cannot be taken back.
field-item-words = Your answer to { $item }
field-item-documents = Documents of this application that answer it
item-documents = Answer with a document of this application
field-item-cannot = If there is no answer
item-cannot = This cannot be answered; the words above say why
item-amend = If it is to be something else, change the application (in another tab)
item-hand-in = Hand in a document first, in another tab; then come back to this one, and show here what was handed in since
items-again = Show documents handed in since
fault-items-empty = Answer at least one item, or say of one why it cannot be answered.
fault-item-why = Say why it cannot be answered.
fault-item-both = A document is chosen, and that is an answer. Take the document out, or this tick.
act-take-back-items = Take single items back
act-take-back-items-what = The organiser need not answer them any more. Your clock stands still until the others are answered.
field-items-back = What you take back
fault-items-back-empty = Choose at least one item.
confirm-back-items = Of its question: { $answered }. What was answered stays in the record.
step-items = { $step }. { $items }
fact-item-answered = { $number } ({ $about }): awaited until it was answered on { $at }
fact-item-cannot-be = { $number } ({ $about }): awaited until the organiser said on { $at } that it cannot be answered
fact-item-taken-back = { $number } ({ $about }): awaited until it was taken back on { $at }
fact-item-awaited = { $number } ({ $about }): still awaited
fact-item-not-answered = { $number } ({ $about }): not answered
notice-answer-in-part = The question of { $authority } was answered in part: { $answered } of { $of }
notice-items-taken-back = { $authority } took a part of its question back; of the rest, { $answered } of { $of } answered
refusal-item-not-awaited = { $question }.{ $item } is not awaited any more: it was answered or taken back since you opened the page. Nothing was recorded. What you wrote is below; send what is still awaited once more.
refusal-answered-otherwise = Question { $number } is not answered this way. Open its page again, and answer it as it asks: each item by itself, or all at once.
refusal-nothing-answered = Nothing is said. Answer at least one item, say of one why it cannot be answered, or choose one to take back.
refusal-not-in-form = The rulebook of this application has no question and no document “{ $id }”. Open the page again, and choose among what it shows.
refusal-too-many-items = { $given } items are more than one question has: it has up to { $most }. Leave some for the next question.
items-answered-declined = { $count ->
    [one] { $answered }, one of them that it cannot be
   *[other] { $answered }, { $count } of them that they cannot be
}
confirm-due-answered = By when it decides after this answer
confirm-answer-runs = The clock of { $authority } then runs again.
confirm-answer-waits = The clock of { $authority } goes on standing still: something that it waits for is not answered yet.
confirm-answer-told = Whoever holds the event, { $authority } and whoever leads read it at once; no other authority does.
confirm-answer-stands = It is recorded with your name and cannot be changed.
confirm-item-cannot = This cannot be answered:
decide-waits = You are not offered to decide now: question { $number } is open, and the clock stands still. Wait for the answer, or take the question back below.
advise-waits = You are not offered to advise now: question { $number } is open, and the clock stands still. Wait for the answer, or take the question back below.
