# The case: what stands between us and the day. Whole in every language.

event-line = { $day } ម៉ោង { $hours }, { $place }
case-stands-between = អ្វីដែលនៅសល់មុនដល់ { $date }
case-authorities = អាជ្ញាធរ
case-conditions = លក្ខខណ្ឌ
conditions-contradictory = ផ្ទុយគ្នា
conditions-contradict = «{ $first }» ({ $one }) និង «{ $second }» ({ $other })៖ គ្មានព្រឹត្តិការណ៍ណាអាចគោរពបានទាំងពីរទេ។
conditions-reconcile = អាជ្ញាធរ​ណាមួយក៏អាចកែលក្ខខណ្ឌរបស់ខ្លួនបាន។ លិខិតអនុញ្ញាតមិនត្រូវបានចេញ ឬចេញជាថ្មីទេ ដរាបណាលក្ខខណ្ឌទាំងនោះមិនទាន់ត្រូវបានសម្របសម្រួល។
conditions-contradict-places = «{ $first }» ({ $one }) និង «{ $second }» ({ $other }) ហៅទីកន្លែងពីរ។ បើទាំងពីរមានន័យថាទីកន្លែងតែមួយ ម្ខាងត្រូវសរសេរដូចម្ខាងទៀត។
conditions-otherwise = លក្ខខណ្ឌកំណត់ម៉ោង ឬទីកន្លែងខុសពីអ្វីដែលបានស្នើ៖ លិខិតអនុញ្ញាតសរសេរអ្វីដែលបានស្នើ ព្រមទាំងលក្ខខណ្ឌទាំងនេះ។
conditions-revised-why = បានកែលក្ខខណ្ឌនៅ { $at }៖ { $reasons }
paper-decided-changed = { $date } លក្ខខណ្ឌបានកែនៅ { $changed }
condition-begins-from-next = មិនចាប់ផ្តើមមុនម៉ោង { $time } នៃថ្ងៃបន្ទាប់។
condition-begins-by-next = ចាប់ផ្តើមយ៉ាងយូរត្រឹមម៉ោង { $time } នៃថ្ងៃបន្ទាប់។
condition-ends-by-next = បញ្ចប់យ៉ាងយូរត្រឹមម៉ោង { $time } នៃថ្ងៃបន្ទាប់។
conditions-revised = បានកែលក្ខខណ្ឌនៅ { $at }
conditions-before-that = មុននោះ លក្ខខណ្ឌគឺ៖
condition-when = { $condition } ({ $when })
condition-begins-from = មិនចាប់ផ្តើមមុនម៉ោង { $time }។
condition-begins-by = ចាប់ផ្តើមយ៉ាងយូរត្រឹមម៉ោង { $time }។
condition-ends-by = បញ្ចប់យ៉ាងយូរត្រឹមម៉ោង { $time }។
condition-sound-at-most = សំឡេងនៅកន្លែងវាស់ យ៉ាងច្រើន { $number } dB(A)។
condition-people-at-most = មនុស្សក្នុងពេលតែមួយ យ៉ាងច្រើន { $number } នាក់។
condition-stewards-at-least = អ្នករក្សាសណ្តាប់ធ្នាប់នៅនឹងកន្លែង យ៉ាងតិច { $number } នាក់។
condition-stewards-at-most = អ្នករក្សាសណ្តាប់ធ្នាប់នៅនឹងកន្លែង យ៉ាងច្រើន { $number } នាក់។
condition-metres-at-least = ចម្ងាយរវាងកន្លែងបាញ់ ឬសម្តែង និងអ្នកទស្សនា យ៉ាងតិច { $number } ម។
condition-place = ធ្វើតែនៅទីនេះ៖ { $place }។
phase-before = មុនព្រឹត្តិការណ៍
phase-during = ក្នុងពេលព្រឹត្តិការណ៍
phase-after = ក្រោយព្រឹត្តិការណ៍
phase-before-shown = មុនព្រឹត្តិការណ៍ ត្រូវបង្ហាញត្រឹម { $date }
phase-during-shown = ក្នុងពេលព្រឹត្តិការណ៍ ត្រូវបង្ហាញត្រឹម { $date }
phase-after-shown = ក្រោយព្រឹត្តិការណ៍ ត្រូវបង្ហាញត្រឹម { $date }
position-contradictory = លក្ខខណ្ឌផ្ទុយគ្នា៖ { $authorities } ត្រូវសម្របសម្រួលជាមុន។ មុននោះ លិខិតអនុញ្ញាតមិនត្រូវបានចេញទេ។
field-conditions-before = មុនព្រឹត្តិការណ៍
field-conditions-after = ក្រោយព្រឹត្តិការណ៍
conditions-before = លក្ខខណ្ឌដែលត្រូវគោរពមុនព្រឹត្តិការណ៍
conditions-after = លក្ខខណ្ឌដែលត្រូវគោរពក្រោយព្រឹត្តិការណ៍
conditions-that-bind = ម៉ោង តួលេខ និងទីកន្លែងដែលត្រូវគោរព
field-shown-by = ត្រូវបង្ហាញត្រឹម
hint-shown-by = ថ្ងៃចុងក្រោយដែលអ្នករៀបចំបង្ហាញថាបានគោរព។ ទុកទទេ ប្រសិនបើមិនត្រូវបង្ហាញអ្វី។
limit-begins-from = មិនចាប់ផ្តើមមុនម៉ោង
limit-begins-by = ចាប់ផ្តើមយ៉ាងយូរត្រឹមម៉ោង
limit-ends-by = បញ្ចប់យ៉ាងយូរត្រឹមម៉ោង
limit-people-at-most = មនុស្សក្នុងពេលតែមួយ យ៉ាងច្រើន
limit-stewards-at-least = អ្នករក្សាសណ្តាប់ធ្នាប់ យ៉ាងតិច
limit-stewards-at-most = អ្នករក្សាសណ្តាប់ធ្នាប់ យ៉ាងច្រើន
limit-metres-at-least = ចម្ងាយដល់អ្នកទស្សនា យ៉ាងតិច
limit-sound-at-most = សំឡេងនៅកន្លែងវាស់ យ៉ាងច្រើន
limit-place = តែនៅទីនេះប៉ុណ្ណោះ
unit-metres = ម៉ែត្រ
unit-decibels = dB(A)
act-revise-conditions = កែលក្ខខណ្ឌ
act-revise-conditions-for = កែលក្ខខណ្ឌដែលអ្នកបានដាក់
act-revise-conditions-what = ការយល់ព្រមនៅដដែល តែលក្ខខណ្ឌក្លាយជាទាំងនេះ។ លិខិតអនុញ្ញាតដែលបានចេញហើយ នៅដដែល រហូតដល់អ្នកដឹកនាំជំនួសវា។
field-revision-reasons = មូលហេតុនៃការកែ
confirm-conditions-change = លក្ខខណ្ឌរបស់វានៅអាចកែបាន។ លិខិតអនុញ្ញាតដែលចេញក្នុងពេលនោះមានលក្ខខណ្ឌថ្មី នៅពេលវាត្រូវបានចេញជាថ្មី។
confirm-contradiction = លិខិតអនុញ្ញាតមិនត្រូវបានចេញ ឬចេញជាថ្មីទេ រហូតដល់អាជ្ញាធរ​មួយក្នុងចំណោមទាំងពីរកែលក្ខខណ្ឌរបស់ខ្លួន។
confirm-revision = កត់ត្រាលក្ខខណ្ឌទាំងនេះ
confirm-revision-title = កែលក្ខខណ្ឌទាំងនេះឬ?
confirm-conditions-before = លក្ខខណ្ឌរហូតមកដល់ពេលនេះ
confirm-conditions-now = លក្ខខណ្ឌចាប់ពីពេលនេះទៅ
confirm-revision-told = អ្នករៀបចំ និងអាជ្ញាធរ​ទាំងអស់ដែលត្រូវបានសួរ ឃើញលក្ខខណ្ឌទាំងពីរ និងមូលហេតុនៃការកែ។
case-handed-in = អ្វីដែលបានស្នើសុំ
ahead-title = អ្វីដែលនឹងកើតឡើងបន្ទាប់
ahead-check = { $lead } ពិនិត្យថាពាក្យសុំគ្រប់គ្រាន់ឬទេ រួចបញ្ជូនទៅអាជ្ញាធរ​ខាងក្រោម។ គ្មានវិធានណាកំណត់ថាវាត្រូវចំណាយពេលប៉ុន្មានទេ គឺយ៉ាងយូរត្រឹម { $date } ដើម្បីឲ្យអាជ្ញាធរ​នីមួយៗមានរយៈពេលពេញលេញ។
ahead-check-yours = អ្នកពិនិត្យថាពាក្យសុំគ្រប់គ្រាន់ឬទេ រួចបញ្ជូនទៅអាជ្ញាធរ​ខាងក្រោម យ៉ាងយូរត្រឹម { $date } ដើម្បីឲ្យអាជ្ញាធរ​នីមួយៗមានរយៈពេលពេញលេញ។
ahead-late = ថ្ងៃដែលគួរតែបានសួរពួកគេ គឺ { $date } បានកន្លងផុតហើយ៖ មិនមែនគ្រប់អាជ្ញាធរ​មានរយៈពេលពេញលេញទេ។ គេនៅអាចសួរបាន ប៉ុន្តែការសម្រេចអាចយឺតពេល។ បើប្តូរថ្ងៃព្រឹត្តិការណ៍ ពួកគេនឹងមានពេលគ្រប់គ្រាន់។
ahead-late-advice = អ្នកដែលត្រូវសុំយោបល់ អាចផ្តល់យោបល់យឺត ក្រោយលិខិតអនុញ្ញាត។ លិខិតអនុញ្ញាតមិនរង់ចាំយោបល់នោះទេ។
ahead-check-late = { $lead } ពិនិត្យថាពាក្យសុំគ្រប់គ្រាន់ឬទេ រួចបញ្ជូនទៅអាជ្ញាធរ​ខាងក្រោម។
ahead-check-yours-late = អ្នកពិនិត្យថាពាក្យសុំគ្រប់គ្រាន់ឬទេ រួចបញ្ជូនទៅអាជ្ញាធរ​ខាងក្រោម។
ahead-decide = អាជ្ញាធរ​នីមួយៗសម្រេចដោយខ្លួនឯង ក្នុងរយៈពេលរបស់ខ្លួន។ បើវាសួរអ្នករៀបចំ រយៈពេលរបស់វាឈប់រាប់ រហូតដល់មានចម្លើយ។
ahead-permit = ពេលអាជ្ញាធរ​ទាំងអស់ដែលត្រូវការការយល់ព្រមបានយល់ព្រមហើយ { $lead } ចេញលិខិតអនុញ្ញាត។
ahead-permit-yours = ពេលអាជ្ញាធរ​ទាំងអស់ដែលត្រូវការការយល់ព្រមបានយល់ព្រមហើយ អ្នកចេញលិខិតអនុញ្ញាត។
ahead-latest = ត្រូវសុំយោបល់ត្រឹម { $date }
ahead-latest-passed = គួរតែបានសុំយោបល់ត្រឹម { $date }
case-organisers = អ្នករៀបចំ
case-components = ផ្នែកនៃព្រឹត្តិការណ៍
case-hours = ម៉ោង
case-files = ឯកសារ
documents-missing = ឯកសារដែលវិធានតម្រូវ ប៉ុន្តែនៅខ្វះ
document-missing = ខ្វះ
document-as = { $document }៖ { $file }
document-since = បានដាក់នៅ { $at }
act-hand-in = ដាក់ឯកសារបន្ថែម
act-hand-in-what = អាជ្ញាធរ​ទាំងអស់ដែលត្រូវសួរអាចអានវាបានភ្លាម។ មិនអាចដកវិញបានទេ។
act-hand-in-form = មិនអាចដកវិញបានទេ។ អាជ្ញាធរ​ទាំងអស់ដែលត្រូវសួរអានវាបានភ្លាម លើកលែងតែអ្នកកំណត់ខាងក្រោមឲ្យអានតែមួយចំនួន។
case-follows-from = ចេញពីសំណើ
case-asked = { $from } ស្នើទៅ { $to }៖ { $when }
case-see-permit = មើលលិខិតអនុញ្ញាត
hint-revocation-reasons = អ្នករៀបចំ និងអាជ្ញាធរ​នៃពាក្យសុំនេះអាចអានមូលហេតុបាន។ ទំព័រសាធារណៈនៃលិខិតអនុញ្ញាតបង្ហាញតែពេលវេលាដែលវាត្រូវបានដកហូតប៉ុណ្ណោះ។
back-to-case = ត្រឡប់ទៅពាក្យសុំ
rests-on-rulebook = សម្រេចតាមវិធាន៖

position-pending = អាជ្ញាធរ { $agreed } ក្នុងចំណោម { $asked } បានយល់ព្រម។
position-agreed-silently = គ្មាននរណាបដិសេធទេ។ អាជ្ញាធរ​ចំនួន { $silent } មិនបានឆ្លើយក្នុងរយៈពេល ដែលតាមសៀវភៅវិធានរាប់ជាការយល់ព្រម។ អាជ្ញាធរ​ផ្សេងទៀតបានយល់ព្រម។ { $conditions ->
    [0] គ្មានលក្ខខណ្ឌទេ។
   *[other] មានលក្ខខណ្ឌ { $conditions }។
}
position-agreed = { $conditions ->
    [0] អាជ្ញាធរ​ទាំងអស់ដែលត្រូវសុំការយល់ព្រម បានយល់ព្រមហើយ។
   *[other] អាជ្ញាធរ​ទាំងអស់ដែលត្រូវសុំការយល់ព្រម បានយល់ព្រមដោយមានលក្ខខណ្ឌ { $conditions }។
}
position-advice-open = ដំបូន្មាននៅអាចមកពី៖ { $authorities }។
position-permit-yours = ឥឡូវអ្នកត្រូវចេញលិខិតអនុញ្ញាត។
position-permit-theirs = ឥឡូវ { $lead } ដែលដឹកនាំពាក្យសុំនេះ ត្រូវចេញលិខិតអនុញ្ញាត។
next-ended = លែងមានថ្ងៃកំណត់
next-unknown = មិនអាចគណនាថ្ងៃបានទេ
position-no-consent = មិន​ត្រូវ​ការ​ការ​យល់​ព្រម​ពី​អាជ្ញាធរ​ណា​ឡើយ។
refused-by = { $authority } { $at }៖ { $reasons }
refused-by-silence = { $authority } មិនបានឆ្លើយក្នុងរយៈពេលរបស់ខ្លួនទេ ដែលតាមសៀវភៅវិធានរាប់ជាការបដិសេធ។
refused-no-permit = មិន​អាច​ចេញ​លិខិត​អនុញ្ញាត​បាន​ឡើយ។
position-refused = { $count ->
   *[other] អាជ្ញាធរ { $count } បានបដិសេធ។
}
position-submitted = បានដាក់ហើយ។ អាជ្ញាធរ​ដឹកនាំកំពុងពិនិត្យថាពាក្យសុំគ្រប់គ្រាន់ឬទេ។
position-submitted-yours = បានដាក់ហើយ។ អ្នកពិនិត្យថាពាក្យសុំគ្រប់គ្រាន់ឬទេ រួចបញ្ជូនទៅអាជ្ញាធរ​ពាក់⁠ព័ន្ធ។
position-returned-yours = ពាក្យសុំត្រូវបានប្រគល់មកអ្នកវិញ៖ នៅខ្វះអ្វីមួយ។
position-returned = ពាក្យសុំត្រូវបានប្រគល់ទៅអ្នករៀបចំវិញ៖ នៅខ្វះអ្វីមួយ។
position-permitted = លិខិតអនុញ្ញាតត្រូវបានចេញហើយ។
position-revoked = លិខិតអនុញ្ញាតត្រូវបានដកហូត។
position-withdrawn = អ្នករៀបចំបានដកពាក្យសុំវិញ។
position-draft = មិនទាន់បានដាក់។
position-day-passed = ថ្ងៃព្រឹត្តិការណ៍បានកន្លងផុតទៅ ដោយគ្មានលិខិតអនុញ្ញាត។
closed = ពាក្យសុំនេះបានបិទហើយ។
closed-again = ពាក្យសុំនេះបានបិទហើយ។ បើនៅតែចង់រៀបចំព្រឹត្តិការណ៍ សូមដាក់ពាក្យសុំថ្មី៖ ពាក្យសុំថ្មីចាប់ផ្តើមដោយអ្វីដែលបានសរសេរក្នុងពាក្យសុំនេះ ហើយឯកសារត្រូវបន្ថែមម្តងទៀត។
refused-again = បើនៅតែចង់រៀបចំព្រឹត្តិការណ៍ អ្នកអាចដាក់ពាក្យសុំថ្មី៖ ពាក្យសុំថ្មីចាប់ផ្តើមដោយអ្វីដែលបានសរសេរក្នុងពាក្យសុំនេះ ហើយឯកសារត្រូវបន្ថែមម្តងទៀត។
closed-apply = ដាក់ពាក្យសុំថ្មី
returned-again = សូមកែអ្វីដែលខ្វះ រួចដាក់ម្តងទៀត៖ លេខយោង អ្វីដែលអ្នកបានសរសេរ និងឯកសារនៅដដែល។
returned-change = កែ ហើយដាក់ម្តងទៀត
position-waiting = កំពុងរង់ចាំ៖ { $whom }។
alarm-overdue = អាជ្ញាធរ { $count } ហួសកំណត់ ហើយព្រឹត្តិការណ៍{ $days ->
    [0] ធ្វើនៅថ្ងៃនេះ។
   *[other] នៅសល់ { $days } ថ្ងៃទៀត។
}
alarm-late = អាជ្ញាធរ { $count } អាចសម្រេចយឺតជាងព្រឹត្តិការណ៍ ហើយព្រឹត្តិការណ៍{ $days ->
    [0] ធ្វើនៅថ្ងៃនេះ។
   *[other] នៅសល់ { $days } ថ្ងៃទៀត។
}
alarm-turn-to = សូមទាក់ទង { $lead } ដែលដឹកនាំពាក្យសុំនេះ ដោយប្រាប់លេខយោង { $reference }៖ ស្ថាប័ននេះជំរុញឲ្យអាជ្ញាធរ​ទាំងនោះសម្រេច។ បើគ្មានសេចក្តីសម្រេចទេ មិនអាចចេញលិខិតអនុញ្ញាតបានឡើយ។
alarm-press = អ្នកជាអ្នកដឹកនាំ៖ សូមរំលឹកអាជ្ញាធរ​នីមួយៗនៅទំព័ររបស់វា ឬជំរុញតាមវិធីផ្សេង ដោយប្រាប់លេខយោង { $reference } ហើយប្រាប់អ្នករៀបចំអំពីស្ថានភាព។ បើគ្មានសេចក្តីសម្រេចទាំងនេះទេ មិនអាចចេញលិខិតអនុញ្ញាតបានឡើយ។
waiting-whom = { $authority } ({ $next })

stage-draft = សេចក្តីព្រាង
stage-submitted = បានដាក់
stage-returned = បានប្រគល់វិញ ព្រោះមិនគ្រប់គ្រាន់
stage-in-circulation = កំពុងពិនិត្យនៅអាជ្ញាធរ
stage-decided = បានសម្រេច
stage-permit-waits = រង់ចាំចេញលិខិតអនុញ្ញាត
stage-contradictory = លក្ខខណ្ឌផ្ទុយគ្នា
stage-permitted = បានអនុញ្ញាត
stage-revoked = ត្រូវបានដកហូត
stage-withdrawn = បានដកវិញ
stage-refused = ត្រូវបានបដិសេធ
stage-answer-awaited = រង់ចាំចម្លើយរបស់អ្នករៀបចំ
stage-answer-yours = រង់ចាំចម្លើយរបស់អ្នក
stage-lapsed = បានបិទ ព្រោះថ្ងៃព្រឹត្តិការណ៍បានកន្លងផុត

standing-referred = បានបញ្ជូន
standing-in-review = កំពុងពិនិត្យ
standing-awaiting-information = រង់ចាំព័ត៌មាន
standing-granted = បានយល់ព្រម
standing-granted-with-conditions = { $conditions ->
    [0] បានយល់ព្រមដោយមានលក្ខខណ្ឌ
   *[other] បានយល់ព្រមដោយមានលក្ខខណ្ឌ { $conditions }
}
standing-refused = បានបដិសេធ
standing-deemed-granted = គ្មានចម្លើយ៖ រាប់ជាការយល់ព្រម
standing-deemed-refused = គ្មានចម្លើយ៖ រាប់ជាការបដិសេធ
standing-no-objection = គ្មានការជំទាស់
standing-advised = បានផ្តល់យោបល់
standing-objected = ជំទាស់
standing-not-waited-for = លែង​រង់ចាំ​ទៀត
standing-advice = យោបល់ { $standing }

column-authority = អាជ្ញាធរ
column-position = ស្ថានភាព
column-why = មូលហេតុដែលត្រូវសុំយោបល់
column-when = កាលបរិច្ឆេទ
column-event = ព្រឹត្តិការណ៍
column-due = ថ្ងៃផុតកំណត់
column-request = សំណើ

reason-rests-on = ({ $kind }៖ { $citation })
basis-law = ច្បាប់
basis-regulation = បទបញ្ញត្តិ
basis-practice = ការអនុវត្តកន្លងមក
basis-assumption = ការសន្មតរបស់យើង

next-decided = បានសម្រេចនៅ { $date }
next-advised = បានផ្តល់នៅ { $date }
next-silent = គ្មានចម្លើយរហូតដល់ { $date }
next-due = ត្រូវសម្រេចត្រឹម { $date }
next-due-after = ត្រូវសម្រេចត្រឹម { $date } ដែល​មិន​មុន​ព្រឹត្តិការណ៍
next-overdue = ហួសកំណត់តាំងពី { $date }
next-your-answer = { $days ->
    [0] រង់ចាំចម្លើយរបស់អ្នក តាំងពីថ្ងៃនេះ
   *[other] រង់ចាំចម្លើយរបស់អ្នក { $days } ថ្ងៃហើយ
}
next-their-answer = { $days ->
    [0] រង់ចាំអ្នករៀបចំ តាំងពីថ្ងៃនេះ
   *[other] រង់ចាំអ្នករៀបចំ { $days } ថ្ងៃហើយ
}
next-your-more-time = សុំពេលបន្ថែមពីអ្នក { $due }

act-answer-whom = ឆ្លើយសំណួររបស់ { $authority }
act-answer = ឆ្លើយសំណួរ
act-answer-extension-whom = ឆ្លើយថាតើ { $authority } អាចមានពេលបន្ថែមឬទេ
act-answer-extension = ឆ្លើយថាតើអាចមានពេលបន្ថែមឬទេ
act-answer-extension-what = អាជ្ញាធរ​សុំពេលច្រើនជាងដែលសៀវភៅវិធានផ្តល់ឱ្យ។ កាលបរិច្ឆេទផ្លាស់ប្តូរតែពេលអ្នកយល់ព្រមប៉ុណ្ណោះ។ កាលបរិច្ឆេទរបស់អាជ្ញាធរ​ផ្សេងទៀតនៅដដែល។
act-circulate = ទទួលពាក្យសុំ ហើយបញ្ជូនទៅអាជ្ញាធរ​ពាក់⁠ព័ន្ធ
act-ask-also = សួរអាជ្ញាធរ​មួយទៀត
act-ask-also-what = គ្មានវិធានណាដាក់ឈ្មោះវាក្នុងករណីនេះទេ។ វាទទួលពាក្យសុំជាមួយរយៈពេលផ្ទាល់ខ្លួន ហើយហេតុផលរបស់អ្នកនៅជាប់ឈ្មោះវា។
act-take-back = ឈប់សួរអាជ្ញាធរ​នេះ
act-take-back-for = ឈប់សួរ { $authority }
act-take-back-what = គ្មានវិធានណាសួរវាទេ៖ អ្នកបានសួរ។ គ្មានការរង់ចាំសេចក្តីសម្រេចរបស់វាទៀតទេ។ អ្វីដែលវាបានធ្វើរហូតមកដល់ពេលនេះ នៅក្នុងកំណត់ត្រា តែលែងរាប់បញ្ចូល។
asked-as-advice = ផ្តល់យោបល់តែប៉ុណ្ណោះ លិខិតអនុញ្ញាតមិនរង់ចាំទេ
asked-as-by-rulebook = ដូចក្នុងវិធាន នៅពេលវិធានសួរវា
asked-as-consent = ត្រូវការការយល់ព្រមរបស់វា
asked-by-hand = { $lead } បានសួរ គ្មានវិធានណាដាក់ឈ្មោះវាក្នុងករណីនេះទេ
confirm-ask-also-title = ពិនិត្យមុនពេលសួរអាជ្ញាធរ​មួយទៀត
confirm-asked-advice = រយៈពេលរបស់វាចាប់ផ្តើមថ្ងៃនេះ។ លិខិតអនុញ្ញាតមិនរង់ចាំវាទេ។
confirm-asked-consent = រយៈពេលរបស់វាចាប់ផ្តើមថ្ងៃនេះ។ មុនពេលវាយល់ព្រម គ្មានលិខិតអនុញ្ញាតទេ។
confirm-asked-question = សំណួររបស់វា ដែលរង់ចាំចម្លើយម្តងទៀត
confirm-asked-advice-halted = រយៈពេលរបស់វាឈប់ រហូតដល់អ្នករៀបចំឆ្លើយសំណួររបស់វា ឬវាដកសំណួរនោះវិញ។ មានតែបន្ទាប់ពីនោះ ទើបរយៈពេលដំណើរការ។ លិខិតអនុញ្ញាតមិនរង់ចាំវាទេ។
confirm-asked-consent-halted = រយៈពេលរបស់វាឈប់ រហូតដល់អ្នករៀបចំឆ្លើយសំណួររបស់វា ឬវាដកសំណួរនោះវិញ។ មានតែបន្ទាប់ពីនោះ ទើបរយៈពេលដំណើរការ។ មុនពេលវាយល់ព្រម គ្មានលិខិតអនុញ្ញាតទេ។
confirm-asked-period = រយៈពេលរបស់វា
confirm-asked-due = ត្រូវសម្រេច ឬផ្តល់យោបល់ត្រឹមណា
confirm-back-question = សំណួររបស់វានៅបើក៖ គ្មានអ្នកណាត្រូវឆ្លើយវាទៀតទេ។ បើអ្នកសួរវាម្តងទៀត សំណួរនោះរង់ចាំចម្លើយម្តងទៀត។
confirm-back-offer = សំណើរបស់វានៅបើក៖ គ្មានអ្នកណាអាចទទួលយកវាទៀតទេ។
confirm-asked-told = អ្នកដែលឃើញករណីនេះ សុទ្ធតែឃើញថាអ្នកបានសួរ និងហេតុផល។
confirm-take-back-title = ពិនិត្យមុនពេលឈប់សួរ
field-asked-as = ក្នុងឋានៈអ្វី
field-asked-reasons = ហេតុអ្វីសួរវា
field-taken-back-reasons = ហេតុអ្វីឈប់សួរ
referral-asked-by-hand = វាលែងត្រូវបានសួរតាំងពី { $since } ពេលពាក្យសុំត្រូវបានកែប្រែ ហើយ { $lead } សួរវាម្តងទៀតតាំងពី { $at }។ អ្វីដែលវាបានធ្វើពីមុន លែងរាប់បញ្ចូល។ សំណួរដែលមិនទាន់ឆ្លើយ នៅតែរង់ចាំចម្លើយ។
referral-asked-again = { $lead } បានឈប់សួរវានៅ { $at } («{ $why }») ហើយឥឡូវសួរម្តងទៀត។ អ្វីដែលវាបានធ្វើពីមុន លែងរាប់បញ្ចូល។ សំណួរដែលមិនទាន់ឆ្លើយ នៅតែរង់ចាំចម្លើយ។
referral-taken-back = តាំងពី { $at } { $lead } ឈប់សួរ { $authority } ទៀត៖ «{ $why }»។ អ្វីដែលវាបានធ្វើមុននោះ លែងរាប់បញ្ចូល។
taken-back-read = អានអ្វីដែលវាបានធ្វើ
act-return = ប្រគល់វិញ ព្រោះមិនគ្រប់គ្រាន់
act-return-what = អ្នករៀបចំទទួលវាវិញ កែ ហើយដាក់ម្តងទៀតក្រោមលេខយោងដដែល។ មុនពេលនោះ គ្មានរយៈពេលណារាប់ទេ។
act-issue-permit = ចេញលិខិតអនុញ្ញាត
act-review-for = ពិនិត្យក្នុងនាម { $authority }
act-begin-review = ចាប់ផ្តើមពិនិត្យ
act-decide = សម្រេច
act-decide-what = សេចក្តីសម្រេចមានអានុភាពជាស្ថាពរ។ វាត្រូវបានកត់ត្រាជាមួយឈ្មោះរបស់អ្នក ហើយមិនអាចកែប្រែបានទេ។
act-advise = ផ្តល់យោបល់
act-advise-what = យោបល់មានអានុភាពជាស្ថាពរ។ វាត្រូវបានកត់ត្រាជាមួយឈ្មោះរបស់អ្នក ហើយមិនអាចកែប្រែបានទេ។ វាមិនមែនជាការយល់ព្រម ឬការបដិសេធទេ ហើយលិខិតអនុញ្ញាតមិនរង់ចាំវាទេ។
act-ask = សួរអ្នករៀបចំ
act-ask-what = រយៈពេលរបស់អ្នកឈប់រាប់ រហូតដល់មានចម្លើយ។ រយៈពេលរបស់អាជ្ញាធរ​ផ្សេងទៀតនៅតែរាប់បន្ត។
act-withdraw-question = ដកសំណួរវិញ
act-propose-extension = សុំពេលបន្ថែម
act-propose-extension-what = អ្នករៀបចំត្រូវបានសួរ។ កាលបរិច្ឆេទរបស់អ្នកផ្លាស់ប្តូរតែពេលអ្នករៀបចំយល់ព្រម។ មុននោះ ឬបើមិនយល់ព្រម កាលបរិច្ឆេទនៅដដែល។ សំណើមុនដែលមិនទាន់មានចម្លើយត្រូវបានជំនួស។
act-revoke = ដកហូតលិខិតអនុញ្ញាត
act-revoke-what = ចាប់ពីពេលនេះទៅ លិខិតអនុញ្ញាតលែងមានសុពលភាព។ អ្នកដែលផ្ទៀងផ្ទាត់វាដោយប្រើបញ្ជីស្ថានភាពថ្មីជាងនេះ នឹងដឹងអំពីការដកហូត។
act-withdraw = ដកពាក្យសុំវិញ
act-withdraw-what = ពាក្យសុំត្រូវបញ្ចប់។ អាជ្ញាធរ​មិនចាំបាច់សម្រេចទៀតទេ។

# ជំហានមុនអ្វីដែលមិនអាចត្រឡប់វិញបាន
confirm-decision-title = ពិនិត្យសេចក្តីសម្រេចរបស់អ្នក មុនពេលកត់ត្រា
confirm-advice-title = ពិនិត្យយោបល់របស់អ្នក មុនពេលកត់ត្រា
confirm-permit-title = ពិនិត្យមុនពេលចេញលិខិតអនុញ្ញាត
confirm-circulation-title = ពិនិត្យមុនពេលបញ្ជូនទៅអាជ្ញាធរ​ពាក់⁠ព័ន្ធ
confirm-revocation-title = ពិនិត្យមុនពេលដកហូតលិខិតអនុញ្ញាត
confirm-withdrawal-title = ពិនិត្យមុនពេលដកពាក្យសុំវិញ
confirm-hand-in-title = ពិនិត្យមុនពេលដាក់ឯកសារនេះ
confirm-file = ឯកសារ
confirm-extension-title = សូមពិនិត្យចម្លើយរបស់អ្នក មុនពេលកត់ត្រា
confirm-proposal-title = សូមពិនិត្យមុនពេលសុំពេលបន្ថែម
confirm-recorded = អ្វីដែលនឹងត្រូវកត់ត្រា
confirm-by = កត់ត្រាក្នុងនាម
confirm-condition = { $condition } ({ $authority })
confirm-asked = { $authority } (ត្រូវសុំយោបល់ត្រឹម { $date })
confirm-follows = អ្វីដែលនឹងកើតឡើងបន្ទាប់
confirm-granted = បន្ទាប់មក { $authority } បានយល់ព្រម។ លិខិតអនុញ្ញាតអាចចេញបាន នៅពេលអាជ្ញាធរ​ទាំងអស់ដែលត្រូវមានការយល់ព្រម បានយល់ព្រម។
confirm-granted-with-conditions = បន្ទាប់មក { $authority } បានយល់ព្រមដោយមានលក្ខខណ្ឌទាំងនេះ។ លក្ខខណ្ឌមាននៅក្នុងលិខិតអនុញ្ញាតតាមពាក្យដដែល ហើយអ្នកទាំងអស់អាចអានបាន លើកលែងតែសៀវភៅវិធានមិនឱ្យផ្សាយ។
confirm-refused = បន្ទាប់មក { $authority } បានបដិសេធ ហើយលិខិតអនុញ្ញាតមិនអាចចេញសម្រាប់ពាក្យសុំនេះបានទេ ទោះបីអាជ្ញាធរ​ផ្សេងទៀតសម្រេចយ៉ាងណាក៏ដោយ។
confirm-told = អ្នករៀបចំ និងអាជ្ញាធរ​នៃពាក្យសុំនេះអាចអានវាបានភ្លាម។
confirm-circulation = អាជ្ញាធរ​នីមួយៗដែលមានឈ្មោះនៅទីនេះត្រូវបានសុំយោបល់ភ្លាម ហើយរយៈពេលរបស់អាជ្ញាធរ​នីមួយៗចាប់ផ្តើម។
confirm-circulation-stands = វាមិនអាចត្រឡប់វិញបានទេ៖ អ្វីដែលបានបញ្ជូនទៅអាជ្ញាធរ​ត្រូវសម្រេច ឬការនៅស្ងៀមរាប់តាមសៀវភៅវិធាន ឬអ្នករៀបចំដកពាក្យសុំវិញ។
confirm-decision = កត់ត្រាសេចក្តីសម្រេចនេះ
confirm-advice = កត់ត្រាយោបល់នេះ
confirm-permit = លិខិតអនុញ្ញាតទទួលបានលេខ និងភស្តុតាងរបស់វា។ វាមាននៅក្នុងប្រតិទិនសាធារណៈ ហើយអ្នកទាំងអស់អាចអាន និងផ្ទៀងផ្ទាត់វាបាន លើកលែងតែអ្វីដែលសៀវភៅវិធានមិនឱ្យផ្សាយ។
confirm-advised = { $authority }៖ { $standing }
confirm-advised-reasons = { $authority }៖ { $standing }។ { $reasons }
confirm-advice-late = { $authority } មិនទាន់ផ្តល់យោបល់ ហើយរយៈពេលរបស់ខ្លួនបានផុតនៅ { $date }។ វានៅអាចផ្តល់យោបល់រហូតដល់ចេញលិខិតអនុញ្ញាត។
confirm-advice-runs = { $authority } នៅអាចផ្តល់យោបល់រហូតដល់ { $date }។ បើចេញឥឡូវ លិខិតអនុញ្ញាតមិនរង់ចាំទេ ហើយលែងអាចផ្តល់យោបល់បាន។
confirm-advice-paused = { $authority } នៅអាចផ្តល់យោបល់៖ រយៈពេលរបស់ខ្លួនកំពុងឈប់រាប់។ បើចេញឥឡូវ លិខិតអនុញ្ញាតមិនរង់ចាំទេ ហើយលែងអាចផ្តល់យោបល់បាន។
confirm-unprintable = លិខិតអនុញ្ញាតដែលបោះពុម្ពបង្ហាញ � ជំនួសតួអក្សរទាំងនេះ ដែលម៉ាស៊ីនមេនេះគ្មានពុម្ពអក្សរ៖ { $characters }។ អ្នកគ្រប់គ្រងម៉ាស៊ីនមេអាចបន្ថែមពុម្ពអក្សរដែលមានវា មុនពេលកត់ត្រា។
confirm-permit-stands = វាមិនអាចត្រឡប់វិញ ឬកែប្រែបានទេ។ វាអាចត្រូវបានព្យួរ ដកហូត ឬជំនួសប៉ុណ្ណោះ ហើយពេលនោះអ្នកទាំងអស់ឃើញដូច្នោះ។
confirm-revocation-stands = វាមិនអាចត្រឡប់វិញបានទេ ហើយលិខិតអនុញ្ញាតផ្សេងទៀតមិនអាចចេញក្នុងពាក្យសុំនេះបានទេ៖ អ្នករៀបចំត្រូវដាក់ពាក្យសុំថ្មី។
confirm-withdrawal-stands = វាមិនអាចត្រឡប់វិញបានទេ៖ អ្នកដែលនៅតែចង់រៀបចំព្រឹត្តិការណ៍ ត្រូវដាក់ពាក្យសុំថ្មី ហើយអាជ្ញាធរ​ទាំងអស់ត្រូវសម្រេចម្តងទៀត។
confirm-extension-agreed = បន្ទាប់មក { $authority } មានពេលបន្ថែមនោះ។
confirm-extension-declined = កាលបរិច្ឆេទរបស់ { $authority } នៅដដែល។ អាជ្ញាធរ​អាចសុំម្តងទៀត។
confirm-extension-stands = មិនអាចដកវិញបានទេ។
confirm-extension = កត់ត្រាចម្លើយនេះ
confirm-due-now = កាលបរិច្ឆេទសម្រេចបច្ចុប្បន្ន
confirm-due-then = កាលបរិច្ឆេទ ប្រសិនបើមានថ្ងៃទាំងនេះ
confirm-days-left = រយៈពេលនៅសល់ { $days } ថ្ងៃ ហើយកំពុងឈប់រាប់
agreed-by-silence = { $authority }៖ គ្មានចម្លើយរហូតដល់ { $date } ដែលរាប់ជាការយល់ព្រម

field-reasons = មូលហេតុ
field-lacks = អ្វីដែលខ្វះ
field-revocation-reasons = មូលហេតុនៃការដកហូតលិខិតអនុញ្ញាត
field-withdrawal-reasons = មូលហេតុនៃការដកពាក្យសុំវិញ
field-question = សំណួរទៅអ្នករៀបចំ
field-answer = ចម្លើយរបស់អ្នក
field-days = ចំនួនថ្ងៃបន្ថែម
hint-days-working = ថ្ងៃធ្វើការតាមប្រតិទិនរបស់អ្នក ចាប់ពី 1 ដល់ 366។
hint-days-calendar = ថ្ងៃតាមប្រតិទិន រួមទាំងចុងសប្តាហ៍ និងថ្ងៃឈប់សម្រាក ចាប់ពី 1 ដល់ 366។
field-days-reasons = មូលហេតុដែលត្រូវការពេលបន្ថែម
field-more-time = ចម្លើយរបស់អ្នក
more-time-agreed = ខ្ញុំយល់ព្រម
more-time-declined = ខ្ញុំមិនយល់ព្រម
field-more-time-reasons = មូលហេតុ (អាចទុកចោលបាន)
column-more-time = អ្វីដែលបានសុំ
field-decision = សេចក្តីសម្រេច
decision-granted = យល់ព្រម
decision-granted-with-conditions = យល់ព្រមដោយមានលក្ខខណ្ឌ
decision-refused = បដិសេធ
field-advice = យោបល់
decision-no-objection = គ្មានការជំទាស់
decision-advised = ផ្តល់យោបល់
decision-objected = ជំទាស់
field-conditions = លក្ខខណ្ឌ
hint-conditions = លក្ខខណ្ឌមួយក្នុងមួយបន្ទាត់ យ៉ាងច្រើន { $most } តួអក្សរក្នុងមួយលក្ខខណ្ឌ។ សម្រាប់តែការយល់ព្រមដោយមានលក្ខខណ្ឌប៉ុណ្ណោះ។
field-decision-reasons = មូលហេតុ
hint-decision-reasons = ការបដិសេធត្រូវមានមូលហេតុ។
field-advice-reasons = អ្វីដែលអ្នកផ្តល់យោបល់ ឬមូលហេតុដែលអ្នកជំទាស់
hint-advice-reasons = អាចទុក​ទទេបាន ប្រសិនបើគ្មានការជំទាស់។

referral-decision = សេចក្តីសម្រេច
changes-title = អ្វីដែលបានកែ
changes-when = បានប្រគល់វិញនៅ { $returned } ហើយបានដាក់ម្តងទៀតនៅ { $again }។
changes-none = គ្មានចម្លើយណាត្រូវបានកែទេ។
changes-nothing = គ្មាន
column-what = ចំណុច
column-before = មុន
column-after = ឥឡូវ
referral-notice = លិខិតជូនដំណឹងអំពីសេចក្តីសម្រេច
referral-advice = យោបល់
referral-advice-notice = លិខិតយោបល់
referral-questions = សំណួរ
referral-why = មូលហេតុដែលបានបញ្ជូនទៅអាជ្ញាធរ​នេះ
referral-wanted = អ្វីដែល​វិធាន​តម្រូវ​នៅ​ទីនេះ៖ ឯកសារ ថ្លៃសេវា លក្ខខណ្ឌ ចម្ងាយ
referral-clock = រយៈពេលពិនិត្យ
referral-clock-ends = មិនអាចគណនាកាលបរិច្ឆេទសម្រេចរបស់អាជ្ញាធរ​នេះបានទេ៖ ប្រតិទិនរបស់អាជ្ញាធរ​មិនទៅដល់ពេលនោះឡើយ។ អ្នកគ្រប់គ្រងប្រព័ន្ធនេះជាអ្នកដំឡើងកំណែថ្មី។
question-number = សំណួរទី { $number }
question-open = មិនទាន់មានចម្លើយ។ រយៈពេលឈប់រាប់។
question-answered = បានឆ្លើយនៅ { $at }។
question-withdrawn = បានដកវិញនៅ { $at }។
referral-extensions = ពេលបន្ថែម
days-more-working = ថ្ងៃធ្វើការ { $days } ថ្ងៃបន្ថែម
days-more-calendar = { $days } ថ្ងៃបន្ថែម
extension-open = មិនទាន់មានចម្លើយ។ កាលបរិច្ឆេទនៅដដែល រហូតដល់អ្នករៀបចំយល់ព្រម។
extension-agreed = បានយល់ព្រមនៅ { $at }។
extension-declined = មិនបានយល់ព្រមនៅ { $at }។ កាលបរិច្ឆេទនៅដដែល។
extension-replaced = គ្មានចម្លើយ៖ មានសំណើផ្សេងបន្ទាប់មក។
extension-not-needed = គ្មានចម្លើយមុនពេលសម្រេច។
decided-by = បានសម្រេចនៅ { $at } ក្នុងនាម៖ { $authority } ({ $role })។
decided-by-silence = គ្មាននរណាសម្រេចទេ។ រយៈពេលរបស់ { $authority } បានផុតកំណត់នៅ { $ended } ដោយគ្មានចម្លើយ ហើយតាមសៀវភៅវិធាន វារាប់ដូចបានបញ្ជាក់ខាងលើ។ បានកត់ត្រានៅ { $at }។
advised-by = បានផ្តល់នៅ { $at } ក្នុងនាម៖ { $authority } ({ $role })។

period-working = { $days } ថ្ងៃធ្វើការ ({ $kind }៖ { $citation })
period-calendar = { $days } ថ្ងៃ ({ $kind }៖ { $citation })
silence-nothing = ប្រសិនបើរយៈពេលផុតកំណត់ដោយគ្មានសេចក្តីសម្រេច គ្មានអ្វីកើតឡើងដោយស្វ័យប្រវត្តិទេ។ សេចក្តីសម្រេចនៅតែត្រូវធ្វើ។
silence-deemed-granted = តាមសៀវភៅវិធាន ការនៅស្ងៀមរាប់ជាការយល់ព្រម៖ វាត្រូវបានកត់ត្រាដូច្នោះ នៅថ្ងៃបន្ទាប់ពីរយៈពេលផុតកំណត់។
silence-deemed-refused = តាមសៀវភៅវិធាន ការនៅស្ងៀមរាប់ជាការបដិសេធ៖ វាត្រូវបានកត់ត្រាដូច្នោះ នៅថ្ងៃបន្ទាប់ពីរយៈពេលផុតកំណត់។
silence-advice = ប្រសិនបើរយៈពេលផុតកំណត់ដោយគ្មានយោបល់ គ្មានអ្វីកើតឡើងដោយស្វ័យប្រវត្តិទេ។ លិខិតអនុញ្ញាតមិនរង់ចាំយោបល់ទេ ហើយអាចផ្តល់យោបល់បានរហូតដល់ពេលចេញលិខិតអនុញ្ញាត។
silence-of = { $authority }៖ { $silence }
period-month = { $days } ខែ ({ $kind }៖ { $citation })
step-start-counted = { $date }៖ បានទទួល។ ថ្ងៃនោះត្រូវបានរាប់។
step-received-later = { $arrived } { $time }៖ បានមកដល់ ({ $why })។ ចាត់ទុកថាបានទទួលនៅ { $date }។
late-hour = ចាប់ពីម៉ោង { $hour }
step-months = { $months } ខែ រហូតដល់ { $date }៖ { $days } ថ្ងៃ
step-months-back = { $months } ខែ មុននោះ៖ { $date }
referral-clock-file = នាឡិកាជាឯកសារ ដើម្បីគណនាឡើងវិញ
step-start = { $date }៖ បានទទួល។ ថ្ងៃនេះផ្ទាល់មិនរាប់ទេ។
step-extended = បានបន្ថែម { $days } ថ្ងៃ៖ សរុប { $total } ថ្ងៃ។
step-silent = { $date }៖ រយៈពេលបានផុតកំណត់ដោយគ្មានចម្លើយ ហើយតាមសៀវភៅវិធាន ការនោះមានអានុភាព។
step-counted = { $span }៖ ថ្ងៃទី { $number } នៃការរាប់
step-run = { $weekend ->
    [0] { $span }៖ រាប់ពីថ្ងៃទី { $first } ដល់ទី { $last }
   *[other] { $span }៖ រាប់ពីថ្ងៃទី { $first } ដល់ទី { $last } ដោយមិនរាប់ថ្ងៃចុងសប្តាហ៍ { $weekend } ថ្ងៃ
}
step-skipped = { $span }៖ មិនរាប់ ({ $why })
step-paused = { $span }៖ មិនរាប់ ព្រោះរយៈពេលឈប់រាប់
step-stands-still = { $date }៖ រង់ចាំចម្លើយរបស់អ្នករៀបចំ រយៈពេលឈប់រាប់
step-rolled = { $from } មិនមែនជាថ្ងៃធ្វើការទេ ({ $why })៖ យក { $to } ជំនួស
step-held = តាមការផ្លាស់ប្តូរប្រតិទិនពេលក្រោយ រយៈពេលនឹងផុតនៅ { $from } ដែលកន្លងផុតទៅហើយ។ គ្មានការផ្លាស់ប្តូរណាបញ្ចប់រយៈពេលមុនថ្ងៃដែលបានផ្លាស់ប្តូរទេ៖ { $to }
step-event = { $date }៖ ថ្ងៃព្រឹត្តិការណ៍
step-margin = { $date }៖ ត្រូវសម្រេចត្រឹមថ្ងៃនេះ គឺ { $days } ថ្ងៃមុន
step-result = { $date }៖ ថ្ងៃចុងក្រោយ
step-decided = { $number ->
    [0] { $date }៖ បានសម្រេច មុនពេលចាប់រាប់ថ្ងៃទីមួយ
   *[other] { $date }៖ បានសម្រេច នៅថ្ងៃទី { $number }
}
step-decided-late = { $date }៖ បានសម្រេច ក្រោយថ្ងៃចុងក្រោយ
why-weekend = ថ្ងៃចុងសប្តាហ៍
why-closed = បិទ៖ { $reason }

docket-title = បញ្ជីរឿងរង់ចាំ
docket-count = មានរឿង { $count } រង់ចាំសេចក្តីសម្រេចរបស់អ្នក រឿងបន្ទាន់បំផុតនៅមុនគេ។
docket-contradicting = ក្នុង { $count } ករណី លក្ខខណ្ឌរបស់អ្នកផ្ទុយនឹងលក្ខខណ្ឌរបស់អាជ្ញាធរ​ផ្សេង។
docket-reconcile = មុនចេញលិខិតអនុញ្ញាត
docket-advising = មានរឿង { $count } រង់ចាំយោបល់របស់អ្នក។
docket-nothing = គ្មានអ្វីរង់ចាំអ្នកទេ។
docket-awaiting = មានរឿង { $count } រង់ចាំចម្លើយរបស់អ្នករៀបចំ។
docket-refused = អាជ្ញាធរ​មួយបានបដិសេធ៖ មិនអាចចេញលិខិតអនុញ្ញាតបានឡើយ។
docket-handed-in = មានឯកសារដាក់បន្ថែមនៅ { $at }
docket-empty = នៅពេលពាក្យសុំណាមួយពាក់⁠ព័ន្ធនឹងអាជ្ញាធរ​របស់អ្នក វានឹងបង្ហាញនៅទីនេះ។
docket-paused = រយៈពេលឈប់រាប់
docket-event = { $date }, { $place }

board-title = ពាក្យសុំ
board-overdue = ពាក្យសុំ { $count } រង់ចាំសេចក្តីសម្រេចដែលហួសកំណត់
board-count = { $count ->
    [0] គ្មានអ្វីរង់ចាំអ្នកទេ
   *[other] ពាក្យសុំ { $count } រង់ចាំអ្នក
}
board-waiting = { $count ->
    [0] គ្មានពាក្យសុំរង់ចាំអ្នកដទៃទេ
   *[other] ពាក្យសុំ { $count } រង់ចាំអ្នកដទៃ
}
board-all = ពាក្យសុំទាំងអស់ រួមទាំងពាក្យសុំដែលបានបិទ

events-title = ព្រឹត្តិការណ៍
events-empty = មិនទាន់មានព្រឹត្តិការណ៍នៅឡើយទេ។
event-about = { $reference }, { $date }, { $place }
event-progress = បានយល់ព្រម { $agreed } ក្នុងចំណោម { $asked }
event-progress-advice = { $progress }, យោបល់ { $advised } ក្នុងចំណោម { $consulted }
drafts-title = សេចក្តីព្រាង
draft-untitled = គ្មានឈ្មោះ
draft-saved = បានរក្សាទុកនៅ { $at }
draft-by-rules = តាមវិធាន៖
draft-begin = ដាក់ពាក្យសុំសម្រាប់ព្រឹត្តិការណ៍៖ { $rulebook }

thread-source = ប្រភព
thread-meeting = កិច្ចប្រជុំ { $when }
thread-request = សំណើ
thread-draft = ពាក្យសុំ (សេចក្តីព្រាង)
thread-application = ពាក្យសុំ { $reference }
thread-decisions = សេចក្តីសម្រេច
thread-permit = លិខិតអនុញ្ញាត
thread-permit-revoked = លិខិតអនុញ្ញាត (ត្រូវបានដកហូត)

# An application that is changed while it is before the authorities
act-amend = កែប្រែពាក្យសុំ
act-amend-what = អ្នកកែប្រែអ្វីដែលបានស្នើសុំ ហើយមុនពេលដាក់ អ្នកឃើញថាអាជ្ញាធរ​ណាត្រូវសម្រេចម្តងទៀតដោយសារការកែប្រែនោះ និងត្រឹមថ្ងៃណា។ អាជ្ញាធរ​ដែលមិនពាក់⁠ព័ន្ធនឹងការកែប្រែ បន្តដូចមុន។
act-amend-begin = ចាប់ផ្តើមកែប្រែ
amended-again = អ្នករៀបចំបានកែប្រែពាក្យសុំនៅ { $at }។ ដោយសារការនោះ អាជ្ញាធរ​ទាំងនេះសម្រេចម្តងទៀត ឬទើបត្រូវបានសួរ៖ { $authorities }។
amended-released = លែងសួរ៖ { $authorities }។
amended-nobody = អ្នករៀបចំបានកែប្រែពាក្យសុំនៅ { $at }។ គ្មានអាជ្ញាធរ​ណាត្រូវសម្រេចម្តងទៀតដោយសារការនោះទេ។
amended-nobody-again = គ្មានអាជ្ញាធរ​ណាត្រូវសម្រេចម្តងទៀតដោយសារការនេះទេ។
changes-amended = បានកែប្រែនៅ { $at }។
amend-decides-again = សម្រេចម្តងទៀត
amend-asked = ត្រូវបានសួរឥឡូវ
amend-time-falls = សំណើសុំពេលបន្ថែមរបស់វាលែងមានប្រសិទ្ធភាព
amend-released = លែងត្រូវបានសួរ
amend-leaves = បន្តដូចមុន
amend-had = មកដល់ពេលនេះ៖ { $standing }
changed-day = ថ្ងៃព្រឹត្តិការណ៍
changed-hours = ម៉ោងព្រឹត្តិការណ៍
changed-place = ទីកន្លែង
changed-parts = ផ្នែកថ្មី ឬផ្នែកដែលមានឈ្មោះផ្សេង
changed-rules = វិធានដែលតម្រូវឱ្យសួរវា
changed-answer = ចម្លើយចំពោះ “{ $question }”
referral-anew = អ្នករៀបចំបានកែប្រែពាក្យសុំ៖ ចាប់ពី { $at } ត្រូវសម្រេចជាថ្មី ក្នុងរយៈពេលពេញលេញ។ អ្វីដែលបានកែប្រែ៖ { $why }។ អ្វីដែលបានសម្រេចមុននោះ លែងរាប់ទៀត។
round-ended = មុនការកែប្រែនៅ { $at }
round-what = នេះគឺអំពីអ្វីដែលបានដាក់ពីមុន។ ឥឡូវវាលែងរាប់ទៀត។
round-taken-back = រហូតដល់ត្រូវបានឈប់សួរនៅ { $at }
round-taken-back-what = អាជ្ញាធរ​ដឹកនាំបានឈប់សួរវា។ ឥឡូវវាលែងរាប់បញ្ចូល។
round-undecided = មិនទាន់មានសេចក្តីសម្រេចទេ។
line-again = សម្រេចម្តងទៀតចាប់ពី { $date }; មុននោះ៖ { $standing }
docket-reopened = ត្រូវសម្រេចជាថ្មី៖ ពាក្យសុំត្រូវបានកែប្រែនៅ { $at }
line-anew = ចាប់ផ្តើមជាថ្មីនៅ { $date }៖ មិនទាន់មានសេចក្តីសម្រេចទេ
amend-begins-anew = ចាប់ផ្តើមជាថ្មី
released-stood = រហូតដល់ពេលនោះ៖ { $standing }
referral-released = អ្នករៀបចំបានកែប្រែពាក្យសុំ៖ ចាប់ពី { $at } { $authority } លែងត្រូវបានសួរទៀតហើយ។ អ្វីដែលបានធ្វើរហូតដល់ពេលនោះមាននៅខាងក្រោម ហើយឥឡូវនេះមិនរាប់ទៀតទេ។
referral-released-why = អ្នករៀបចំបានកែប្រែពាក្យសុំ៖ ចាប់ពី { $at } { $authority } លែងត្រូវបានសួរទៀតហើយ។ អ្វីដែលបានកែប្រែ៖ { $why }។ អ្វីដែលបានធ្វើរហូតដល់ពេលនោះមាននៅខាងក្រោម ហើយឥឡូវនេះមិនរាប់ទៀតទេ។
