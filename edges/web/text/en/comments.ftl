# What people of authorities say to each other of a case, and watching a case.

comments-title-own = Comments within your authority: { $reference }
comments-title-authorities = Comments between authorities: { $reference }
comments-what-own = Read by the people of { $readers } alone.
comments-what-authorities = Read by the people of { $readers }. An authority that is asked later does not read what was said before.
comments-what = A comment decides nothing. The organiser, the public and those who advise by a link never read it; it is not in the history, on the papers or in the archive of the case.
comments-see-own = Comments within your authority
comments-see-authorities = Comments between authorities
comments-none = Nothing has been said here.
comments-of-case-own = Comments within your authority: { $count }
comments-of-case-authorities = Comments between authorities: { $count }
comment-say = Write a comment
comment-correct = Correct
comment-take-back = Take back
comment-by = { $name }, { $role }, { $organisation }
comment-corrects = Corrects an earlier comment
comment-corrected = Corrected by a later comment
comment-taken-back = Taken back by { $name } on { $at }; the words are erased
comment-words-missing = The words are missing from the database. The operator restores them from a backup.
comment-readers = Read by { $readers }
back-to-comments = Back to the comments
field-comment = Comment
field-comment-mention = Ask people to look at it
hint-comment-mention = Each is told in the inbox{ $mail ->
    [yes] , and by e-mail as that person chose
   *[no] {""}
}. What you write is not in that message.
confirm-comment-words = Words that are erased
confirm-comment-title = Check before the comment is taken back
confirm-comment-erased = Its words are erased, and nobody can bring them back from here.
confirm-comment-trace = That something was written here, by whom and when, and that it was taken back, stays for those who could read it.
confirm-comment-told = Whoever read it has read it. Copies in backups go when these are replaced.
watch-begin = Watch this case
watch-end = Stop watching this case
watch-what = Whoever watches it is told in the inbox{ $mail ->
    [yes] , and by e-mail as chosen,
   *[no] {""}
} what changes in this case, as far as they can read it.
watch-runs = You watch this case.
notice-mentioned = You are asked to look at a comment
notice-watched = Something happened in a case that you watch
refusal-comment-role = As { $role } you cannot comment on a case; it needs the role { $allowed }.
refusal-comment-not-of-the-case = Your authority is not asked in this case, or is asked no longer. You read on what was said to it.
refusal-comment-nobody-else = No other authority is asked yet: nobody else would read it.
refusal-comment-cannot-read = { $name ->
        [blank] One of those you ask to look at it is not known here
       *[other] { $name } cannot read this comment
    }. Untick that name and send it again; what you wrote is kept.
refusal-comment-too-many-mentions = At most { $most } people are asked to look at one comment.
refusal-watched-too-often = You have begun to watch this case { $most } times, and cannot begin again.
refusal-comment-too-many = You have written { $most } comments on this case, and one person can write no more. A colleague can still write.
refusal-comment-not-there = There is no such comment among those that you read here.
refusal-comment-not-yours = Only whoever wrote a comment corrects it.
refusal-comment-not-yours-to-take-back = A comment is taken back by whoever wrote it, or by whoever decides or coordinates for that authority.
refusal-comment-corrected-already = This comment was corrected already. Correct the correction.
refusal-comment-taken-back = This comment was taken back: there is nothing to correct.
