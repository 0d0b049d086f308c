# 起きたことの通知：受信箱と電子メール

place-inbox = 受信箱
place-inbox-count = 受信箱（{ $count }）
menu-unread = 新着 { $count }
inbox-title = 受信箱
inbox-unread = 新しい通知が { $count } 件あります。
inbox-none-new = 新しい通知はありません。
inbox-empty = 申請に起きたことと、すべきことを、ここでお知らせします。
inbox-read-all = すべて既読にする
inbox-new = 新着
column-notice = 内容
column-notice-at = 日時

notice-handed-in = 申請が提出されました
notice-handed-in-again = 申請が再び提出されました
notice-amended = 申請の内容が変更されました
notice-document = 書類が提出されました
notice-given-back = 申請が差し戻されました：不足があります
notice-circulated = 申請は整っており、関係機関に照会されました
notice-asked = { $authority }の決定が求められています
notice-asked-for-advice = { $authority }の意見が求められています
notice-asked-anew = 申請の内容が変更されたため、{ $authority }が改めて決定します
notice-asked-also = { $authority }にも照会されました
notice-not-asked = { $authority }への照会はなくなりました
notice-question = { $of ->
    [0] { $authority }から質問があります
   *[other] { $authority }から{ $of }項目の質問があります（{ $answered }件に回答済み）
}
notice-answer = { $authority }の質問に回答がありました
notice-question-withdrawn = { $authority }が質問を取り下げました
notice-more-time = { $authority }が { $days } 日の延長を求めています
notice-more-time-agreed = 主催者が{ $authority }の期間延長に同意しました
notice-more-time-declined = 主催者は{ $authority }の期間延長に同意しませんでした
notice-offer = { $authority }が申請とは別の案を示しています
notice-offer-accepted = { $authority }の代案が受諾されました
notice-offer-declined = { $authority }の代案が辞退されました
notice-offer-withdrawn = { $authority }が代案を取り下げました
notice-day-moved = { $authority }の暦が変わり、期限が移りました
notice-granted = { $authority }が同意しました
notice-granted-with-conditions = { $authority }が条件付きで同意しました
notice-refused = { $authority }は同意しませんでした
notice-no-objection = { $authority }に異議はありません
notice-advised = { $authority }が意見を述べました
notice-objected = { $authority }が異議を述べました
notice-deemed-granted = { $authority }から回答がなく、同意とみなされました
notice-deemed-refused = { $authority }から回答がなく、不同意とみなされました
notice-overdue = { $authority }が期間内に回答しませんでした
notice-conditions-revised = { $authority }が条件を変更しました
notice-contradiction = { $authority }の条件があなたの機関の条件と両立しません
notice-contradictory = { $authority }の条件がほかの機関の条件と両立しません
notice-recommended = { $authority }の決定が推薦されました
notice-reminded = { $authority }に回答の督促がありました
notice-owner-named = { $authority }の条件をあなたの団体が担当します
notice-condition-shown = { $authority }に、条件が守られていることが示されました
notice-proof-declined = { $authority }に示されたものは、条件に足りません
notice-condition-discharged = { $authority }が、条件は守られていると認めました
notice-letter-disowned = { $authority }が、決定として記録された書面を自らのものではないとしました
notice-letter-recorded = 書面が{ $authority }の決定として記録されました
notice-all-agreed = 同意が必要な機関がすべて同意しました
notice-no-permit-possible = 同意しなかった機関があるため、許可証は発行できません
notice-permitted = 許可証が発行されました
notice-revoked = 許可証が取り消されました
notice-withdrawn = 申請が取り下げられました
notice-lapsed = 許可のないまま行事日が過ぎ、申請は終了しました

notice-done = もうすることはありません。
notice-todo-handed-in = 整っているかを確かめ、関係機関に照会してください。
notice-todo-handed-in-again = 今度は整っているかを確かめ、関係機関に照会してください。
notice-todo-given-back = 不足を補い、もう一度提出してください。
notice-todo-asked = あなたの機関の審査と決定を待っています。
notice-todo-asked-for-advice = あなたの機関の意見を待っています。
notice-todo-asked-anew = あなたの機関の決定を改めて待っています。
notice-todo-reminded = あなたの機関の回答を待っています。決定または意見を示すか、質問するか、延長を求めてください。
notice-todo-overdue = 期限が過ぎた今も、あなたの機関の回答を待っています。決定するか意見を述べるか、期間の延長を求めてください。
notice-todo-question = 回答してください。それまでその機関の審査期間は停止しています。
notice-todo-answer = あなたの機関の審査期間が再び進みます。
notice-todo-more-time = 同意するかどうかを答えてください。
notice-todo-offer = 受諾するか辞退してください。それまでその機関の審査期間は停止しています。
notice-todo-offer-declined = あなたの機関の審査期間が再び進みます。申請された内容についての決定を待っています。
notice-todo-contradiction = どちらかが条件を変更するまで、許可証は発行できません。
notice-todo-recommended = 決定者の決定を待っています。
notice-todo-owner-named = 条件が守られていることを示してください。
notice-todo-condition-shown = それで足りるかどうかを答えてください。
notice-todo-proof-declined = 理由を読み、改めて示してください。
notice-todo-letter-recorded = 書面があなたの機関のものかどうかを確認してください。許可証が発行されるまで、あなたの機関の決定者は自らのものではないとすることができます。
notice-todo-all-agreed = 許可証を発行してください。

notice-by-answer = 遅くとも { $date } までに回答すれば、行事の前にその機関の残りの期間が確保されます。
notice-by-agreement = 同意しなければ、決定の期限は { $date } のままです。
notice-by-decision = 決定の期限は { $date } です。
notice-by-answer-due = 回答の期限は { $date } です。
notice-by-past = 期限は { $date } でした。
notice-by-advice = 意見の期限は { $date } です。
notice-by-shown = { $date } までに示す必要があります。
notice-by-ended = 期間は { $date } に終わりました。

inbox-by-mail = 電子メールでの通知
inbox-elsewhere-title = この通知は別の役割でのあなたに宛てたものです
inbox-elsewhere = { $organisation }の{ $role }としてのお知らせです。
inbox-elsewhere-go = その役割で続ける

mail-title = 電子メールでの通知
mail-what = あなたのすべての役割の受信箱にある通知は、電子メールでも受け取れます。受信箱にはいつでもあります。
mail-no-server = この設置ではメールサーバーが設定されていないため、電子メールは送られません。ここで選んだことは、設定された時から有効になります。通知はすべて受信箱にあります。
mail-address = メールアドレス
mail-address-hint = サインインに使うものとは別のアドレスには、そこに送られるリンクを開いた後に通知が届きます。
mail-pace = 送る時
mail-pace-at-once = 通知のたびに、およそ 1 分以内
mail-pace-daily = 1 日 1 回、朝 7 時にまとめて
mail-pace-never = 送らない
mail-language = 言語
mail-save = 保存
mail-saved = 保存しました。
mail-waits = { $address } にリンクを送りました。サインインしたうえで 1 日以内に開いてください。それまでは { $now } に届きます。
mail-refused = { $at } に、メールサーバーがアドレス { $address } を拒みました。そこにはもう送られません。通知はすべて受信箱にあります。アドレスを確かめ、もう一度保存してください。
mail-later = { $at } に、{ $address } へのメールを届けられませんでした。{ $again } 以降に再び送ります。
mail-server-said = メールサーバーの返答
mail-back = 受信箱へ
mail-confirm-title = メールアドレスの確認
mail-confirm-what = これからは { $address } に通知が届きます。
mail-confirm = このアドレスを確認する
fault-mail-not-sent = 今はこのアドレスにリンクを送れませんでした。後でもう一度試すか、今までのアドレスのままにしてください。

mail-subject = { $what }（{ $reference }）
mail-subject-by = { $what }、{ $date } まで（{ $reference }）
mail-subject-day = 通知 { $count } 件
mail-subject-day-by = 通知 { $count } 件、最初の期限は { $date }
mail-open = 開く
mail-why = { $installation } からのお知らせです。送る時と宛先はここで選べます：
mail-confirm-subject = メールアドレスの確認
mail-confirm-text =
    { $installation } にサインインしている人が、このアドレスに通知を送ることを望んでいます。

    あなたであれば、1 日以内にこのリンクを開き、確認してください：

    { $link }

    あなたでなければ、何もしないでください。ここには何も送られません。
