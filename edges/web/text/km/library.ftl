# លក្ខខណ្ឌក្នុងសៀវភៅវិធាន តាមដែលអាជ្ញាធរ​អាចកំណត់៖ ពាក្យ ថ្ងៃ និងកម្រិត។
condition-and-limit = { $condition } { $limit }
field-conditions-own = លក្ខខណ្ឌផ្សេងទៀត ដោយពាក្យរបស់អ្នក
library-before = ពីសៀវភៅវិធាន សម្រាប់គោរពមុនព្រឹត្តិការណ៍
library-during = ពីសៀវភៅវិធាន សម្រាប់គោរពក្នុងពេលព្រឹត្តិការណ៍
library-after = ពីសៀវភៅវិធាន សម្រាប់គោរពក្រោយព្រឹត្តិការណ៍
library-folded = { $phase }៖ បានជ្រើស { $chosen } ក្នុងចំណោម { $all }
library-words = ពាក្យរបស់លក្ខខណ្ឌ
hint-library-words = ពាក្យដែលអ្នកកែ ក្លាយជាពាក្យរបស់អាជ្ញាធរ​អ្នកផ្ទាល់។ កំណត់ត្រានឹងបញ្ជាក់ថា សរសេរតាមលក្ខខណ្ឌណារបស់សៀវភៅវិធាន។
hint-library-day = ថ្ងៃចុងក្រោយដែលអ្នករៀបចំបង្ហាញថាបានគោរព។ ទុកទទេ ប្រសិនបើមិនត្រូវបង្ហាញអ្វី។
library-limit = អ្វីដែលត្រូវកំណត់
library-limit-open = សូមកំណត់តម្លៃដោយខ្លួនឯង។
library-expected = វិធានស្នើលក្ខខណ្ឌនេះសម្រាប់ព្រឹត្តិការណ៍នេះ។
library-left-out = វិធានស្នើ តែមិនបានយក
library-own-words = ពាក្យដោយអ្នករៀបចំសៀវភៅវិធាន។
library-rests-on = ផ្អែកលើ៖ { $citation }។
library-day = ត្រូវបង្ហាញត្រឹម { $date } គឺ { $days }។
library-day-past = ត្រូវបង្ហាញ { $days }។ ថ្ងៃនោះ { $date } បានកន្លងផុតទៅហើយ។
library-day-unknown = ត្រូវបង្ហាញ { $days }។
library-days-calendar-before = { $days ->
    [0] ត្រឹមថ្ងៃព្រឹត្តិការណ៍
   *[other] { $days } ថ្ងៃមុនព្រឹត្តិការណ៍
}
library-days-working-before = { $days ->
    [0] ត្រឹមថ្ងៃព្រឹត្តិការណ៍
   *[other] { $days } ថ្ងៃធ្វើការមុនព្រឹត្តិការណ៍
}
library-days-calendar-after = { $days ->
    [0] នៅថ្ងៃព្រឹត្តិការណ៍
   *[other] ក្នុងរយៈពេល { $days } ថ្ងៃក្រោយព្រឹត្តិការណ៍
}
library-days-working-after = { $days ->
    [0] នៅថ្ងៃព្រឹត្តិការណ៍
   *[other] ក្នុងរយៈពេល { $days } ថ្ងៃធ្វើការក្រោយព្រឹត្តិការណ៍
}
library-of = អ្នកកំណត់៖ { $authorities }។
library-of-rules = កំណត់ដោយអាជ្ញាធរ​ដែលវិធានសុំយោបល់។
library-of-anybody = អាជ្ញាធរ​ណាក៏អាចកំណត់បាន។
library-editable = អ្នកកំណត់អាចដាក់តម្លៃផ្សេង។
condition-taken = សៀវភៅវិធាន
condition-taken-as = “{ $condition }” នៃ { $rulebook }
condition-taken-after = ដោយពាក្យរបស់អាជ្ញាធរ​ផ្ទាល់ តាម “{ $condition }” នៃ { $rulebook }
fault-shown-on = អាចបង្ហាញបានចាប់ពី { $from } រហូតដល់ { $to }។ សូមជ្រើសថ្ងៃមួយក្នុងចន្លោះនេះ ឬទុកទទេ។
refusal-not-in-library = “{ $condition }” មិនមែនជាលក្ខខណ្ឌក្នុងសៀវភៅវិធានដែលអាជ្ញាធរ​នេះអាចកំណត់ទេ ឬមានន័យផ្សេងនៅទីនោះ។ សូមបើកទំព័រម្តងទៀត ហើយជ្រើសក្នុងចំណោមអ្វីដែលបង្ហាញ។
key-shown-by = ត្រូវបង្ហាញ
key-limit-measure = អ្វីដែលត្រូវកំណត់
key-limit-value = តម្លៃដែលកំណត់
key-limit-editable = អាចដាក់តម្លៃផ្សេង
key-authorities = អ្នកកំណត់
