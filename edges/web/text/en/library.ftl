# The rulebook's conditions as an authority can set them: ticks, their words, days and limits.
condition-and-limit = { $condition } { $limit }
field-conditions-own = Further conditions, in your own words
library-before = From the rulebook, to be kept before the event
library-during = From the rulebook, to be kept during the event
library-after = From the rulebook, to be kept after the event
library-folded = { $phase }: { $chosen } of { $all } chosen
library-words = Its words
hint-library-words = Words that you change are your authority’s own. The record then says after which condition of the rulebook they were written.
hint-library-day = The day by which the organiser shows that it is kept. Leave it empty if nothing is to be shown.
library-limit = What it binds
library-limit-open = Say yourself to what it binds.
library-expected = The rules suggest it for this event.
library-left-out = Suggested by the rules, and left out
library-own-words = Worded by the makers of the rulebook.
library-rests-on = Rests on: { $citation }.
library-day = To be shown by { $date }, { $days }.
library-day-past = To be shown { $days }. That day, { $date }, has passed.
library-day-unknown = To be shown { $days }.
library-days-calendar-before = { $days ->
    [0] by the day of the event
    [one] a day before the event
   *[other] { $days } days before the event
}
library-days-working-before = { $days ->
    [0] by the day of the event
    [one] a working day before the event
   *[other] { $days } working days before the event
}
library-days-calendar-after = { $days ->
    [0] on the day of the event
    [one] within a day after the event
   *[other] within { $days } days after the event
}
library-days-working-after = { $days ->
    [0] on the day of the event
    [one] within a working day after the event
   *[other] within { $days } working days after the event
}
library-of = Set by: { $authorities }.
library-of-rules = Set by whoever its rules ask.
library-of-anybody = Any authority can set it.
library-editable = Whoever sets it can bind it to another value.
condition-taken = Rulebook
condition-taken-as = “{ $condition }” of { $rulebook }
condition-taken-after = In the authority’s own words, after “{ $condition }” of { $rulebook }
fault-shown-on = What is to be kept then can be shown from { $from } until { $to }. Choose a day among these, or none.
refusal-not-in-library = “{ $condition }” is none of the rulebook’s conditions that this authority can set, or it says something else there. Open the page again and choose among what it shows.
key-shown-by = to be shown
key-limit-measure = what is bound
key-limit-value = bound to
key-limit-editable = may be bound otherwise
key-authorities = set by
