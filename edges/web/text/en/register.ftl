# What of an application is public, and the public register.

register-title = Public register
register-what = Applications and permits by the day of the event, as far as the rulebooks let them be public. What is withheld says so, and by which rule.
register-from = From this day
register-until = Until this day
register-standing = Standing
register-asked = Authority that was asked
register-words = Words in the name or the place
register-words-hint = Whole words. All of them must stand there.
fault-no-words = Write at least one letter or digit.
register-any = any
register-look = Look
register-none = Nothing that is public matches this.
register-empty = Nothing stands in this register yet.
register-from-when = { $rulebook }: an application stands here { $since }.
register-none-yet = Nothing so far. There is more to look through on the next page.
register-csv = This list as a table (CSV)
register-json = The same for programs (JSON)
register-in-review = in review
register-permitted = permitted
register-over = permitted; the event is over
register-suspended = permit suspended
register-revoked = permit revoked
register-refused = refused
register-withdrawn = withdrawn
register-lapsed = closed, for its day has passed
register-lead = Led by
register-decided = { $decided } of { $asked } have decided
register-has-decided = has decided
register-has-not-decided = has not decided
register-has-advised = has advised
register-has-not-advised = has not advised
register-conditions = { $count ->
    [0] none
    [one] one, on the permit’s page
   *[other] { $count }, on the permit’s page
}
register-entry-title = Register: { $reference }
register-untold = What is not public, and why
register-nothing-else = Nothing else of an application is public: no reasons, advice or comments, and no address of anybody.

public-title = Name of the event
public-description = What will be seen and heard
public-parts = Parts of the event
public-place = Place
public-hours = Hours
public-organisers = Organisers
public-authorities = Who was asked
public-conditions = Conditions of the permit
public-register = that it stands in the register
public-since-submitted = from when it is handed in
public-since-circulated = from when it is in circulation
public-since-granted = from when it is permitted
public-since-over = once the event is over
public-since-refused = if it is refused
public-since-withdrawn = if it is withdrawn
public-since-lapsed = if its day passes without a permit
public-never = never
public-field-since = { $field }: { $since }
public-register-since = An application stands in the register { $since }
public-keeps = Without a permit it stays there { $endings }.
public-keeps-none = Without a permit it does not stay there once it has ended.
public-untold = { $field }: { $until }
public-event-of = Event of permit { $permit }
public-event-against = { $title } ({ $against })
withheld-until-over = withheld until the event is over
withheld-always = not public
rule-number-withheld = Rule { $number } on what is withheld
rule-column-withheld = withholds
rule-column-until = until when
rulebook-withholds = What is withheld from the public, and why
rulebook-public = What is public
part-public = what may be public
what-if-public = would be public otherwise
test-withholds = Withheld from the public: { $fields }.
test-withholds-nothing = Nothing is withheld from the public.
test-withheld-otherwise = { $found } Expected was: { $expected }

check-public = What of it will be public
paper-verify-withheld = Part of this permit is not public, and its proof covers every word of it: it is given to those whose case it is. Verify one that you are shown at
paper-conditions-withheld = The conditions are not public.
paper-withheld-no-proof = The paper and the file with the proof are not offered here: they hold all that the permit says, and cannot leave out a part. Whoever holds the permit can show them, and you can verify them.
decision-conditions-withheld = agreed; its conditions are not public
calendar-subscribe = Subscribe (iCalendar)
