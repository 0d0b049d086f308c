# The parts that pages are put together from.

faults-title = មានបញ្ហា
fault-prefix = កំហុស៖
most-characters = យ៉ាងច្រើន { $most } តួអក្សរ។
file-kinds = { $kinds } ទំហំយ៉ាងច្រើន { $most } MB។

any-of = { $first } ឬ { $last }
all-of = { $first }, { $last }
both-of = { $first } និង { $last }

fault-empty = សូមបំពេញ។
fault-too-long = { $given } តួអក្សរច្រើនពេក៖ អាចដាក់បានយ៉ាងច្រើន { $most }។
fault-control-character = មិនអាចបង្ហាញតួអក្សរទី { $at } បានទេ។ សូមដកវាចេញ។
fault-not-utf8 = ផ្នែកខ្លះមិនអាចអានជាអក្សរបានទេ។ សូមវាយម្តងទៀត។
fault-unknown = សូមជ្រើសរើសជម្រើសមួយ។
fault-not-a-date = សូមសរសេរកាលបរិច្ឆេទដែលមានពិត ជា ឆ្នាំ-ខែ-ថ្ងៃ៖ 2023-11-19។
fault-not-a-number = សូមសរសេរចំនួនគត់ជាលេខ។

timeline-title = បន្ទាត់ពេលវេលាពី { $from } ដល់ { $until }
timeline-today = ថ្ងៃនេះ { $date }
timeline-rail = ពី { $from } ដល់ { $until }
timeline-worked = កំពុងពិនិត្យ
timeline-agreed = បាន​ពិនិត្យ រួច​យល់ព្រម
timeline-refused = បាន​ពិនិត្យ រួច​បដិសេធ
timeline-overdue = ហួសកំណត់
timeline-paused = ផ្អាក៖ រង់ចាំចម្លើយ
timeline-expected = រហូតដល់ថ្ងៃផុតកំណត់សម្រេច
timeline-today-line = ថ្ងៃនេះ
timeline-event-line = ព្រឹត្តិការណ៍
no-value-title = អ្វីដែលគ្មានតម្លៃ និងហេតុអ្វី
no-value-what = វិធានមិនត្រូវទេ នៅពេលអ្វីដែលវាពិនិត្យគ្មានតម្លៃ៖ មិនសួរនរណាដោយវាទេ។
fault-number = សូមសរសេរចំនួនជាលេខ ដូចជា 300 ឬ 75.5។
fault-any-typed = អ្នកបានវាយ “{ $typed }” ប៉ុន្តែនៅទីនេះបានជ្រើស “ចម្លើយណាក៏បាន”។ សូមជ្រើសរបៀបប្រៀបធៀបចម្លើយជាមួយវា ឬលុបវាចេញ។
fault-any-ticked = ចម្លើយខាងក្រោមត្រូវបានគូស ប៉ុន្តែនៅទីនេះបានជ្រើស “ចម្លើយណាក៏បាន”។ សូមជ្រើសថាចម្លើយស្ថិតក្នុងចំណោមដែលបានគូស ឬមិនមែនណាមួយ ឬដោះការគូសចេញ។
fault-ambiguous-number = អាចអានថា { $thousands } ឬ { $fraction }។ សូមសរសេរ { $thousands } ឬ { $fraction }។
