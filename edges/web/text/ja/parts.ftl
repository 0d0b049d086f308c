# The parts that pages are put together from.

faults-title = 問題があります
fault-prefix = エラー：
most-characters = { $most } 文字まで。
file-kinds = { $kinds }のいずれか、{ $most } MB まで。

any-of = { $first }または{ $last }
all-of = { $first }、{ $last }
both-of = { $first }と{ $last }

fault-empty = 入力してください。
fault-too-long = { $given } 文字は長すぎます。{ $most } 文字までです。
fault-control-character = { $at } 文字目は表示できない文字です。取り除いてください。
fault-not-utf8 = 一部を文字として読み取れませんでした。入力し直してください。
fault-unknown = 選択肢から一つ選んでください。
fault-not-a-date = 実在する日付を 年-月-日 の形で入力してください（例：2023-11-19）。
fault-not-a-number = 整数を数字で入力してください。

timeline-title = { $from } から { $until } までの予定
timeline-today = 本日 { $date }
timeline-rail = { $from } から { $until } まで
timeline-worked = 審査中
timeline-agreed = 審査の後、同意
timeline-refused = 審査の後、不同意
timeline-overdue = 期限超過
timeline-paused = 停止中：回答待ち
timeline-expected = 決定期限まで
timeline-today-line = 本日
timeline-event-line = 行事当日
no-value-title = 値のないものとその理由
no-value-what = 規則の調べるものに値がないとき、その規則は当てはまらず、それによる照会はありません。
fault-number = 300 や 75.5 のように、数字で入力してください。
fault-any-typed = 「{ $typed }」と入力されていますが、ここでは「どの答えでも」が選ばれています。答えをそれとどう比べるかを選ぶか、入力を消してください。
fault-any-ticked = 下の答えに印が付いていますが、ここでは「どの答えでも」が選ばれています。印を付けたもののいずれかか、それ以外かを選ぶか、印を外してください。
fault-ambiguous-number = { $thousands } とも { $fraction } とも読めます。{ $thousands } か { $fraction } と書いてください。
