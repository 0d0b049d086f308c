# Places, sign-in, the public pages: what every reader meets first. Whole in every language.

place-events = ព្រឹត្តិការណ៍
place-meetings = កិច្ចប្រជុំ
place-requests = សំណើ
place-docket = បញ្ជីរឿងរង់ចាំ
place-board = ពាក្យសុំ
place-calendar = ប្រតិទិន
place-verify = ផ្ទៀងផ្ទាត់

field-address = អាសយដ្ឋានអ៊ីមែល
field-password = ពាក្យសម្ងាត់
field-new-password = ពាក្យសម្ងាត់ថ្មី
hint-new-password = យ៉ាងតិច { $least } តួអក្សរ។ ពាក្យច្រើនងាយចងចាំជាងសញ្ញា។
fault-sign-in = អាសយដ្ឋាននេះ និងពាក្យសម្ងាត់នេះមិនត្រូវគ្នាទេ។ សូមពិនិត្យទាំងពីរ ឬស្នើសុំពាក្យសម្ងាត់ថ្មី។
fault-password-short = ពាក្យសម្ងាត់ត្រូវមានយ៉ាងតិច { $bound } តួអក្សរ។
fault-password-long = ពាក្យសម្ងាត់អាចមានយ៉ាងច្រើន { $bound } តួអក្សរ។
fault-not-an-address = នេះមិនមែនជាអាសយដ្ឋានអ៊ីមែលទេ។ សូមសរសេរតាមទម្រង់ name@place.example។
fault-address-taken = មានអ្នកប្រើអាសយដ្ឋាននេះរួចហើយ។
reset-link = ខ្ញុំគ្មានពាក្យសម្ងាត់ ឬបានភ្លេច
reset-title = ស្នើសុំពាក្យសម្ងាត់ថ្មី
reset-what = បើមានអ្នកប្រើអាសយដ្ឋាននេះ តំណមួយដែលប្រើបានតែម្តងនឹងត្រូវបង្កើត។ តំណនោះមានសុពលភាពមួយម៉ោង។
reset-send = ស្នើសុំតំណ
reset-sent = បើមានអ្នកប្រើអាសយដ្ឋាននេះ តំណមួយដែលប្រើបានតែម្តងត្រូវបានបង្កើតហើយ។ តំណនោះនឹងប្រគល់តាមអ៊ីមែល ឬដោយអ្នកគ្រប់គ្រងប្រព័ន្ធនេះ។
link-invitation = កំណត់ពាក្យសម្ងាត់របស់អ្នក
message-reset = ពាក្យសម្ងាត់ថ្មី
message-reset-text =
    មានគេស្នើសុំកំណត់ពាក្យសម្ងាត់ថ្មីសម្រាប់អាសយដ្ឋាននេះនៅ { $installation }។

    សូមបើកតំណនេះដើម្បីកំណត់វា។ តំណនេះប្រើបានតែម្តង ក្នុងរយៈពេល { $minutes } នាទី៖

    { $link }

    ប្រសិនបើមិនមែនជាអ្នក សូមកុំធ្វើអ្វី៖ ពាក្យសម្ងាត់នៅដដែល។
link-reset = កំណត់ពាក្យសម្ងាត់ថ្មី
link-for = សម្រាប់ { $address }។ តំណនេះប្រើបានតែម្តង។
link-set = កំណត់ពាក្យសម្ងាត់ ហើយចូល
hats-title = តើឥឡូវនេះអ្នកបំពេញការងារក្នុងតួនាទីអ្វី?
hats-what = អ្វីដែលអ្នកធ្វើត្រូវបានកត់ត្រាក្រោមតួនាទីដែលអ្នកជ្រើសរើស។ អ្នកអាចប្តូរវាបានគ្រប់ពេល។

people-title = តើអ្នកចង់ធ្វើជានរណា?
people-what = បុគ្គលទាំងអស់នៅទីនេះជាតួអង្គប្រឌិត។ សូមជ្រើសរើសបុគ្គលម្នាក់ ដើម្បីមើល Placet ដូចដែលបុគ្គលនោះឃើញ។
people-invented = ប្រឌិត
people-pick = ធ្វើជា { $name }
people-hat = { $role }, { $organisation }
people-job-applicant = ដាក់ពាក្យសុំសម្រាប់ព្រឹត្តិការណ៍ ឆ្លើយសំណួរ និងមើលអ្វីដែលនៅរារាំង។
people-job-agent = ដាក់ពាក្យសុំក្នុងនាមអ្នករៀបចំ។
people-job-officer = ពិនិត្យរឿងដែលបានបញ្ជូនមកអាជ្ញាធរ និងសួរសំណួរ។
people-job-decider = សម្រេចក្នុងនាមអាជ្ញាធរ៖ យល់ព្រម យល់ព្រមដោយមានលក្ខខណ្ឌ ឬបដិសេធ។
people-job-coordinator = ដឹកនាំ៖ បញ្ជូនពាក្យសុំទៅអាជ្ញាធរពាក់ព័ន្ធទាំងអស់ និងចេញលិខិតអនុញ្ញាត។
people-job-desk-officer = កត់ត្រាកិច្ចប្រជុំតាមប្រភព និងតាមដានសំណើ។
people-job-rule-maker = កែប្រែវិធាន៖ ម្នាក់ស្នើកំណែ ម្នាក់ទៀតអនុម័ត រួចចេញផ្សាយសម្រាប់ថ្ងៃមួយ។
people-job-auditor = អានអ្វីៗទាំងអស់ តែមិនកែប្រែអ្វីឡើយ។
people-job-operator = គ្រប់គ្រងដំណើរការប្រព័ន្ធ។

calendar-title = ប្រតិទិនសាធារណៈ
calendar-what = ព្រឹត្តិការណ៍ដែលមានលិខិតអនុញ្ញាត។
calendar-empty = មិនទាន់មានព្រឹត្តិការណ៍ណាមានលិខិតអនុញ្ញាតនៅឡើយទេ។
hours = { $from } ដល់ { $until }
hours-next-day = { $from } ដល់ { $until } នៅថ្ងៃបន្ទាប់
span = { $from } ដល់ { $to }
next-page = ទំព័របន្ទាប់
list-earlier = ព្រឹត្តិការណ៍មុនៗ ចាប់ពីថ្ងៃទី { $date }
list-none-ahead = គ្មានព្រឹត្តិការណ៍ចាប់ពីថ្ងៃទី { $date } ទៅទេ។

verify-title = ផ្ទៀងផ្ទាត់លិខិតអនុញ្ញាត
verify-what = សូមស្កេនកូដលើលិខិតអនុញ្ញាត ហើយបិទភ្ជាប់អត្ថបទរបស់វានៅទីនេះ ឬបិទភ្ជាប់ឯកសារនៃលិខិតអនុញ្ញាត។
verify-do = ផ្ទៀងផ្ទាត់
field-code = អត្ថបទនៃកូដ ឬឯកសារនៃលិខិតអនុញ្ញាត
hint-code = វាចាប់ផ្តើមដោយ PLACET1: ឬដោយសញ្ញាដង្កៀប។
verify-genuine = ពិតប្រាកដ និងកំពុងមានសុពលភាព
verify-revoked = ពិតប្រាកដ ប៉ុន្តែត្រូវបានដកហូតហើយ
fault-not-genuine = នេះមិនបញ្ជាក់អ្វីឡើយ។ វាត្រូវបានកែប្រែ ខ្វះផ្នែក ឬមកពីកន្លែងផ្សេង។ សូមកុំពឹងលើវា ហើយសួរអាជ្ញាធរដែលមានឈ្មោះលើលិខិតអនុញ្ញាត។
fault-no-permit = នេះមានភស្តុតាងបញ្ជាក់ ប៉ុន្តែមិនមែនជាលិខិតអនុញ្ញាតទេ។
verify-as-of = បញ្ជាក់គិតត្រឹម
verify-offline = ដោយមិនប្រើម៉ាស៊ីនមេនេះ
verify-offline-what = នរណាក៏អាចផ្ទៀងផ្ទាត់លិខិតអនុញ្ញាតដោយមិនពឹងលើយើងបានដែរ ដោយប្រើកម្មវិធី សោនេះ និងបញ្ជីស្ថានភាព ដើម្បីដឹងអំពីការដកហូត។
verify-checkpoint = ចំណុចចុងក្រោយនៃបញ្ជីកំណត់ត្រា ដែលបានចុះហត្ថលេខា
verify-status = បញ្ជីស្ថានភាព
verify-key = សោ

permit-title = លិខិតអនុញ្ញាត { $reference }
permit-in-force = មានសុពលភាព
permit-revoked = ត្រូវបានដកហូតនៅ { $at }
permit-issued = បានចេញនៅ { $at }។
notice-title = លិខិតជូនដំណឹងអំពីសេចក្តីសម្រេច៖ { $authority }
advice-title = យោបល់៖ { $authority }
paper-permit = លិខិតអនុញ្ញាត
paper-decision-notice = លិខិតជូនដំណឹងអំពីសេចក្តីសម្រេច
paper-demonstration = ការបង្ហាញសាកល្បង៖ ជារឿងប្រឌិត និងគ្មានអានុភាពអ្វីឡើយ។
paper-reference = លេខយោង
paper-organisers = អ្នករៀបចំ
paper-components = អ្វីដែលត្រូវបានអនុញ្ញាត
paper-asked-for = អ្វីដែលបានស្នើសុំ
paper-place = ទីកន្លែង
paper-date = កាលបរិច្ឆេទ
paper-time = ម៉ោង
paper-lead-authority = ចេញដោយ
paper-authority = អាជ្ញាធរ
paper-decision = សេចក្តីសម្រេច
paper-decided-on = សម្រេចនៅថ្ងៃ
paper-decided-by = សម្រេចដោយ
paper-decisions = អាជ្ញាធរដែលបានយល់ព្រម
paper-advice = យោបល់
paper-advisers = អាជ្ញាធរដែលបានផ្តល់យោបល់
paper-advised-on = ផ្តល់នៅថ្ងៃ
paper-advised-by = ផ្តល់ដោយ
paper-conditions = លក្ខខណ្ឌ
paper-no-conditions = គ្មានលក្ខខណ្ឌទេ។
paper-reasons = មូលហេតុ
paper-no-reasons = មិនបានបញ្ជាក់មូលហេតុទេ។
paper-reckoning = របៀបគណនារយៈពេល
paper-appeal = បណ្តឹងតវ៉ា
paper-verify = ផ្ទៀងផ្ទាត់ឯកសារនេះ
paper-verify-how = ស្កេនកូដ ឬចូលទៅ
paper-verify-file = លិខិតអនុញ្ញាតនេះមានខ្លឹមសារលើសពីអ្វីដែលកូដមួយផ្ទុកបាន។ ភស្តុតាងមាននៅក្នុងឯកសាររបស់វា៖ សូមយកឯកសារនោះ ហើយផ្ទៀងផ្ទាត់លិខិតអនុញ្ញាតនៅ
paper-code = កូដដែលផ្ទុកលិខិតអនុញ្ញាតនេះ និងភស្តុតាងរបស់វា
paper-checkpoint = ចំណុចត្រួតពិនិត្យ { $size } នៃ { $origin }
paper-unprintable = ឯកសារបោះពុម្ពបង្ហាញ � ជំនួសតួអក្សរទាំងនេះ ដែលម៉ាស៊ីនមេនេះគ្មានពុម្ពអក្សរ៖ { $characters }។ ទំព័រនេះបង្ហាញតួអក្សរទាំងនោះដូចដែលបានសរសេរ។ អ្នកគ្រប់គ្រងម៉ាស៊ីនមេនេះអាចបន្ថែមពុម្ពអក្សរដែលមានតួអក្សរទាំងនោះ។
paper-pdf = ជា PDF
paper-file = ជាឯកសារដែលមានភស្តុតាង
paper-code-text = អត្ថបទនៃកូដ
paper-code-what = នេះជាអ្វីដែលកូដផ្ទុក។ អាចផ្ទៀងផ្ទាត់បានដោយមិនប្រើម៉ាស៊ីនមេនេះ។
