# ថ្ងៃដែលអាជ្ញាធរ​បញ្ចូលដោយខ្លួនឯង។

place-working-days = ថ្ងៃធ្វើការ
days-title = ថ្ងៃធ្វើការរបស់ { $authority }
days-what = ថ្ងៃទាំងនេះមានអាទិភាពលើថ្ងៃចុងសប្តាហ៍ និងថ្ងៃឈប់សម្រាករបស់ប្រទេស។ រយៈពេលនៃរឿងទាំងអស់ដែលអាជ្ញាធរ​របស់អ្នកកំពុងពិនិត្យ ត្រូវគណនាឡើងវិញភ្លាមតាមថ្ងៃទាំងនេះ ហើយអ្នកណាដែលមើលរឿង អាចអានមូលហេតុនៅទីនោះ។
days-none = មិនទាន់មានអ្វីបញ្ចូលទេ៖ អនុវត្តតាមថ្ងៃចុងសប្តាហ៍ និងថ្ងៃឈប់សម្រាករបស់ប្រទេស។
days-enter = បញ្ចូលថ្ងៃ
days-held = អ្វីដែលមានសុពលភាព
days-back-title = អ្វីដែលបានដកវិញ
days-closed = បិទ
days-open = ធ្វើការ ទោះបីអ្នកដទៃឈប់
days-half-day = បិទម៉ោង { $hour }
days-entry = { $span }៖ { $what }
days-reason = { $reason } ({ $source })
days-entered = បញ្ចូលនៅ { $at } ដោយ { $person }
days-taken-back = ដកវិញនៅ { $at } ដោយ { $person }៖ { $reason }
days-take-back = ដកវិញ
days-take-back-title = ដកអ្វីដែលបានបញ្ចូលវិញ
back-to-days = ត្រឡប់ទៅថ្ងៃធ្វើការ
field-days-kind = អ្វីដែលអាជ្ញាធរ​របស់អ្នកធ្វើនៅថ្ងៃទាំងនេះ
days-kind-closed = បិទ
days-kind-open = ធ្វើការ ទោះបីជាថ្ងៃចុងសប្តាហ៍ ឬថ្ងៃឈប់សម្រាក
days-kind-half-day = ធ្វើការ ហើយបិទមុនម៉ោង
field-days-first = ថ្ងៃដំបូង
field-days-last = ថ្ងៃចុងក្រោយ
hint-days-last = ទុកឱ្យនៅទទេ ប្រសិនបើមានតែមួយថ្ងៃ។
field-days-until = បិទម៉ោង
hint-days-until = សម្រាប់តែករណីបិទមុនម៉ោង។ ឧទាហរណ៍ 12:00។
field-days-reason = មូលហេតុ
hint-days-reason = អ្នកទាំងអស់អាចអានវា នៅទីនេះ និងក្នុងការគណនានីមួយៗ។
field-days-source = មូលដ្ឋាន
hint-days-source = ឧទាហរណ៍ សារាចរ និងលេខរបស់វា។
field-days-back = ហេតុអ្វីដកវិញ
column-days = ថ្ងៃ
column-days-moved = រឿងដែលថ្ងៃកំណត់ប្រែប្រួល
confirm-days-title = ពិនិត្យ មុនពេលប្រតិទិនប្រែប្រួល
confirm-days-back-title = ពិនិត្យ មុនពេលដកវិញ
confirm-days-none = គ្មានទេ។ គ្មានរឿងណាមានថ្ងៃកំណត់ផ្សេងដោយសារការនេះឡើយ។
confirm-days-case = { $reference } { $title }៖ { $from } ក្លាយជា { $to }
confirm-days-today-nothing = រយៈពេលផុតយ៉ាងយូរនៅ { $date } ហើយសេចក្តីសម្រេចក្រោយថ្ងៃនោះគឺយឺត។
confirm-days-today-deemed-granted = ដូច្នេះ រយៈពេលផុតនៅថ្ងៃនេះ { $date }៖ បើគ្មានសេចក្តីសម្រេចថ្ងៃនេះទេ ការនៅស្ងៀមរាប់ជាការយល់ព្រម ហើយមិនអាចដកវិញបានឡើយ។
confirm-days-today-deemed-refused = ដូច្នេះ រយៈពេលផុតនៅថ្ងៃនេះ { $date }៖ បើគ្មានសេចក្តីសម្រេចថ្ងៃនេះទេ ការនៅស្ងៀមរាប់ជាការបដិសេធ ហើយមិនអាចដកវិញបានឡើយ។
confirm-days-more = និង { $count } ទៀត។
confirm-days-clocks = { $count ->
    [0] អាជ្ញាធរ​របស់អ្នកគ្មានរឿងកំពុងពិនិត្យទេ។ រឿងបន្ទាប់នឹងគណនាតាមថ្ងៃទាំងនេះ។
   *[other] រយៈពេលនៃរឿងកំពុងពិនិត្យ { $count } ត្រូវគណនាឡើងវិញភ្លាម។ អ្នកណាដែលមើលរឿង អាចអាននៅទីនោះនូវអ្វីដែលប្រែប្រួល និងអ្នកដែលបានបញ្ចូល។
}
confirm-days-stay = អ្វីដែលបានសម្រេចហើយ នៅដដែលដូចដែលបានគណនា ហើយការនៅស្ងៀមដែលបានរាប់រួច ក៏ដូច្នោះដែរ។
confirm-days-stands = អ្វីដែលបានបញ្ចូល នៅតែអាចអានបាន។ អាចដកវិញដោយការបញ្ចូលផ្សេង ប៉ុន្តែមិនលុបឡើយ។
days-moved = { $from } បានក្លាយជា { $to } នៅ { $at }៖ ប្រតិទិនរបស់អាជ្ញាធរ​បានប្រែប្រួល
docket-moved = { $from } បានក្លាយជា { $to } នៅ { $at }៖ ប្រតិទិនរបស់អ្នកបានប្រែប្រួល
board-moved = { $authority }៖ { $from } បានក្លាយជា { $to } នៅ { $at } ព្រោះប្រតិទិនបានប្រែប្រួល
clock-own = ថ្ងៃដែលអាជ្ញាធរ​បានបញ្ចូលដោយខ្លួនឯង
clock-own-line = { $span }៖ { $what }។ { $reason } ({ $source })។ បញ្ចូលនៅ { $at } ({ $role })
refusal-not-your-calendar = នេះជាប្រតិទិនរបស់ { $authority }។ មានតែអាជ្ញាធរ​នោះទេដែលបញ្ចូលថ្ងៃបាន។
refusal-days-backward = ថ្ងៃចុងក្រោយ { $to } មកមុនថ្ងៃដំបូង { $from }។
refusal-too-many-days = { $given } ថ្ងៃច្រើនពេក៖ មួយដងបញ្ចូលបានរហូតដល់ { $most } ថ្ងៃ។
refusal-day-out-of-reach = { $date } ឆ្ងាយពេក៖ សូមពិនិត្យមើលឆ្នាំ។ អាចបញ្ចូលថ្ងៃពី { $earliest } ដល់ { $latest }។
refusal-nothing-changes = គ្មានអ្វីប្រែប្រួលពី { $from } ដល់ { $to } ទេ៖ អាជ្ញាធរ​របស់អ្នកធ្វើដូចដែលអ្នកបញ្ចូលរួចហើយ។
refusal-too-many-entries = ប្រតិទិននេះមានការបញ្ចូល { $most } ហើយ មិនអាចបន្ថែមទៀតទេ។ សូមប្រាប់អ្នកគ្រប់គ្រងប្រព័ន្ធ។
refusal-no-such-entry = គ្មានការបញ្ចូលលេខ { $number } ក្នុងប្រតិទិននេះទេ។
refusal-entry-taken-back = ការបញ្ចូលលេខ { $number } ត្រូវបានដកវិញរួចហើយ។

step-worked = { $date }៖ ធ្វើការ ទោះបីអ្នកដទៃឈប់ ({ $why })
late-half-day = ចាប់ពីម៉ោង { $hour } នៅថ្ងៃបិទមុនម៉ោង
fact-referred = បានបញ្ជូននៅ { $at }
fact-question-open = សំណួរ { $number } សួរនៅ { $at }
fact-question = សំណួរ { $number } សួរនៅ { $at } ចប់នៅ { $ended }
fact-more-time = សំណើសុំពេលបន្ថែម { $number } បានយល់ព្រមនៅ { $at }
fact-own-days = ការបញ្ចូលលេខ { $number } ក្នុងប្រតិទិនរបស់អាជ្ញាធរ ({ $source }) នៅ { $at } ដោយ { $role }

latest-title = រហូតដល់ពេលណា ទើបនៅទាន់
latest-before = រាប់ថយក្រោយពីថ្ងៃមុនព្រឹត្តិការណ៍។ “សម្រេចយ៉ាងយូរ” គឺជាថ្ងៃដែលអាជ្ញាធរ​នីមួយៗសម្រេច ប្រសិនបើបានសួរនៅថ្ងៃនេះ ហើយប្រើរយៈពេលទាំងមូល។
latest-under-way = រាប់ថយក្រោយពីថ្ងៃមុនព្រឹត្តិការណ៍។ “សម្រេចយ៉ាងយូរ” គឺជាថ្ងៃដែលអាជ្ញាធរ​នីមួយៗសម្រេច ប្រសិនបើប្រើរយៈពេលទាំងមូល ហើយគ្មានសំណួរទៀតក្រោយថ្ងៃនេះ។
latest-critical = { $authority } ទុកពេលតិចជាងគេ៖ រាល់ថ្ងៃដែលវាយូរជាងនេះ ត្រូវកាត់ចេញពីពេលនៅសល់នោះ។
latest-critical-overdue = { $authority } ហួសកាលកំណត់ហើយ៖ រាល់ថ្ងៃដែលបន្ថែមទៀត ត្រូវកាត់ចេញពីពេលនៅសល់រហូតដល់ព្រឹត្តិការណ៍។
latest-first = ត្រូវសួរ { $authority } មុនគេ។
column-float = ពេលនៅសល់
column-expected = សម្រេចយ៉ាងយូរ
column-hand-in-by = ដាក់ត្រឹម
column-put-by = ត្រូវសួរត្រឹម
column-document-by = ឯកសារត្រឹម
column-answer-by = ចម្លើយត្រឹម
column-asked-again-by = ការកែប្រែដែលត្រូវសួរឡើងវិញត្រឹម
float-days = { $count ->
    [0] គ្មាន
   *[other] { $count } ថ្ងៃ
}
float-late = { $count ->
   *[other] យឺត { $count } ថ្ងៃ
}
latest-unknown = មិនដឹង
latest-over = កន្លងផុតហើយ
latest-by = ដាក់ត្រឹម { $date }
latest-passed = ថ្ងៃដាក់បានហួសហើយ៖ { $date }

dates-title = កាលបរិច្ឆេទសម្រាប់កម្មវិធីប្រតិទិន
dates-what = កម្មវិធីប្រតិទិនមិនអាចចូលបានទេ។ សូមបង្កើតអាសយដ្ឋានផ្ទាល់ខ្លួនមួយ ហើយដាក់វាក្នុងកម្មវិធីជាប្រតិទិនដែលត្រូវជាវ៖ វានឹងបង្ហាញថ្ងៃនៃរឿងរបស់អ្នក ហើយប្រែតាមពេលថ្ងៃទាំងនោះប្រែប្រួល។ អ្នកណាដែលមានអាសយដ្ឋាននេះ អាចអានអ្វីដែលអ្នកអាចអាន ដូច្នេះកុំឱ្យអ្នកដទៃ។
dates-address = អាសយដ្ឋានផ្ទាល់ខ្លួនរបស់អ្នក
dates-once = វាបង្ហាញតែម្តងនេះទេ។ សូមចម្លងឥឡូវនេះ។
dates-made = មានអាសយដ្ឋានមួយ បង្កើតនៅ { $at }។
dates-withdraw = ដកអាសយដ្ឋានវិញ
dates-anew = អាសយដ្ឋានថ្មីជំនួសអាសយដ្ឋាននេះ ដែលនឹងលែងបង្ហាញអ្វីទៀត។
dates-make = បង្កើតអាសយដ្ឋាន
dates-make-another = បង្កើតអាសយដ្ឋានថ្មី
dates-back = ត្រឡប់ទៅព្រឹត្តិការណ៍
dates-about = { $reference } { $place }
dates-event = ព្រឹត្តិការណ៍៖ { $title }
dates-due = { $authority } សម្រេចត្រឹមថ្ងៃនេះ៖ { $title }
dates-answer = ថ្ងៃចុងក្រោយដើម្បីឆ្លើយ { $authority } ឱ្យទាន់៖ { $title }
dates-put = ថ្ងៃចុងក្រោយដើម្បីបញ្ជូនទៅ { $authority } ឱ្យទាន់៖ { $title }
