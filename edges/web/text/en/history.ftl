# The history of a case, and the case to be taken along.

history-title = What happened: { $reference }
history-see = All that happened, in order; as a paper, and as files
history-what = From the application on, in the order in which it was recorded. Each line is a fact of the record, and none can be changed.
history-pdf = The case on paper (PDF)
history-archive = The case as files (ZIP)
history-archive-what = with the documents, and with proofs that can be verified without this server
history-withheld = What was said is between the authority and those who hold the event.
history-by = { $role }, { $organisation }
history-by-rule = by itself, as the rules say
history-review-begun = { $authority } began its review
history-items-answered = Items of the question of { $authority } were answered
history-items-taken-back = { $authority } took items of its question back
history-owner-named = It was said which organiser sees to condition { $condition } of { $authority }
history-condition-shown = It was shown that condition { $condition } of { $authority } is kept
history-permit-issued = Permit { $named } was issued
history-permit-replaced = Permit { $named } was replaced
history-document = A document was handed in: { $named }
history-appeal-noted = An appeal to { $named } was noted
history-letter = A letter of { $authority } was recorded: { $decided }
history-letter-day = The letter is of { $day }
history-until = Until { $day }
history-offered = Offered: { $what }
history-changed = { $field }: { $before } → { $after }
history-advice-asked = { $named } was asked for advice by a link
history-advice-given = { $named } gave advice by a link: { $says }
history-advice-withdrawn = Advice that was asked for by a link is not wanted any more
history-by-link = by a link, without an account
history-reported = It was told how the event went
history-recommended = It is recommended within the authority: { $decided }
paper-case-file = Case file
paper-history = What happened
paper-documents = Documents
paper-case-file-taken = Taken on { $at }, as this case is read in the role of { $role }. It proves nothing by itself: the archive of the case has the proofs.
archive-about =
    This is case { $reference }, as it was taken from { $address }.

    case.json: how the case stood, and all that happened, as whoever took it reads both.
    facts/: the facts that are for that reader whole, each with the proof that the ledger has it.
    files/: the documents, under the numbers that case.json gives with their names.

    To verify it without a server: placet verify ARCHIVE.zip --key KEYFILE
