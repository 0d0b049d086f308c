# Days that are held before anything is applied for, and events that want one place at one time.
holds-title = Days held
holds-see = Hold a day before you apply
holds-what = Before you apply, you can ask the authority that leads to hold a day and a place for you. Only you and that authority read it.
holds-what-lead = Organisers ask you to hold a day and a place before they apply. Only you and whoever asks read it; they are not told of each other.
holds-none = No day is held or asked for from today on.
hold-title = The hold
hold-ask-title = Hold a day
hold-ask-by = Hold a day: { $rulebook }
hold-ask = Ask for the day to be held
hold-no-right = A hold gives no right to a permit. It says that nobody else is promised that day, until the day given; the application is examined as any other.
field-hold-kind = What kind of event it is to be
hint-hold-kind = A short name, such as “Water festival”.
hint-hold-place = As it will stand in the application. Events at one place are found by these words.
field-hold-words = What you want to say to it
hold-by = Asked for by
hold-for = Held for
hold-asked = Asked for on
hold-lead = Answered by
hold-accepted = Held since
hold-declined = Declined on
hold-withdrawn = Withdrawn on
hold-used = Used by an application on
hold-standing-nothing = not asked for
hold-standing-asked = waits for an answer
hold-standing-held = held
hold-standing-declined = not held
hold-standing-withdrawn = withdrawn
hold-standing-used = used by an application
hold-standing-run-out = run out
field-hold-until = Held until and including
hint-hold-until = It runs out by itself after this day, which lies before { $date }. While it is held, you can set another.
field-hold-accept-words = What you say with it
field-hold-reasons = Why
field-hold-withdraw = Why, if you want to say
hold-accept = Hold the day
hold-decline = Do not hold the day
hold-decline-what = Also a day that you hold already. The organiser reads why.
hold-apply = Apply for this day
hold-apply-what = The application begins with this day, these hours and this place. It uses the hold once it is handed in for that day.
hold-withdraw = The day is not wanted any more
clash = same place and time
clashes-with = { $count ->
    [one] 1 other wants this place at this time
   *[other] { $count } others want this place at this time
}
clashes-none = Nobody else holds or has applied for this place at this time.
clashes-lead-only = Only you read this. The organisers are not told of each other. A place is told by the words that its organiser wrote: other words for one place are not found.
wanted-by-application = { $reference }, { $title } ({ $organiser }), { $date }, { $hours }, { $place }
wanted-by-asking = Asked to be held: { $title } ({ $organiser }), { $date }, { $hours }, { $place }
wanted-by-hold = Held, not applied for: { $title } ({ $organiser }), { $date }, { $hours }, { $place }
board-clashes = { $count ->
    [one] 1 clash of date
   *[other] { $count } clashes of date
}
board-clashes-what = Events and holds that want one place at one time, the soonest first, among the next 500 events and holds. Only you read this.
board-holds = { $count ->
    [0] Days held
    [one] Days held: 1 waits for your answer
   *[other] Days held: { $count } wait for your answer
}
draft-held = { $date } is held for you until { $until }. Handing this in uses the hold; it gives no right to a permit.
draft-held-asked = You asked for { $date } to be held, and it is not answered yet. Handing this in uses that; it gives no right to a permit.
draft-held-other-day = The day that you hold, or asked for, is { $date }. Handed in for another day, this application does not use it.
draft-held-over = { $date } is not held for you any more. You can apply for it all the same.
case-held = { $date } was held before it was applied for (asked for on { $at }). That gives no right to a permit.
case-held-asked = { $date } was asked to be held before it was applied for, on { $at }, and was not answered. That gives no right to a permit.
case-held-other = Another day was held before it was applied for: { $date } (asked for on { $at }).
refusal-hold-not-yours = Another organisation asked for this.
refusal-hold-not-led = Another authority answers this.
refusal-hold-wrong-standing = This cannot be done now: the day that was asked for is “{ $stands }” by now. Nothing was recorded.
refusal-hold-not-ahead = { $date } is not ahead. Only a day to come is held.
refusal-hold-too-far = That is too far off: a day is held until { $date } at the latest.
refusal-hold-until = Give a day from { $earliest } to { $latest }: a day is held for some time before it, and not into the past.
refusal-hold-too-many = You hold or asked for { $most } days, and no more at once. Withdraw one first.
refusal-hold-for-another = The hold is of { $date }, and this is for another day or authority.
