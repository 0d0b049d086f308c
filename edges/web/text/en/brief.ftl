# The brief before the next meeting
brief-title = Brief: { $relationship }
brief-open = Brief before the next meeting
brief-known = As known on { $date }
brief-as-of = As known on
brief-as-of-hint = What was recorded later is not in it.
brief-other-day = The brief of another day
brief-see = Show
brief-pdf = On paper (PDF)
brief-text = As text
brief-met = { $count ->
    [0] No meeting of this relationship is on record.
    [one] One meeting is on record: { $last }.
   *[other] { $count } meetings are on record, the last { $last }.
}
brief-nothing-yet = Nothing of this relationship was on record by that day.
brief-whom = Whom we meet
brief-whom-nobody = Nobody of the other side is on record.
brief-no-post = No post is known for this day.
brief-met-as = { $when }, { $title }, as { $post }
brief-met-at = { $when }, { $title }
brief-ours = Ours to answer
brief-ours-nothing = They asked nothing of us.
brief-theirs = Theirs to answer
brief-theirs-nothing = We asked nothing of them.
brief-our-word = What we promised
brief-their-word = What they promised
brief-nothing = Nothing.
brief-answer = { $answer }: { $text }
brief-application = Application { $reference }
brief-application-seen = Application { $reference }: { $stage }, { $agreed } of { $asked } authorities have agreed
brief-chance = all decide in time: { $share }
brief-and = { $one }; { $other }
brief-overdue = overdue
brief-due = due { $when }
brief-said = Last said
brief-speaker = { $who }, { $post }
brief-on = On: { $subject }
brief-coming = Coming
brief-coming-nothing = No day of this relationship is on record that comes.
brief-days-left = { $days ->
    [0] on this very day
    [one] in one day
   *[other] in { $days } days
}
brief-left-out = Left out
brief-left-nothing = Nothing.
brief-left-said-before = { $count ->
    [one] one statement, since something was said of its subject later
   *[other] { $count } statements, since something was said of their subjects later
}
brief-left-kept = { $count ->
    [one] one promise that was kept
   *[other] { $count } promises that were kept
}
brief-left-between-others = { $count ->
    [one] one request or promise between others
   *[other] { $count } requests or promises between others
}
brief-left-comments = { $count ->
    [one] one remark of an observer, made in no meeting
   *[other] { $count } remarks of observers, made in no meeting
}
brief-left-beyond = { $count ->
    [one] one line beyond the first forty of its list
   *[other] { $count } lines beyond the first forty of their lists
}
paper-brief = Brief
brief-not-signed = not signed off

# What the desk writes for it, and signing it off
brief-our-line = Our line
brief-not-to-say = What not to say
brief-written = Written by { $who }, { $at }
brief-left-sealed = { $count ->
    [one] one line on what not to say, which is sealed
   *[other] { $count } lines on what not to say, which are sealed
}
brief-line-write = Write a line of ours
brief-line-whole = the relationship as a whole
brief-line-sealed = a sealed line
brief-line-take-back = Take a line of ours back
brief-kind-our-line = our line: whoever reads this record reads it
brief-kind-not-to-say = what not to say: sealed, read by you and by those you name
field-brief-kind = What is it?
field-brief-about = On what
field-brief-words = The line
field-brief-readers = Who else reads it, if it is sealed
hint-brief-readers = All others are told that it is there, and no word of it.
hint-brief-taken-back = That it was there stays on record. The words of a sealed line are erased.
fault-brief-readers-of-all = Our line is read by whoever reads this record. Name nobody, or choose what not to say.
back-to-brief = Back to the brief
brief-signed = signed off
brief-signing = Sign-off
brief-signed-by = As of { $date }, by { $who }, { $at }
brief-sign = Sign this brief off
brief-sign-what = The record then has the hash of its text, and the text is kept. What is sealed is counted in the text, and not told.
brief-changed-since = The record has changed since this brief was signed off.
refusal-not-a-reader = Name only people of your organisation who read this record.
refusal-brief-changed = The brief is not any more what you were shown. Read it again, then sign it off.
brief-sha256 = SHA-256 { $hash }
fault-day-to-come = This day is still to come. Give today or an earlier day.
