# Reasons that were sealed: kept for few, and bound by a commitment that all can check once the seal is opened.

seal-title = Seal the reasons
field-seal = Who reads them
seal-tick = Seal them
hint-seal = What you wrote as the reasons is then read only by your own authority, by whoever decides for the authority that leads, and by those whom the rulebook names. Conditions are never sealed: the organiser has to keep them.
hint-seal-letter = What you wrote of the letter, and its scan, are then read only by the authority that wrote it and by your own; the words also by those whom the rulebook names. The organisers and all others read that it came, its day and what it decides. Conditions are never sealed.
hint-seal-advice = What you wrote, and a document that comes with it, are then read only by the authority that is asked or asks, and by the authority that leads; the words also by those whom the rulebook names. The organisers and all others read whether something is advised, and not what.
field-seal-ground = Legal ground for sealing them
hint-seal-ground = One line, such as a law and its article. The organisers and every authority of this application read it.
fault-seal-not-ticked = Tick that the reasons are sealed, or clear the legal ground. Unless they are sealed, all read them.
confirm-sealed-words = Reasons, sealed
confirm-sealed-told = The organisers and the authorities of this application can read the decision and the legal ground at once, but not the reasons.
confirm-sealed-readers = The reasons are sealed. They are read by your own authority, by whoever decides for the authority that leads, and by those whom the rulebook names. The organisers read that they are sealed, by whom and on what ground, and that they can appeal.
confirm-sealed-readers-letter = What the letter says, and its scan, are sealed. They are read by the authority that wrote it and by your own, and the words by those whom the rulebook names. The organisers read that it came, its day, what it decides and the legal ground, and that they can appeal against a refusal.
confirm-sealed-readers-advice = What you advise is sealed. It is read by your own authority, by the authority that leads, and by those whom the rulebook names. The organisers and all others read whether something is advised, and the legal ground.
confirm-sealed-opened = The seal binds your authority to these words. It can be opened later, and then everyone can check that nothing in them was changed.

sealed-title = Sealed reasons
sealed-on-ground = The reasons are sealed, on this ground: “{ $ground }”.
sealed-then-opened = { $words } (These reasons were sealed until they were opened, on this ground: “{ $ground }”.)
sealed-recommended = { $words } (To be sealed, on this ground: “{ $ground }”.)
sealed-of-decision = Decision by { $authority }, { $at }
sealed-of-letter = Letter of { $authority }, recorded { $at }
sealed-of-advice = Advice of { $authority }, { $at }
sealed-of-advice-by-link = Advice that { $authority } asked for, { $at }
sealed-of-conditions = Change of conditions by { $authority }, { $at }
sealed-of-suspension = Suspension of the permit, { $at }
sealed-of-revocation = Revocation of the permit, { $at }
sealed-by = { $authority } gave reasons on { $at }, and sealed them.
sealed-opened-by = { $authority } gave reasons on { $at }, and sealed them. The seal was opened on { $opened }.
sealed-by-letter = What a letter of { $authority } says was recorded on { $at }, and sealed.
sealed-opened-by-letter = What a letter of { $authority } says was recorded on { $at }, and sealed. The seal was opened on { $opened }.
sealed-by-link = Somebody whom { $authority } had asked advised on { $at }, and sealed the words.
sealed-opened-by-link = Somebody whom { $authority } had asked advised on { $at }, and sealed the words. The seal was opened on { $opened }.
sealed-agrees = These are the words that were sealed: they agree with the commitment.
sealed-you-read = You read these words because you are one of the few who may: people of { $authority }, whoever decides for the authority that leads, and those whom the rulebook names. Nobody else sees them.
sealed-not-read = Only people of { $authority }, whoever decides for the authority that leads, and those whom the rulebook names read them. { $authority } can open them.
sealed-you-read-with-lead = You read these words because you are one of the few who may: people of { $authority } and of the authority that leads, and those whom the rulebook names. Nobody else sees them.
sealed-not-read-with-lead = Only people of { $authority } and of the authority that leads, and those whom the rulebook names, read them. { $authority } can open them.
sealed-appeal = You do not read these reasons until { $authority } opens them. You can appeal against the decision all the same, and note the appeal here. Whoever decides on it can ask { $authority } for the reasons, and check that they are these.
sealed-check = Check the words yourself
sealed-check-what = The commitment is the SHA-256 hash over the 32 bytes of the salt, and then the words in UTF-8. It was recorded with the decision: other words, or another salt, give another.
sealed-commitment = Commitment
sealed-salt = Salt
sealed-file = The words with their proof, as a file

act-unseal = Open sealed reasons
act-unseal-what = Everyone who can read the decision reads the words from then on. They are recorded, and cannot be taken back.
field-sealed = Which reasons
confirm-unseal-title = Check before you open these reasons
confirm-unsealed-words = Reasons
confirm-unseal-read = The organisers and every authority of this application read these words from now on.
confirm-unseal-proven = Anyone can then check that these are the words that were sealed.
confirm-unseal-stands = They are recorded for good. The seal cannot be put on again.

notice-reasons-unsealed = Reasons that were sealed were opened
key-sealed-readers = who else reads its sealed reasons
rulebook-sealed-readers = Whoever decides here reads its sealed reasons: { $authorities }

refusal-ground-missing = Say on what legal ground the reasons are sealed: the organiser reads that line.
refusal-nothing-to-seal = Only why you refuse, set conditions or advise, or what a letter says, can be sealed. Take the tick out, or decide otherwise.
refusal-no-sealed-reasons = There are no such sealed reasons in this application. Read it again.
refusal-already-unsealed = The seal was opened already: everyone who can read the decision reads these reasons.
refusal-sealed-reasons-lost = The words that were sealed are not here, or are not those that were sealed. Nothing was opened. Whoever runs this installation can restore them from a backup.
fault-ground-tells = These are the words that are sealed, and all read the legal ground. Name the law and its article alone.
fault-is-reasons = This is a file of sealed reasons, and no code of a permit. It is verified on a machine of your own: placet verify FILE --key KEY.
