# What two sides owe each other, and the tasks that the desk gives
owed-title = What is owed: { $name }
owed-open = What is owed both ways
owed-figures = { $we ->
    [0] We owe nothing
   *[other] We owe { $we }
}, { $they ->
    [0] they owe nothing
   *[other] they owe { $they }
}
owed-figures-oldest = { $figures }; the oldest is from { $days ->
    [0] today
    [one] one day ago
   *[other] { $days } days ago
}
owed-we = What we owe
owed-we-nothing = We owe them nothing.
owed-they = What they owe us
owed-they-nothing = They owe us nothing.
owed-answer = an answer
owed-promise = a promise to keep
owed-sides = { $from } owes it to { $to }
owed-with = All that is owed with { $name }
owed-late = overdue since { $when }
column-owed = What
column-owed-since = Since
column-owed-task = Who sees to it

place-tasks = Tasks
tasks-title = Tasks
tasks-none = Nothing is to be done.
task-assign = Give somebody a task
task-for = For: { $text }
task-back = Back to what it is for
task-given = { $text } ({ $owner }, by { $date })
task-given-before = { $owner }, by { $date }
task-before = Given before to
task-follows = It is for
task-note = What came of it
task-ended = Said on
task-end = Say that it is over
task-reassign = Give it to somebody else, or for another day
task-open = to be done
task-late = late
task-done = done
task-cancelled = not to be done any more
field-task = What is to be done
field-task-owner = Who does it
task-choose = Choose somebody
field-task-due = By when
field-task-how = How it ended
field-task-note = What came of it, or why
refusal-not-of-the-desk = A task is given to a desk officer of your organisation. Choose one of the list.
refusal-due-before = That day is over. Choose { $today } or a later day.
refusal-task-over = This task is over already. Give a new one.
refusal-nothing-due = There is nothing to remind of.

commitment-unknown = not known
commitment-judged = How it was judged
field-assessment-evidence = The words that this rests on, if there are any

notice-due-soon = Something that is due from us comes due
notice-due-late = Something that was due from us is late
notice-todo-due-soon = See to it, or say what became of it.
notice-todo-due-late = See to it, or say what became of it.
notice-by-due = It is due by { $date }.
notice-of-promise = a promise of ours
notice-of-task = a task of yours
mail-subject-record = { $what }, by { $date }
