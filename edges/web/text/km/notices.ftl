# អ្វីដែលមនុស្សត្រូវបានជូនដំណឹង

place-inbox = ប្រអប់ទទួល
place-inbox-count = ប្រអប់ទទួល ({ $count })
menu-unread = ថ្មី { $count }
inbox-title = ប្រអប់ទទួល
inbox-unread = មានដំណឹងថ្មី { $count }។
inbox-none-new = គ្មានដំណឹងថ្មីទេ។
inbox-empty = អ្វីដែលកើតឡើងចំពោះពាក្យសុំរបស់អ្នក និងអ្វីដែលត្រូវធ្វើ ត្រូវបានជូនដំណឹងនៅទីនេះ។
inbox-read-all = សម្គាល់ទាំងអស់ថាបានអាន
inbox-new = ថ្មី
column-notice = អ្វីដែលបានកើតឡើង
column-notice-at = ពេលណា

notice-handed-in = ពាក្យសុំមួយត្រូវបានដាក់
notice-handed-in-again = ពាក្យសុំត្រូវបានដាក់ម្តងទៀត
notice-amended = ពាក្យសុំត្រូវបានកែប្រែ
notice-document = ឯកសារមួយត្រូវបានដាក់
notice-given-back = ពាក្យសុំត្រូវបានប្រគល់វិញ៖ នៅខ្វះអ្វីមួយ
notice-circulated = ពាក្យសុំគ្រប់គ្រាន់ហើយ ហើយអាជ្ញាធរ​ត្រូវបានសួរ
notice-asked = សុំសេចក្តីសម្រេចពី { $authority }
notice-asked-for-advice = សុំយោបល់ពី { $authority }
notice-asked-anew = { $authority } ត្រូវសម្រេចម្តងទៀត៖ ពាក្យសុំត្រូវបានកែប្រែ
notice-asked-also = { $authority } ត្រូវបានសួរដែរ
notice-not-asked = { $authority } លែងត្រូវបានសួរ
notice-question = { $of ->
    [0] { $authority } មានសំណួរ
   *[other] { $authority } មានសំណួរ { $of } ចំណុច៖ បានឆ្លើយ { $answered }
}
notice-answer = សំណួររបស់ { $authority } មានចម្លើយហើយ
notice-question-withdrawn = { $authority } បានដកសំណួរវិញ
notice-more-time = { $authority } សុំពេលបន្ថែម { $days } ថ្ងៃ
notice-more-time-agreed = អ្នករៀបចំបានយល់ព្រមផ្តល់ពេលបន្ថែមដល់ { $authority }
notice-more-time-declined = អ្នករៀបចំមិនបានយល់ព្រមផ្តល់ពេលបន្ថែមដល់ { $authority } ទេ
notice-offer = { $authority } ស្នើផ្សេងពីអ្វីដែលបានដាក់ពាក្យសុំ
notice-offer-accepted = សំណើជំនួសរបស់ { $authority } ត្រូវបានទទួលយក
notice-offer-declined = សំណើជំនួសរបស់ { $authority } ត្រូវបានបដិសេធ
notice-offer-withdrawn = { $authority } បានដកសំណើជំនួសវិញ
notice-day-moved = ថ្ងៃកំណត់របស់ { $authority } បានផ្លាស់ប្តូរ៖ ប្រតិទិនរបស់ខ្លួនបានប្តូរ
notice-granted = { $authority } បានយល់ព្រម
notice-granted-with-conditions = { $authority } បានយល់ព្រមដោយមានលក្ខខណ្ឌ
notice-refused = { $authority } បានបដិសេធ
notice-no-objection = { $authority } គ្មានការជំទាស់ទេ
notice-advised = { $authority } បានផ្តល់យោបល់
notice-objected = { $authority } បានជំទាស់
notice-deemed-granted = { $authority } គ្មានចម្លើយ ដែលរាប់ជាការយល់ព្រម
notice-deemed-refused = { $authority } គ្មានចម្លើយ ដែលរាប់ជាការបដិសេធ
notice-overdue = { $authority } មិនបានឆ្លើយក្នុងរយៈពេលរបស់ខ្លួនទេ
notice-conditions-revised = { $authority } បានប្តូរលក្ខខណ្ឌរបស់ខ្លួន
notice-contradiction = លក្ខខណ្ឌរបស់ { $authority } ផ្ទុយនឹងលក្ខខណ្ឌរបស់អ្នក
notice-contradictory = លក្ខខណ្ឌរបស់ { $authority } ផ្ទុយនឹងលក្ខខណ្ឌរបស់អាជ្ញាធរ​ផ្សេង
notice-recommended = មានអនុសាសន៍អំពីសេចក្តីសម្រេចរបស់ { $authority }
notice-reminded = { $authority } ត្រូវបានរំលឹកថាគេរង់ចាំចម្លើយរបស់ខ្លួន
notice-owner-named = អង្គការរបស់អ្នកទទួលខុសត្រូវលើលក្ខខណ្ឌរបស់ { $authority }
notice-condition-shown = បានបង្ហាញដល់ { $authority } ថាលក្ខខណ្ឌត្រូវបានគោរព
notice-proof-declined = អ្វីដែលបានបង្ហាញដល់ { $authority } សម្រាប់លក្ខខណ្ឌមិនទាន់គ្រប់គ្រាន់ទេ
notice-condition-discharged = { $authority } ទទួលស្គាល់ថាលក្ខខណ្ឌត្រូវបានគោរព
notice-letter-disowned = { $authority } បានបដិសេធលិខិតដែលបានកត់ត្រាជាសេចក្តីសម្រេចរបស់ខ្លួន
notice-letter-recorded = លិខិតមួយត្រូវបានកត់ត្រាជាសេចក្តីសម្រេចរបស់ { $authority }
notice-all-agreed = អ្នកទាំងអស់ដែលត្រូវការការយល់ព្រម បានយល់ព្រមហើយ
notice-no-permit-possible = អាជ្ញាធរ​មួយបានបដិសេធ៖ មិនអាចចេញលិខិតអនុញ្ញាតបានទេ
notice-permitted = លិខិតអនុញ្ញាតត្រូវបានចេញ
notice-revoked = លិខិតអនុញ្ញាតត្រូវបានដកហូត
notice-withdrawn = ពាក្យសុំត្រូវបានដកវិញ
notice-lapsed = ពាក្យសុំត្រូវបានបិទ៖ ថ្ងៃព្រឹត្តិការណ៍បានកន្លងផុត ហើយគ្មានលិខិតអនុញ្ញាតទេ

notice-done = គ្មានអ្វីត្រូវធ្វើទៀតទេ។
notice-todo-handed-in = សូមពិនិត្យថាតើវាគ្រប់គ្រាន់ឬទេ ហើយបញ្ជូនវាទៅអាជ្ញាធរ។
notice-todo-handed-in-again = សូមពិនិត្យថាតើឥឡូវវាគ្រប់គ្រាន់ឬទេ ហើយបញ្ជូនវាទៅអាជ្ញាធរ។
notice-todo-given-back = សូមបន្ថែមអ្វីដែលខ្វះ ហើយដាក់វាម្តងទៀត។
notice-todo-asked = វារង់ចាំការពិនិត្យ និងសេចក្តីសម្រេចរបស់អ្នក។
notice-todo-asked-for-advice = វារង់ចាំយោបល់របស់អ្នក។
notice-todo-asked-anew = វារង់ចាំសេចក្តីសម្រេចរបស់អ្នកម្តងទៀត។
notice-todo-reminded = វារង់ចាំចម្លើយរបស់អ្នក៖ សូមសម្រេច ឬផ្តល់យោបល់ សួរអ្វីដែលត្រូវការដឹង ឬសុំពេលបន្ថែម។
notice-todo-overdue = វានៅតែរង់ចាំចម្លើយរបស់អ្នក ដែលមានតម្លៃដូចមុន៖ សូមសម្រេច ឬផ្តល់យោបល់ ឬសុំពេលបន្ថែម។
notice-todo-question = សូមឆ្លើយ៖ មុននោះរយៈពេលរបស់អាជ្ញាធរ​ឈប់រាប់។
notice-todo-answer = រយៈពេលរបស់អ្នករាប់បន្ត។
notice-todo-more-time = សូមប្រាប់ថាតើអ្នកយល់ព្រមឬទេ។
notice-todo-offer = សូមទទួលយក ឬបដិសេធ៖ មុននោះរយៈពេលរបស់អាជ្ញាធរ​ឈប់រាប់។
notice-todo-offer-declined = រយៈពេលរបស់អ្នករាប់បន្ត៖ អ្វីដែលបានដាក់ពាក្យសុំរង់ចាំសេចក្តីសម្រេចរបស់អ្នក។
notice-todo-contradiction = មិនអាចចេញលិខិតអនុញ្ញាតបានទេ មុនពេលភាគីមួយប្តូរលក្ខខណ្ឌរបស់ខ្លួន។
notice-todo-recommended = វារង់ចាំអ្នកសម្រេច។
notice-todo-owner-named = សូមបង្ហាញថាវាត្រូវបានគោរព។
notice-todo-condition-shown = សូមប្រាប់ថាតើវាគ្រប់គ្រាន់ឬទេ។
notice-todo-proof-declined = សូមអានហេតុផល ហើយបង្ហាញម្តងទៀត។
notice-todo-letter-recorded = សូមពិនិត្យមើលថាតើលិខិតនេះជារបស់អ្នកឬទេ។ មុនមានលិខិតអនុញ្ញាត អ្នកដែលសម្រេចក្នុងនាមអ្នកអាចបដិសេធវា។
notice-todo-all-agreed = សូមចេញលិខិតអនុញ្ញាត។

notice-by-answer = បើឆ្លើយយ៉ាងយឺតត្រឹម { $date } អាជ្ញាធរ​នៅមានរយៈពេលដែលនៅសល់មុនព្រឹត្តិការណ៍។
notice-by-agreement = បើអ្នកមិនយល់ព្រមទេ សេចក្តីសម្រេចនៅតែត្រូវចេញត្រឹម { $date }។
notice-by-decision = សេចក្តីសម្រេចត្រូវចេញត្រឹម { $date }។
notice-by-answer-due = ចម្លើយត្រូវផ្តល់ត្រឹម { $date }។
notice-by-past = ថ្ងៃកំណត់គឺ { $date }។
notice-by-advice = យោបល់ត្រូវផ្តល់ត្រឹម { $date }។
notice-by-shown = ត្រូវបង្ហាញត្រឹម { $date }។
notice-by-ended = រយៈពេលបានបញ្ចប់នៅ { $date }។

inbox-by-mail = ដំណឹងតាមអ៊ីមែល
inbox-elsewhere-title = ដំណឹងនេះសម្រាប់អ្នកក្នុងតួនាទីផ្សេង
inbox-elsewhere = អ្នកទទួលដំណឹងនេះក្នុងនាមជា { $role } { $organisation }។
inbox-elsewhere-go = បន្តក្នុងតួនាទីនោះ

mail-title = ដំណឹងតាមអ៊ីមែល
mail-what = អ្វីដែលមានក្នុងប្រអប់ទទួលរបស់អ្នក ក្នុងគ្រប់តួនាទី អាចផ្ញើតាមអ៊ីមែលដែរ។ ប្រអប់ទទួលមានវាជានិច្ច។
mail-no-server = ប្រព័ន្ធនេះមិនផ្ញើអ៊ីមែលទេ៖ គ្មាននរណាកំណត់ម៉ាស៊ីនអ៊ីមែលឡើយ។ អ្វីដែលអ្នកជ្រើសរើសនៅទីនេះ នឹងមានប្រសិទ្ធភាពពេលមានម៉ាស៊ីន។ ប្រអប់ទទួលប្រាប់អ្នកគ្រប់យ៉ាង។
mail-address = អាសយដ្ឋានអ៊ីមែល
mail-address-hint = អាសយដ្ឋានផ្សេងពីអាសយដ្ឋានដែលអ្នកប្រើចូល នឹងទទួលដំណឹង ក្រោយពេលអ្នកបើកតំណដែលផ្ញើទៅទីនោះ។
mail-pace = ពេលណា
mail-pace-at-once = ជាមួយដំណឹងនីមួយៗ ក្នុងរយៈពេលប្រហែលមួយនាទី
mail-pace-daily = ម្តងក្នុងមួយថ្ងៃ នៅម៉ោងប្រាំពីរព្រឹក ទាំងអស់ក្នុងសារតែមួយ
mail-pace-never = មិនផ្ញើទេ
mail-language = ជាភាសាអ្វី
mail-save = រក្សាទុក
mail-saved = បានរក្សាទុក។
mail-waits = តំណមួយត្រូវបានផ្ញើទៅ { $address }។ សូមបើកវាក្នុងរយៈពេលមួយថ្ងៃ ដោយចូលប្រើនៅទីនេះ។ មុននោះ ដំណឹងត្រូវផ្ញើទៅ { $now }។
mail-refused = នៅ { $at } ម៉ាស៊ីនអ៊ីមែលបានបដិសេធអាសយដ្ឋាន { $address }។ លែងផ្ញើទៅទីនោះទៀតហើយ។ ប្រអប់ទទួលរបស់អ្នកមានគ្រប់យ៉ាង។ សូមពិនិត្យអាសយដ្ឋាន ហើយរក្សាទុកវាម្តងទៀត។
mail-later = នៅ { $at } សារមួយទៅ { $address } មិនអាចផ្ញើបានទេ។ នឹងព្យាយាមម្តងទៀតក្រោយ { $again }។
mail-server-said = អ្វីដែលម៉ាស៊ីនអ៊ីមែលបានឆ្លើយ
mail-back = ទៅប្រអប់ទទួល
mail-confirm-title = បញ្ជាក់អាសយដ្ឋានអ៊ីមែលរបស់អ្នក
mail-confirm-what = ចាប់ពីពេលនេះ ដំណឹងរបស់អ្នកត្រូវផ្ញើទៅ { $address }។
mail-confirm = បញ្ជាក់អាសយដ្ឋាននេះ
fault-mail-not-sent = ឥឡូវនេះមិនអាចផ្ញើតំណទៅអាសយដ្ឋាននេះបានទេ។ សូមព្យាយាមម្តងទៀតនៅពេលក្រោយ ឬទុកអាសយដ្ឋានដែលអ្នកមាន។

mail-subject = { $what } ({ $reference })
mail-subject-by = { $what } ត្រឹម { $date } ({ $reference })
mail-subject-day = ដំណឹង { $count }
mail-subject-day-by = ដំណឹង { $count } ដំបូងត្រូវធ្វើត្រឹម { $date }
mail-open = បើក
mail-why = អ្នកទទួលដំណឹងនេះពី { $installation }។ អ្នកជ្រើសរើសពេល និងកន្លែងផ្ញើនៅទីនេះ៖
mail-confirm-subject = បញ្ជាក់អាសយដ្ឋានអ៊ីមែលរបស់អ្នក
mail-confirm-text =
    នៅ { $installation } អ្នកប្រើម្នាក់ចង់ឱ្យផ្ញើដំណឹងមកអាសយដ្ឋាននេះ។

    បើជាអ្នក សូមបើកតំណនេះក្នុងរយៈពេលមួយថ្ងៃ ហើយបញ្ជាក់៖

    { $link }

    បើមិនមែនជាអ្នកទេ កុំធ្វើអ្វីសោះ៖ នឹងគ្មានអ្វីផ្ញើមកទីនេះទេ។
