proposal-proposed = waiting for a second person
proposal-approved = approved
proposal-declined = declined
proposal-withdrawn = withdrawn
proposal-published = published

refusal-not-the-rulebooks-lead = A rulebook is changed by rule makers of the authority that leads by it: { $authority }.
refusal-too-many-rulebook-files = { $given } files are too many for one version: at most { $most }.
refusal-version-known = This very version is known already. Change something, then propose it under a version of its own.
refusal-version-name-taken = There is a version { $version } already. Write another version into rulebook.toml.
refusal-no-such-proposal = There is no proposal { $number }.
refusal-wrong-proposal-standing = The proposal is { $standing }; this can be done when it is { $needed }.
refusal-own-proposal = You proposed this yourself: another rule maker decides on it.
refusal-not-the-proposer = Only whoever made the proposal takes it back.
refusal-changed-meanwhile = Another version ({ $by }…) binds last by now; publishing this one would undo it unseen. Make the change on that version, and propose it anew.
refusal-binds-too-early = { $from } is too early: the first possible day is { $earliest }.
refusal-outside-validity = The version says that it holds from { $valid } on, so it cannot bind from { $from }. Choose a later day.
refusal-past-validity = The version says that it holds until { $valid }, so it cannot bind from { $from }. Choose an earlier day.
refusal-rulebook-faults = The linter found { $count ->
    [one] one fault
   *[other] { $count } faults
}: { $what }. Put it right, and propose the version anew.
refusal-rule-tests-fail = { $count ->
    [one] One of the version’s own tests does
   *[other] { $count } of the version’s own tests do
} not come out as written: { $what }.
refusal-rules-untested = { $count ->
    [one] One rule is
   *[other] { $count } rules are
} not reached by any of the version’s own tests: { $what }. Write a test for each.
