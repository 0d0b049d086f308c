# The case: what stands between us and the day. Whole in every language.

event-line = { $day } { $hours }、{ $place }
case-stands-between = { $date } までに残っていること
case-authorities = 関係機関
case-conditions = 条件
conditions-contradictory = 両立しない
conditions-contradict = 「{ $first }」（{ $one }）と「{ $second }」（{ $other }）は、両方を守ることができません。
conditions-reconcile = どちらの機関も自らの条件を変えることができます。調整されるまで、許可証は発行も再交付もされません。
conditions-contradict-places = 「{ $first }」（{ $one }）と「{ $second }」（{ $other }）は、二つの場所を挙げています。同じ場所であれば、どちらかがもう一方と同じ書き方にしてください。
conditions-otherwise = 条件は、申請された時間または場所とは異なることを求めています。許可証には、申請された内容とこれらの条件が記されます。
conditions-revised-why = { $at }に条件を変更：{ $reasons }
paper-decided-changed = { $date }（{ $changed }に条件を変更）
condition-begins-from-next = 翌日の { $time }より前に始めない。
condition-begins-by-next = 翌日の { $time }までに始める。
condition-ends-by-next = 翌日の { $time }までに終える。
conditions-revised = { $at }に条件を変更
conditions-before-that = それまでの条件：
condition-when = { $condition }（{ $when }）
condition-begins-from = { $time }より前に始めない。
condition-begins-by = { $time }までに始める。
condition-ends-by = { $time }までに終える。
condition-sound-at-most = 測定点での音は { $number } dB(A) 以下とする。
condition-people-at-most = 同時に入る人数は { $number } 人以下とする。
condition-stewards-at-least = 係員を { $number } 人以上置く。
condition-stewards-at-most = 係員は { $number } 人以下とする。
condition-metres-at-least = 打ち上げや演技の場所と観客との間を { $number } m 以上空ける。
condition-place = 次の場所以外では行わない：{ $place }。
phase-before = 行事の前
phase-during = 行事の間
phase-after = 行事の後
phase-before-shown = 行事の前。{ $date }までに示すこと
phase-during-shown = 行事の間。{ $date }までに示すこと
phase-after-shown = 行事の後。{ $date }までに示すこと
position-contradictory = 条件が両立しません。まず{ $authorities }が調整しなければなりません。それまで許可証は発行されません。
field-conditions-before = 行事の前
field-conditions-after = 行事の後
conditions-before = 行事の前に守る条件
conditions-after = 行事の後に守る条件
conditions-that-bind = 時刻・数値・場所の条件
field-shown-by = 示す期限
hint-shown-by = 主催者がこれらを守ったことを示す期限の日です。示す必要がなければ空のままにしてください。
limit-begins-from = 開始はこの時刻以後
limit-begins-by = 開始はこの時刻まで
limit-ends-by = 終了はこの時刻まで
limit-people-at-most = 同時に入る人数（以下）
limit-stewards-at-least = 係員の人数（以上）
limit-stewards-at-most = 係員の人数（以下）
limit-metres-at-least = 観客との距離（以上）
limit-sound-at-most = 測定点での音（以下）
limit-place = この場所に限る
unit-metres = メートル
unit-decibels = dB(A)
act-revise-conditions = 条件を変更する
act-revise-conditions-for = 自らの条件を変更する
act-revise-conditions-what = 同意はそのままで、条件がこれらに変わります。発行済みの許可証は、主管機関が差し替えるまでそのまま続きます。
field-revision-reasons = 変更の理由
confirm-conditions-change = 条件は今後も変更できます。その間に発行された許可証には、改めて交付されたときに反映されます。
confirm-contradiction = どちらかの機関が条件を変えるまで、許可証は発行も再交付もされません。
confirm-revision = この条件を記録する
confirm-revision-title = 条件を変更しますか
confirm-conditions-before = これまでの条件
confirm-conditions-now = これからの条件
confirm-revision-told = 主催者と、照会を受けたすべての機関が、前後の条件と変更の理由を見ることができます。
case-handed-in = 申請の内容
ahead-title = これからの流れ
ahead-check = { $lead }が書類のそろっていることを確認し、下記の機関に照会します。それに要する日数を定めた規定はありません。各機関に所定の期間を残すには、遅くとも{ $date }までに照会する必要があります。
ahead-check-yours = あなたが書類のそろっていることを確認し、下記の機関に照会します。各機関に所定の期間を残すには、遅くとも{ $date }までに照会する必要があります。
ahead-late = 照会しておくべき日（{ $date }）を過ぎたため、所定の期間を取れない機関があります。照会はできますが、決定が間に合わないおそれがあります。行事の日を改めれば、期間を取れます。
ahead-late-advice = 意見を求められる機関の意見は、許可証の発行後になることがあります。許可証はそれを待たずに発行できます。
ahead-check-late = { $lead }が書類のそろっていることを確認し、下記の機関に照会します。
ahead-check-yours-late = 書類のそろっていることを確認し、下記の機関に照会してください。
ahead-decide = 各機関はそれぞれの期間内に、独自に決定します。主催者に質問した場合は、回答があるまでその機関の期間は進みません。
ahead-permit = 同意が必要なすべての機関が同意すると、{ $lead }が許可証を交付します。
ahead-permit-yours = 同意が必要なすべての機関が同意したら、あなたが許可証を交付します。
ahead-latest = 照会の期限：{ $date }
ahead-latest-passed = 照会の期限を過ぎています：{ $date }
case-organisers = 主催者
case-components = 行事の内訳
case-hours = 時間
case-files = 書類
documents-missing = 規則が求めているのに提出されていない書類
document-missing = 未提出
document-as = { $document }：{ $file }
document-since = { $at }に提出
act-hand-in = 書類を追加で提出する
act-hand-in-what = 照会を受けるすべての機関がすぐに読めます。取り消すことはできません。
act-hand-in-form = 取り消すことはできません。下で限定しないかぎり、照会を受けるすべての機関がすぐに読めます。
case-follows-from = もとになった要請
case-asked = { $from } から { $to } へ（{ $when }）
case-see-permit = 許可証を見る
hint-revocation-reasons = 理由は、この申請の主催者と関係機関に表示されます。公開の許可証のページには、取り消された日時だけが表示されます。
back-to-case = 申請に戻る
rests-on-rulebook = 適用される規則：

position-pending = { $asked } 機関のうち { $agreed } 機関が同意しました。
position-agreed-silently = 不同意はありません。{ $silent } 機関は期間内に回答せず、規則集により同意とみなされます。ほかの機関は同意しました。{ $conditions ->
    [0] 条件はありません。
   *[other] 条件は { $conditions } 件です。
}
position-agreed = { $conditions ->
    [0] 同意が必要なすべての機関が同意しました。
   *[other] 同意が必要なすべての機関が、{ $conditions } 件の条件を付けて同意しました。
}
position-advice-open = 意見がまだ寄せられる可能性があります：{ $authorities }。
position-permit-yours = あなたが許可証を交付する番です。
position-permit-theirs = 次は、この申請を主管する{ $lead }が許可証を交付する番です。
next-ended = 対応は不要になりました
next-unknown = 期限を計算できません
position-no-consent = 同意が必要な機関はありません。
refused-by = { $authority }（{ $at }）：{ $reasons }
refused-by-silence = { $authority }は期間内に回答せず、規則集により不同意とみなされます。
refused-no-permit = 許可証は交付できません。
position-refused = { $count ->
   *[other] { $count } 機関が同意しませんでした。
}
position-submitted = 提出済みです。書類がそろっているかを主管機関が確認します。
position-submitted-yours = 提出済みです。書類がそろっているかをあなたが確認し、関係機関に照会します。
position-returned-yours = 不足があるため、申請が戻されました。
position-returned = 不足があるため、主催者に戻しました。
position-permitted = 許可証が交付されました。
position-revoked = 許可証は取り消されました。
position-withdrawn = 主催者が取り下げました。
position-draft = まだ提出していません。
position-day-passed = 許可証のないまま、行事の日が過ぎました。
closed = この申請は終了しています。
closed-again = この申請は終了しています。それでも行事を行う場合は、改めて申請してください。新しい申請にはこの申請の内容が引き継がれます。書類は添付し直してください。
refused-again = それでも行事を行う場合は、改めて申請できます。新しい申請にはこの申請の内容が引き継がれます。書類は添付し直してください。
closed-apply = 改めて申請する
returned-again = 不足を補って、もう一度提出してください。受付番号、記入した内容、書類はそのままです。
returned-change = 直してもう一度提出する
position-waiting = 待っている機関：{ $whom }
alarm-overdue = { $count } 機関が期限を過ぎています。行事{ $days ->
    [0] は本日です。
   *[other] まであと { $days } 日です。
}
alarm-late = { $count } 機関の決定が行事に間に合わないおそれがあります。行事{ $days ->
    [0] は本日です。
   *[other] まであと { $days } 日です。
}
alarm-turn-to = この申請の主管機関である{ $lead }に、整理番号 { $reference } を伝えて連絡してください。主管機関が各機関に決定を促します。決定がそろわなければ許可証は交付されません。
alarm-press = あなたの機関が主管しています。整理番号 { $reference } を示して、各機関のページで督促するか、ほかの方法で決定を促し、主催者に状況を知らせてください。これらの決定がなければ許可証は交付できません。
waiting-whom = { $authority }（{ $next }）

stage-draft = 下書き
stage-submitted = 提出済み
stage-returned = 不足のため差戻し
stage-in-circulation = 関係機関で審査中
stage-decided = 決定済み
stage-permit-waits = 許可証の発行待ち
stage-contradictory = 条件が両立しない
stage-permitted = 許可済み
stage-revoked = 取消し
stage-withdrawn = 取下げ
stage-refused = 不許可
stage-answer-awaited = 主催者の回答待ち
stage-answer-yours = あなたの回答待ち
stage-lapsed = 行事日の経過により終了

standing-referred = 照会済み
standing-in-review = 審査中
standing-awaiting-information = 回答待ち
standing-granted = 同意
standing-granted-with-conditions = { $conditions ->
    [0] 条件付きで同意
   *[other] 条件付きで同意（{ $conditions } 件）
}
standing-refused = 不同意
standing-deemed-granted = 回答なし：同意とみなす
standing-deemed-refused = 回答なし：不同意とみなす
standing-no-objection = 異議なし
standing-advised = 意見あり
standing-objected = 異議あり
standing-not-waited-for = もう待っていない
standing-advice = 意見（{ $standing }）

column-authority = 機関
column-position = 状況
column-why = 照会の理由
column-when = 時期
column-event = 行事
column-due = 期限
column-request = 要請

reason-rests-on = （{ $kind }：{ $citation }）
basis-law = 法律
basis-regulation = 規則
basis-practice = 慣行
basis-assumption = 当方の想定

next-decided = { $date } に決定
next-advised = { $date } に提出
next-silent = { $date } まで回答なし
next-due = 期限 { $date }
next-due-after = 期限 { $date }（行事当日以降）
next-overdue = { $date } から期限超過
next-your-answer = { $days ->
    [0] 本日からあなたの回答待ち
   *[other] あなたの回答待ち（{ $days } 日）
}
next-their-answer = { $days ->
    [0] 本日から主催者の回答待ち
   *[other] 主催者の回答待ち（{ $days } 日）
}
next-your-more-time = あなたに期間の延長を求めています。{ $due }

act-answer-whom = { $authority }の質問に回答する
act-answer = 質問に回答する
act-answer-extension-whom = { $authority }の期間延長に答える
act-answer-extension = 期間の延長に答える
act-answer-extension-what = この機関は、規則集が定めるより長い期間を求めています。期限が延びるのはあなたが同意したときだけです。ほかの機関の期限は変わりません。
act-circulate = 受理して関係機関に照会する
act-ask-also = 他の官庁にも照会する
act-ask-also-what = この件ではどの規則もその官庁を指定していません。申請はその官庁自身の期間で回付され、あなたの理由が官庁名とともに示されます。
act-take-back = この官庁への照会を取り下げる
act-take-back-for = { $authority }への照会を取り下げる
act-take-back-what = 規則ではなく、あなたが照会したものです。決定はもう待たれません。これまでに行われたことは記録に残りますが、効力はなくなります。
asked-as-advice = 助言のみ（許可証はそれを待ちません）
asked-as-by-rulebook = 規則で照会されるときと同じ立場
asked-as-consent = 同意が必要
asked-by-hand = { $lead }による照会（この件ではどの規則も指定していません）
confirm-ask-also-title = 他の官庁に照会する前に確認する
confirm-asked-advice = 期間は今日から始まります。許可証はそれを待ちません。
confirm-asked-consent = 期間は今日から始まります。同意があるまで許可証は交付されません。
confirm-asked-question = 再び回答待ちになる質問
confirm-asked-advice-halted = 主催者が質問に回答するか、機関が質問を取り下げるまで期間は止まっており、その後に進みます。許可証はそれを待ちません。
confirm-asked-consent-halted = 主催者が質問に回答するか、機関が質問を取り下げるまで期間は止まっており、その後に進みます。同意があるまで許可証は交付されません。
confirm-asked-period = 期間
confirm-asked-due = いつまでに決定または助言するか
confirm-back-question = この機関の質問はまだ開いています。回答する必要はなくなります。この機関に改めて照会すると、質問は再び回答待ちになります。
confirm-back-offer = この機関の提案はまだ開いています。受け入れることはできなくなります。
confirm-asked-told = この件を見る人は全員、あなたが照会したことと理由を見ます。
confirm-take-back-title = 照会を取り下げる前に確認する
field-asked-as = 立場
field-asked-reasons = 照会する理由
field-taken-back-reasons = 照会を取り下げる理由
referral-asked-by-hand = { $since } の申請変更により照会されなくなっていましたが、{ $at } から { $lead } が改めて照会しています。以前に行われたことは効力がなくなりましたが、回答待ちの質問はそのまま残ります。
referral-asked-again = { $lead }は{ $at }に照会を取り下げ（「{ $why }」）、改めて照会しています。以前に行われたことは効力がなくなりましたが、回答待ちの質問はそのまま残ります。
referral-taken-back = { $at }以降、{ $lead }は{ $authority }に照会していません：「{ $why }」。それまでに行われたことの効力はなくなりました。
taken-back-read = それまでに行われたことを読む
act-return = 不足のため差し戻す
act-return-what = 主催者に戻り、直したうえで同じ番号でもう一度提出されます。それまで期間は始まりません。
act-issue-permit = 許可証を交付する
act-review-for = { $authority }として審査する
act-begin-review = 審査を始める
act-decide = 決定する
act-decide-what = 決定は確定します。あなたの名前とともに記録され、変更できません。
act-advise = 意見を述べる
act-advise-what = 意見は確定します。あなたの名前とともに記録され、変更できません。同意にも不同意にもならず、許可証の交付はこれを待ちません。
act-ask = 主催者に質問する
act-ask-what = 回答が届くまで、あなたの機関の審査期間は停止します。ほかの機関の期間は進みます。
act-withdraw-question = 質問を取り下げる
act-propose-extension = 期間の延長を求める
act-propose-extension-what = 主催者に尋ねます。期限が延びるのは主催者が同意したときだけで、それまでは、また同意がなければ、期限は変わりません。まだ回答のない以前の求めは置き換えられます。
act-revoke = 許可証を取り消す
act-revoke-what = 許可証は今から効力を失います。これより新しい状態リストで検証する人には、取り消されたことが分かります。
act-withdraw = 申請を取り下げる
act-withdraw-what = 申請はここで終わります。各機関の決定は不要になります。

# 取り消せないことの前の確認
confirm-decision-title = 記録する前に決定を確認する
confirm-advice-title = 記録する前に意見を確認する
confirm-permit-title = 交付する前に許可証を確認する
confirm-circulation-title = 関係機関に照会する前に確認する
confirm-revocation-title = 許可証を取り消す前に確認する
confirm-withdrawal-title = 申請を取り下げる前に確認する
confirm-hand-in-title = この書類を提出する前に確認する
confirm-file = ファイル
confirm-extension-title = 記録する前に回答を確認してください
confirm-proposal-title = 期間の延長を求める前に確認してください
confirm-recorded = 記録される内容
confirm-by = 記録される名前
confirm-condition = { $condition }（{ $authority }）
confirm-asked = { $authority }（照会の期限：{ $date }）
confirm-follows = その後どうなるか
confirm-granted = { $authority }は同意したことになります。同意が必要なすべての機関が同意すると、許可証を交付できます。
confirm-granted-with-conditions = { $authority }はこれらの条件を付けて同意したことになります。条件はそのままの文言で許可証に記載され、規則集が非公開としない限り、だれでも読むことができます。
confirm-refused = { $authority }は同意しなかったことになります。ほかの機関の決定にかかわらず、この申請では許可証を交付できません。
confirm-told = この申請の主催者と関係機関は、すぐにこれを読むことができます。
confirm-circulation = ここに挙げた各機関に直ちに照会され、それぞれの期間が始まります。
confirm-circulation-stands = 取り消すことはできません。照会された機関が決定するか、規則集の定めがあれば無回答の効果が生じるか、主催者が申請を取り下げるまで続きます。
confirm-decision = この決定を記録する
confirm-advice = この意見を記録する
confirm-permit = 許可証に番号と証明が付きます。公開カレンダーに載り、規則集が非公開とするものを除き、だれでも読んで検証できます。
confirm-advised = { $authority }：{ $standing }
confirm-advised-reasons = { $authority }：{ $standing }。{ $reasons }
confirm-advice-late = { $authority }の意見はまだ届いておらず、その期間は{ $date }に終わりました。許可証が交付されるまでは、意見を述べることができます。
confirm-advice-runs = { $authority }は{ $date }まで意見を述べることができます。今交付すると、許可証はそれを待たず、意見はもう述べられません。
confirm-advice-paused = { $authority }はまだ意見を述べることができます（期間停止中）。今交付すると、許可証はそれを待たず、意見はもう述べられません。
confirm-unprintable = 次の文字はこのサーバーにフォントがないため、印刷した許可証では � になります：{ $characters }。記録する前に、サーバーの管理者がその文字のあるフォントを追加できます。
confirm-permit-stands = 元に戻すことも変更することもできません。できるのは停止、取り消し、差し替えだけで、そうしたことはだれにでも分かります。
confirm-revocation-stands = 元に戻すことはできません。この申請では別の許可証を交付できず、主催者は新しく申請する必要があります。
confirm-withdrawal-stands = 元に戻すことはできません。やはり行事を開催する場合は新しく申請し、各機関が改めて決定します。
confirm-extension-agreed = { $authority }の期間がその分だけ延びます。
confirm-extension-declined = { $authority }の期限は変わりません。もう一度求めることはできます。
confirm-extension-stands = 取り消すことはできません。
confirm-extension = この回答を記録する
confirm-due-now = 現在の決定期限
confirm-due-then = 延長した場合の期限
confirm-days-left = 残り { $days } 日。期間は停止中です
agreed-by-silence = { $authority }：{ $date } まで回答なし（同意とみなす）

field-reasons = 理由
field-lacks = 不足しているもの
field-revocation-reasons = 許可証を取り消す理由
field-withdrawal-reasons = 申請を取り下げる理由
field-question = 主催者への質問
field-answer = あなたの回答
field-days = 延長する日数
hint-days-working = あなたの機関の暦の営業日で、1 から 366 まで。
hint-days-calendar = 週末と祝日を含む日数で、1 から 366 まで。
field-days-reasons = 延長が必要な理由
field-more-time = あなたの回答
more-time-agreed = 同意する
more-time-declined = 同意しない
field-more-time-reasons = 理由（省略できます）
column-more-time = 求められた延長
field-decision = 決定
decision-granted = 同意する
decision-granted-with-conditions = 条件を付けて同意する
decision-refused = 同意しない
field-advice = 意見
decision-no-objection = 異議なし
decision-advised = 意見を述べる
decision-objected = 異議を述べる
field-conditions = 条件
hint-conditions = 条件は 1 行に一つずつ、それぞれ { $most } 文字以内で書いてください。条件を付けて同意する場合だけ入力します。
field-decision-reasons = 理由
hint-decision-reasons = 同意しない場合は、理由が必要です。
field-advice-reasons = 意見の内容、または異議の理由
hint-advice-reasons = 異議なしの場合は書かなくてもかまいません。

referral-decision = 決定
changes-title = 変更された点
changes-when = { $returned } に差戻し、{ $again } に再提出。
changes-none = 質問への答えに変更はありません。
changes-nothing = なし
column-what = 項目
column-before = 変更前
column-after = 変更後
referral-notice = 決定通知書
referral-advice = 意見
referral-advice-notice = 意見書
referral-questions = 質問
referral-why = この機関に照会した理由
referral-wanted = 規則がここで求めるもの：書類、手数料、条件、距離
referral-clock = 審査期間
referral-clock-ends = この機関の決定期限を計算できません。その暦はそこまで及んでいません。この設備の運用者が新しい版を入れます。
question-number = 質問 { $number }
question-open = まだ回答がありません。審査期間は停止しています。
question-answered = { $at } に回答。
question-withdrawn = { $at } に取下げ。
referral-extensions = 期間の延長
days-more-working = { $days } 営業日の延長
days-more-calendar = { $days } 日の延長
extension-open = まだ回答がありません。主催者が同意するまで期限は変わりません。
extension-agreed = { $at } に同意。
extension-declined = { $at } に不同意。期限は変わりません。
extension-replaced = 回答なし：後に別の求めがありました。
extension-not-needed = 決定までに回答がありませんでした。
decided-by = { $at } に決定。名義：{ $authority }（{ $role }）。
decided-by-silence = 決定した人はいません。{ $authority }の期間が回答のないまま { $ended } に終わり、規則集により上記のとおりとみなされます。{ $at } に記録。
advised-by = { $at } に提出。名義：{ $authority }（{ $role }）。

period-working = { $days } 営業日（{ $kind }：{ $citation }）
period-calendar = { $days } 日（{ $kind }：{ $citation }）
silence-nothing = 決定のないまま期間が過ぎても、自動的には何も起こりません。決定は引き続き必要です。
silence-deemed-granted = 規則集では、回答のないまま期間が過ぎると同意とみなされ、期間の終わりの翌日にそのように記録されます。
silence-deemed-refused = 規則集では、回答のないまま期間が過ぎると不同意とみなされ、期間の終わりの翌日にそのように記録されます。
silence-advice = 意見のないまま期間が過ぎても、自動的には何も起こりません。許可証の交付は意見を待たず、意見は交付まで述べることができます。
silence-of = { $authority }：{ $silence }
period-month = { $days } か月（{ $kind }：{ $citation }）
step-start-counted = { $date }：受付。当日を数えます。
step-received-later = { $arrived } { $time }：到着（{ $why }）。{ $date } に受け付けたものとします。
late-hour = { $hour } 以降
step-months = { $months } か月で { $date } まで：{ $days } 日
step-months-back = その { $months } か月前：{ $date }
referral-clock-file = 期限の計算をファイルで（計算し直せます）
step-start = { $date }：受付。当日は数えません。
step-extended = { $days } 日延長：合計 { $total } 日。
step-silent = { $date }：回答のないまま期間が終わり、規則集によりその効果が生じました。
step-counted = { $span }：{ $number } 日目
step-run = { $weekend ->
    [0] { $span }：{ $first } 日目から { $last } 日目
   *[other] { $span }：{ $first } 日目から { $last } 日目（週末の { $weekend } 日を除く）
}
step-skipped = { $span }：数えません（{ $why }）
step-paused = { $span }：期間が停止していたため数えません
step-stands-still = { $date }：主催者の回答待ちのため、期間は停止しています
step-rolled = { $from } は営業日ではないため（{ $why }）、{ $to } をこれに代えます
step-held = その後の暦の変更によれば期間は { $from } に終わりますが、その日はすでに過ぎていました。暦の変更によって、変更した日より前に期間が終わることはありません：{ $to }
step-event = { $date }：行事当日
step-margin = { $date }：この日までに決定（{ $days } 日前）
step-result = { $date }：期限の日
step-decided = { $number ->
    [0] { $date }：1 日目を数える前に決定
   *[other] { $date }：{ $number } 日目に決定
}
step-decided-late = { $date }：期限の日を過ぎて決定
why-weekend = 週末
why-closed = 休業：{ $reason }

docket-title = 処理待ち一覧
docket-count = あなたの決定を待つ案件が { $count } 件あります。急ぐものから順に並んでいます。
docket-contradicting = { $count } 件で、付けた条件が他の機関の条件と両立しません。
docket-reconcile = 許可証の発行前
docket-advising = あなたの意見を待つ案件が { $count } 件あります。
docket-nothing = あなたの対応を待つ案件はありません。
docket-awaiting = 主催者の回答を待っている案件が { $count } 件あります。
docket-refused = 拒否した機関があります。許可証は交付できません。
docket-handed-in = { $at }に書類が追加で提出されました
docket-empty = あなたの機関に関わる申請があると、ここに表示されます。
docket-paused = 期間停止中
docket-event = { $date }、{ $place }

board-title = 申請
board-overdue = 決定の期限が過ぎた申請：{ $count } 件
board-count = { $count ->
    [0] あなたの対応を待つ申請はありません
   *[other] あなたの対応を待つ申請：{ $count } 件
}
board-waiting = { $count ->
    [0] ほかの機関や主催者を待つ申請はありません
   *[other] ほかの機関や主催者を待つ申請：{ $count } 件
}
board-all = 終わったものを含むすべての申請

events-title = 行事
events-empty = 行事はまだありません。
event-about = { $reference }、{ $date }、{ $place }
event-progress = { $asked } 機関中 { $agreed } 機関が同意
event-progress-advice = { $progress }、意見 { $consulted } 件中 { $advised } 件
drafts-title = 下書き
draft-untitled = 名称未定
draft-saved = { $at } に保存
draft-by-rules = 適用される規則：
draft-begin = 行事の許可を申請する：{ $rulebook }

thread-source = 出典
thread-meeting = 会談（{ $when }）
thread-request = 要請
thread-draft = 申請（下書き）
thread-application = 申請 { $reference }
thread-decisions = 決定
thread-permit = 許可証
thread-permit-revoked = 許可証（取消し）

# An application that is changed while it is before the authorities
act-amend = 申請を変更する
act-amend-what = 申請の内容を変更します。提出する前に、変更によってどの機関がいつまでに改めて決定するかを確認できます。変更に関わらない機関は、これまでどおりです。
act-amend-begin = 変更を始める
amended-again = 主催者が { $at } に申請を変更しました。このため、次の機関が改めて決定するか、新たに照会を受けます：{ $authorities }。
amended-released = 照会されなくなった官庁：{ $authorities }。
amended-nobody = 主催者が { $at } に申請を変更しました。このために改めて決定する機関はありません。
amended-nobody-again = これによって改めて決定する機関はありません。
changes-amended = { $at } に変更。
amend-decides-again = 改めて決定
amend-asked = 新たに照会
amend-time-falls = 期間延長の依頼は取りやめとなります
amend-released = 照会は終了
amend-leaves = これまでどおり
amend-had = これまで：{ $standing }
changed-day = 行事の日
changed-hours = 時間
changed-place = 会場
changed-parts = 新しい内容、または名前の変わった内容
changed-rules = 照会の根拠となる規則
changed-answer = 「{ $question }」への答え
referral-anew = 主催者が申請を変更したため、{ $at } から新たな期間で改めて決定します。変更された点：{ $why }。それまでの決定は効力を失いました。
round-ended = { $at } の変更より前
round-what = これは変更前の申請についてのもので、今は効力がありません。
round-taken-back = { $at } に照会が取り下げられるまで
round-taken-back-what = 主管機関が照会を取り下げました。今は効力がありません。
round-undecided = まだ決定されていませんでした。
line-again = { $date } から改めて決定。それまで：{ $standing }
docket-reopened = 改めて決定が必要です：{ $at }に申請が変更されました
line-anew = { $date } から改めて審査（それまで決定なし）
amend-begins-anew = 改めて審査
released-stood = それまで：{ $standing }
referral-released = 申請者が申請を変更したため、{ $at } から { $authority } には意見を求めていません。それまでに行ったことは下のとおりですが、今は効力がありません。
referral-released-why = 申請者が申請を変更したため、{ $at } から { $authority } には意見を求めていません。変更されたもの：{ $why }。それまでに行ったことは下のとおりですが、今は効力がありません。
