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
