# 双方の未了事項と、担当部署の作業
owed-title = 未了事項：{ $name }
owed-open = 双方の未了事項
owed-figures = { $we ->
    [0] こちらの未了はありません
   *[other] こちらの未了は { $we } 件
}、{ $they ->
    [0] 相手方の未了はありません
   *[other] 相手方の未了は { $they } 件
}
owed-figures-oldest = { $figures }。最も古いものは{ $days ->
    [0] 本日
   *[other] { $days } 日前
}のものです
owed-we = こちらの未了事項
owed-we-nothing = こちらの未了事項はありません。
owed-they = 相手方の未了事項
owed-they-nothing = 相手方の未了事項はありません。
owed-answer = 回答
owed-promise = 約束の履行
owed-sides = { $from }から{ $to }へ
owed-with = { $name }との未了事項のすべて
owed-late = { $when }から期限超過
column-owed = 内容
column-owed-since = いつから
column-owed-task = 担当

place-tasks = 作業
tasks-title = 作業
tasks-none = 行う作業はありません。
task-assign = 作業を割り当てる
task-for = 対象：{ $text }
task-back = 対象に戻る
task-given = { $text }（{ $owner }、{ $date } まで）
task-given-before = { $owner }、{ $date } まで
task-before = 以前の担当
task-follows = 対象
task-note = 結果
task-ended = 記録
task-end = 終了を記録する
task-reassign = 担当か期日を変える
task-open = 未了
task-late = 遅延
task-done = 完了
task-cancelled = 取りやめ
field-task = 行うこと
field-task-owner = 担当者
task-choose = 選んでください
field-task-due = 期日
field-task-how = どう終わったか
field-task-note = 結果または理由
refusal-not-of-the-desk = 作業は、あなたの組織の担当者に割り当てます。一覧から選んでください。
refusal-due-before = その日は過ぎました。{ $today } 以降の日を選んでください。
refusal-task-over = この作業は終了しています。新しい作業を割り当ててください。
refusal-nothing-due = 知らせることはありません。

commitment-unknown = 不明
commitment-judged = これまでの評価
field-assessment-evidence = 評価の根拠となる言葉（あれば）

notice-due-soon = こちらの期限が近づいています
notice-due-late = こちらの期限が過ぎました
notice-todo-due-soon = 対応するか、結果を記録してください。
notice-todo-due-late = 対応するか、結果を記録してください。
notice-by-due = 期限は { $date } です。
notice-of-promise = こちらの約束
notice-of-task = あなたの作業
mail-subject-record = { $what }（{ $date } まで）
