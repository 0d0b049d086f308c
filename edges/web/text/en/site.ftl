# Places, sign-in, the public pages: what every reader meets first. Whole in every language.

place-events = Events
place-meetings = Meetings
place-requests = Requests
place-docket = Docket
place-board = Applications
place-calendar = Calendar
place-register = Register
place-verify = Verify

field-address = E-mail address
field-password = Password
field-new-password = New password
hint-new-password = At least { $least } characters. Several words are easier to remember than signs.
fault-sign-in = This address and this password do not belong together. Check both, or ask for a new password.
fault-password-short = A password has at least { $bound } characters.
fault-password-long = A password has at most { $bound } characters.
fault-not-an-address = This is not an e-mail address. Write it as name@place.example.
fault-address-taken = Someone has this address already.
reset-link = I have no password, or lost it
reset-title = Ask for a new password
reset-what = If someone has this address, a one-time link is made for it. It is valid for one hour.
reset-send = Ask for a link
reset-sent = If someone has this address, a one-time link was made for it. It is handed over by e-mail, or by whoever runs this installation. If nothing has come after some minutes, ask for another: the last one counts.
link-invitation = Set your password
message-reset = A new password
message-reset-text =
    Someone asked to set a new password for this address at { $installation }.

    Open this link to set it. It can be used once, within { $minutes } minutes:

    { $link }

    If it was not you, do nothing: the password stays as it is.
link-reset = Set a new password
link-for = For { $address }. This link can be used once.
link-set = Set the password and sign in
change-role = Change role
hats-title = In which role do you act now?
hats-what = What you do is recorded under the role you choose. You can change it at any time.
hats-now = You act in this role now.
hats-unread = { $count ->
    [one] 1 new notice waits in it
   *[other] { $count } new notices wait in it
}

people-title = Who would you like to be?
people-answers-wait = Your answers are kept. Choose an organiser, and an application begins with them: a draft, of which nobody is asked before you hand it in.
people-form-waits = Nobody was signed in any more, so nothing was done yet. What you typed is kept: choose who you are, and you can send it then.
people-what = Everyone here is invented. Pick a person to see Placet as that person does.
people-invented = invented
people-pick = Be { $name }
people-hat = { $role }, { $organisation }
people-job-applicant = Applies for the event, answers questions, and sees what stands in its way.
people-job-agent = Applies on behalf of an organiser.
people-job-officer = Reviews what was referred to the authority, and asks.
people-job-decider = Decides for the authority: agree, agree with conditions, or refuse.
people-job-coordinator = Leads: puts the application to everyone concerned, and issues the permit.
people-job-desk-officer = Records meetings from their sources, and follows requests.
people-job-rule-maker = Changes the rules: one proposes a version, another approves it, and it is published for a day.
people-job-auditor = Reads all that the own organisation sees, changes nothing.
people-job-operator = Runs the installation.

calendar-title = Public calendar
calendar-what = Events that have a permit.
calendar-empty = No event has a permit yet.
hours = { $from } to { $until }
hours-next-day = { $from } to { $until } the next day
span = { $from } to { $to }
next-page = Next page
list-earlier = Earlier events, from { $date } on
list-earlier-count = { $count ->
    [one] One earlier event: see those from { $date } on
   *[other] { $count } earlier events: see those from { $date } on
}
list-none-ahead = No event from { $date } on.

verify-title = Verify a permit
verify-what = Scan the code on the permit and paste its text here, or paste the permit’s file.
verify-do = Verify
field-code = Text of the code, or the permit’s file
hint-code = It begins with PLACET1: or with a brace.
verify-genuine = Genuine and in force
verify-revoked = Genuine, but revoked
verify-revoked-warning = This permit was revoked: do not rely on it.
fault-not-genuine = This proves nothing. It was changed, cut off, or comes from elsewhere. Do not rely on it; ask the authority named on the permit.
fault-no-permit = This is proven, but it is not a permit.
verify-as-of = Proven as of
verify-checkpoint-at = { $at }: checkpoint { $size } of { $origin }
verify-offline = Without this server
verify-offline-what = Anyone can verify a permit without us: with the program, this key, and, to learn of revocations, the status list.
verify-checkpoint = Signed head of the ledger
verify-status = Status list
verify-key = Key

permit-title = Permit { $reference }
permit-in-force = in force
permit-revoked = revoked on { $at }
permit-revoked-warning = Revoked on { $at }: do not rely on this permit.
permit-issued = Issued on { $at }.
notice-title = Decision notice: { $authority }
advice-title = Advice: { $authority }
paper-permit = Permit
paper-decision-notice = Decision notice
paper-demonstration = Demonstration: invented, and without any effect.
paper-reference = Reference
paper-organisers = Organisers
paper-components = What is permitted
paper-asked-for = What was applied for
paper-place = Place
paper-date = Day
paper-time = Hours
paper-lead-authority = Issued by
paper-authority = Authority
paper-decision = Decision
paper-decided-on = Decided on
paper-decided-by = Decided by
paper-by-silence = Nobody: its period ended without an answer
paper-decisions = Who agreed
paper-advice = Advice
paper-advisers = Who advised
paper-advised-on = Given on
paper-advised-by = Given by
paper-conditions = Conditions
paper-no-conditions = There are no conditions.
paper-reasons = Reasons
paper-no-reasons = No reasons were given.
paper-reckoning = How the period was reckoned
paper-appeal = Appeal
paper-verify = Verify this paper
paper-verify-how = Scan the code, or go to
paper-verify-file = This permit holds more than a code carries. Its file holds the proof: take it, and verify the permit with it at
paper-code = Code that holds this permit and its proof
paper-checkpoint = checkpoint { $size } of { $origin }
paper-unprintable = The printed paper shows � in place of these characters, for which this server has no font: { $characters }. This page shows them as they were written. Whoever runs this server can add a font that has them.
paper-pdf = As PDF
paper-file = As a file with its proof
paper-code-text = Text of the code
paper-code-what = This is what the code holds. It can be verified without this server.
