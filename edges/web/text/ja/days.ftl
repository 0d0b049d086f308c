# 機関が自ら登録する日。

place-working-days = 執務日
days-title = { $authority }の執務日
days-what = ここに登録した日は、国の週末と祝日に優先します。機関が扱っているすべての案件の期間は、ただちにこの日で計算し直され、案件を見る人はその理由を読むことができます。
days-country = 週末と祝日：{ $calendar }（Python パッケージ holidays 0.109 の { $from } 年から { $to } 年の一覧）。将来の年の祝日は予測です。機関が登録した日が優先します。
days-holidays = { $from } 年と { $to } 年の祝日
days-none = 登録はありません。国の週末と祝日のとおりです。
days-enter = 日を登録する
days-held = 有効な登録
days-back-title = 取り消した登録
days-closed = 休業
days-open = 他が休む日に執務
days-half-day = { $hour }に閉庁
days-entry = { $span }：{ $what }
days-reason = { $reason }（{ $source }）
days-entered = { $at }に{ $person }が登録
days-taken-back = { $at }に{ $person }が取り消し：{ $reason }
days-take-back = 取り消す
days-take-back-title = 登録を取り消す
back-to-days = 執務日へ戻る
field-days-kind = その日の執務
days-kind-closed = 休業する
days-kind-open = 週末または祝日だが執務する
days-kind-half-day = 執務し、早く閉庁する
field-days-first = 最初の日
field-days-last = 最後の日
hint-days-last = 一日だけの場合は空欄にしてください。
field-days-until = 閉庁時刻
hint-days-until = 早く閉庁する場合のみ。例：12:00
field-days-reason = 理由
hint-days-reason = だれでも、ここと計算の各行で読むことができます。
field-days-source = 根拠
hint-days-source = 例：通達とその番号
field-days-back = 取り消す理由
column-days = 日
column-days-moved = 期限が変わる案件
confirm-days-title = 暦を変える前に確かめてください
confirm-days-back-title = 取り消す前に確かめてください
confirm-days-again = 最初に表示した後に暦が変更されました。もう一度確かめてください。これが現在の結果です。
confirm-days-none = ありません。決定の期限が変わる案件はありません。行事から逆算した日は変わることがあります。
confirm-days-case = { $reference } { $title }：{ $from } → { $to }
confirm-days-today-nothing = 期間は遅くとも { $date } に終わり、それより後の決定は遅れたものとなります。
confirm-days-today-deemed-granted = 期間は本日 { $date } で終わります。本日中に決定しなければ同意したものとみなされ、取り消すことはできません。
confirm-days-today-deemed-refused = 期間は本日 { $date } で終わります。本日中に決定しなければ不同意とみなされ、取り消すことはできません。
confirm-days-more = ほか{ $count }件
confirm-days-clocks = { $count ->
    [0] 扱っている案件はありません。次の案件からこの日で計算します。
   *[other] 扱っている{ $count }件の期間は、ただちに計算し直されます。案件を見る人は、何が変わり、誰が登録したかを読むことができます。
}
confirm-days-stay = 決定済みのものは計算されたときのままです。すでに効果を生じた無回答も同じです。
confirm-days-stands = 登録は読めるまま残ります。別の登録で取り消すことはできますが、削除はできません。
days-moved = { $at }に{ $from }から{ $to }へ変更：機関の暦が変わりました
docket-moved = { $at }に{ $from }から{ $to }へ変更：自機関の暦が変わりました
board-moved = { $authority }：{ $at }に{ $from }から{ $to }へ変更。機関の暦が変わりました
clock-own = 機関が自ら登録した日
clock-own-line = { $span }：{ $what }。{ $reason }（{ $source }）。{ $at }に登録（{ $role }）
refusal-not-your-calendar = これは{ $authority }の暦です。その機関だけが日を登録できます。
refusal-days-backward = 最後の日 { $to } が最初の日 { $from } より前です。
refusal-too-many-days = { $given }日は多すぎます。一度に登録できるのは{ $most }日までです。
refusal-day-out-of-reach = { $date } は離れすぎています。年を確かめてください。{ $earliest }から{ $latest }までの日を登録できます。
refusal-nothing-changes = { $from }から{ $to }までの間、変わる日はありません。機関の執務はすでに登録しようとするとおりです。
refusal-too-many-entries = この暦には登録が{ $most }件あり、これ以上は登録できません。運用者に知らせてください。
refusal-no-such-entry = この暦に登録{ $number }はありません。
refusal-entry-taken-back = 登録{ $number }はすでに取り消されています。

step-worked = { $date }：他が休む日ですが執務します（{ $why }）
late-half-day = 半日執務の日の{ $hour }以降
fact-referred = { $at }に照会
fact-letter = { $at } に記録され、{ $ended } に自らのものではないとされた書面
fact-question-open = 質問{ $number }：{ $at }に質問
fact-question = 質問{ $number }：{ $at }に質問、{ $ended }に終了
fact-question-again = { $at }に改めて照会された時点で回答待ち
fact-more-time = 期間延長の求め{ $number }：{ $at }に同意
fact-own-days = 機関の暦の登録{ $number }（{ $source }）：{ $at }、{ $role }による

latest-title = いつまでなら間に合うか
latest-before = 行事の前日から逆算しています。「遅くとも決定」は、今日照会され、期間をすべて使った場合の日です。
latest-under-way = 行事の前日から逆算しています。「遅くとも決定」は、期間をすべて使い、今日以降に質問がない場合の日です。
latest-critical = 余裕が最も少ないのは{ $authority }です。長引けば、その日数だけ余裕が減ります。
latest-critical-overdue = { $authority }は期限を過ぎています。一日延びるごとに、行事までに残る余裕が減ります。
latest-first = 最初に照会しなければならないのは{ $authority }です。
column-float = 余裕
column-expected = 遅くとも決定
column-hand-in-by = 提出期限
column-put-by = 照会の期限
column-document-by = 書類の期限
column-answer-by = 回答の期限
column-asked-again-by = 改めて照会する変更の期限
float-days = { $count ->
    [0] なし
   *[other] { $count }日
}
float-late = { $count ->
   *[other] { $count }日遅れ
}
latest-unknown = 不明
latest-over = 過ぎました
latest-if-answered = 本日回答があれば{ $date }
latest-halted = 期間は{ $date }から止まっています。再び進むと期日が示されます。
latest-by = { $date }までに提出
latest-passed = 提出の期限を過ぎました：{ $date }

dates-title = カレンダーソフト用の日程
dates-what = カレンダーソフトはサインインできません。専用のアドレスを作り、購読するカレンダーとして登録してください。担当する案件の日程が表示され、変更も反映されます。アドレスを知る人はあなたが見られる内容を読めるので、他人に渡さないでください。
dates-address = 専用のアドレス
dates-once = 表示は一度だけです。今すぐコピーしてください。
dates-made = { $at }に作ったアドレスがあります。
dates-withdraw = アドレスを無効にする
dates-anew = 新しいアドレスを作ると、今のアドレスには何も表示されなくなります。
dates-make = アドレスを作る
dates-make-another = 別のアドレスを作る
dates-back = 行事へ戻る
dates-about = { $reference } { $place }
dates-event = 行事：{ $title }
dates-due = { $authority }の決定期限：{ $title }
dates-answer = { $authority }への回答が間に合う最後の日：{ $title }
dates-put = { $authority }への照会が間に合う最後の日：{ $title }
