# The brief before the next meeting
brief-title = កំណត់ត្រាសង្ខេប៖ { $relationship }
brief-open = កំណត់ត្រាសង្ខេបមុនកិច្ចប្រជុំបន្ទាប់
brief-known = តាមអ្វីដែលបានដឹងនៅ { $date }
brief-as-of = តាមអ្វីដែលបានដឹងនៅ
brief-as-of-hint = អ្វីដែលបានកត់ត្រាក្រោយថ្ងៃនោះ មិនមាននៅទីនេះទេ។
brief-other-day = កំណត់ត្រាសង្ខេបនៃថ្ងៃផ្សេង
brief-see = បង្ហាញ
brief-pdf = លើក្រដាស (PDF)
brief-text = ជាអត្ថបទ
brief-met = { $count ->
    [0] មិនទាន់មានកិច្ចប្រជុំនៃទំនាក់ទំនងនេះក្នុងកំណត់ត្រាទេ។
   *[other] មានកិច្ចប្រជុំ { $count } ក្នុងកំណត់ត្រា លើកចុងក្រោយ { $last }។
}
brief-nothing-yet = គិតត្រឹមថ្ងៃនោះ មិនទាន់មានអ្វីក្នុងកំណត់ត្រាអំពីទំនាក់ទំនងនេះទេ។
brief-whom = អ្នកដែលយើងជួប
brief-whom-nobody = មិនទាន់មាននរណាម្នាក់នៃភាគីម្ខាងទៀតក្នុងកំណត់ត្រាទេ។
brief-no-post = មិនដឹងមុខតំណែងសម្រាប់ថ្ងៃនេះទេ។
brief-met-as = { $when }, { $title }, ក្នុងនាមជា { $post }
brief-met-at = { $when }, { $title }
brief-ours = យើងត្រូវឆ្លើយ
brief-ours-nothing = គេមិនបានស្នើអ្វីពីយើងទេ។
brief-theirs = ភាគីម្ខាងទៀតត្រូវឆ្លើយ
brief-theirs-nothing = យើងមិនបានស្នើអ្វីពីគេទេ។
brief-our-word = អ្វីដែលយើងបានសន្យា
brief-their-word = អ្វីដែលគេបានសន្យា
brief-nothing = គ្មានទេ។
brief-answer = { $answer }៖ { $text }
brief-application = ពាក្យសុំ { $reference }
brief-application-seen = ពាក្យសុំ { $reference }៖ { $stage }, អាជ្ញាធរ { $agreed } ក្នុងចំណោម { $asked } បានយល់ព្រម
brief-chance = ទាំងអស់សម្រេចទាន់ពេល៖ { $share }
brief-and = { $one } { $other }
brief-overdue = ហួសកាលកំណត់
brief-due = ត្រូវអនុវត្តនៅ { $when }
brief-said = អ្វីដែលបាននិយាយចុងក្រោយ
brief-speaker = { $who }, { $post }
brief-on = អំពី៖ { $subject }
brief-coming = ថ្ងៃខាងមុខ
brief-coming-nothing = មិនមានថ្ងៃខាងមុខនៃទំនាក់ទំនងនេះក្នុងកំណត់ត្រាទេ។
brief-days-left = { $days ->
    [0] នៅថ្ងៃនេះ
   *[other] នៅសល់ { $days } ថ្ងៃ
}
brief-left-out = អ្វីដែលមិនបានដាក់
brief-left-nothing = គ្មានទេ។
brief-left-said-before = ការថ្លែង { $count } ព្រោះមានការថ្លែងក្រោយមកទៀតអំពីប្រធានបទដដែល
brief-left-kept = ការសន្យា { $count } ដែលបានអនុវត្ត
brief-left-between-others = សំណើ ឬការសន្យា { $count } រវាងភាគីផ្សេង
brief-left-comments = មតិ { $count } របស់អ្នកសង្កេតការណ៍ ដែលមិនបាននិយាយក្នុងកិច្ចប្រជុំ
brief-left-beyond = បន្ទាត់ { $count } លើសពីសែសិបដំបូងនៃបញ្ជី
paper-brief = កំណត់ត្រាសង្ខេប
brief-not-signed = មិនទាន់បានអនុម័ត

# What the desk writes for it, and signing it off
brief-our-line = គោលជំហររបស់យើង
brief-not-to-say = អ្វីដែលមិនត្រូវនិយាយ
brief-written = សរសេរដោយ { $who }, { $at }
brief-left-sealed = បន្ទាត់ { $count } អំពីអ្វីដែលមិនត្រូវនិយាយ ដែលបានបិទត្រា
brief-line-write = សរសេរបន្ទាត់របស់យើង
brief-line-whole = ទំនាក់ទំនងទាំងមូល
brief-line-sealed = បន្ទាត់ដែលបានបិទត្រា
brief-line-take-back = ដកបន្ទាត់របស់យើងវិញ
brief-kind-our-line = គោលជំហររបស់យើង៖ អ្នកដែលអានកំណត់ត្រានេះ អានវាបាន
brief-kind-not-to-say = អ្វីដែលមិនត្រូវនិយាយ៖ បិទត្រា អានបានតែអ្នក និងអ្នកដែលអ្នកដាក់ឈ្មោះ
field-brief-kind = តើវាជាអ្វី?
field-brief-about = អំពីអ្វី
field-brief-words = បន្ទាត់
field-brief-readers = នរណាទៀតអានវា បើវាបានបិទត្រា
hint-brief-readers = អ្នកផ្សេងទៀតដឹងតែថាមានវា ប៉ុន្តែមិនដឹងពាក្យណាមួយឡើយ។
hint-brief-taken-back = កំណត់ត្រានៅតែប្រាប់ថាធ្លាប់មានវា។ ពាក្យនៃបន្ទាត់ដែលបានបិទត្រាត្រូវលុប។
fault-brief-readers-of-all = គោលជំហររបស់យើង អ្នកដែលអានកំណត់ត្រានេះអានបាន។ កុំដាក់ឈ្មោះនរណា ឬជ្រើសអ្វីដែលមិនត្រូវនិយាយ។
back-to-brief = ត្រឡប់ទៅកំណត់ត្រាសង្ខេប
brief-signed = បានអនុម័ត
brief-signing = ការអនុម័ត
brief-signed-by = គិតត្រឹម { $date }, ដោយ { $who }, { $at }
brief-sign = អនុម័តកំណត់ត្រាសង្ខេបនេះ
brief-sign-what = កំណត់ត្រានឹងមានលេខសម្គាល់ hash នៃអត្ថបទ ហើយអត្ថបទត្រូវបានរក្សាទុក។ អ្វីដែលបានបិទត្រាត្រូវបានរាប់ប៉ុណ្ណោះ មិនបានប្រាប់ក្នុងអត្ថបទទេ។
brief-changed-since = កំណត់ត្រាបានផ្លាស់ប្តូរ តាំងពីកំណត់ត្រាសង្ខេបនេះត្រូវបានអនុម័ត។
refusal-not-a-reader = សូមដាក់ឈ្មោះតែមនុស្សនៃអង្គភាពរបស់អ្នកដែលអានកំណត់ត្រានេះ។
refusal-brief-changed = កំណត់ត្រាសង្ខេបលែងដូចអ្វីដែលបានបង្ហាញទៀតហើយ។ សូមអានវាម្តងទៀត រួចអនុម័ត។
brief-sha256 = SHA-256 { $hash }
fault-day-to-come = ថ្ងៃនេះមិនទាន់មកដល់ទេ។ សូមបញ្ជាក់ថ្ងៃនេះ ឬថ្ងៃមុន។
