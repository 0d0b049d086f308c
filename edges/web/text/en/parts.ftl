# The parts that pages are put together from.

faults-title = There is a problem
fault-prefix = Error:
most-characters = { $most ->
    [one] At most one character.
   *[other] At most { $most } characters.
}
file-kinds = { $kinds }, at most { $most } MB.

any-of = { $first } or { $last }
all-of = { $first }, { $last }
both-of = { $first } and { $last }

fault-empty = Fill this in.
fault-too-long = { $given } characters are too many: at most { $most } fit.
fault-control-character = Character { $at } cannot be shown. Take it out.
fault-not-utf8 = Part of this could not be read as text. Type it again.
fault-unknown = Choose one of the choices.
fault-not-a-date = Write a date that exists, as year-month-day: 2023-11-19.
fault-not-a-number = Write a whole number in digits.

timeline-title = Timeline from { $from } to { $until }
timeline-today = today, { $date }
timeline-rail = from { $from } to { $until }
timeline-worked = under review
timeline-agreed = reviewed, then agreed
timeline-refused = reviewed, then refused
timeline-overdue = the period has passed
timeline-paused = paused: an answer is awaited
timeline-expected = until the decision is due
timeline-today-line = today
timeline-event-line = the event
no-value-title = What has no value, and why
no-value-what = A rule is not met where what it tests has no value: nobody is asked by it.
fault-number = Write a number in digits, such as 300 or 75.5.
fault-any-typed = You typed “{ $typed }”, but “any” is chosen here. Choose how the answer is compared with it, or take it out.
fault-any-ticked = Answers are ticked below, but “any” is chosen here. Choose whether the answer is one of those ticked or none of them, or untick them.
fault-ambiguous-number = This can be read as { $thousands } and as { $fraction }. Write { $thousands } or { $fraction }.
