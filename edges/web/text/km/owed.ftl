# អ្វីដែលភាគីពីរជំពាក់គ្នា និងកិច្ចការដែលការិយាល័យប្រគល់ឲ្យ
owed-title = អ្វីដែលនៅជំពាក់៖ { $name }
owed-open = អ្វីដែលជំពាក់គ្នាទាំងសងខាង
owed-figures = { $we ->
    [0] យើងមិនជំពាក់អ្វីទេ
   *[other] យើងជំពាក់ { $we }
} { $they ->
    [0] គេមិនជំពាក់អ្វីទេ
   *[other] គេជំពាក់ { $they }
}
owed-figures-oldest = { $figures } ចាស់ជាងគេ៖ { $days ->
    [0] ថ្ងៃនេះ
   *[other] { $days } ថ្ងៃមុន
}
owed-we = អ្វីដែលយើងជំពាក់
owed-we-nothing = យើងមិនជំពាក់គេអ្វីទេ។
owed-they = អ្វីដែលគេជំពាក់យើង
owed-they-nothing = គេមិនជំពាក់យើងអ្វីទេ។
owed-answer = ចម្លើយ
owed-promise = ការសន្យាដែលត្រូវគោរព
owed-sides = { $from } ជំពាក់ { $to }
owed-with = អ្វីទាំងអស់ដែលជំពាក់គ្នាជាមួយ { $name }
owed-late = ហួសកំណត់តាំងពី { $when }
column-owed = អ្វី
column-owed-since = តាំងពី
column-owed-task = អ្នកមើលការខុសត្រូវ

place-tasks = កិច្ចការ
tasks-title = កិច្ចការ
tasks-none = គ្មានអ្វីត្រូវធ្វើទេ។
task-assign = ប្រគល់កិច្ចការឲ្យនរណាម្នាក់
task-for = សម្រាប់៖ { $text }
task-back = ត្រឡប់ទៅអ្វីដែលកិច្ចការនេះសម្រាប់
task-given = { $text } ({ $owner } ត្រឹម { $date })
task-given-before = { $owner } ត្រឹម { $date }
task-before = ពីមុនបានប្រគល់ឲ្យ
task-follows = សម្រាប់
task-note = លទ្ធផល
task-ended = បានថ្លែងនៅ
task-end = ថ្លែងថាកិច្ចការនេះចប់
task-reassign = ប្រគល់ឲ្យអ្នកផ្សេង ឬសម្រាប់ថ្ងៃផ្សេង
task-open = ត្រូវធ្វើ
task-late = យឺត
task-done = បានធ្វើ
task-cancelled = មិនត្រូវធ្វើទៀតទេ
field-task = អ្វីត្រូវធ្វើ
field-task-owner = អ្នកធ្វើ
task-choose = សូមជ្រើសម្នាក់
field-task-due = ត្រឹមថ្ងៃ
field-task-how = វាចប់យ៉ាងណា
field-task-note = លទ្ធផល ឬមូលហេតុ
refusal-not-of-the-desk = កិច្ចការត្រូវប្រគល់ឲ្យមន្ត្រីការិយាល័យនៃអង្គការរបស់អ្នក។ សូមជ្រើសម្នាក់ពីបញ្ជី។
refusal-due-before = ថ្ងៃនោះកន្លងហើយ។ សូមជ្រើស { $today } ឬថ្ងៃក្រោយ។
refusal-task-over = កិច្ចការនេះចប់រួចហើយ។ សូមប្រគល់កិច្ចការថ្មី។
refusal-nothing-due = គ្មានអ្វីត្រូវរំលឹកទេ។

commitment-unknown = មិនដឹង
commitment-judged = ការវាយតម្លៃ
field-assessment-evidence = ពាក្យដែលការវាយតម្លៃនេះផ្អែកលើ បើមាន

notice-due-soon = អ្វីដែលយើងត្រូវធ្វើជិតដល់កំណត់
notice-due-late = អ្វីដែលយើងត្រូវធ្វើហួសកំណត់ហើយ
notice-todo-due-soon = សូមចាត់ការវា ឬបញ្ជាក់ថាវាទៅជាយ៉ាងណា។
notice-todo-due-late = សូមចាត់ការវា ឬបញ្ជាក់ថាវាទៅជាយ៉ាងណា។
notice-by-due = ត្រូវធ្វើត្រឹម { $date }។
notice-of-promise = ការសន្យារបស់យើង
notice-of-task = កិច្ចការរបស់អ្នក
mail-subject-record = { $what } ត្រឹម { $date }
