# What an authority offers instead of deciding. Whole in every language.

standing-counter-offered = offers something else
offer-day = another day: { $day }
offer-hours = other hours: { $hours }
offer-place = another place: { $place }
offer-form = another form: “{ $form }”
offer-told = { $authority } offers something else than what was applied for: { $what }

referral-offers = Offered instead
offer-number = Offer { $number }
offer-made = Offered on { $at }
offer-open = Not answered yet. The clock stands still.
offer-accepted = Accepted on { $at }.
offer-accepted-applied = Accepted on { $at }: the organiser applied for it.
offer-declined = Declined on { $at }. What was applied for stays.
offer-taken-back = Taken back on { $at }.
offer-decided = Not answered before the decision of { $at }.
offer-overtaken = Not accepted: on { $at } the organiser changed the application otherwise.
offer-released = Not answered: since { $at } the authority is asked no longer.
offer-not-answered = Not answered: nothing is decided in this application any more.
offer-in-vain = An authority has refused, so nothing else can be applied for here. The offer can still be declined.
offer-not-ahead = It can no longer be accepted: the offered day is not ahead.
offer-taken-up = What this authority offered on { $at } is applied for now, day, hours and place: { $what }. It still decides.

act-offer-instead = Offer something else
act-offer-instead-what = Instead of deciding on what was applied for, say what you could agree to. Your clock stands still until the organiser answers or you take the offer back; the other authorities’ clocks run on. Nothing moves until then. You can still decide at any time.
hint-offer-nothing = Leave empty what stays as it was applied for.
field-offer-date = Another day
field-offer-from = Another beginning
field-offer-until = Another end
field-offer-place = Another place
field-offer-form = Another form, in your own words
hint-offer-form = What would be shown or done instead, such as a drone show instead of shells.
field-offer-reasons = Why this and not what was applied for
column-offer = Offered instead
act-withdraw-offer = Take the offer back
act-answer-offer-whom = Answer the offer of { $authority }
act-take-up-offer = Accept: apply for what is offered
act-take-up-offer-what = A change of your application is begun with the offered day, hours and place; if one is begun already, it goes on with these. You see who decides again and by when before you hand it in. Handed in with exactly these, it accepts the offer. The authority then still decides on it.
act-take-up-offer-begin = Prepare this change
act-accept-offer = Accept the offer
act-accept-offer-what = Nothing that you applied for is changed by this. If answers or parts change, change the application as well.
act-decline-offer = Decline the offer
act-decline-offer-what = The authority’s clock runs on, and it decides on what you applied for.
field-offer-accept-reasons = What you say to it (may be left out)
field-offer-decline-reasons = Why (may be left out)

confirm-offer-title = Check your offer before it is made
confirm-offer = Make this offer
confirm-offer-told = The organisers and every authority of this application see what you offer. Why you offer it, the organisers and the lead authority read, and no other authority.
confirm-offer-not-a-decision = It is no decision: if the organiser accepts, you still decide on what it then applies for.
confirm-accept-offer-title = Check before you accept the offer
confirm-accept-offer = { $authority }: its clock runs on, and it decides, knowing that you accept.
confirm-decline-offer-title = Check before you decline the offer
confirm-decline-offer = { $authority }: its clock runs on, and it decides on what was applied for. It may offer something else.
confirm-offer-stands = It cannot be undone.
confirm-offer-ends = Your offer { $number } ends with this: the organiser has not answered it.

amend-offers = Offers of authorities
amend-accepts = Handed in as it stands, this accepts the offer of { $authority }: { $what }. It still decides on it.
amend-accepts-left = Handed in as it stands, this accepts the offer of { $authority }: { $what }. It is asked no longer then.
amend-accepts-form = The form that { $authority } offers is accepted in words with it. If answers or parts become others, change them in this application as well.
amend-ends-offer = The offer of { $authority } ends by this change, unaccepted: { $what }
amend-keeps-offer = The offer of { $authority } stays open: { $what }
did-accept-offer = accepts what it had offered: { $what }
paper-offered = On { $at } the authority offered instead: { $what }. { $state }

fact-offer-open = Offer { $number }, made on { $at }
fact-offer = Offer { $number }, made on { $at } and ended on { $ended }

refusal-offer-open = Offer { $number } is open. The organiser answers it, or it is taken back, first; or decide.
refusal-no-open-offer = There is no open offer { $number }. It was answered or taken back, or ended with a decision or a change of the application.
refusal-offers-nothing-else = This is what was applied for, or nothing. Name another day, other hours, another place or another form.
refusal-offered-too-often = Something else can be offered { $most } times in one case, and was. Decide on what was applied for.
refusal-accepted-by-amending = Another day, other hours or another place are accepted by applying for them: prepare the change from the offer.
refusal-offers-changed-since = Which offers are open is not what your page said: an authority made or took back an offer, or it was answered. Nothing was handed in. Read below what it would do now.
