# What stands around every page.

wordmark = Placet
page-title = { $title } – Placet
page-title-faulty = Error: { $title } – Placet
skip-to-content = Skip to the content
navigation = Main
languages = Languages
thread = How it hangs together
sign-in = Sign in
sign-out = Sign out
reader-hat = { $name }, { $role }, { $organisation }
colophon-verify = Verify a permit
colophon-calendar = Public calendar
colophon-what = Placet takes what was agreed in a meeting to a permitted event on a fixed date.

demonstration-region = Demonstration
demonstration-banner = Demonstration. The clock stands at { $now }. What follows the two reported meetings is invented.
demonstration-move-to = Move the clock to
demonstration-move = Move
demonstration-moved = The clock was moved. Go on as who you are, or pick another person.
demonstration-moved-out = The clock was moved. A session lasts twelve hours, so whoever was signed in is signed out now: pick a person to go on.
demonstration-passed = The clock was not moved: that day has passed, and the clock goes forward only.
demonstration-people = Choose a person

label-time = { $time } ({ $zone })
label-instant = { $date }, { $time } ({ $zone })
zone-asia-phnom-penh = Phnom Penh time
zone-asia-tokyo = Tokyo time
zone-europe-london = London time
zone-america-new-york = New York time

role-applicant = applicant
role-agent = agent
role-officer = officer
role-decider = decider
role-coordinator = coordinator
role-desk-officer = desk officer
role-rule-maker = rule maker
role-auditor = auditor
role-operator = operator

failure-not-found-title = Nothing found here
failure-not-found-what = There is nothing at this address that you may see.
failure-not-found-next = Check the address, or go back to the first page. If it belongs to another role of yours, change to that role.
failure-used-link-title = This link is used up
failure-used-link-what = It was used already, or it is too old. A link can be used once, and only for a time.
failure-used-link-next = Ask for a new one: choose “I have no password, or lost it” where one signs in, or ask whoever gave you this link.
failure-method-title = This address does not do that
failure-method-what = The address exists, but not for what was asked of it.
failure-method-next = Go back and use the page's own buttons.
failure-forbidden-title = This is not yours to do
failure-forbidden-what = You are signed in, but your role does not allow this.
failure-forbidden-next = Change to the role that may do it, or ask whoever holds it.
failure-other-origin-title = The form did not come from Placet
failure-other-origin-what = Your browser says that another site sent this form, so nothing was done.
failure-other-origin-next = Open Placet's own page and fill in the form there.
failure-stale-form-title = This page has become old
failure-stale-form-what = You signed in or out, or changed your role, after the page was opened, so nothing was done.
failure-stale-form-next = Open the page again and send the form once more. What you typed is below.
failure-not-taken-title = This was not done
failure-not-taken-what = The record refused it, or did not take all that was sent; nothing was changed.
failure-not-taken-next = Correct what is named and send it again.
failure-signed-out-title = You are not signed in
failure-signed-out-what = This needs someone who is signed in; your session may have ended. Nothing was changed.
failure-signed-out-next = Sign in and send it again.
failure-wrong-form-title = The form could not be read
failure-wrong-form-what = What arrived is not a form that a page of Placet sends, so nothing was done.
failure-wrong-form-next = Go back, load the page again and send the form once more.
failure-too-large-title = That is too large
failure-too-large-what = What was sent is larger than { $most } MB, so nothing of it was kept.
failure-too-large-next = Make the files smaller, or send them one by one.
failure-too-many-title = Too many attempts
failure-too-many-what = There were too many attempts for this address.
failure-too-many-next = { $minutes ->
    [one] Try again in one minute.
   *[other] Try again in { $minutes } minutes.
}
failure-stale-title = Someone else changed this meanwhile
failure-stale-what = Between your opening the page and sending it, another person changed the same record, so nothing was done.
failure-stale-next = Look at it as it is now and decide again. What you typed is below.
failure-unavailable-title = The record cannot be reached
failure-unavailable-what = The store did not answer, so nothing was done.
failure-unavailable-next = Try again in a minute. If it stays so, tell whoever runs this installation.
failure-unknown-outcome-title = It is not known whether this was done
failure-unknown-outcome-what = The database was lost while it wrote. What you sent may have been recorded, or not.
failure-unknown-outcome-next = Look whether it is there before you send it again. If the database stays away, tell whoever runs this installation.
failure-internal-title = Something went wrong here
failure-internal-what = An error in Placet stopped this page. Nothing half-done was kept.
failure-internal-next = Try again. If it happens again, tell whoever runs this installation what you were doing.
failure-typed = What you typed
failure-send-again = Send it again
failure-first-page = To the first page
session-ended = Your session had ended, so nothing was done yet. Sign in again: what you typed is kept, and you can send it then.
resume-title = Send what you typed
resume-what = You are signed in again. This is what you typed; it has not been sent yet.
resume-send = Send it now
