# ប្រវត្តិនៃសំណុំរឿង និងសំណុំរឿងសម្រាប់យកទៅ។

history-title = អ្វីដែលបានកើតឡើង៖ { $reference }
history-see = អ្វីទាំងអស់ដែលបានកើតឡើងតាមលំដាប់ ជាក្រដាស និងជាឯកសារ
history-what = ចាប់ពីពាក្យសុំមក តាមលំដាប់ដែលបានកត់ត្រា។ បន្ទាត់នីមួយៗជាការពិតនៃកំណត់ត្រា ហើយមិនអាចកែបានទេ។
history-pdf = សំណុំរឿងលើក្រដាស (PDF)
history-archive = សំណុំរឿងជាឯកសារ (ZIP)
history-archive-what = មានឯកសារភ្ជាប់ និងភស្តុតាងដែលអាចផ្ទៀងផ្ទាត់ដោយគ្មានម៉ាស៊ីនមេនេះ
history-withheld = អ្វីដែលបាននិយាយគឺរវាងអាជ្ញាធរ​នោះ និងអ្នករៀបចំ។
history-by = { $role } { $organisation }
history-by-rule = ដោយស្វ័យប្រវត្តិ តាមវិធាន
history-review-begun = { $authority } បានចាប់ផ្តើមពិនិត្យ
history-items-answered = ចំណុចនៃសំណួររបស់ { $authority } ត្រូវបានឆ្លើយ
history-items-taken-back = { $authority } បានដកចំណុចនៃសំណួររបស់ខ្លួន
history-owner-named = បានបញ្ជាក់ថាអ្នករៀបចំណាមើលការខុសត្រូវលក្ខខណ្ឌទី { $condition } របស់ { $authority }
history-condition-shown = បានបង្ហាញថាលក្ខខណ្ឌទី { $condition } របស់ { $authority } ត្រូវបានគោរព
history-permit-issued = លិខិតអនុញ្ញាត { $named } ត្រូវបានចេញ
history-permit-replaced = លិខិតអនុញ្ញាត { $named } ត្រូវបានជំនួស
history-document = ឯកសារត្រូវបានដាក់៖ { $named }
history-appeal-noted = បណ្តឹងតវ៉ាទៅ { $named } ត្រូវបានកត់ត្រា
history-letter = លិខិតរបស់ { $authority } ត្រូវបានកត់ត្រា៖ { $decided }
history-letter-day = លិខិត​ចុះ​ថ្ងៃ​ទី { $day }
history-until = រហូត​ដល់ { $day }
history-offered = អ្វី​ដែល​ស្នើ៖ { $what }
history-changed = { $field }៖ { $before } → { $after }
history-advice-asked = { $named } ត្រូវបានសុំយោបល់តាមតំណ
history-advice-given = { $named } បានផ្តល់យោបល់តាមតំណ៖ { $says }
history-advice-withdrawn = យោបល់ដែលបានសុំតាមតំណមិនត្រូវការទៀតទេ
history-by-link = តាមតំណ ដោយគ្មានគណនី
history-reported = បានរាយការណ៍ពីរបៀបដែលព្រឹត្តិការណ៍បានប្រព្រឹត្តទៅ
history-recommended = បានផ្តល់អនុសាសន៍ក្នុងអាជ្ញាធរ​៖ { $decided }
paper-case-file = សំណុំរឿង
paper-history = អ្វីដែលបានកើតឡើង
paper-documents = ឯកសារ
paper-case-file-taken = យកនៅ { $at } ដូចដែលអានក្នុងតួនាទីជា { $role }។ វាមិនបញ្ជាក់អ្វីដោយខ្លួនវាទេ៖ ភស្តុតាងមាននៅក្នុងឯកសារ ZIP។
archive-about =
    នេះជាសំណុំរឿង { $reference } ដែលយកពី { $address }។

    case.json៖ ស្ថានភាពសំណុំរឿង និងអ្វីទាំងអស់ដែលបានកើតឡើង ដូចដែលអ្នកយកវាអាន។
    facts/៖ ការពិតដែលអ្នកនោះអានទាំងស្រុង នីមួយៗមានភស្តុតាងថាវានៅក្នុងបញ្ជី។
    files/៖ ឯកសារ តាមលេខដែល case.json ផ្តល់ជាមួយឈ្មោះ។

    ដើម្បីផ្ទៀងផ្ទាត់ដោយគ្មានម៉ាស៊ីនមេ៖ placet verify ARCHIVE.zip --key KEYFILE
