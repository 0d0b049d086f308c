# What of an application is confidential: read by fewer than all who read the application.

confided-title = Confidential
piece-answer = Answer to “{ $question }”
piece-confided = { $piece } (confidential)
piece-choose = Choose
document-kept = A document
piece-kept = Confidential since { $at }, by { $by }. Ask { $by } if you need it.
confided-said = Confidential since { $at }, by { $by }. Read by { $by }, the organisers, the authority that leads, whoever it was given to by name, and: { $authorities }
confided-said-nobody = Confidential since { $at }, by { $by }. Only { $by }, the organisers, the authority that leads and whoever it was given to by name read it.

act-confide = Say who reads a document or an answer
act-confide-what = A document or an answer can be read by fewer than all who read this application. The organisers and the authority that leads always read it, and so does an authority that needs it to decide. What somebody has read already cannot be taken back.
field-piece = Document or answer
field-confided-to = Who is to read it
confided-to-few = Those who always read it, and the authorities chosen below
confided-to-all = Everyone who reads this application
field-confided-among = Authorities that are to read it
hint-confided-among = Choose none if no other authority is to read it.
field-confided-reasons = Why who reads it changes
hint-confided-reasons = Only those who read it read why. Everyone who reads the application reads that it is confidential, and who made it so.
fault-confided-to-all = You said that everyone is to read it. Choose authorities only where few are to.
hand-in-readers = Who is to read it: everyone, or few
field-hand-in-reasons = Why only these are to read it
hand-in-to-nobody = No authority beside those who always read it
confirm-hand-in-few = Those named here read it, and those who always do: who holds the event, the authority that leads, and an authority that needs it to decide. What was read cannot be taken back.

unread-decided = { $count ->
    [one] Decided without reading one confidential item of the application
   *[other] Decided without reading { $count } confidential items of the application
}
unread-advised = { $count ->
    [one] Advised without reading one confidential item of the application
   *[other] Advised without reading { $count } confidential items of the application
}
unread-now = { $count ->
    [one] One item of the application is confidential, and not read here
   *[other] { $count } items of the application are confidential, and not read here
}
confirm-unread = { $count ->
    [one] Your authority does not read one confidential item of the application. The page of the decision says so.
   *[other] Your authority does not read { $count } confidential items of the application. The page of the decision says so.
}

notice-confided = It was changed who reads a confidential item of the application
notice-confidence-ended = An item of the application is not confidential any more
notice-sight-lost = An item of the application is confidential now, and you do not read it any more
notice-sight-gained = You now read an item of the application that you did not read before
history-confided = Confidential, or read by others than before: { $named }
history-confidence-ended = Not confidential any more: { $named }
history-kept-back = A part of this is confidential, and not for you to read.

refusal-no-such-piece = The application has no such document or answer. Choose one from the list.
refusal-not-asked-here = Your organisation is not asked in this application. Those who hold the event, those who are asked and the authority that leads say who reads what.
refusal-confided-by-another = Another organisation made this confidential. That one can change who reads it, and so can the authority that leads.
refusal-read-so-already = It is read by exactly these already. Choose others, or leave it as it is.
refusal-needed-to-decide = Needed to decide by: { $authorities }. Choose them as well.
refusal-needed-by-another = Another authority needs this to decide. Only who holds the event, or who leads, can say who reads it.
refusal-confided-too-often = Your organisation can change { $most } times in one application who reads what. It stays as it is.
