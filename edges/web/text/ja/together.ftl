# 一覧の複数の案件をまとめて行う操作。
column-tick = 選択
together-legend = まとめて操作
together-what-docket = 照会を選び、行うことを下で選んでください。記録する前に、それぞれに何が起こるかを確認できます。この方法で決定が行われることはありません。
together-what-board = 行事を選び、期限を超過している機関すべてに下で督促してください。送る前に、督促先と文面を確認できます。
together-tick = { $title }（{ $reference }）を選ぶ
together-tick-all = このページのすべてを選ぶ
together-untick = 選択をすべて外す
together-review = 選んだものの審査を始める
together-watch = 選んだものを見守る
together-remind = 選んだもので期限を超過している機関すべてに督促する
together-ticked = { $count } 件を選択
fault-none-chosen = 少なくとも 1 件を選んでください。
fault-too-many-chosen = 1 ページにある件数より多く選ばれています。減らしてください。
together-can = 行うもの：{ $count } 件
together-cannot = 行わないもの：{ $count } 件
together-done = 完了：{ $count } 件
together-not-done = 行われなかったもの：{ $count } 件
together-by = 案件ごとに別々に記録されます：{ $name }
together-review-title = 審査を始めるものの確認
together-review-what = 以後、あなたが担当していることが同じ機関の人に分かります。期間の計算は変わらず、決定も行われません。
together-review-do = これらの審査を始める
together-review-after = 審査開始の結果
together-review-done = あなたが{ $at }に審査を始めました。
together-watch-title = 見守る案件の確認
together-watch-what = 変化が、読める範囲で、受信箱で{ $mail ->
    [yes] 、また設定に応じて電子メールで
   *[no] {""}
}知らされます。見守りは案件ごとにやめられます。
together-watch-each = 以後、この案件を見守ります。
together-watch-do = これらの案件を見守る
together-watch-after = 見守り開始の結果
together-remind-title = 督促先の確認
together-remind-what = 各機関の受信箱{ $mail ->
    [yes] と電子メール
   *[no] {""}
}に知らせが届き、この文面は照会のページで読めます。期間の計算は変わりません。別の文面で督促するときは、その照会のページから行ってください。
together-remind-do = これらの督促を送る
together-remind-after = 督促の結果
together-nobody-late = 同意が必要な機関で、現在期限を超過しているところはありません。
together-unknown = あなたが扱えるものは見つかりません。
together-not-yet = 行われていません。現在、妨げになるものはありません。
together-later = 一度に督促できるのは{ $most }件までです。後でもう一度選んでください。
together-back-docket = 処理待ち一覧に戻る
together-back-board = 申請に戻る
